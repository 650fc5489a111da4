import type { SettingsWords } from '../settings.ts'

export const settings: SettingsWords = {
  settings: {
    heading: { imap: '受信（IMAP）', pop3: '受信（POP3）', smtp: '送信（SMTP）' },
    server: 'サーバー名',
    port: 'ポート',
    encryption: '暗号化',
    userName: 'ユーザー名',
    signInWith: 'サインイン方法',
    spa: 'SPA（保護されたパスワード認証）',
    spaIs: (value) => value,
    smtpAuthentication: '送信サーバー（SMTP）は認証が必要',
    asOf: (date) => `${date} 現在`,
    rollOut: (from, until) =>
      `Microsoft は ${from} から ${until} にかけて、アカウントごとに順次、パスワードでのサインインを廃止しました。以下は廃止後の設定です。`,
    passwordHint: '2 段階認証がオンの場合は、パスワードにアプリ パスワード（小文字のローマ字 16 文字）を使います。',
    oauthHint: 'このアカウントでは、通常のパスワードもアプリ パスワードも、もう使えません。',
  },
  check: {
    passwordPrompt: (address) => `${address} のパスワード`,
    protocols: (names) => names.join('・'),
    remarks: (words) => `（${words.join('、')}）`,
    quote: (words) => `「${words}」`,
    now: '今の設定',
    right: '正しい設定',
    nextSteps: '次にすること',
    alsoFound: 'ほかに見つかったこと',
    more: '詳しくは:',
    milliseconds: (ms) => `${ms} ミリ秒`,
  },
}
