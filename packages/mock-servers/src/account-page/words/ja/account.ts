import type { AccountWords } from '../words.ts'

export const account: AccountWords = {
  kinds: { personal: '個人のアカウント', work: '職場または学校のアカウント' },
  standings: {
    active: '問題ありません',
    blocked: 'Microsoft によりブロックされています。ここでサインインすると解除されます',
  },
  protocolNames: { imap: 'IMAP', pop3: 'POP', smtp: 'SMTP' },
  overview: {
    welcome: 'アカウントを選んでください',
    title: 'アカウント',
    pick: 'このモックにあるアカウントです。サインインするアカウントを選んでください。',
    noAccounts: 'このモックにはまだアカウントがありません。設定ファイルまたは制御 API で追加してください。',
    anotherAccount: '別のアカウントでサインインする',
    address: 'アドレス',
    aliases: 'エイリアス',
    kind: '種類',
    twoStep: '2 段階認証',
    standing: '状態',
  },
  mailPrograms: {
    title: 'メールソフトに必要なもの',
    depends: 'モックの時計の日付でのルールです。',
    password: 'アカウントのパスワード',
    appPassword: 'アプリ パスワード',
    oauthOnly: 'Microsoft でのサインイン（OAuth 2.0）。パスワードもアプリ パスワードも拒否されます',
    off: 'メールの設定でオフになっています',
    retired:
      'パスワードの入力を求めるメールソフトは、何を入力してもこのアカウントでは使えません。「Microsoft でサインイン」に対応したメールソフトが必要です。',
  },
  mailSettings: {
    title: 'メールの設定',
    legend: 'メールボックスを使えるメールソフト',
    switches: {
      pop3: 'POP: デバイスとアプリにメッセージの受信を許可する',
      imap: 'IMAP: デバイスとアプリにすべてのフォルダーの利用を許可する',
      smtp: 'SMTP: デバイスとアプリにメッセージの送信を許可する（SMTP 認証）',
    },
    submit: '保存',
  },
}
