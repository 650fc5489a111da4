import type { CommandsWords } from '../commands.ts'

export const commands: CommandsWords = {
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
}
