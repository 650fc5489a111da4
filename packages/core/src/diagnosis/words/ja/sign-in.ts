import type { NextStep } from '../../finding.ts'
import { pageFor, pages, run, smtpAuthOn, switchMayBeOff, webMail } from '../parts.ts'
import type { Circumstances, SignInWords } from '../words.ts'
import { switchOn } from './mailbox.ts'
import {
  administrator,
  byKind,
  checkAgain,
  dayInWords,
  door,
  forKind,
  ifCertain,
  mailServer,
  programName,
  rightSettings,
  signInAgain,
  webMailStep,
} from './phrases.ts'

/** パスワードを使わないサインイン。対応しているソフトの場合。 */
const microsoftSignIn: NextStep = {
  text: 'メールソフトが Microsoft でのサインインに対応している場合は、アカウント設定で認証方式を「OAuth2」「先進認証」「Microsoft でサインイン」のいずれかに変えるか、アカウントをいったん削除して追加し直してください。Microsoft のサインイン画面が開くので、そこでパスワードと確認コードを入力します。',
}
/** 対応していないもの（MS-ACC-20）。 */
const classicOutlook: NextStep = {
  text: 'クラシック版の Outlook（2016 以降）は、POP と IMAP ではこのサインインに対応していません。アカウントをいったん削除し、メールアドレスだけを入力して追加し直すと、Microsoft のアカウント（Exchange）として設定されます。Outlook 2013 以前と、2016 や 2019 のボリューム ライセンス版では、それもできません。',
}
/** メールソフトの名前が分かれば、手順は短くなる。 */
const whichProgram = (about: Circumstances): NextStep => ({
  text: '対応しているか分からない場合は、メールソフトの名前を指定してください。そのソフトに合った手順を示します。名前の一覧は sparekey settings --for help で表示できます。',
  ...run(about, 'check', ' --program NAME'),
})
const otherProgram: NextStep = {
  text: 'どちらもできない場合は、最新版に更新するか、対応しているソフト（Thunderbird や新しい Outlook など）に替えてください。',
}
/** このソフトではどこで選ぶのか、分かっている場合。 */
const signInIn = (about: Circumstances): NextStep => {
  const { program } = about
  const chosen = program?.switch?.ja
  if (program === undefined || chosen === undefined) return microsoftSignIn
  const since = program.since === undefined ? '' : `対応しているのは ${program.since} 以降です。`
  return {
    text: `${programName(about)}では、次の場所で Microsoft のサインイン（OAuth 2.0）を選びます: ${chosen}。${since}`,
  }
}
const oauthInProgram = (about: Circumstances): NextStep[] => {
  if (about.program === undefined) return [microsoftSignIn, classicOutlook, whichProgram(about), otherProgram]
  return about.program.switch === undefined ? [microsoftSignIn, otherProgram] : [signInIn(about)]
}

/** パスワードを使った場合は、使わない方法を案内する。Microsoft の画面でサインインした場合は、別の端末を案内する。 */
const afterPolicy = (about: Circumstances): NextStep[] => {
  if (about.protocol !== undefined && about.credential !== 'token') return [signInIn(about)]
  return about.account === 'personal'
    ? []
    : [
        {
          text: '組織が管理しているパソコンのブラウザーで試してください。そのような端末だけを許可するポリシーがよく使われています。',
        },
      ]
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

const orSwitchedOff = (about: Circumstances) =>
  switchMayBeOff(about)
    ? `次に考えられるのは、メールボックスで ${door(about)}がオフになっている場合です。このときも同じ返答になります。`
    : ''
/** 2 つの原因を見分ける方法。 */
const otherProtocols = (about: Circumstances): NextStep[] =>
  switchMayBeOff(about)
    ? [
        {
          text: `${door(about)}しか試していません。ほかのプロトコルも試してください。同じパスワードでサインインできるものがあれば、${door(about)}がオフになっているだけです。`,
          ...run(about, 'check'),
        },
        ...switchOn(about),
      ]
    : []

/** 切り替えは数週間から数か月かけて、アカウントごとに進んだ: MS-CAL-01、-02、-04、-05。 */
function whenRetired(about: Circumstances): string {
  const personal =
    'Outlook.com、Hotmail、Live、MSN では 2024 年 9 月に終わりました。Microsoft の発表は 9 月 16 日ですが、その 1 週間ほど前から拒否されたアカウントもあります。'
  const mailbox =
    '職場や学校のアカウントの POP と IMAP では、2022 年 10 月から 2023 年の初めにかけて、組織ごとに順に終わりました。'
  const smtp =
    '職場や学校のアカウントの SMTP では、まだ管理者が許可できる場合があります。2026 年 12 月末からは、管理者がオンにしないかぎり使えなくなり、新しい組織ではまったく使えません。完全に終わる時期は、2027 年の後半に発表される予定です。'
  if (about.cloud !== undefined) return 'この Microsoft のクラウドでも終わっています。'
  const work = { imap: mailbox, pop3: mailbox, smtp }
  return byKind(about, personal, about.protocol ? work[about.protocol] : mailbox + smtp)
}
/** 切り替えの期間中は、切り替え後の文面を示す。 */
const stillUnderWay = ({ rollOut }: Circumstances) =>
  rollOut === undefined
    ? ''
    : `この日は、まだ切り替えの途中でした（${dayInWords(rollOut.from)}から ${dayInWords(rollOut.until)}まで、アカウントごとに順に切り替え）。同じパスワードでほかのソフトがサインインできるなら、このアカウントはまだ切り替わっていませんが、まもなく使えなくなります。`
const passwordsForSmtp = (about: Circumstances) =>
  administrator(
    'しばらくのあいだ、このメールボックスで SMTP のパスワードを許可する',
    undefined,
    `Exchange Online PowerShell の「${smtpAuthOn.mailbox(about)}」と、それを許す認証ポリシー（Set-AuthenticationPolicy -AllowBasicAuthSmtp）が必要です。`,
    'パスワードしか使えない機器がある場合は、',
  )

export const signIn: SignInWords = {
  'app-password-needed': (about) => ({
    title: ifCertain(
      about,
      'アプリ パスワードが必要です',
      'パスワードが拒否されました — アプリ パスワードが必要な可能性が高い',
    ),
    explanation: `${mailServer(about)}がパスワードを拒否しました。2 段階認証をオンにすると、確認コードを入力できないメールソフトでは、いつものパスワードが使えなくなります。代わりに、Microsoft が発行する「アプリ パスワード」（小文字のローマ字 16 文字）を使います。ただし、パスワードが間違っている場合も Microsoft の返答は同じです。入力間違いや、2 段階認証がオンになっていない可能性もあります。${orSwitchedOff(about)}`,
    nextSteps: [
      {
        text: 'まず、同じパスワードでブラウザーからサインインできるか確かめてください。できなければ、先にパスワードを再設定してください。',
        ...webMail(about.account),
      },
      ...newAppPassword(about),
      ...otherProtocols(about),
      checkAgain(about),
    ],
  }),
  'app-password-wrong': (about) => ({
    title: 'このアプリ パスワードは拒否されました',
    explanation: `アプリ パスワードらしい文字列（小文字のローマ字 16 文字）を送りましたが、${mailServer(about)}が拒否しました。入力間違いか、アカウント側で削除されたか、そのあと 2 段階認証がオフにされたかのいずれかです。2 段階認証をオフにすると、それまでのアプリ パスワードはすべて無効になります。${orSwitchedOff(about)}`,
    nextSteps: [
      {
        text: '2 段階認証がオフになっている場合は、メールソフトのパスワードをいつものパスワードに戻してください。',
        ...pageFor(about.account, { personal: pages.additionalSecurity, work: pages.workSecurity }),
      },
      ...newAppPassword(about),
      ...otherProtocols(about),
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
    title: ifCertain(
      about,
      'メールソフトからのパスワードでのサインインは廃止されました',
      'パスワードが拒否されました — パスワードでのサインインが廃止された可能性が高い',
    ),
    explanation: `${mailServer(about)}は、いつものパスワードもアプリ パスワードも、もう受け付けません。Microsoft はパスワードだけの認証方式（基本認証）を順に終了しています。${whenRetired(about)}使えるのは OAuth 2.0 です。Microsoft の画面でサインインし、メールソフトはパスワードの代わりにトークンを受け取ります。アプリ パスワードを作り直しても解決しません。${stillUnderWay(about)}${ifCertain(about, '', 'サーバーの返答は、パスワードが違うときと同じ一般的なものでした。しかしこの時期には、正しいパスワードでも同じ返答になります。')}`,
    nextSteps: [
      ...oauthInProgram(about),
      ...(about.protocol === 'imap' || about.protocol === 'pop3' ? [] : forKind(about, [], [passwordsForSmtp(about)])),
      {
        ...signInAgain(about),
        text: 'sparekey で送受信する場合は、一度 Microsoft にサインインしてください。',
      },
      webMailStep(about),
    ],
  }),
  'account-blocked': (about) => ({
    title: 'アカウントが Microsoft によってブロックされています',
    explanation:
      'サインインの失敗が続いたときや、いつもと違う場所からのサインインがあったとき、Microsoft は持ち主本人のサインインだと確認できるまでアカウントをブロックします。そのあいだは、正しいパスワードも拒否されます。',
    nextSteps: [
      { text: '失敗を増やさないように、メールソフトの自動受信を止めてください。' },
      { text: 'ブラウザーでサインインし、画面の案内に従って本人確認をします。', ...webMail(about.account) },
      ...forKind(
        about,
        [
          {
            text: '「最近のアクティビティ」のページで、自分のサインインには「これは私です」を選びます。',
            url: pages.activity,
          },
        ],
        [
          administrator(
            'アカウントが無効になっていないか、サインインがブロックされていないか、サインイン ログで確かめる',
            pages.entraAdminCenter,
            'パスワードの間違いによるロックは、時間がたてば解除されます。',
          ),
        ],
      ),
      checkAgain(about),
    ],
  }),
  'security-defaults': (about) => ({
    title: '組織の「セキュリティの既定値群」がこのサインインを禁じています',
    explanation:
      '組織で Microsoft の「セキュリティの既定値群」が有効になっています。パスワードだけのサインインは、パスワードが正しくてもすべて拒否されます。',
    nextSteps: [
      signInIn(about),
      ...forKind(
        about,
        [
          {
            text: 'この設定は適用されません。ユーザー名がアカウントそのもののアドレスか確かめてください。',
          },
        ],
        [
          administrator(
            'メールソフトで使えるサインイン方法を教える',
            pages.entraAdminCenter,
            'SMTP でパスワードを使うには、「セキュリティの既定値群」を無効にし（Entra ID →「概要」→「プロパティ」）、代わりに条件付きアクセスを設定する必要があります。',
          ),
        ],
      ),
    ],
  }),
  'policy-blocked': (about) => ({
    title: '組織のポリシーによってサインインが拒否されました',
    explanation:
      'Microsoft は、サインインが組織の条件を満たしていないと答えています。条件付きアクセスのポリシーやリスク判定が、場所、端末、プログラム、サインイン方法などを理由に拒否したものです。パスワードなどの 1 段階目の確認は通っていると考えられます。',
    nextSteps: [
      ...forKind(
        about,
        [
          {
            text: 'このようなポリシーは適用されません。ユーザー名がアカウントそのもののアドレスか確かめてください。',
          },
        ],
        [
          administrator(
            'サインイン ログで拒否された理由を調べ、使える方法を教える',
            pages.entraAdminCenter,
            'サインイン ログ（Entra ID →「監視と正常性」→「サインイン ログ」）には、拒否したポリシーの名前が残っています。変更できるのは管理者だけです。',
          ),
        ],
      ),
      ...afterPolicy(about),
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
          title: 'サインインが拒否されましたが、理由は分かりません',
          explanation: `${mailServer(about)}の返答の文面からは、拒否された理由を断定できません。サーバーの返答そのものが、いちばんの手がかりです。`,
          nextSteps: [
            {
              text: '同じユーザー名とパスワードでブラウザーからサインインし、正しいかどうか確かめてください。',
              ...webMail(about.account),
            },
            rightSettings(about),
          ],
        },
}
