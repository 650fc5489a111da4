/** 診断結果の日本語の文面。何が起きたか、なぜか、次に何をすればよいか。画面の名称は Microsoft の日本語表記に合わせる。 */
import type { NextStep } from '../finding.ts'
import { pageFor, pages, protocolNames, run, stepsFor, webMail, type Circumstances, type Texts } from './text.ts'

const mailServer = ({ protocol }: Circumstances) =>
  protocol ? `${protocolNames[protocol]} サーバー` : 'メールサーバー'
const place = (about: Circumstances) =>
  about.host === undefined ? mailServer(about) : `${about.host} (ポート ${about.port})`
/** 英数字の名前は後ろを半角空けて文につなぐ。名前が分からないときの言い方は空けない。 */
const named = (name: string | undefined, otherwise: string) => (name === undefined ? otherwise : `${name} `)
const door = ({ protocol }: Circumstances) => named(protocol && protocolNames[protocol], 'このプロトコル')
const proof = ({ credential }: Circumstances) => (credential === 'token' ? 'トークン' : 'パスワード')
const checkAgain = (about: Circumstances): NextStep => ({
  text: 'そのあと、もう一度確認します。',
  ...run(about, 'check'),
})
const rightSettings = (about: Circumstances): NextStep => ({
  text:
    about.account === 'unknown'
      ? 'メールソフトのサーバー名、ポート、暗号化方式を、メールの提供元が案内している設定と見比べてください。'
      : 'メールソフトのサーバー名、ポート、暗号化方式を、正しい設定と見比べてください。',
  ...run(about, 'settings'),
})
const askAdministrator = (what: string): NextStep => ({ text: `組織の管理者に、${what}よう依頼してください。` })
const tryLater: NextStep = {
  text: '15 分ほど待ってから、1 回だけやり直してください。何度も繰り返すと、使えるようになるまでの時間が延びます。',
}
const otherNetwork: NextStep = {
  text: 'スマートフォンのテザリングなど、別の回線で試してください。メール用のポートをふさいでいる回線やセキュリティソフトがあります。',
}
const signInAgain = ({ address = 'ADDRESS' }: Circumstances): NextStep => ({
  text: 'もう一度 Microsoft にサインインします。',
  command: `sparekey login ${address}`,
})
const withSparekey = (about: Circumstances): NextStep => ({
  ...signInAgain(about),
  text: 'sparekey の場合は、もう一度 Microsoft にサインインしてください。',
})
const microsoftSignIn: NextStep = {
  text: 'メールソフトのアカウント設定で、認証方式を「OAuth2」「先進認証」「Microsoft でサインイン」のいずれかに変えるか、アカウントをいったん削除して追加し直してください。Microsoft のサインイン画面が開くので、そこでパスワードと確認コードを入力します。',
}

const ownName: NextStep = {
  text: 'ユーザー名が別のメールボックスのものか、パスワードが古いのかもしれません。アカウントそのもののアドレス (別名や共有メールボックスではないもの) を使い、パスワードを入力し直してください。',
}

const forKind = ({ account }: Circumstances, personal: NextStep[], work: NextStep[]) =>
  stepsFor(
    account,
    { personal, work },
    { personal: '個人用アカウントの場合: ', work: '職場や学校のアカウントの場合: ' },
  )

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

/** SMTP のサインインがオフのときに、誰がオンにできるのか、ほかにどう送れるのか。 */
const withSmtpOff = (about: Circumstances): NextStep[] => [
  ...forKind(
    about,
    [
      {
        text: '送信は、ブラウザーか、SMTP を使わないソフト (現在の Outlook など) から行ってください。',
        url: pages.webMail,
      },
    ],
    [askAdministrator('メールボックスの「認証済み SMTP」を有効にする')],
  ),
  {
    ...signInAgain(about),
    text: 'sparekey でも送信できます。一度 Microsoft にサインインしておけば、SMTP がオフのとき sparekey send は SMTP の代わりに Microsoft Graph で送ります。',
  },
  { text: 'この設定については、Microsoft の説明があります。', url: pages.smtpAuthOff },
]

const fields: Record<Circumstances['differences'][number]['field'], string> = {
  host: 'サーバー名',
  port: 'ポート',
  security: '暗号化方式',
  spa: '「セキュリティで保護されたパスワード認証 (SPA)」',
  authentication: '「送信サーバー (SMTP) は認証が必要」',
  username: 'ユーザー名',
}
const values: Record<string, string> = {
  tls: 'SSL/TLS',
  starttls: 'STARTTLS',
  none: '暗号化なし',
  on: 'オン',
  off: 'オフ',
}
const value = (text: string) => values[text] ?? text

export const ja: Texts = {
  said: (quote, by) => (by === 'server' ? `サーバーの返答:「${quote}」` : `このコンピューターの報告:「${quote}」`),
  findings: {
    ok: (about) => ({
      title: '問題は見つかりませんでした',
      explanation:
        about.signedIn === false
          ? 'サーバーにつながり、証明書は有効で、サインインの手段も用意されています。パスワードは送っていないため、サインインそのものは確かめていません。'
          : 'サーバーにつながり、証明書は有効で、サインインもできました。',
      nextSteps: [
        {
          text: 'それでもメールソフトで送受信できない場合は、メールソフト側の設定が違っています。正しい設定と見比べてください。',
          ...run(about, 'settings'),
        },
      ],
    }),
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
    'protocol-off': (about) =>
      about.protocol === 'smtp'
        ? {
            title: 'このメールボックスでは SMTP での送信がオフになっています',
            explanation: `同じ${proof(about)}がほかのプロトコルでは通り、SMTP では断られました。${proof(about)}は正しく、このメールボックス${about.account === 'personal' ? '' : 'か組織全体'}で、SMTP のサインイン (SMTP AUTH) がオフになっていると考えられます。その場合も Microsoft は、${proof(about)}が違うときと同じ返答をすることがあります。新しい個人用メールボックスは最初から無効で、持ち主が切り替える方法はありません。組織のアカウントでは管理者が決めます。`,
            nextSteps: withSmtpOff(about),
          }
        : {
            title: `このメールボックスでは、${door(about)}がオフになっています`,
            explanation: `同じ${proof(about)}がほかのプロトコルでは通り、${door(about)}では断られました。${proof(about)}は正しく、このメールボックスでは、${door(about)}がオフになっていると考えられます。その場合も Microsoft は、${proof(about)}が違うときと同じ返答をします。Outlook.com では、POP と IMAP は持ち主がオンにするまで使えません。`,
            nextSteps: [
              ...forKind(
                about,
                [
                  {
                    text: 'ブラウザー版の Outlook で「設定」→「メール」→「転送と IMAP」を開き、デバイスとアプリで POP や IMAP を使えるようにして保存します。',
                    url: pages.webMail,
                  },
                ],
                [askAdministrator(`メールボックスで、${door(about)}を有効にする`)],
              ),
              { text: 'または、メールソフトを、使えたほうのプロトコルに切り替えてください。' },
              checkAgain(about),
            ],
          },
    'mailbox-not-connected': (about) => ({
      title: 'サインインはできましたが、メールボックスが開きません',
      explanation: `${mailServer(about)}はサインインを受け付けましたが、その先のメールボックスを開けませんでした。原因はいくつも知られていますが、Microsoft の返答はどれも同じです。可能性の高いものから順に試し、直ったところで終わりにしてください。`,
      nextSteps: [
        ...forKind(
          about,
          [
            {
              text: 'IMAP と POP がオフになっているのかもしれません (持ち主が変えるまではオフです)。ブラウザー版の Outlook で「設定」→「メール」→「転送と IMAP」を開き、デバイスとアプリで POP や IMAP を使えるようにしてください。',
              url: pages.webMail,
            },
          ],
          [
            {
              text: `メールボックスで、${door(about)}がオフになっているのかもしれません。オンにするよう、組織の管理者に依頼してください。`,
            },
          ],
        ),
        ...(about.credential === 'token' ? [] : [ownName]),
        ...(about.credential === undefined || about.credential === 'token'
          ? [
              {
                ...signInAgain(about),
                text: 'トークンが別のアカウントのものか、このプロトコル用ではないのかもしれません。開きたいメールボックスのアカウントで、もう一度 Microsoft にサインインしてください。',
              },
            ]
          : []),
        {
          text: '同時接続が多すぎるのかもしれません。このメールボックスを使っているほかのメールソフトを終了し、数分待ってからやり直してください。',
        },
        {
          text: '作られて間もないメールボックスは、数日間、開けたり開けなかったりすることがあります。翌日にもう一度試してください。',
        },
        {
          text: 'IPv6 の経路だけがつながらないのかもしれません。スマートフォンのテザリングなど、別の回線で試してください。',
        },
        {
          text: 'Microsoft 側の障害かもしれません。ブラウザーでメールボックスが開けるか確かめ、数時間待ってください。',
          ...webMail(about.account),
        },
        checkAgain(about),
      ],
    }),
    'smtp-auth-off-mailbox': (about) => ({
      title: 'このメールボックスでは SMTP での送信がオフになっています',
      explanation:
        'サーバーは、このメールボックスでは SMTP のサインイン (SMTP AUTH) が無効だと答えています。これは Microsoft 側の設定で、パスワードの間違いではありません。新しい個人用メールボックスは最初から無効で、持ち主が切り替える方法はありません。組織のアカウントでは管理者が決めます。',
      nextSteps: withSmtpOff(about),
    }),
    'smtp-auth-off-tenant': () => ({
      title: '組織全体で SMTP での送信がオフになっています',
      explanation:
        'サーバーは、組織 (テナント) 全体で SMTP のサインイン (SMTP AUTH) が無効だと答えています。パスワードは関係ありません。',
      nextSteps: [
        askAdministrator('組織全体か、自分のメールボックスだけ SMTP AUTH を許可する'),
        { text: 'この設定については、Microsoft の説明があります。', url: pages.smtpAuthOff },
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
    'sender-not-allowed': (about) => ({
      title: '差出人のアドレスが、このアカウントのものではありません',
      explanation: `サインインはできましたが、メールの差出人が、${about.address === undefined ? 'サインインした' : `${about.address} の`}アカウントのアドレスでも別名 (エイリアス) でもないため、Microsoft が送信を断りました (SendAsDenied)。`,
      nextSteps: [
        { text: '差出人を、サインインしたアドレスにしてください。' },
        {
          text: '別のアドレスで送りたい場合は、先にアカウントの別名として追加するか、「メールボックス所有者として送信する」権限を付けてもらってください。',
        },
      ],
    }),
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
    'settings-differ': (about) => ({
      title: 'メールソフトの設定が正しくありません',
      explanation:
        'メールソフトの設定が、このアドレスに必要なものと違っています。設定が違うままでは、正しいパスワードでも送受信できません。先に設定を直してください。',
      nextSteps: [
        ...(about.differences.length === 0
          ? [rightSettings(about)]
          : about.differences.map(({ protocol, field, now, right }) => ({
              text: `${protocolNames[protocol]}: ${fields[field]}を「${value(now)}」から「${value(right)}」に変えてください。`,
            }))),
        checkAgain(about),
      ],
    }),
    throttled: () => ({
      title: 'Microsoft が一時的に利用を制限しています',
      explanation:
        '短い時間に接続、送信、サインインのいずれかが多すぎたため、サーバーが一時的に断っています。パスワードや設定が原因ではありません。',
      nextSteps: [
        { text: 'このメールボックスを使っているほかのメールソフトを終了し、受信の間隔を長くしてください。' },
        tryLater,
      ],
    }),
    'server-unavailable': (about) => ({
      title: 'サーバーが一時的に使えません',
      explanation: `${mailServer(about)}が、今は処理できないと答えました。原因はサーバー側にあり、パスワードや設定ではありません。`,
      nextSteps: [tryLater, checkAgain(about)],
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
    'host-not-found': (about) => ({
      title: 'サーバー名が見つかりません',
      explanation: `${named(about.host, 'サーバー名')}のアドレスを調べられませんでした。サーバー名の入力間違い、すでに使われていない古い名前、インターネットにつながっていない、のいずれかです。`,
      nextSteps: [
        rightSettings(about),
        { text: 'ブラウザーで適当なページを開き、インターネットにつながっているか確かめてください。' },
      ],
    }),
    'connection-refused': (about) => ({
      title: 'サーバーが接続を受け付けていません',
      explanation: `${place(about)}への接続が断られました。そのポートでは何も動いていないか、ファイアウォールにはじかれています。`,
      nextSteps: [rightSettings(about), otherNetwork],
    }),
    'connection-timeout': (about) => ({
      title: 'サーバーから応答がありません',
      explanation: `${place(about)}から、制限時間内に応答がありませんでした。途中のファイアウォールや回線が通信を止めているか、ポートが違うか、最初から暗号化 (SSL/TLS) が必要なポートで、サーバーのあいさつを待ち続けているかのいずれかです。`,
      nextSteps: [
        rightSettings(about),
        otherNetwork,
        {
          text: '回線が遅い場合は、待ち時間を延ばしてください。',
          ...run(about, 'check', ' --timeout 60'),
        },
      ],
    }),
    'connection-dropped': (about) => ({
      title: '接続が途中で切れました',
      explanation: `${place(about)}は接続を受け付けましたが、返すはずの応答を返さずに切断しました。サーバーが混み合っているか、この回線からの接続を断っているか、途中の機器が通信を切っています。`,
      nextSteps: [tryLater, rightSettings(about)],
    }),
    'tls-needed': (about) => ({
      title: '通信が暗号化されません',
      explanation: `${place(about)}とは暗号化 (TLS) なしでしか通信できないか、途中で暗号化が妨げられました。このままでは、パスワードが誰にでも読める形で流れてしまいます。パスワードは送っていません。`,
      nextSteps: [
        {
          text: 'メールソフトの暗号化方式を、IMAP (ポート 993) と POP3 (ポート 995) は SSL/TLS、SMTP (ポート 587) は STARTTLS にしてください。',
        },
        rightSettings(about),
        {
          text: '設定が正しい場合は、サーバーとのあいだで何かが暗号化を外しています。別の回線を使い、メールを検査するセキュリティソフトも確かめてください。',
        },
      ],
    }),
    'tls-not-spoken': (about) => ({
      title: 'サーバーが TLS に対応していません',
      explanation: `${place(about)}との暗号化通信を始められませんでした。相手の返答が TLS ではありません。多くの場合、別の暗号化方式 (SSL/TLS ではなく STARTTLS) のポートか、別のサービスのポートです。パスワードは送っていません。`,
      nextSteps: [
        rightSettings(about),
        { text: '暗号化通信を検査するセキュリティソフトや回線がないか確かめてください。' },
      ],
    }),
    'certificate-untrusted': (about) => ({
      title: 'サーバーの証明書が信頼できません',
      explanation: `${place(about)}の証明書は、このコンピューターが信頼する認証局のものではありません。暗号化通信を検査するセキュリティソフトや社内ネットワークのほか、偽のサーバーの可能性もあります。パスワードは送っていません。`,
      nextSteps: [
        {
          text: '別の回線で試してください。また、セキュリティソフトの「メール検査」や「SSL スキャン」を一時的に切り、原因かどうか確かめてください。',
        },
        { text: '誰の証明書か分からないうちは、メールソフトで証明書を許可しないでください。' },
      ],
    }),
    'certificate-wrong-name': (about) => ({
      title: '証明書が別のサーバーのものです',
      explanation: `${place(about)}の証明書に、${named(about.host, 'そのサーバー')}の名前がありません。サーバー名が間違っているか古いか、別のサーバーが代わりに応答しています。パスワードは送っていません。`,
      nextSteps: [rightSettings(about), { text: 'サーバー名が正しい場合は、別の回線で試してください。' }],
    }),
    'certificate-expired': (about) => ({
      title: 'サーバーの証明書が有効期間外です',
      explanation: `${named(about.host, 'サーバー')}の証明書は、期限が切れているか、まだ有効になっていません。Microsoft のサーバーの場合、たいていはこのコンピューターの時計のずれか、途中に入っているソフトが原因です。パスワードは送っていません。`,
      nextSteps: [
        { text: 'このコンピューターの日付、時刻、タイム ゾーンを確かめてください。' },
        { text: '合っている場合は、別の回線で試してください。' },
      ],
    }),
    'not-a-mail-server': (about) => ({
      title: `${mailServer(about)}ではないものが応答しています`,
      explanation: `${place(about)}から応答がありましたが、${named(about.protocol && protocolNames[about.protocol], 'メール')}のものではありませんでした。別のサービスのポートか、ホテルやカフェなどの回線のログイン画面が代わりに応答していると考えられます。`,
      nextSteps: [
        rightSettings(about),
        { text: '外出先の回線では、先にブラウザーで適当なページを開き、回線の利用手続きを済ませてください。' },
      ],
    }),
    'not-a-microsoft-address': (about) => ({
      title: 'Microsoft のメールアドレスではありません',
      explanation: `ドメインを調べたかぎり、${named(about.address, 'このアドレス')}のメールは Microsoft に届いていません。そのため、正しい設定が分かりません。`,
      nextSteps: [
        { text: 'メールアドレスのつづりを確かめてください。' },
        {
          text: 'それでも Microsoft のメールボックスである場合は、メールソフトに入っている設定を指定してください。',
          command: `sparekey check ${about.address ?? 'ADDRESS'} --using imap=outlook.office365.com:993/tls`,
        },
      ],
    }),
  },
}
