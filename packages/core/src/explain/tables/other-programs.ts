import { page, type Row, type Table } from './row.ts'

const gmail = page('https://blog.sjain.dev/fixing-gmail-pop3-logon-failure/amp')
const gmailErrors = page('http://mail.google.com/support/bin/answer.py?answer=29382')
const gmailTls = page('https://support.google.com/mail/answer/21291?hl=en')
const fairEmail = page('https://github.com/M66B/FairEmail/blob/master/app/src/main/res/values/strings.xml')
const claws = page('https://github.com/eworm-de/claws-mail/blob/master/src/imap.c')
const sylpheed = page('https://github.com/sylpheed-mail/sylpheed/blob/main/po/ja.po')
const evolution = page('https://github.com/GNOME/evolution-data-server/tree/master/src/camel')
const mailspring = page('https://github.com/Foundry376/Mailspring/tree/master/app/src')
const k9 = page('https://github.com/thunderbird/thunderbird-android/issues/6195')
const liveMail = page(
  'http://www.michaelflanakin.com/Blog/tabid/142/articleType/ArticleView/articleId/758/Windows-Live-Mail-Sync-Error-80AA4193.aspx',
)

const windowsMail = page(
  'https://umatechnology.org/your-outlook-account-settings-are-out-of-date-in-mail-or-calendar-app',
)
const outlookAndroid = page(
  'https://indiakababreno.com/outlook-android-app-error-occurred-during-authentication-please-try/',
)
const liveMailJapanese = page('https://mysteriousramu.com/2011/10/')

/** Mail programs with few words of their own. */
const rows: readonly Row[] = [
  {
    pattern: /Error occurred during authentication\b/i,
    means: ['ambiguous', 'plain-refusal', 'server-unavailable'],
    program: 'outlook-mobile',
    source: outlookAndroid,
  },
  {
    pattern: /account settings are out[- ]of[- ]date/i,
    means: ['sign-in-again', 'password-wrong', 'app-password-needed'],
    program: 'windows-mail',
    source: windowsMail,
  },
  {
    pattern:
      /セキュリティ上の理由により、?このメール ?アカウントは一時的に無効|サーバー? ?エラー ?[:：] ?3207(?!\d)|\b0x8DE0{3,4}6\b/i,
    means: ['account-blocked'],
    program: 'windows-live-mail',
    source: liveMailJapanese,
  },
  {
    pattern: /Authentication error\. (?:Server returned error|Mail from this account)/i,
    means: ['plain-refusal', 'basic-auth-retired', 'program-cannot-oauth'],
    protocol: 'pop3',
    program: 'gmail-fetcher',
    source: gmail,
  },
  {
    pattern: /Server denied POP3 access for the given username and password/i,
    means: ['plain-refusal', 'basic-auth-retired', 'program-cannot-oauth'],
    protocol: 'pop3',
    program: 'gmail-fetcher',
    source: gmail,
  },
  {
    pattern: /Unable to establish secure SSL connection|\bREAD_ERROR\b/i,
    means: ['tls-not-spoken', 'certificate-untrusted', 'settings-differ'],
    source: gmailTls,
  },
  {
    pattern: /Server returned error "?(?:Connection timed out|connection timeout)/i,
    means: ['connection-timeout'],
    protocol: 'pop3',
    source: gmailErrors,
  },
  {
    pattern: /must use the Outlook \/ Office 365 quick setup wizard|OAuth is not supported/i,
    means: ['basic-auth-retired', 'program-cannot-oauth'],
    program: 'fairemail',
    source: fairEmail,
  },
  {
    pattern:
      /Couldn't login to IMAP server|IMAP サーバ .{1,120}にログインできません|IMAP4? ?(?:の)?(?:ログイン|認証)に失敗しました|IMAP4 (?:authentication|login) failed/i,
    means: ['plain-refusal'],
    protocol: 'imap',
    source: claws,
  },
  {
    pattern: /認証中にエラーが発生しました|error occurred on authentication/i,
    means: ['plain-refusal'],
    source: sylpheed,
  },
  {
    pattern:
      /Can't connect to (?:IMAP4|POP3) server|(?:IMAP4|POP3) ?サーバ ?: .{1,120}に接続できません|IMAP の接続を確立できませんでした/i,
    means: ['connection-refused', 'connection-timeout', 'host-not-found'],
    source: sylpheed,
  },
  {
    pattern:
      /Failed to authenticate(?: on (?:POP|SMTP) server)?\b|Cannot login to POP server|Bad authentication response from server/i,
    means: ['plain-refusal'],
    source: evolution,
  },
  {
    pattern: /No support for .{1,30} authentication/i,
    means: ['basic-auth-retired', 'settings-differ'],
    source: evolution,
  },
  {
    pattern: /Failed to connect to (?:IMAP|POP|SMTP) server .{1,120}in secure mode/i,
    means: ['tls-not-spoken', 'certificate-untrusted', 'connection-refused'],
    source: evolution,
  },
  {
    pattern: /\bErrorAuthentication\b|Authentication Error - Check your username and password/i,
    means: ['plain-refusal'],
    program: 'mailspring',
    source: mailspring,
  },
  { pattern: /\bErrorCertificate\b/, means: ['certificate-untrusted'], program: 'mailspring', source: mailspring },
  {
    pattern: /Authorization failed with the following error: server_error/i,
    means: ['server-unavailable'],
    source: k9,
  },
  {
    pattern: /0x80AA4193|verify your account has been configured correctly by first accessing your mail on the web/i,
    means: ['account-blocked'],
    program: 'windows-live-mail',
    source: liveMail,
  },
]

export const otherPrograms: Table = { kind: 'program', rows }
