import type { NextStep } from '../../finding.ts'
import { pageFor, pages, webMail } from '../parts.ts'
import type { Circumstances, SignInWords } from '../words.ts'
import { askAdministrator, checkAgain, forKind, mailServer, rightSettings, signInAgain } from './phrases.ts'

const microsoftSignIn: NextStep = {
  text: 'メールソフトのアカウント設定で、認証方式を「OAuth2」「先進認証」「Microsoft でサインイン」のいずれかに変えるか、アカウントをいったん削除して追加し直してください。Microsoft のサインイン画面が開くので、そこでパスワードと確認コードを入力します。',
}
const newAppPassword = (about: Circumstances) =>
  forKind(
    about,
    [
      {
        text: 'Microsoft アカウントにサインインし、「セキュリティ」から「高度なセキュリティ オプション」を開きます。アプリ パスワードの項目は、2 段階認証がオンのときだけ表示されます。',
        url: pages.security,
      },
      {
        text: '「アプリ パスワード」の「新しいアプリ パスワードの作成」を選びます。小文字のローマ字 16 文字は一度しか表示されないので、その場でコピーしてください。',
        url: pages.createAppPassword,
      },
      {
        text: 'その 16 文字を、メールソフトの受信と送信の両方のパスワード欄に、これまでのパスワードの代わりに貼り付けて保存します。',
      },
    ],
    [
      {
        text: '「セキュリティ情報」のページにサインインし、「サインイン方法の追加」から「アプリ パスワード」を選びます。選択肢に出てこない場合は、管理者がアプリ パスワードを許可していません。',
        url: pages.workSecurity,
      },
      {
        text: '表示された 16 文字を、メールソフトの受信と送信の両方のパスワード欄に、これまでのパスワードの代わりに入力します。',
      },
    ],
  )

export const signIn: SignInWords = {
  'app-password-needed': (about) => ({
    title: 'アプリ パスワードが必要です',
    explanation: `${mailServer(about)}がパスワードを受け付けませんでした。2 段階認証をオンにすると、確認コードを入力できないメールソフトでは、いつものパスワードが使えなくなります。代わりに、Microsoft が発行する「アプリ パスワード」(小文字のローマ字 16 文字) を使います。ただし、パスワードが間違っている場合も Microsoft の返答は同じです。入力間違いや、2 段階認証がオンになっていない可能性もあります。`,
    nextSteps: [
      {
        text: 'まず、同じパスワードでブラウザーからサインインできるか確かめてください。できなければ、パスワードそのものを直すのが先です。',
        ...webMail(about.account),
      },
      ...newAppPassword(about),
      checkAgain(about),
    ],
  }),
  'app-password-wrong': (about) => ({
    title: 'このアプリ パスワードは使えません',
    explanation: `アプリ パスワードらしい文字列 (小文字のローマ字 16 文字) を送りましたが、${mailServer(about)}が受け付けませんでした。入力間違いか、アカウント側で削除されたか、そのあと 2 段階認証がオフにされたかのいずれかです。2 段階認証をオフにすると、それまでのアプリ パスワードはすべて無効になります。`,
    nextSteps: [
      {
        text: '2 段階認証がオフになっている場合は、メールソフトのパスワードをいつものパスワードに戻してください。',
        ...pageFor(about.account, { personal: pages.additionalSecurity, work: pages.workSecurity }),
      },
      ...newAppPassword(about),
      checkAgain(about),
    ],
  }),
  'password-wrong': (about) => ({
    title: 'ユーザー名かパスワードが間違っています',
    explanation: `${mailServer(about)}が、ユーザー名とパスワードの組み合わせが正しくないと答えています。`,
    nextSteps: [
      {
        text: '大文字と小文字、キーボードの入力モードに気をつけて、パスワードを入力し直してください。ユーザー名はメールアドレス全体です。',
      },
      {
        text: '同じパスワードでブラウザーからサインインしてみてください。できなければ、その画面でパスワードを再設定します。',
        ...webMail(about.account),
      },
      checkAgain(about),
    ],
  }),
  'basic-auth-retired': (about) => ({
    title: 'メールソフトからのパスワードでのサインインは廃止されました',
    explanation: `${mailServer(about)}は、いつものパスワードもアプリ パスワードも、もう受け付けません。Microsoft はパスワードだけの認証方式 (基本認証) を終了しました。Outlook.com、Hotmail、Live、MSN では 2024 年 9 月 16 日、職場アカウントの POP と IMAP では 2022 年 10 月 1 日からです。今使えるのは OAuth 2.0 だけです。Microsoft の画面でサインインし、メールソフトはパスワードの代わりにトークンを受け取ります。アプリ パスワードを作り直しても解決しません。${about.certainty === 'certain' ? '' : 'サーバーの返答は、パスワードが違うときと同じ一般的なものでした。しかしこの時期には、正しいパスワードでも同じ返答になります。'}`,
    nextSteps: [
      microsoftSignIn,
      {
        text: 'メールソフトにその選択肢がない場合は、最新版に更新するか、対応しているソフト (Thunderbird や現在の Outlook など) に替えてください。',
      },
      {
        ...signInAgain(about),
        text: 'sparekey で送受信する場合は、一度 Microsoft にサインインしてください。',
      },
      { text: 'それまでのあいだ、メールはブラウザーで読めます。', ...webMail(about.account) },
    ],
  }),
  'account-blocked': (about) => ({
    title: 'アカウントが Microsoft によってブロックされています',
    explanation:
      'サインインの失敗が続いたときや、いつもと違う場所からのサインインがあったとき、Microsoft は持ち主が本人だと確認できるまでアカウントをブロックします。そのあいだは、正しいパスワードも受け付けられません。',
    nextSteps: [
      { text: '失敗を増やさないように、メールソフトの自動受信を止めてください。' },
      { text: 'ブラウザーでサインインし、画面の案内に従って本人確認をします。', ...webMail(about.account) },
      {
        text: '「最近のアクティビティ」のページで、自分のサインインには「これは私です」を選びます。',
        url: pages.activity,
      },
      checkAgain(about),
    ],
  }),
  'security-defaults': () => ({
    title: '組織の「セキュリティの既定値群」がこのサインインを禁じています',
    explanation:
      '組織で Microsoft の「セキュリティの既定値群」が有効になっています。パスワードだけのサインインは、パスワードが正しくてもすべて断られます。',
    nextSteps: [microsoftSignIn, askAdministrator('メールソフトでどのサインイン方法が使えるのか教えてくれる')],
  }),
  'policy-blocked': () => ({
    title: '組織の規則によってサインインが断られました',
    explanation:
      'サーバーは、要求が組織の条件を満たしていないと答えています。条件付きアクセスやリスク判定が、場所、端末、サインイン方法などを理由に断ったものです。パスワードは正しいのかもしれません。',
    nextSteps: [
      askAdministrator('サインイン ログで断られた理由を調べ、どの方法なら使えるのか教えてくれる'),
      microsoftSignIn,
    ],
  }),
  'unknown-refusal': (about) =>
    about.step === 'capabilities'
      ? {
          title: 'このプログラムで使えるサインイン方法を、サーバーが示していません',
          explanation: `${mailServer(about)}は、サインイン方法を示していないか、このプログラムの知らない方法しか示していません。そのため、サインインは試さず、パスワードも送っていません。Microsoft のサーバーなら、正しいポートで使える方法を示します。別のサーバーか別のポートにつながっているか、途中の機器がサーバーの返答を書き換えています。`,
          nextSteps: [
            rightSettings(about),
            {
              text: '設定が正しい場合は、別の回線を使い、メールを検査するセキュリティソフトも確かめてください。',
            },
            {
              text: 'Microsoft 以外のメールボックスの場合は、メールソフトでのサインイン方法を提供元に確かめてください。',
            },
          ],
        }
      : {
          title: 'サインインが断られましたが、理由は判断できません',
          explanation: `${mailServer(about)}の返答の文面からは、断られた理由が分かりませんでした。推測はできますが、断定はできません。サーバーの返答そのものを手がかりにしてください。`,
          nextSteps: [
            {
              text: '同じユーザー名とパスワードでブラウザーからサインインし、正しいかどうか確かめてください。',
              ...webMail(about.account),
            },
            rightSettings(about),
          ],
        },
}
