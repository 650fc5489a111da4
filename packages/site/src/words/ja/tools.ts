import type { ExplainWords, SettingsWords } from '../words.ts'

export const explain: ExplainWords = {
  title: 'エラーを貼り付ける',
  description:
    'メールソフト、複合機、スクリプト、メールサーバーのメッセージや、届かなかったことを知らせるメールを貼り付けると、意味と対処法が分かります。すべてブラウザーの中だけで行われます。',
  lead: 'ダイアログの文章、Outlook のエラー番号、ログの一行、AADSTS で始まる番号、配信不能を知らせるメールの全文など、お手元にあるものをそのまま貼り付けてください。',
  privacy:
    'すべてこのページの中で処理します。貼り付けた内容がブラウザーの外に出ることはなく、送信も保存もされず、ページのアドレスにも入りません。それでも、パスワードは消してから貼り付けてください。',
  label: 'メッセージ',
  hint: '表示されたとおりに、番号も含めて、できるだけ省かずに。言語は問いません。',
  more: 'ほかに分かること',
  moreHint: '同じメッセージでも、原因は一つとは限りません。分かる項目だけ入力してください。原因を絞り込めます。',
  account: 'メールアドレス',
  day: '起きた日',
  program: 'ソフトまたは機器',
  anyProgram: '指定しない',
  explain: '調べる',
  clear: '最初からやり直す',
  examples: '例',
  withoutScript:
    'メッセージを調べるには JavaScript が必要です。サーバーには何も送らず、ブラウザーの中だけで調べるためです。JavaScript を使わない場合は、次のページから探してください。',
  heading: '分かったこと',
  nothing: 'まだ何も入力されていません。メッセージを欄に貼り付けてください。',
  recognised: '読み取れた部分',
  kinds: {
    server: 'メールサーバーの応答',
    identity: 'Microsoft のサインインの応答',
    program: 'ソフトのメッセージ',
    bounce: '配信不能の通知',
  },
  certainty: { certain: '確実', likely: '可能性が高い', possible: '可能性がある' },
  steps: '対処法',
  recipients: '宛先',
  also: 'ほかに考えられる原因',
  page: 'この原因についてくわしく',
}

export const settings: SettingsWords = {
  title: 'メールサーバーの設定',
  description:
    'Hotmail、Outlook.com、Live、MSN、Microsoft 365 の POP、IMAP、SMTP のサーバー名、ポート、暗号化方式。2013 年以降のどの日についても調べられ、そのままコピーできます。',
  lead: 'アドレスと日付に応じて、メールソフトに入力する値（サーバー名、ポート、暗号化方式、サインインの方法）を表示します。',
  privacy: 'アドレスがブラウザーの外に出ることはありません。このページはどのサーバーにも問い合わせません。',
  address: 'メールアドレス',
  addressHint: '例：hanako@hotmail.com',
  day: '日付',
  dayHint: '通常は今日のままで結構です。過去や将来の設定も調べられます。',
  kind: 'アカウントの種類',
  kinds: {
    personal: '個人用（Hotmail、Outlook.com、Live、MSN）',
    work: '職場または学校（Microsoft 365）',
  },
  kindHint:
    'このドメインだけでは判断できず、このページはどこにも問い合わせません。メールがほかの会社のサービスにある場合、その設定はここにはありません。',
  show: '設定を表示',
  notAnAddress: 'メールアドレスではありません。「名前@ドメイン」の形で入力してください。',
  heading: '設定',
  from: (day) => `${day}から`,
  between: (day, next) => `${day}から ${next}まで`,
  until: (day) => `${day}まで`,
  allTables: 'アカウントの種類と時期ごとの設定一覧',
  allTablesLead: 'Microsoft が案内している設定を、新しい順に並べました。',
  protocols: { pop3: '受信（POP）', imap: '受信（IMAP）', smtp: '送信（SMTP）' },
  fields: {
    host: 'サーバー',
    port: 'ポート',
    security: '暗号化',
    authentication: 'サインイン',
    username: 'ユーザー名',
    spa: 'セキュリティで保護されたパスワード認証（SPA）',
    authenticationRequired: '送信サーバーの認証',
  },
  security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'なし' },
  authentication: { password: 'パスワード', oauth2: 'OAuth2（Microsoft でサインイン）' },
  separator: '、',
  yourAddress: 'メールアドレス全体',
  off: 'オフ',
  on: 'オン',
  passwordsEnded:
    'この時点では、いつものパスワードもアプリ パスワードも使えません。使えるのは「Microsoft でサインイン」（OAuth2）だけです。',
  rollOut: (from, until) =>
    `Microsoft は ${from}から ${until}までのあいだに、アカウントごとに順次切り替えました。この期間は、以前の方法がまだ使えたこともあります。`,
}
