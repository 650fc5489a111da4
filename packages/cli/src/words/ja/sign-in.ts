import type { MissingSecret } from '../failures.ts'
import type { SignInWords } from '../sign-in.ts'
import { day } from './day.ts'

export const signIn: SignInWords = {
  login: {
    why: {
      'passwords-refused': (asOf) =>
        `Microsoft はこのアカウントのパスワードを、通常のものもアプリ パスワードも受け付けなくなっています（${day(asOf)}時点の規則）。Microsoft の画面でサインイン（OAuth 2.0）します。`,
      'opens-all': (_, doors) =>
        doors === ''
          ? 'Microsoft でサインイン（OAuth 2.0）すると、IMAP・POP3・SMTP のすべてが使えます。'
          : `Microsoft でサインイン（OAuth 2.0）すると、IMAP・POP3・SMTP のすべてが使えます。パスワードで使えるのは ${doors} で、それもまもなく終わります。`,
      'passwords-only': (asOf) => `${day(asOf)}時点の規則では、アプリ パスワードで送受信できます。`,
      'password-opens-some': (asOf, doors) =>
        `${day(asOf)}時点の規則では、パスワードで使えるのは ${doors} だけです。--app-password を外すと Microsoft でのサインインになり、すべて使えます。`,
      'password-opens-all': (asOf) =>
        `${day(asOf)}時点の規則では、アプリ パスワードで IMAP・POP3・SMTP のすべてが使えます。`,
    },
    openPage: 'このページを開いて（別の端末でもかまいません）、',
    openPageHere: 'このパソコンでこのページを開いて、',
    enterCode: '次のコードを入力してください:',
    codeLife: (minutes) =>
      `コードは ${minutes} 分間有効です。ほかの人から送られてきたコードは、絶対に入力しないでください。`,
    waiting: (left) => `入力を待っています${left === undefined ? '' : `（残り ${left}）`}。Ctrl+C で中止します。`,
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
    waiting: (path) =>
      `別の sparekey がアカウントの情報を使用中です。終わるのを待っています（${path}）。Ctrl+C で中止します。`,
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
  problems: {
    'account-missing': (of) => `${of.address} は、このパソコンではサインインしていません。`,
    'missing-secret': (of) => missingSecrets[of.why],
    'bad-secret': () =>
      'パスワードは送信していません。空か、長すぎるか、UTF-8 ではないか、メールのプロトコルでは送れない文字（NUL や改行）が含まれています。',
    'bad-client-id': () =>
      'クライアント ID の形になっていません。01234567-89ab-cdef-0123-456789abcdef のような形です。',
    'client-id-missing': () =>
      'Microsoft でサインインするには、プログラムを Microsoft に登録すると発行される「クライアント ID」が必要です。登録は sparekey の発行元が行うもので、まだ済んでいません。ほかのプログラムの ID を借りることもしません。',
    'no-token': (of) => `${of.address} はアプリ パスワードでサインインしているため、アクセス トークンはありません。`,
    'keyring-unavailable': () =>
      'システムのキーリング（パスワードの保管庫）が応答しません。ロックを解除するか、--store file で自分だけが読めるファイルに保存してください。',
  },
  remedies: {
    'account-missing': (of) => [`sparekey login ${of.address}`],
    'no-token': (of) => [`sparekey login ${of.address} --oauth device`],
    'client-id-missing': (of) => [
      `クライアント ID をお持ちなら、--client-id ID か環境変数 SPAREKEY_CLIENT_ID で指定するか、${of.path} に { "clientId": "ID" } と書いてください。`,
      'Microsoft 365 や Azure を使っている組織の管理者なら、https://entra.microsoft.com の「アプリの登録」で、無料で登録できます。パブリック クライアントとして、リダイレクト URI を http://localhost にし、パブリック クライアント フローを許可します。その ID は個人のアカウントにも使えます。詳しい手順は、このパッケージの client-id.md（英語）にあります。',
      '個人のアカウントしか持っていない方は登録できません。Microsoft が、個人のアカウントだけでの登録を受け付けなくなったためです。',
      'それまでの間は、Microsoft に登録済みのメールソフト（新しい Outlook、Thunderbird など）か、ブラウザーで https://outlook.live.com をお使いください。',
    ],
  },
}

const missingSecrets: Readonly<Record<MissingSecret, string>> = {
  'empty-line': '標準入力の 1 行目が空です。1 行目にパスワードを書いて渡してください。',
  'empty-token-line': '標準入力の 1 行目が空です。1 行目にアクセス トークンを渡してください。',
  'nothing-typed':
    'パスワードが入力されませんでした。もう一度実行して入力してください（入力した文字は画面に表示されません）。',
  'nobody-to-ask-for-mail':
    'パスワードが必要ですが、入力を求めることができません。--password-stdin を付けて標準入力から渡すか、sparekey login で一度サインインしておいてください。',
  'nobody-to-ask-for-login':
    'アプリ パスワードが必要ですが、入力を求めることができません。--password-stdin を付けて標準入力から渡してください。',
}
