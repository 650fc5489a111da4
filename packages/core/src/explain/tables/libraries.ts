import { page, type Row, type Table } from './row.ts'

const nodemailer = page('https://github.com/nodemailer/nodemailer/blob/master/lib/smtp-connection/index.js')
const imapflow = page('https://github.com/postalsys/imapflow/blob/master/lib/commands/login.js')
const nodeImap = page('https://github.com/mscdex/node-imap/blob/master/lib/Connection.js')
const phpMailer = page('https://github.com/PHPMailer/PHPMailer/blob/master/src/PHPMailer.php')
const phpMailerSmtp = page('https://github.com/PHPMailer/PHPMailer/blob/master/src/SMTP.php')
const phpMailerJapanese = page('https://github.com/PHPMailer/PHPMailer/blob/master/language/phpmailer.lang-ja.php')
const symfony = page('https://github.com/symfony/mailer/blob/7.3/Transport/Smtp/EsmtpTransport.php')
const angus = page(
  'https://github.com/eclipse-ee4j/angus-mail/blob/master/providers/imap/src/main/java/org/eclipse/angus/mail/imap/IMAPStore.java',
)
const mailKit = page('https://github.com/jstedfast/MailKit/blob/master/MailKit/Net/Smtp/SmtpClient.cs')
const dotnet = page('https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/1615')
const python = page('https://github.com/python/cpython/blob/main/Lib/smtplib.py')
const pythonImap = page('https://github.com/rickypc/robotframework-imaplibrary/issues/32')
const goImap = page('https://github.com/emersion/go-imap/blob/v1/client/cmd_noauth.go')
const goSmtp = page('https://pkg.go.dev/net/smtp')
const netImap = page('https://github.com/ruby/net-imap/blob/master/lib/net/imap/errors.rb')
const netSmtp = page('https://github.com/ruby/net-smtp/blob/master/lib/net/smtp.rb')
const cClient = page('https://github.com/barbushin/php-imap/issues/726')
const phpImap = page('https://github.com/Webklex/php-imap/issues/513')
const horde = page('https://github.com/owncloud/mail/issues/714')
const commons = page('https://github.com/Graylog2/graylog2-server/issues/1381')
const authFill = page('https://github.com/authfill/authfill/issues/2')

/** What mail libraries make of a refusal, of a server that offers no password, and of one that they cannot speak to. */
const rows: readonly Row[] = [
  {
    pattern: /Certificate failure for |,99[35]: Certificate failure/i,
    means: ['certificate-untrusted', 'certificate-wrong-name', 'certificate-expired'],
    source: cClient,
  },
  {
    pattern: /Sending the email to the following server failed/i,
    means: ['ambiguous', 'plain-refusal', 'connection-refused', 'connection-timeout'],
    protocol: 'smtp',
    source: commons,
  },
  // The server offers no way that the library has: before any secret was sent.
  { pattern: /No login methods supported/i, means: ['basic-auth-retired'], protocol: 'imap', source: angus },
  {
    pattern: /No authentication mechanisms supported by both server and client/i,
    means: ['basic-auth-retired', 'program-cannot-oauth', 'tls-needed'],
    source: angus,
  },
  { pattern: /Logging in is disabled/i, means: ['basic-auth-retired'], protocol: 'imap', source: nodeImap },
  {
    pattern: /Login is disabled in current state|\bLOGINDISABLED\b|LoginDisabledError/i,
    means: ['basic-auth-retired'],
    protocol: 'imap',
    source: goImap,
  },
  {
    pattern: /Failed to find an authenticator supported by the SMTP server/i,
    means: ['basic-auth-retired', 'tls-needed', 'program-cannot-oauth'],
    protocol: 'smtp',
    source: symfony,
  },
  {
    pattern:
      /No supported authentication methods found|requested authentication method .{1,30} is not supported by the server/i,
    means: ['basic-auth-retired', 'tls-needed', 'program-cannot-oauth'],
    protocol: 'smtp',
    source: phpMailerSmtp,
  },
  {
    pattern:
      /SMTP AUTH extension not supported by server|SMTP server does not support authentication|server doesn't support AUTH|No suitable authentication method found/i,
    means: ['tls-needed', 'settings-differ', 'smtp-auth-off-tenant'],
    protocol: 'smtp',
    source: python,
  },
  {
    pattern:
      /STARTTLS extension not supported by server|server doesn't support STARTTLS|does not support the STARTTLS extension/i,
    means: ['settings-differ', 'tls-not-spoken'],
    protocol: 'smtp',
    source: python,
  },

  // The program did not sign in.
  {
    pattern: /SMTP server requires a secure connection or the client was not authenticated/i,
    means: ['not-authenticated', 'plain-refusal', 'tls-needed'],
    protocol: 'smtp',
    source: dotnet,
  },
  {
    pattern: /Missing credentials for "?[A-Z]/,
    means: ['not-authenticated', 'token-refused'],
    protocol: 'smtp',
    source: nodemailer,
  },

  // A refusal, without the server's words.
  {
    pattern: /Invalid login(?! (?:sequence|methods?))/i,
    means: ['plain-refusal'],
    protocol: 'smtp',
    source: nodemailer,
  },
  { pattern: /\bEAUTH\b/, means: ['plain-refusal'], source: nodemailer },
  { pattern: /\bauthenticationFailed\b/, means: ['plain-refusal'], protocol: 'imap', source: imapflow },
  { pattern: /SMTP Error: Could not authenticate/i, means: ['plain-refusal'], protocol: 'smtp', source: phpMailer },
  {
    pattern: /SMTP ?エラー ?: ?認証できませんでした/,
    means: ['plain-refusal'],
    protocol: 'smtp',
    source: phpMailerJapanese,
  },
  {
    pattern: /SMTP connect\(\) failed|SMTP Error: Could not connect to SMTP host/i,
    means: ['ambiguous', 'connection-refused', 'connection-timeout', 'plain-refusal'],
    protocol: 'smtp',
    source: phpMailer,
  },
  {
    pattern: /SMTP ?接続に失敗しました|SMTP ?ホストに接続できませんでした/,
    means: ['ambiguous', 'connection-refused', 'connection-timeout', 'plain-refusal'],
    protocol: 'smtp',
    source: phpMailerJapanese,
  },
  { pattern: /Failed to authenticate on SMTP server/i, means: ['plain-refusal'], protocol: 'smtp', source: symfony },
  {
    pattern:
      /AuthenticationFailedException|AuthenticationException|AuthenticationInvalidCredentials|MailAuthenticationException/,
    means: ['plain-refusal'],
    source: mailKit,
  },
  {
    pattern: /SMTPAuthenticationError|SMTPAuthenticationException/,
    means: ['plain-refusal'],
    protocol: 'smtp',
    source: netSmtp,
  },
  { pattern: /(?:AUTHENTICATE|LOGIN) failed/, means: ['plain-refusal'], protocol: 'imap', source: pythonImap },
  {
    pattern: /Can ?not authenticate to (?:IMAP|POP3?) server|Can not authenticate to/i,
    means: ['plain-refusal'],
    source: cClient,
  },
  { pattern: /Too many login failures/i, means: ['plain-refusal'], source: cClient },
  { pattern: /\bcannot authenticate user\b/i, means: ['plain-refusal'], source: phpImap },
  { pattern: /NoResponseError/, means: ['plain-refusal', 'mailbox-not-connected'], protocol: 'imap', source: netImap },
  {
    pattern: /Authentication was successful,? but authorization failed/i,
    means: ['mailbox-not-connected', 'protocol-off'],
    protocol: 'imap',
    source: horde,
  },
  {
    pattern: /server not responding with an A\d+ OK/i,
    means: ['ambiguous', 'plain-refusal'],
    protocol: 'imap',
    source: authFill,
  },
  {
    pattern: /\bsmtp: auth error\b|unencrypted connection/i,
    means: ['tls-needed', 'settings-differ'],
    protocol: 'smtp',
    source: goSmtp,
  },
  {
    pattern: /mail from address must be same as authorization user/i,
    means: ['sender-not-allowed'],
    protocol: 'smtp',
    source: page('https://github.com/grafana/grafana/issues/7478'),
  },
  {
    pattern: /Command received in Invalid state/i,
    means: ['client-protocol-error', 'plain-refusal'],
    protocol: 'imap',
    source: page('https://github.com/sameersbn/docker-redmine/issues/519'),
  },
  {
    pattern: /\bno imap folders? found\b/i,
    means: ['mailbox-not-connected', 'token-wrong-account'],
    protocol: 'imap',
    source: page('https://github.com/freescout-help-desk/freescout/issues/3847'),
  },
  {
    pattern: /\bMAIL failed: 530\b/,
    means: ['not-authenticated', 'tls-needed'],
    protocol: 'smtp',
    source: page('https://github.com/rstudio/blastula/issues/169'),
  },
]

export const libraries: Table = { kind: 'program', rows }
