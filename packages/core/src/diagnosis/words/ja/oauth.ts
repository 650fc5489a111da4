import type { NextStep } from '../../finding.ts'
import { pageFor, pages } from '../parts.ts'
import type { Circumstances, OauthWords } from '../words.ts'
import { mailServer, rightSettings, signInAgain } from './phrases.ts'

const withSparekey = (about: Circumstances): NextStep => ({
  ...signInAgain(about),
  text: 'sparekey の場合は、もう一度 Microsoft にサインインしてください。',
})

export const oauth: OauthWords = {
  'token-refused': (about) =>
    about.step === 'capabilities'
      ? {
          title: 'サーバーがトークンに対応していません',
          explanation: `${mailServer(about)}が示したサインイン方法に、トークン (OAuth 2.0) がありません。そのため、トークンは送っていません。Microsoft のサーバーなら対応しています。別のサーバーにつながっているか、途中の機器がサーバーの返答を書き換えています。`,
          nextSteps: [
            rightSettings(about),
            {
              text: 'Microsoft 以外のメールボックスの場合は、提供元のパスワードかアプリ パスワードを使ってください。',
            },
          ],
        }
      : {
          title: 'トークンが断られました',
          explanation:
            'サインインにトークン (OAuth 2.0) を使いましたが、受け付けられませんでした。別の用途のトークンか、別のアカウントのものか、取り消されたものです。パスワードを変えたり「すべての場所からサインアウト」したりすると、そのアカウントのトークンはすべて取り消されます。',
          nextSteps: [
            {
              text: 'メールソフトで、開きたいメールボックスのアカウントを使い、もう一度 Microsoft にサインインしてください。',
            },
            withSparekey(about),
          ],
        },
  'token-expired': (about) => ({
    title: 'トークンの有効期限が切れています',
    explanation:
      'アクセス トークン (OAuth 2.0) が使えるのは 1 時間ほどです。新しいトークンも、90 日間使わないでいるか、組織が決めた期限を過ぎると、取得できなくなります。今回のものは期限が過ぎていました。パスワードの変更や「すべての場所からサインアウト」で取り消された場合も、Microsoft は同じ返答をすることがあります。',
    nextSteps: [
      {
        text: 'メールソフトを起動し直すか、メールソフトからもう一度 Microsoft にサインインして、新しいトークンを取得させてください。',
      },
      withSparekey(about),
    ],
  }),
  'token-wrong-account': (about) => ({
    title: '別のアカウントのトークンです',
    explanation:
      'トークン (OAuth 2.0) が、指定したユーザー名とは別のアカウントに発行されたものです。別名 (エイリアス) も、別の名前として扱われます。',
    nextSteps: [
      {
        ...signInAgain(about),
        text: 'もう一度 Microsoft にサインインし、画面で、開きたいメールボックスのアカウントを選んでください。',
      },
      { text: 'アドレスが別名の場合は、アカウントそのもののアドレスをユーザー名にしてください。' },
    ],
  }),
  'sign-in-declined': (about) => ({
    title: 'Microsoft の画面でサインインが取り消されました',
    explanation:
      'Microsoft の画面で「キャンセル」か「いいえ」が選ばれたため、プログラムにアクセスが許可されませんでした。設定は何も変わっていません。パスワードもトークンも保存していません。',
    nextSteps: [
      { text: '間違えて選んだ場合は、最初からやり直し、画面で「承諾」を選んでください。' },
      signInAgain(about),
      { text: '自分で取り消した覚えがない場合は、パスワードを変更してください。', url: pages.security },
    ],
  }),
  'sign-in-timeout': (about) => ({
    title: '時間内にサインインが終わりませんでした',
    explanation:
      'Microsoft の画面でのサインインを待っていましたが、制限時間が過ぎました。デバイス コードが使えるのは 15 分間です。設定は何も変わっていません。',
    nextSteps: [
      {
        ...signInAgain(about),
        text: '最初からやり直し、ブラウザーでサインインを最後まで済ませてください。前のコードはもう使えません。',
      },
    ],
  }),
  'sign-in-again': (about) => ({
    title: 'もう一度、ご自分でサインインする必要があります',
    explanation:
      'このままでは Microsoft から新しいトークンを取得できません。2 段階認証の確認、セキュリティ情報の登録、パスワードの変更のいずれかを求められています。プログラムが代わりに行うことはできません。',
    nextSteps: [
      {
        ...signInAgain(about),
        text: 'もう一度 Microsoft にサインインし、画面の案内に従ってください。',
      },
      {
        text: 'まだ設定していない 2 段階認証を求められた場合は、先に設定を済ませてください。',
        ...pageFor(about.account, { personal: pages.security, work: pages.workSecurity }),
      },
    ],
  }),
  'consent-missing': (about) => ({
    title: 'プログラムに必要な許可がありません',
    explanation:
      'この操作を、あなたも組織の管理者もまだプログラムに許可していないため、Microsoft からトークンを取得できませんでした。',
    nextSteps: [
      {
        ...signInAgain(about),
        text: 'もう一度 Microsoft にサインインし、画面に表示されるアクセス許可をすべて承諾してください。',
      },
      ...(about.account === 'personal'
        ? []
        : [
            {
              text: '画面に「管理者の承認が必要」と表示された場合は、このプログラムを承認するよう、組織の管理者に依頼してください。',
            },
          ]),
    ],
  }),
  'client-refused': () => ({
    title: 'プログラムのクライアント ID が Microsoft に受け付けられません',
    explanation:
      'Microsoft にサインインするプログラムには、登録時に発行された「クライアント ID」があります。今回の ID は、登録されていないか、無効にされているか、この種類のアカウント用ではないか、「モバイル アプリケーションとデスクトップ アプリケーション」として登録されていません。アカウントやパスワードが原因ではありません。',
    nextSteps: [
      { text: 'クライアント ID が、登録した人から受け取ったものと一字一句同じか確かめてください。' },
      {
        text: '登録した人は登録内容を開き、この種類のアカウント (個人用、職場用、または両方) に対応しているか、「パブリック クライアント フロー」が許可されているか、リダイレクト URI に http://localhost があるかを確かめてください。',
        url: pages.appRegistrations,
      },
    ],
  }),
  'account-not-admitted': (about) => ({
    title: 'このアカウントでは、ここにサインインできません',
    explanation:
      'アカウントは存在しますが、サインイン先が合っていません。個人用アカウント専用の画面で職場のアカウントを使ったか、その逆です。アカウントが別の組織や、Microsoft の別のクラウドのものである場合もあります。',
    nextSteps: [
      {
        text: 'Microsoft の画面で「別のアカウントを使用する」を選び、開きたいメールボックスのアカウントでサインインしてください。',
      },
      signInAgain(about),
    ],
  }),
  'clock-wrong': () => ({
    title: 'このコンピューターの時計が合っていません',
    explanation:
      'Microsoft がたった今発行したものが、このコンピューターの時計では有効期間外です。トークンの有効期間は 1 時間ほどしかないため、時計が数分以上ずれていると使えません。',
    nextSteps: [
      {
        text: 'このコンピューターの日付、時刻、タイム ゾーンを直してください。インターネットから自動で合わせる設定にしておくと確実です。',
      },
      { text: 'そのあと、最初からやり直してください。' },
    ],
  }),
}
