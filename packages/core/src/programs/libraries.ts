import { github, microsoftOnXoauth2, no, seen, since, yes } from './cells.ts'
import type { Program, ProgramVersion } from './program.ts'

/** Libraries, by what they have built in. All take the token from the program around them. */

type Name = [id: string, en: string, ja?: string]
const library = ([id, en, ja = en]: Name, protocols: Program['protocols'], ...versions: ProgramVersion[]): Program => ({
  id,
  name: { en, ja },
  kind: 'library',
  protocols,
  versions,
})

/** A mechanism of one's own is a few lines where the library takes any. */
const byHand = {
  en: 'Write the mechanism XOAUTH2 yourself: one response, "user=ADDRESS^Aauth=Bearer TOKEN^A^A" (^A is the byte 1).',
  ja: 'XOAUTH2 を自分で実装してください。応答は 1 行で、"user=アドレス^Aauth=Bearer トークン^A^A"（^A は値 1 のバイト）です。',
}

export const libraries: readonly Program[] = [
  library(['phpmailer', 'PHPMailer'], ['smtp'], {
    range: '>= 6.0.0',
    oauth: { imap: no, pop3: no, smtp: since('6.0.0') },
    switch: { en: "$mail->AuthType = 'XOAUTH2', setOAuth()", ja: "$mail->AuthType = 'XOAUTH2' と setOAuth()" },
    errors: ['SMTP Error: Could not authenticate.'],
    evidence: seen(
      '2026-11-30',
      github('PHPMailer/PHPMailer/README.md'),
      github('PHPMailer/PHPMailer/changelog.md'),
      github('PHPMailer/PHPMailer/examples/azure_xoauth2.phps'),
      microsoftOnXoauth2,
    ),
  }),
  library(['symfony-mailer', 'Symfony Mailer'], ['smtp'], {
    range: '*',
    oauth: { imap: no, pop3: no, smtp: yes },
    switch: {
      en: 'nothing to choose: XOAUTH2 is tried with the password as token',
      ja: '設定は不要。パスワードをトークンとして XOAUTH2 が試される',
    },
    errors: ['Failed to authenticate on SMTP server with username '],
    evidence: seen(
      '2026-11-30',
      github('symfony/mailer/Transport/Smtp/Auth/XOAuth2Authenticator.php'),
      github('symfony/mailer/Transport/Smtp/EsmtpTransport.php'),
      microsoftOnXoauth2,
    ),
  }),
  library(['nodemailer', 'Nodemailer'], ['smtp'], {
    range: '>= 3.0.0',
    oauth: { imap: no, pop3: no, smtp: since('3.0.0') },
    switch: { en: "auth: { type: 'OAuth2' }", ja: "auth: { type: 'OAuth2' }" },
    errors: ['Invalid login: '],
    evidence: seen(
      '2026-11-30',
      github('nodemailer/nodemailer/CHANGELOG.md'),
      'https://nodemailer.com/smtp/oauth2/',
      microsoftOnXoauth2,
    ),
  }),
  library(['imapflow', 'ImapFlow'], ['imap'], {
    range: '>= 1.0.27',
    oauth: { imap: since('1.0.27'), pop3: no, smtp: no },
    switch: { en: 'auth: { user, accessToken }', ja: 'auth: { user, accessToken }' },
    errors: [],
    evidence: seen(
      '2026-11-30',
      github('postalsys/imapflow/CHANGELOG.md'),
      github('postalsys/imapflow/README.md'),
      microsoftOnXoauth2,
    ),
  }),
  library(
    ['angus', 'Angus Mail (JavaMail, Jakarta Mail)', 'Angus Mail（JavaMail、Jakarta Mail）'],
    ['imap', 'pop3', 'smtp'],
    {
      range: '>= 1.5.5',
      oauth: { imap: since('1.5.5'), pop3: yes, smtp: since('1.5.5') },
      switch: {
        en: 'mail.imap.auth.mechanisms=XOAUTH2; for POP3 also mail.pop3.auth.xoauth2.two.line.authentication.format=true',
        ja: 'mail.imap.auth.mechanisms=XOAUTH2。POP3 では mail.pop3.auth.xoauth2.two.line.authentication.format=true も',
      },
      errors: ['jakarta.mail.AuthenticationFailedException: ', 'javax.mail.AuthenticationFailedException: '],
      evidence: seen('2026-11-30', github('eclipse-ee4j/angus-mail/www/OAuth2.md'), microsoftOnXoauth2),
    },
  ),
  library(['mailkit', 'MailKit'], ['imap', 'pop3', 'smtp'], {
    range: '*',
    oauth: { imap: yes, pop3: yes, smtp: yes },
    switch: { en: 'new SaslMechanismOAuth2 (username, token)', ja: 'new SaslMechanismOAuth2 (username, token)' },
    errors: ['MailKit.Security.AuthenticationException: '],
    evidence: seen('2026-11-30', github('jstedfast/MailKit/ExchangeOAuth2.md'), microsoftOnXoauth2),
  }),
  library(
    ['python', 'Python (imaplib, smtplib, poplib)', 'Python（imaplib、smtplib、poplib）'],
    ['imap', 'pop3', 'smtp'],
    {
      range: '*',
      oauth: { imap: yes, pop3: no, smtp: yes },
      switch: {
        en: "IMAP4.authenticate('XOAUTH2', …), SMTP.auth('XOAUTH2', …); poplib has no AUTH",
        ja: "IMAP4.authenticate('XOAUTH2', …)・SMTP.auth('XOAUTH2', …)。poplib には AUTH がない",
      },
      errors: ['imaplib.IMAP4.error: ', 'smtplib.SMTPAuthenticationError: ', 'poplib.error_proto: '],
      evidence: seen(
        '2026-11-30',
        'https://docs.python.org/3/library/imaplib.html',
        'https://docs.python.org/3/library/smtplib.html',
        'https://docs.python.org/3/library/poplib.html',
        microsoftOnXoauth2,
      ),
    },
  ),
  library(['go-imap', 'go-imap'], ['imap'], {
    range: '*',
    oauth: { imap: no, pop3: no, smtp: no },
    instead: byHand,
    errors: [],
    evidence: seen(
      '2026-11-30',
      'https://github.com/emersion/go-imap/issues/646',
      'https://github.com/emersion/go-sasl/issues/18',
    ),
  }),
  library(['go-smtp', 'go-smtp'], ['smtp'], {
    range: '*',
    oauth: { imap: no, pop3: no, smtp: no },
    instead: byHand,
    errors: [],
    evidence: seen(
      '2026-11-30',
      github('emersion/go-sasl/README.md'),
      'https://github.com/emersion/go-sasl/issues/18',
      microsoftOnXoauth2,
    ),
  }),
  library(['go-net-smtp', 'Go net/smtp'], ['smtp'], {
    range: '*',
    oauth: { imap: no, pop3: no, smtp: no },
    instead: byHand,
    errors: [],
    evidence: seen('2026-11-30', 'https://github.com/golang/go/issues/64770', microsoftOnXoauth2),
  }),
  library(['ruby-net-imap', 'Ruby net-imap'], ['imap'], {
    range: '*',
    oauth: { imap: yes, pop3: no, smtp: no },
    switch: {
      en: 'imap.authenticate("XOAUTH2", username, token)',
      ja: 'imap.authenticate("XOAUTH2", username, token)',
    },
    errors: ['Net::IMAP::NoResponseError'],
    evidence: seen(
      '2026-11-30',
      github('ruby/net-imap/lib/net/imap/sasl/xoauth2_authenticator.rb'),
      microsoftOnXoauth2,
    ),
  }),
  library(
    ['ruby-net-smtp', 'Ruby net-smtp'],
    ['smtp'],
    {
      range: '>= 0.5.0',
      oauth: { imap: no, pop3: no, smtp: since('0.5.0') },
      switch: { en: 'smtp.start(…, authtype: :xoauth2)', ja: 'smtp.start(…, authtype: :xoauth2)' },
      errors: ['Net::SMTPAuthenticationError'],
      evidence: seen('2026-11-30', github('ruby/net-smtp/NEWS.md'), microsoftOnXoauth2),
    },
    {
      range: '< 0.5.0',
      oauth: { imap: no, pop3: no, smtp: no },
      errors: ['Net::SMTPAuthenticationError'],
      evidence: seen('2026-11-30', github('ruby/net-smtp/NEWS.md'), microsoftOnXoauth2),
    },
  ),
]
