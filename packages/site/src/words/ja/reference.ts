import type { FindingWords, NumberWords, ProgramWords, ReplyWords } from '../words.ts'

/** 英数字で終わる名前は後ろを半角空けて文につなぐ。 */
const joined = (name: string) => (/[A-Za-z0-9)!.]$/.test(name) ? `${name} ` : name)

export const findings: FindingWords = {
  title: '原因',
  description:
    'Microsoft のメールボックスがメールソフトを拒否する原因の一覧です。何が起きたのか、なぜか、どうすればよいかを説明します。',
  lead: 'sparekey が見分ける原因の一覧です。何が起きたのか、なぜか、どうすればよいかを、それぞれのページで説明します。',
  groups: {
    'sign-in': 'パスワードとアカウント',
    oauth: 'Microsoft でサインイン（OAuth 2.0）',
    sending: '送信',
    delivery: '宛先までの配送',
    mailbox: 'メールボックスとサーバー',
    settings: '設定',
    connection: '接続と証明書',
    text: 'メッセージだけでは決まらないとき',
  },
  code: 'コード',
  whatToDo: '対処法',
  personal: '個人用アカウントの場合',
  work: '職場または学校のアカウントの場合',
  sentences: 'この原因を表すサーバーの応答',
  numbers: 'この原因を表すサインインのエラー番号',
  commandLine: 'コマンドで調べる',
  commandLineText: '同じ説明の表示と、ご自分のアカウントの確認ができます。',
}

export const programs: ProgramWords = {
  title: 'ソフトと機器',
  description:
    'どのメールソフト、スマートフォン、複合機、NAS、ライブラリが IMAP、POP、SMTP で「Microsoft でサインイン」（OAuth 2.0）に対応しているかを、出典とともにまとめました。',
  lead: 'いまもサインインできるソフトの一覧です。「対応」「非対応」には、そう書かれているページと確認した日を付けています。見つからなかったものは「不明」としています。',
  describe: (name) =>
    `${joined(name)}は IMAP、POP、SMTP で「Microsoft でサインイン」（OAuth 2.0）に対応しているか。バージョンとアカウントの種類ごとに、出典とともに説明します。`,
  pageTitle: (name) => `${joined(name)}と Microsoft のメール`,
  kinds: {
    desktop: 'パソコン',
    phone: 'スマートフォンとタブレット',
    web: 'ウェブ',
    'command-line': 'コマンドライン',
    library: 'ライブラリ',
    copier: '複合機とスキャナー',
    nas: 'NAS',
  },
  canIt: '「Microsoft でサインイン」に対応しているか',
  name: 'ソフト',
  version: 'バージョン',
  receivingImap: 'IMAP',
  receivingPop: 'POP',
  sending: 'SMTP',
  personal: '個人用アカウント',
  work: '職場または学校のアカウント',
  answers: { yes: '対応', no: '非対応', unknown: '不明', absent: '–' },
  everyVersion: 'すべてのバージョン',
  since: (version) => `${version} 以降`,
  before: (version) => `${version} より前`,
  where: '設定する場所',
  file: '設定ファイル（個人用アカウントの例）',
  messages: '失敗したときの表示',
  evidence: '出典',
  seen: (day) => `${day} 確認`,
  whatNow: 'いまできること',
  paste: '表示されたメッセージを貼り付けると、その意味が分かります。',
  unknownNote:
    '「不明」は、公開されているページに記述が見つからなかったという意味です。対応していないという意味ではありません。',
  absentNote: '「–」は、そのプロトコルを使わないことを表します。',
  noOauth:
    '「非対応」の場合、個人用アカウントではパスワードもアプリ パスワードも使えません。ほかのソフトに替えるか、ブラウザーでメールをご利用ください。',
  canOauth:
    '「対応」の場合は、受信と送信の両方で有効にし、保存されている古いパスワードを消してください。Microsoft の画面が開くので、そこでパスワードと確認コードを入力します。',
  canPresent:
    '「対応」の場合は、パスワードの代わりにアクセス トークンを渡します。トークンは「sparekey token ADDRESS」で取得できます。',
  tryIt:
    'アカウント設定の認証方式に「OAuth2」「先進認証」「Microsoft でサインイン」があれば、それを選んでください。見つからなければ、一覧にあるほかのソフトをお試しください。',
  commandLine: 'このソフト用の設定を表示し、このソフトに合わせて確認するには：',
}

export const replies: ReplyWords = {
  title: 'サーバーの応答',
  description:
    'Microsoft の POP、IMAP、SMTP サーバーとサインイン画面が拒否するときの文を、原文のまま集めました。意味、時期、確認された場所が分かります。',
  lead: 'Microsoft のサーバーが拒否するときの文を、原文のまま集めました。それぞれのページで、意味と対処法を説明します。',
  paste: 'まったく同じ文が見つからない場合は、お手元の文を貼り付けて調べられます。',
  services: { pop3: 'POP3', imap: 'IMAP', smtp: 'SMTP', identity: 'Microsoft のサインイン' },
  pageTitle: (quote) => quote,
  describe: (quote, meaning) => `Microsoft のメールサーバーが「${quote}」と応答したときの意味：${meaning}`,
  saidBy: '応答するもの',
  when: '時期',
  phases: {
    I: 'パスワードが使えるあいだ',
    II: 'パスワードが拒否されるようになってから',
    III: 'サーバーがパスワードでのサインインを案内しなくなってから',
  },
  always: '時期を問わない',
  example: 'サーバー名、時刻、番号など、その都度変わる部分には例を入れています。',
  means: '意味',
  whatToDo: '対処法',
  full: 'この原因についてくわしく',
  confidence: '文の確かさ',
  bases: {
    official: 'Microsoft の文書にあるもの',
    announced: 'Microsoft が予告したもの',
    seen: '公開の報告で確認されたもの',
    assumed: '推定',
  },
  sources: '確認された場所',
  undated: '日付なし',
  withoutPage: (name) =>
    name === 'on premises'
      ? 'オンプレミスの Exchange Server の文面'
      : name === 'inferred here'
        ? 'ほかの記録からの推定'
        : /\bunnamed\b|public/.test(name)
          ? '名前を挙げていない公開情報'
          : name,
  row: '根拠の番号',
  numbers: 'サインインのエラー番号（AADSTS）',
  numbersText: 'このサイトで調べられる番号の一覧と、それぞれの意味です。',
}

export const numbers: NumberWords = {
  title: 'AADSTS 番号',
  description: 'メールソフトで「Microsoft でサインイン」するときに出る、AADSTS で始まるエラー番号の意味と対処法です。',
  lead: 'Microsoft のサインインが拒否されると、AADSTS で始まる番号が表示されます。メールソフトで出会うことのある番号をまとめました。',
  pageTitle: (number, meaning) => `${number}：${meaning}`,
  describe: (number, meaning) => `メールソフトで「Microsoft でサインイン」するときに出る ${number} の意味：${meaning}`,
  name: 'Microsoft による名前',
  means: '意味',
  whatToDo: '対処法',
  full: 'この原因についてくわしく',
  sources: '出典',
  number: '番号',
  meaning: '意味',
}
