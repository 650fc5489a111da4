import { describe, expect, test } from 'vitest'
import { explainText } from './explain-text.ts'

/** Numbers without a sentence, short words of programs and machines, and what a person says. A line: the code that is right, and the text. */
const shortTexts = String.raw`
  plain-refusal         Fehlercode: 535 5.7.3
  plain-refusal         I get error code 535 from my scanner.
  plain-refusal         エラー番号：535
  plain-refusal         535 #5.7.139
  plain-refusal         SMTP status 535-5.7.3
  not-authenticated     error 530 5.7.57
  sender-not-allowed    (550, b'5.7.60')
  throttled             poplib.error_proto: b'-ERR [IN-USE] Unable to lock maildrop: Mailbox is locked by POP server'
  throttled             unable to lock maildrop
  throttled             javax.mail.AuthenticationFailedException: [LOGIN-DELAY] minimum time between mail checks violation
  server-unavailable    javax.mail.AuthenticationFailedException: [SYS/TEMP] Temporary system problem
  password-wrong        Net::POPAuthenticationError: [AUTH] Username and password not accepted.
  password-wrong        imaplib.IMAP4.error: b'[AUTHENTICATIONFAILED] Invalid credentials (Failure)'
  mailbox-full          [OVERQUOTA] No room for more
  protocol-off          poplib.error_proto: b'-ERR [SYS/PERM] Your account is not enabled for POP access. Please visit your settings page.'
  protocol-off          imaplib.IMAP4.error: b'[ALERT] Your account is not enabled for IMAP use.'
  protocol-off          POP access is not enabled for this account
  protocol-off          IMAP4 turned off
  protocol-off          このアカウントではPOP3アクセスが無効になっています
  protocol-off          IMAPが有効になっていません
  connection-dropped    Connection closed by remote host
  connection-dropped    Connection lost by the POP3 server
  token-expired         Error: the access token is expired
  token-expired         アクセストークンの有効期限が切れました
  sign-in-again         The refresh token has expired
  basic-auth-retired    No common authentication method
  tls-not-spoken        curl: (35) Unknown SSL protocol error in connection to outlook.office365.com:-9838
  plain-refusal         Thunderbird constantly prompts me for my password
  plain-refusal         It asks me for the password over and over again.
  plain-refusal         the password prompt keeps coming back
  plain-refusal         毎回パスワードを求められる
  plain-refusal         パスワード入力画面が何度も表示される
  password-wrong        535 5.7.139 Authentication unsuccessful, the password has expired. [X]
  password-wrong        パスワードの有効期限が切れています
  recipient-unreachable Remote server returned '554 5.4.14 Hop count exceeded - possible mail loop ATTR34'
  recipient-unreachable 554 5.4.6 Too many hops
  client-protocol-error smtplib.SMTPHeloError: (501, b'Bad name')
  client-protocol-error the server refused our HELO
  plain-refusal         Scan to e-mail failed with 535
  plain-refusal         複合機のスキャン送信で 535 が出ます
  plain-refusal         WorkCentre 7335: 027-779
  plain-refusal         Authentication with the destination has failed. Check settings.
  plain-refusal         TwinCAT SMTP: error 32791
  basic-auth-retired    TwinCAT SMTP Server nErrId = 16#8016
  host-not-found        Beckhoff CX, SMTP error 0x8020
  connection-refused    TwinCAT error 0x801D
  basic-auth-retired    My copier says 550 5.7.30
  app-password-needed   imaplib.IMAP4.error: b'[ALERT] Application-specific password required (Failure)'
  app-password-needed   App password required
  throttled             [ALERT] Too many simultaneous connections. (Failure)
  throttled             同時接続数が多すぎます
  settings-differ       The mail server doesn't offer STARTTLS
  tls-needed            Encrypted connection required
  tls-needed            暗号化通信が必要です
  certificate-expired   証明書の期限が切れています
  certificate-wrong-name 証明書の名前が一致しません
  certificate-untrusted Invalid certificate
  certificate-untrusted 信頼できない証明書です
  tls-not-spoken        TLS negotiation failed
  tls-not-spoken        SSL接続エラー
  basic-auth-retired    Authentication method not supported
  basic-auth-retired    Unsupported auth type
  basic-auth-retired    この認証方式は利用できません: 認証方式が対応していません
  token-refused         OAuth 2.0 authentication failed
  sign-in-again         Could not refresh the access token
  sign-in-again         セッションの有効期限が切れました。もう一度サインインしてください。
  consent-missing       管理者の同意が必要です
  sender-not-allowed    553 5.7.1 <a@contoso.example>: Sender address rejected: not owned by user b@contoso.example
  mailbox-full          メールボックスの容量がいっぱいです
  recipient-refused     宛先アドレスが見つかりません
  host-not-found        サーバー名を解決できません
  host-not-found        Mail server could not be found
  not-authenticated     The outgoing server requires authentication
  ambiguous             POP3 connection error
  plain-refusal         AUTH LOGIN: AUTH failed
  plain-refusal         The operation couldn’t be completed. (MCOErrorDomain error 5.)
  plain-refusal         Error Domain=MCOErrorDomain Code=5 "Unable to authenticate with the current session's credentials."
  connection-refused    A stable connection to the server could not be established.
  account-blocked       MCOErrorDomain 29
`

const rows = shortTexts
  .split('\n')
  .map((line) => /^ {2}(\S+) +(.+)$/.exec(line))
  .filter((match) => match !== null)
  .map(([, code, text]) => ({ code: code!, text: text! }))

describe('a short text', () => {
  test.each(rows)('$code: $text', ({ code, text }) => {
    const { finding, recognised } = explainText(text, { lang: 'en', asOf: '2026-11-30' })
    expect([finding.code, recognised.length > 0]).toEqual([code, true])
  })

  test('is one of many', () => {
    expect(rows.length).toBeGreaterThan(70)
  })
})
