/** The command line in Japanese. */
import type { MessageProblem } from '@sparekey/core'
import type { MissingSecret } from './failures.ts'
import type { Words } from './words.ts'
import { refusalIn, type Refusal } from './refusals.ts'

const trouble: Words['words']['trouble'] = {
  'not-in-server-map': 'サーバーマップに、このホストとポートはありません。',
  timeout: '時間内に応答がありませんでした（--timeout で延ばせます）。',
  closed: 'サーバーが接続を切りました。',
  endless: 'サーバーが、メールサーバーではありえない量のデータを送ってきました。',
  'tls-spoken': 'サーバーは最初から TLS で通信しています。ここで STARTTLS を選ぶのは誤りです。',
  'other-protocol': 'サーバーは別のプロトコルで通信しています。',
  refused: 'サーバーが拒否しました。',
  'no-tls': '暗号化されない接続のため、パスワードは送りません。',
  'starttls-missing': 'サーバーが暗号化（STARTTLS）に対応していないため、パスワードは送りません。',
  'starttls-refused': 'サーバーが暗号化（STARTTLS）を拒否したため、パスワードは送りません。',
  'bytes-before-tls': '暗号化が始まる前に不審なデータが差し込まれたため、パスワードは送りません。',
  preauth: '暗号化が始まる前にサインイン済みと言われたため、パスワードは送りません。',
  'password-not-offered': 'サーバーがパスワードでのサインインを受け付けていないため、パスワードは送りません。',
  'token-not-offered': 'サーバーがトークン (OAuth 2.0) でのサインインを受け付けていないため、トークンは送りません。',
  'not-asked': '指定により行いませんでした。',
}

export const ja: Words = {
  help: {
    tagline:
      'Hotmail・Outlook.com・Microsoft 365 のメールがメールソフトで送受信できない理由と、その解決方法を調べます。',
    usage: '使い方',
    commands: 'コマンド',
    arguments: '引数',
    flags: 'オプション',
    globalFlags: 'すべてのコマンドに共通のオプション',
    examples: '例',
    anyFlags: '[オプション]',
    anyCommand: 'コマンド',
    required: '必須',
    repeatable: '複数指定可',
    defaultIs: (value) => `既定値: ${value}`,
    withRemarks: (text, remarks) => `${text}（${remarks.join('、')}）`,
    more: '各コマンドの詳しい説明は「sparekey コマンド --help」で表示します。',
  },
  commands: {
    settings: {
      brief: 'メールアドレスに合った正しいサーバー設定を表示します',
      description: ['メールソフトのアカウント設定に入力する値を、プロトコルごとに表示します。'],
    },
    check: {
      brief: '送受信できない原因を調べ、次にすることを示します',
      description: [
        'メールソフトと同じ手順（名前解決・接続・TLS・最初の応答・対応機能・サインイン）をプロトコルごとにたどり、サーバーの返答をそのまま引用したうえで、原因と次にすることを示します。',
        'パスワードは、証明書を確認した TLS 接続でしか送りません。送るのはプロトコルごとに 1 回だけです。',
        '問題がなければ終了コード 0、見つかれば 1 で終わります。',
      ],
    },
    explain: {
      brief: 'check の診断結果を詳しく説明します',
      description: ['診断結果の意味と対処の手順を、順を追って説明します。'],
    },
    send: {
      brief: 'メールを送信します',
      description: [
        'SMTP でメールを送信します。オプションからメールを組み立てるか、メール全体が入ったファイル（--eml）をそのまま送ります。ファイルに Bcc の行があれば取り除いて送ります。',
      ],
    },
    list: {
      brief: 'フォルダーのメールを一覧表示します',
      description: ['IMAP では指定したフォルダー、POP3 では受信トレイのメールを、新しいものから一覧表示します。'],
    },
    read: {
      brief: 'メールを 1 通表示します',
      description: ['メール 1 通の主なヘッダー、本文、添付ファイルの一覧を表示します。'],
    },
    login: {
      brief: 'サインインし、以後パスワードなしで使えるようにします',
      description: [
        'このアカウントで今使えるサインイン方法を選び、その理由を示します。Microsoft でのサインイン（OAuth 2.0。このパソコンか別の端末のブラウザーを使います）か、アプリ パスワードのどちらかです。',
        '結果はシステムのキーリングに、なければ自分だけが読めるファイルに保存し、check・send・list・read で使います。',
        'Microsoft でのサインインにはクライアント ID が必要です。--client-id、環境変数 SPAREKEY_CLIENT_ID、サーバーマップ、config.json のいずれかで指定します。',
      ],
    },
    logout: {
      brief: 'サインインしたアカウントの情報を削除します',
      description: ['login で保存したアカウントの情報を、このパソコンから削除します。'],
    },
    accounts: {
      brief: 'サインインしているアカウントを一覧表示します',
      description: [
        'login で保存したアカウントのうち、接続先のサーバーのものを表示します。サーバーマップを指定すると、そのサーバーマップのアカウントになります。',
      ],
    },
    token: {
      brief: 'ほかのプログラム用に、新しいアクセス トークンを出力します',
      description: [
        'Microsoft でサインインしたアカウントの、IMAP・POP3・SMTP 用アクセス トークン（SASL XOAUTH2）だけを出力します。約 1 時間メールボックスを開ける鍵なので、パスワードと同じように扱ってください。',
      ],
    },
    mock: {
      brief: 'Microsoft のメールサーバーの模擬サーバーを起動します',
      description: [
        'Microsoft のサーバーと同じようにふるまう POP3・IMAP・SMTP サーバー、サインイン（OAuth 2.0）とアカウントのページ、それらを操作する HTTP API を、このパソコンの中で起動します。受け取ったものが外に出ることはありません。',
        '--config を指定しなければ、アカウントは hanako@hotmail.com の 1 つだけです。パスワードは起動のたびに作られ、画面に表示されます。',
      ],
    },
    demo: {
      brief: '「メールが送受信できなくなった話」を、原因から解決まで実演します',
      description: [
        '2021 年に多くの人が経験したことを再現します。2 段階認証を有効にするとメールソフトが拒否されるようになり、アプリ パスワードで再びつながるまでの話です。そして今日、それも使えなくなり、Microsoft でのサインイン（OAuth 2.0）でつながるところまでを描きます。クライアントも TLS も本物で、相手はこのパソコンの中の模擬サーバーです。',
        'すべての場面が筋書きどおりに進んだときだけ、終了コード 0 で終わります。',
      ],
    },
  },
  arguments: {
    ADDRESS: 'メールアドレス（例: hanako@hotmail.com）',
    CODE: '診断結果のコード（例: app-password-needed）',
    UID: 'メールの番号（list で表示されるもの）',
  },
  flags: {
    protocol: '調べるプロトコル: pop3、imap、smtp',
    asOf: '指定した日の規則で判断します（例: 2021-05-01）',
    mockAsOf: '模擬サーバーの世界の日付（例: 2021-05-01）。now なら今日',
    passwordStdin: 'パスワードを標準入力の 1 行目から読み取ります',
    noSignIn: 'パスワードを送る手前で止めます',
    using:
      'メールソフトの今の設定と比べます。「プロトコル=ホスト:ポート/暗号化」の形で、暗号化は tls、starttls、none のいずれか。続けて /spa、/no-auth、/user=名前 を付けられます',
    from: '差出人（自分のアドレス）',
    to: '宛先',
    cc: 'Cc の宛先',
    bcc: 'Bcc の宛先（ほかの受信者には見えません）',
    subject: '件名',
    text: '本文。- を指定すると標準入力から読み取ります',
    html: 'HTML 形式の本文が入ったファイル',
    attach: '添付するファイル',
    eml: 'メール全体が入ったこのファイルを送ります。送り先はオプションで指定した宛先、指定がなければファイルに書かれた宛先です',
    account: 'メールボックスのアドレス',
    sendAccount: 'サインインに使うアカウント（差出人がそのアカウントの別名の場合に指定）',
    mailProtocol: 'imap または pop3',
    folder: 'フォルダー（IMAP のみ）',
    limit: '表示する件数の上限（新しい順）',
    raw: 'メールのデータを 1 バイトも変えずに出力します',
    appPassword: 'アプリ パスワードでサインインします',
    appPasswordStdin: 'アプリ パスワードを標準入力の 1 行目から読み取ります',
    oauth:
      'Microsoft でサインインします。device は別の端末でもよいブラウザーでコードを入力（既定）、browser はこのパソコンのブラウザー',
    clientId: 'プログラムを Microsoft に登録したときのクライアント ID',
    store: '保存先（既定ではキーリング、なければファイル）',
    config: 'アカウント、テナント、メール、上限を書いた JSON ファイル',
    host: '待ち受けるアドレス',
    port: 'ポート番号を固定します。名前は pop3、imap、smtp、http、https。0 なら空いているポート',
    write: 'サーバーマップをこのファイルに書き込み、終了時に削除します（サーバーマップ以外のファイルは上書きしません）',
    advertise: '証明書と API に加えるホスト名（コンテナー用）',
    allowHost: 'HTTP API が受け付ける Host 名を追加します',
  },
  globals: {
    '--json': '結果もエラーも、1 つの JSON として標準出力に書き出します',
    '--lang': '表示する言語（既定ではシステムの言語）',
    '--no-color': '色を付けません',
    '--no-input': '入力を求めず、足りなければエラーで終わります',
    '--quiet': '結果とエラーだけを表示します',
    '--verbose': 'check では、サーバーの返答も 1 行ずつ表示します（パスワードは表示しません）',
    '--servers': 'サーバーマップ。そこに書かれたサーバーだけに接続します（環境変数 SPAREKEY_SERVERS でも指定可）',
    '--allow-remote-servers': 'このパソコンの外を指すサーバーマップも受け入れます',
    '--timeout': '通信の 1 段階ごとに待つ秒数（既定値: 30）',
    '--help': 'このヘルプを表示します',
    '--version': 'バージョンを表示します',
  },
  usage: {
    noCommand: 'コマンドを指定してください。',
    flagBeforeCommand: (flag) => `${flag} は、コマンド名の後ろに付けてください。`,
    unknownCommand: (input, similar) => `「${input}」というコマンドはありません。${didYouMean(similar)}`,
    unknownFlag: (flag, similar) => `${flag} というオプションはここでは使えません。${didYouMean(similar)}`,
    secretOnCommandLine:
      'パスワードをコマンドラインに書くと、ほかの人から見えてしまいます。--password-stdin を使うか、何も付けずに実行して、尋ねられたときに入力してください。',
    valueMissing: (flag) => `${flag} に値がありません。`,
    valueUnexpected: (flag) => `${flag} には値を付けられません。`,
    repeated: (flag) => `${flag} は 1 回しか指定できません。`,
    argumentMissing: (name) => `${name} がありません。`,
    tooManyArguments: (expected) =>
      expected === 0
        ? 'このコマンドに引数はありません。オプションだけを指定してください。'
        : `引数が多すぎます（${expected} 個まで）。`,
    badChoice: (flag, input, choices) =>
      `${flag} に「${input}」は指定できません。${choices.join('、')} から選んでください。`,
    badValue: (flag, reason) => `${flag}: ${reason}`,
    badLanguage: (input) => `--lang に指定できるのは en か ja です（「${input}」は使えません）。`,
    badTimeout: (input) => `--timeout には 0 より大きく 600 以下の秒数を指定してください（「${input}」は使えません）。`,
    notADate: (input) => `「${input}」は日付ではありません。2021-05-01 のように指定してください。`,
    notACount: (input) => `「${input}」は 1 以上の整数ではありません。`,
    notAPort: (input) => `「${input}」は「名前=ポート番号」の形になっていません（例: imap=40993）。`,
    notAHost: (input) => `「${input}」はホスト名（例: mail.test）でも IP アドレスでもありません。`,
    noPortName: (name) => `「${name}」は使えません。名前は pop3、imap、smtp、http、https のいずれかです。`,
    passwordAndTextFromStdin: '--password-stdin と --text - は、どちらも標準入力を使うため同時に指定できません。',
    emlStandsAlone: (flag) => `--eml は完成したメールをそのまま送るため、${flag} と同時には使えません。`,
    notTogether: (flag, other) =>
      `${flag} と ${other} は別々のサインイン方法です。どちらか一方だけを指定してください。`,
    nothingToSend: '送る内容がありません。--text、--html、--attach、--eml のいずれかを指定してください。',
    noRecipient: '宛先がありません。--to、--cc、--bcc のいずれかを指定してください。',
    onlyInbox: 'POP3 で読めるのは受信トレイだけです。--folder は --protocol imap で使ってください。',
    rawIsNotJson: '--raw はメールのデータをそのまま出力するため、--json と同時には使えません。',
    unknownFinding: (input, similar) => `「${input}」という診断結果はありません。${didYouMean(similar)}`,
    seeHelp: (command) => `詳しくは: ${command} --help`,
  },
  problems: {
    'bad-address': (of) =>
      of.problem === 'not-a-username'
        ? 'ユーザー名が空か、制御文字を含んでいるため、何も送信していません。'
        : `「${of.address}」はメールアドレスではありません（例: hanako@hotmail.com）。`,
    'bad-date': (of) => `「${of.date}」は日付ではありません。2021-05-01 のように指定してください。`,
    'bad-using': (of) =>
      `--using の「${of.using}」を読み取れません。imap=imap-mail.outlook.com:993/tls のように書き、必要なら続けて /spa、/no-auth、/user=名前 を付けてください。`,
    'bad-secret': () =>
      'パスワードは送信していません。空か、長すぎるか、UTF-8 ではないか、メールのプロトコルでは送れない文字（NUL や改行）が含まれています。',
    'bad-server-map': (of) => `サーバーマップ ${of.path} に誤りがあります: ${of.mistakes.join('、')}`,
    'map-not-private': (of) =>
      `サーバーマップ ${of.path} はほかの人が書き換えられる状態で、パスワードを別の場所へ送らされるおそれがあります。chmod 600 で自分だけのものにしてください。`,
    'map-not-local': (of) =>
      `サーバーマップ ${of.path} はこのパソコンの外を指しています: ${of.mistakes.join('; ')}。それで正しければ --allow-remote-servers を付けてください。`,
    'bad-message': (of) => messageProblems[of.problem],
    'file-missing': (of) => `ファイル ${of.path} が見つかりません。${namedIn(of)}`,
    'file-unreadable': (of) =>
      `ファイル ${of.path} を読み取れません${of.word === undefined ? '' : ` (${of.word})`}。${namedIn(of)}`,
    'folder-missing': (of) => `「${of.folder}」というフォルダーはありません。`,
    'message-missing': (of) =>
      `番号 ${of.uid ?? '?'} のメールはありません。今あるメールは sparekey list で確認できます。`,
    'protocol-broken': () => 'サーバーがプロトコルに反する返答をしたため、接続を打ち切りました。',
    'sign-in-refused': (of) =>
      of.notOffered === undefined
        ? 'サーバーがサインインを拒否しました。原因は sparekey check で調べられます。'
        : trouble[`${of.notOffered}-not-offered`],
    'account-missing': (of) => `${of.address} は、このパソコンではサインインしていません。`,
    'message-refused': (of) => refusals[refusalIn(of)].why,
    aborted: () => '中止しました。',
    'missing-secret': (of) => missingSecrets[of.why],
    'bad-client-id': () =>
      'クライアント ID の形になっていません。01234567-89ab-cdef-0123-456789abcdef のような形です。',
    'client-id-missing': () =>
      'Microsoft でサインインするには、プログラムを Microsoft に登録すると発行される「クライアント ID」が必要です。登録は sparekey の発行元が行うもので、まだ済んでいません。ほかのプログラムの ID を借りることもしません。',
    'no-token': (of) => `${of.address} はアプリ パスワードでサインインしているため、アクセス トークンはありません。`,
    'keyring-unavailable': () =>
      'システムのキーリング（パスワードの保管庫）が応答しません。ロックを解除するか、--store file で自分だけが読めるファイルに保存してください。',
    'store-not-private': (of) =>
      `${of.path} はほかの人も扱える状態のため、読み書きしません。${of.mend} で自分だけのものにしてください。すでに読まれたおそれがあれば、そのあとサインアウトしてサインインし直してください。`,
    'store-damaged': (of) => `${of.path} が壊れています。削除してから、sparekey login でサインインし直してください。`,
    'store-busy': (of) =>
      `別の sparekey が長い間使用中です（${of.path}）。終わるのを待ってから、もう一度実行してください。`,
    'bad-config': (of) => of.mistakes.map((line) => `${of.path}: ${line}`).join('\n'),
    'port-in-use': (of) =>
      `ポート ${of.port} はすでに使われています。--port で別の番号を指定するか、0 を指定して空いているポートを使ってください。`,
    'cannot-listen': (of) => `${of.host} のポート ${of.port} で待ち受けられません（${of.word}）。`,
    'output-exists': (of) =>
      `${of.path} はすでにあり、サーバーマップではないため、上書きしません。別の名前を指定するか、不要なら自分で削除してください。`,
    'output-failed': (of) => `${of.path} に書き込めません。`,
    'write-failed': (of) => `書き込みに失敗しました（${of.word}）。`,
    interrupted: () => '中止しました。',
    internal: (of) =>
      `sparekey の不具合です。操作の誤りではありません（${of.word}）。--verbose を付けると、起きた場所を表示します。`,
  },
  fileMistakes: {
    'not-json': (path) => `${path} は JSON として読めません`,
    'not-an-object': (path) => `${path} はオブジェクト（{ … }）で指定してください`,
    'unknown-key': (path) => `${path} という項目はありません`,
    'not-a-client-id': (path) => `${path} はクライアント ID で指定してください`,
  },
  remedies: {
    'account-missing': (of) => [`sparekey login ${of.address}`],
    'no-token': (of) => [`sparekey login ${of.address} --oauth device`],
    'message-refused': (of) => refusals[refusalIn(of)].remedies,
    'client-id-missing': (of) => [
      `クライアント ID をお持ちなら、--client-id ID か環境変数 SPAREKEY_CLIENT_ID で指定するか、${of.path} に { "clientId": "ID" } と書いてください。`,
      'Microsoft 365 や Azure を使っている組織の管理者なら、https://entra.microsoft.com の「アプリの登録」で、無料で登録できます。パブリック クライアントとして、リダイレクト URI を http://localhost にし、パブリック クライアント フローを許可します。その ID は個人のアカウントにも使えます。詳しい手順は、このパッケージの client-id.md（英語）にあります。',
      '個人のアカウントしか持っていない方は登録できません。Microsoft が、個人のアカウントだけでの登録を受け付けなくなったためです。',
      'それまでの間は、Microsoft に登録済みのメールソフト（新しい Outlook、Thunderbird など）か、ブラウザーで https://outlook.live.com をお使いください。',
    ],
  },
  words: {
    account: {
      personal: '個人の Microsoft アカウント',
      work: '職場または学校のアカウント（Microsoft 365）',
      unknown: 'Microsoft のアカウントかどうか不明',
    },
    security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'なし' },
    authentication: { password: 'パスワード', oauth2: 'Microsoft でサインイン（OAuth 2.0）' },
    certainty: { certain: '確実', likely: '可能性が高い', possible: '可能性がある' },
    step: {
      resolve: '名前解決',
      connect: '接続',
      tls: '暗号化',
      greeting: '最初の応答',
      capabilities: '対応機能',
      'sign-in': 'サインイン',
    },
    trouble,
    outcome: { ok: '成功', failed: '失敗', skipped: '省略' },
    field: {
      host: 'サーバー名',
      port: 'ポート',
      security: '暗号化',
      spa: 'SPA',
      authentication: '送信時の認証',
      username: 'ユーザー名',
    },
    on: 'オン',
    off: 'オフ',
    source: { domain: '', mx: 'MX レコードから判断', 'servers-file': 'サーバーマップから判断' },
  },
  settings: {
    heading: { imap: '受信（IMAP）', pop3: '受信（POP3）', smtp: '送信（SMTP）' },
    server: 'サーバー名',
    port: 'ポート',
    encryption: '暗号化',
    userName: 'ユーザー名',
    signInWith: 'サインイン方法',
    spa: 'セキュリティで保護されたパスワード認証（SPA）',
    smtpAuthentication: '送信サーバー（SMTP）は認証が必要',
    asOf: (date) => `${date} 現在`,
    passwordHint: '2 段階認証が有効な場合は、パスワードにアプリ パスワード（小文字のローマ字 16 文字）を使います。',
    oauthHint: 'ここでは通常のパスワードもアプリ パスワードも、もう使えません。',
  },
  check: {
    passwordPrompt: (address) => `${address} のパスワード`,
    certainty: (word) => `（${word}）`,
    quote: (words) => `「${words}」`,
    now: '今の設定',
    right: '正しい設定',
    nextSteps: '次にすること',
    explain: (code) => `詳しくは: sparekey explain ${code}`,
    milliseconds: (ms) => `${ms} ミリ秒`,
  },
  mail: {
    sent: 'メールは受け付けられました。',
    notSent: 'メールは送信されていません。サーバーがどの宛先も受け付けませんでした。',
    deliveryUnknown:
      'それでもメールは送信された可能性があります。送り直す前に、送信済みのフォルダーを確かめてください。',
    viaGraph: 'このメールボックスでは SMTP が Microsoft 側で無効なため、代わりに Microsoft Graph で送信しました。',
    sentTo: '宛先',
    rejected: '拒否された宛先',
    serverSaid: 'サーバーの返答',
    noMessages: (folder) => `${folder} にメールはありません。`,
    messageId: 'Message-ID',
    uid: '番号',
    date: '日時',
    from: '差出人',
    to: '宛先',
    cc: 'Cc',
    subject: '件名',
    noSubject: '（件名なし）',
    noText: '（本文なし）',
    madeFromHtml: '（HTML の本文から作成）',
    attachments: '添付ファイル',
    unnamed: '（名前なし）',
    bytes: (count) => `${count} バイト`,
    moreThanShown: (shown) => `新しいものから ${shown} 件を表示しています。--limit で増やせます。`,
  },
  mock: {
    ready: (asOf) => `Microsoft メールの模擬サーバーが動いています（サインインの規則は ${asOf} 時点のもの）。`,
    address: '待ち受け先',
    account: 'アカウント',
    password: 'パスワード',
    mapWritten: (path) => `サーバーマップを ${path} に書き込みました。次のように使います:`,
    mapHint:
      '--write servers.json を付けると、ほかのコマンドの --servers に渡すサーバーマップをファイルに書き込みます。',
    portal: 'アカウントのページ',
    api: '操作用 API',
    stop: 'Ctrl+C で停止します。',
    stopping: '停止しています…',
    notOnlyLocal: (host) =>
      `${host} で待ち受けています。ほかのパソコンからも接続でき、API を通じて中のものをすべて操作できます。実際のパスワードは使わないでください。`,
  },
  login: {
    why: {
      'passwords-refused': (asOf) =>
        `Microsoft はこのアカウントのパスワードを、通常のものもアプリ パスワードも受け付けなくなっています（${asOf} 時点の規則）。Microsoft の画面でサインイン（OAuth 2.0）します。`,
      'opens-all': (_, doors) =>
        doors === ''
          ? 'Microsoft でサインイン（OAuth 2.0）すると、IMAP・POP3・SMTP のすべてが使えます。'
          : `Microsoft でサインイン（OAuth 2.0）すると、IMAP・POP3・SMTP のすべてが使えます。パスワードで使えるのは ${doors} で、それもまもなく終わります。`,
      'passwords-only': (asOf) => `${asOf} 時点の規則では、アプリ パスワードで送受信できます。`,
      'password-opens-some': (asOf, doors) =>
        `${asOf} 時点の規則では、パスワードで使えるのは ${doors} だけです。--app-password を外すと Microsoft でのサインインになり、すべて使えます。`,
      'password-opens-all': (asOf) =>
        `${asOf} 時点の規則では、アプリ パスワードで IMAP・POP3・SMTP のすべてが使えます。`,
    },
    openPage: 'このページを開いて（別の端末でもかまいません）、',
    enterCode: '次のコードを入力してください:',
    codeLife: (minutes) =>
      `コードは ${minutes} 分間有効です。ほかの人から送られてきたコードは、絶対に入力しないでください。`,
    waiting: '入力が終わるのを待っています。Ctrl+C で中止します。',
    opening: 'ブラウザーでこのページを開きます:',
    noBrowser:
      'ブラウザーを起動できませんでした。このパソコンで上のページを開くか、--oauth device を付けて実行してください。',
    appPasswordPrompt: (address) => `${address} のアプリ パスワード`,
    normalPassword:
      'これはアカウントの通常のパスワードです。人に知られるとアカウント全体を操作されます。ここに保存するなら、アプリ パスワードのほうが安全です。',
    otherName: (typed, address) =>
      `入力したのは ${typed} ですが、サインインしたのは ${address} です。これからはこの名前を使ってください。自分のアカウントでなければ: sparekey logout ${address}`,
    inFile: (folder) => `応答するキーリングがないため、自分だけが読めるファイルとして ${folder} に保存しました。`,
    signedIn: {
      oauth: (address) => `${address} で Microsoft にサインインしました。`,
      'app-password': (address) => `${address} のアプリ パスワードが使えることを確認し、保存しました。`,
    },
    letIn: 'メールサーバーにも接続できました。',
    notLetIn: (reason) =>
      `ただし、メールサーバーには拒否されました（${reason}）。詳しくは sparekey check で調べられます。`,
    notTried: 'メールサーバーには確認できませんでした。sparekey check で調べられます。',
  },
  accounts: {
    none: 'サインインしているアカウントはありません。sparekey login アドレス でサインインします。',
    address: 'アドレス',
    signsIn: 'サインイン方法',
    keptIn: '保存先',
    since: '日付',
    signIn: { oauth: 'Microsoft（OAuth 2.0）', 'app-password': 'アプリ パスワード' },
    store: { keyring: 'キーリング', file: 'ファイル' },
    signedOut: (address) => `${address} をサインアウトし、このパソコンに保存した情報を削除しました。`,
    staysValid: {
      oauth:
        'Microsoft の側では、期限が切れるまでサインインが有効です。そちらも終わらせるには、アカウントの「セキュリティ」のページで「すべてのデバイスからサインアウト」を選んでください。',
      'app-password':
        'アプリ パスワードそのものは有効なままです。無効にするには、アカウントの「セキュリティ」のページの「アプリ パスワード」で削除してください。',
    },
  },
  map: { using: (path) => `サーバーマップ ${path} を使います。書かれていないサーバーには接続しません。` },
  demo: {
    title: 'メールが送受信できなくなった話 — 全 6 場面',
    intro: (address, asOf) =>
      `${address} の持ち主は、メールソフトでメールを読んでいます。時は ${asOf}。以下の通信はすべて実際に行われます。相手はこのパソコンの中で動く Microsoft の模擬サーバー、暗号化は本物の TLS、接続するのは sparekey check と同じプログラムです。`,
    steps: [
      'いつもどおり使えています',
      '2 段階認証を有効にしました',
      'なぜでしょう？',
      'アプリ パスワードを作ります',
      'また使えるようになりました',
      'そして今日 — パスワードではもう開きません',
    ],
    told: [
      '3 つのプロトコルのどれでも、いつものパスワードでサインインできます。',
      'その瞬間から、同じパスワードがすべて拒否されます。メールソフトに出るのは「ログインに失敗しました」だけ。サーバーは実際にはこう答えています。',
      'sparekey check が 3 つの返答を見比べて、原因を割り出します。',
      'Microsoft アカウントの「セキュリティ」のページにある「アプリ パスワード」で作ります。表示されるのは一度だけです。',
      'いつものパスワードの代わりにアプリ パスワードを使うと、3 つともつながります。SMTP で 1 通送り、IMAP と POP3 で受け取って比べます。',
      'ここまでが 2021 年の話です。サーバーの時計を今日に進めると、規則も今日のものになります。',
    ],
    appPassword: (password) => `${password}   小文字のローマ字 16 文字`,
    sent: (octets) => `SMTP で送信: ${octets} バイト（日本語、8 ビット文字、添付ファイル、ドットで始まる行を含む）`,
    same: (door) => `${door} で受信: 1 バイトも違いません`,
    different: (door) => `${door} で受信: 内容が変わっています`,
    missing: (door) => `${door} で受信: メールが見つかりません`,
    today: {
      password: (asOf) => `${asOf}、いつものパスワードは拒否されます。`,
      appPassword: 'アプリ パスワードも拒否されます。',
      shown: (code, page) =>
        `そこで、Microsoft でサインイン（OAuth 2.0）します。メールソフトがコード ${code} を表示し、持ち主は ${page} でそれを入力して許可します。メールソフトが受け取ったトークンで、3 つともつながります。`,
    },
    notAsTold: '筋書きと違います',
    end: (seconds) =>
      `6 つの場面すべてが筋書きどおりに進みました（${seconds} 秒）。このパソコンの外には何も出ていません。`,
    failed: '筋書きどおりに進みませんでした。✗ の付いた場面を見てください。',
    next: '自分で試すには:',
  },
}

function didYouMean(similar: readonly string[]): string {
  return similar.length === 0 ? '' : `もしかして: ${similar.join('、')}`
}

/** A file that another file leads to. */
function namedIn({ config }: { config?: string }): string {
  return config === undefined ? '' : `設定ファイル ${config} で指定されています。`
}

const messageProblems: Readonly<Record<MessageProblem, string>> = {
  'no-header': 'メールのファイルではありません。先頭がヘッダーになっていません。',
  'no-sender': 'メールに差出人がありません。From にアドレスがありません。',
  'no-recipients':
    'メールに宛先がありません。To、Cc、Bcc のどれにもアドレスがありません。--to、--cc、--bcc のいずれかで指定してください。',
  'too-many-recipients': '宛先が多すぎます。Microsoft で一度に送れるのは 500 件までです。',
  'too-large': 'メールが大きすぎるため、途中で読み込みをやめました。',
  'too-complex':
    'メールを表示できません。入れ子が深すぎるか、ヘッダーが長すぎます。--raw を付けると、そのままのデータを書き出せます。',
}

const missingSecrets: Readonly<Record<MissingSecret, string>> = {
  'empty-line': '標準入力の 1 行目が空です。1 行目にパスワードを書いて渡してください。',
  'nothing-typed':
    'パスワードが入力されませんでした。もう一度実行して入力してください（入力した文字は画面に表示されません）。',
  'nobody-to-ask-for-mail':
    'パスワードが必要ですが、入力を求めることができません。--password-stdin を付けて標準入力から渡すか、sparekey login で一度サインインしておいてください。',
  'nobody-to-ask-for-login':
    'アプリ パスワードが必要ですが、入力を求めることができません。--password-stdin を付けて標準入力から渡してください。',
}

const refusals: Readonly<Record<Refusal, { why: string; remedies: readonly string[] }>> = {
  'mailbox-full': {
    why: 'メールボックスがいっぱいのため、サーバーがメールを受け付けませんでした。何も送信されていません。いっぱいなのは、たいてい差出人（自分）のメールボックスです。',
    remedies: [
      '不要なメールを削除し、「削除済みアイテム」と「迷惑メール」のフォルダーを空にしてから、もう一度送信してください。',
      '自分のメールボックスに空きがあるなら、いっぱいなのは宛先のメールボックスです。相手に空きを作ってもらってください。',
    ],
  },
  'message-too-large': {
    why: 'メールかそのヘッダーが、サーバーの受け付ける大きさを超えています。何も送信されていません。',
    remedies: ['添付ファイルを小さくするか、何通かに分けて送るか、OneDrive に置いてリンクを送ってください。'],
  },
  other: { why: 'サーバーがメールを受け付けませんでした。何も送信されていません。', remedies: [] },
}
