import { describe, expect, test } from 'vitest'
import { explainText } from './explain-text.ts'

/**
 * What other libraries, programs, pages and devices make of the sentences that are known: other wrappers than in e2e/incidents,
 * around other sentences. A line is the code that is right, and the text; ⏎ breaks its line.
 */
const siblings = String.raw`
  client-protocol-error A7 BAD Command Error. 12
  client-protocol-error imaplib.error: FETCH command error: BAD [b'Command Argument Error. 11']
  client-protocol-error * BAD Command received in Invalid state.
  client-protocol-error -ERR Command is not valid in this state.
  plain-refusal         A1 NO LOGIN failed. ⏎ A2 BAD Command received in Invalid state. ⏎ * BYE Microsoft Exchange Server IMAP4 server signing off.
  sign-in-declined      authorization_pending authorization_pending authorization_declined
  plain-refusal         imaplib.IMAP4.error: b'AUTHENTICATE failed.'
  plain-refusal         imaplib.error: LOGIN failed.
  plain-refusal         poplib.error_proto: b'-ERR Logon failure: unknown user name or bad password.'
  plain-refusal         smtplib.SMTPAuthenticationError: (535, b'5.7.3 Authentication unsuccessful [AM0PR01CA0001.eurprd01.prod.outlook.com]')
  not-authenticated     smtplib.SMTPSenderRefused: (530, b'5.7.57 Client not authenticated to send mail. [X]', 'a@b.com')
  connection-dropped    smtplib.SMTPServerDisconnected: Connection unexpectedly closed
  tls-not-spoken        ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)
  host-not-found        socket.gaierror: [Errno 11001] getaddrinfo failed
  connection-refused    ConnectionRefusedError: [Errno 111] Connection refused
  connection-timeout    TimeoutError: [WinError 10060] A connection attempt failed because the connected party did not properly respond after a period of time
  certificate-untrusted ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:997)
  certificate-wrong-name ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'mail.contoso.example'.
  certificate-expired   ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (_ssl.c:1129)
  plain-refusal         javax.mail.AuthenticationFailedException: LOGIN failed.
  plain-refusal         jakarta.mail.AuthenticationFailedException: 535 5.7.3 Authentication unsuccessful [X]
  not-authenticated     com.sun.mail.smtp.SMTPSendFailedException: 530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM [X]
  basic-auth-retired    jakarta.mail.MessagingException: No login methods supported!
  tls-too-old           javax.mail.MessagingException: Could not convert socket to TLS; nested exception is: javax.net.ssl.SSLHandshakeException: No appropriate protocol (protocol is disabled or cipher suites are inappropriate)
  mailbox-not-connected javax.mail.MessagingException: A1 BAD User is authenticated but not connected.; nested exception is: com.sun.mail.iap.BadCommandException: A1 BAD User is authenticated but not connected.
  plain-refusal         MailKit.Security.AuthenticationException: Authentication failed.
  connection-dropped    MailKit.Net.Imap.ImapProtocolException: The IMAP server has unexpectedly disconnected.
  sender-not-allowed    MailKit.Net.Smtp.SmtpCommandException: 5.7.60 SMTP; Client does not have permissions to send as this sender [X]
  tls-not-spoken        MailKit.Security.SslHandshakeException: An error occurred while attempting to establish an SSL or TLS connection.
  plain-refusal         System.Net.Mail.SmtpException: The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.57 Client not authenticated to send mail. Error: 535 5.7.3 Authentication unsuccessful [X]
  connection-refused    System.Net.Mail.SmtpException: Failure sending mail. ---> System.Net.WebException: Unable to connect to the remote server ---> System.Net.Sockets.SocketException: No connection could be made because the target machine actively refused it 52.97.1.1:587
  connection-timeout    System.Net.Mail.SmtpException: The operation has timed out.
  host-not-found        System.Net.Mail.SmtpException: Failure sending mail. ---> System.Net.WebException: The remote name could not be resolved: 'smtp.contoso.example'
  connection-timeout    サーバーへの接続は失敗しました。 サーバー : 'smtp.office365.com', プロトコル : SMTP, ポート : 587, セキュリティ (SSL): あり, ソケット エラー : 10060, エラー番号 : 0x800CCC0E
  host-not-found        サーバー: 'smtp.office365.con', プロトコル: SMTP, ソケット エラー: 11001, エラー番号: 0x800CCC0D
  connection-dropped    プロトコル: SMTP, ポート: 25, セキュリティ (SSL): なし, ソケットエラー: 10054, エラー番号: 0x800CCC0F
  token-expired         {"error":{"code":"InvalidAuthenticationToken","message":"Access token has expired or is not yet valid."}}
  token-wrong-audience  InvalidAuthenticationToken: Access token validation failure. Invalid audience.
  token-refused         {"error":{"code":"InvalidAuthenticationToken","message":"CompactToken parsing failed with error code: 80049217"}}
  consent-missing       403 Forbidden ErrorAccessDenied: Access is denied. Check credentials and try again.
  no-mailbox            Code: MailboxNotEnabledForRESTAPI Message: REST API is not yet supported for this mailbox.
  account-blocked       {"error":{"code":"ErrorAccountSuspend","message":"Account suspended. Follow the instructions in your Inbox to verify your account."}}
  recipient-refused     550 5.7.124 Sender not in allowed-senders list
  smtp-auth-off-mailbox Error: Invalid login: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. [X]
  policy-blocked        { code: 'EAUTH', response: '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. [X]', responseCode: 535, command: 'AUTH LOGIN' }
  not-authenticated     Error: Missing credentials for "PLAIN"
  connection-refused    Error: connect ECONNREFUSED 127.0.0.1:587
  host-not-found        Error: getaddrinfo ENOTFOUND smtp.office365.con
  connection-timeout    Error: Greeting never received code: 'ETIMEDOUT'
  certificate-wrong-name Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: mail.contoso.example. is not in the cert's altnames
  plain-refusal         SMTP Error: Could not authenticate.
  ambiguous             SMTP connect() failed. https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting
  basic-auth-retired    SMTP ERROR: Password command failed: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]
  security-defaults     2026-11-30 10:00:00 SERVER -> CLIENT: 535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator. [X]
  plain-refusal         Failed to authenticate on SMTP server with username "a@contoso.example" using 2 possible authenticators. Authenticator LOGIN returned Swift_TransportException: Expected response code 235 but got code "535", with message "535 5.7.3 Authentication unsuccessful [X]"
  tls-not-spoken        Symfony\Component\Mailer\Exception\TransportException: Connection could not be established with host "ssl://smtp.office365.com:587": stream_socket_client(): SSL operation failed with code 1. OpenSSL Error messages: error:0A00010B:SSL routines::wrong version number
  not-authenticated     Laminas\Mail\Protocol\Exception\RuntimeException: 5.7.57 Client not authenticated to send mail. [X]
  connection-timeout    Can't connect to outlook.office365.com,993: timed out (60)
  plain-refusal         Retrying PLAIN authentication after LOGIN failed. Too many login failures
  smtp-auth-off-tenant  535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.
  host-not-found        dial tcp: lookup smtp.office365.com: no such host
  client-protocol-error 504 5.7.4 Unrecognized authentication type [X]
  basic-auth-retired    imap: Login is disabled in current state
  certificate-untrusted x509: certificate signed by unknown authority
  connection-timeout    dial tcp 52.97.1.1:993: i/o timeout
  plain-refusal         Net::IMAP::NoResponseError: LOGIN failed.
  basic-auth-retired    Net::SMTPAuthenticationError: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]
  certificate-untrusted OpenSSL::SSL::SSLError: SSL_connect returned=1 errno=0 state=error: certificate verify failed (self signed certificate in certificate chain)
  plain-refusal         lettre::transport::smtp::Error { kind: Permanent(Code { severity: PermanentNegativeCompletion, category: Unspecified3, detail: Five }), source: "5.7.3 Authentication unsuccessful [X]" }
  basic-auth-retired    permanent error (535): 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]
  plain-refusal         curl: (67) Login denied
  host-not-found        curl: (6) Could not resolve host: smtp.office365.con
  basic-auth-retired    msmtp: authentication failed (method LOGIN)⏎msmtp: server message: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]⏎msmtp: could not send mail (account default from /home/u/.msmtprc)
  token-refused         msmtp: authentication failed (method XOAUTH2)
  plain-refusal         IMAP command 'LOGIN <user> <pass>' returned an error: NO LOGIN failed.
  basic-auth-retired    IMAP error: selected SASL mechanism(s) not available;⏎   selected: LOGIN⏎   available: XOAUTH2
  basic-auth-retired    fetchmail: Authorization failure on hanako@hotmail.com@outlook.office365.com⏎fetchmail: Query status=3 (AUTHFAIL)
  plain-refusal         getmailrc: credential/login error (LOGIN failed.)
  token-refused         ERROR: While attempting to sync account 'work'⏎  ('http error', 400, 'Bad Request', ...) invalid_grant
  plain-refusal         SASL authentication failed.
  basic-auth-retired    ** 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]⏎*** No authentication type succeeded
  plain-refusal         Host1 failure: Error login on [outlook.office365.com] with user [a] auth [LOGIN]: 2 NO LOGIN failed.
  plain-refusal         cannot authenticate to IMAP server: NO LOGIN failed.
  plain-refusal         cannot send message: unexpected NO response: AUTHENTICATE failed.
  basic-auth-retired    Task 'hanako@hotmail.com - Receiving' reported error (0x800CCC92) : 'Your e-mail server rejected your login. Verify your user name and password in your account properties. The server responded: -ERR Logon failure: unknown user name or bad password.'
  plain-refusal         0x800CCC18
  connection-timeout    0x800CCC19
  host-not-found        0x800CCC0D
  connection-refused    0x80042109
  connection-timeout    0x8004210B
  settings-differ       0x800CCC80
  ambiguous             0x8004010F
  not-authenticated     0x800CCC78
  connection-dropped    0x800CCCDD
  tls-not-spoken        0x800CCC7D
  connection-refused    送信メール サーバー (SMTP) に接続できません
  connection-refused    受信メール サーバー (POP) に接続できません。 (0x80042108)
  plain-refusal         サーバーがログインを拒否しました。
  connection-dropped    エラー (0x800CCC0F): サーバーへの接続が中断されました。
  plain-refusal         ユーザー名またはパスワードが正しくありません。
  ambiguous             サーバーにログインできません。ユーザー名やパスワード、設定が間違っていないか確認してください。
  plain-refusal         ユーザー名 hanako でサーバー outlook.office365.com へのログインに失敗しました。
  plain-refusal         送信 (SMTP) サーバー smtp.office365.com の認証に失敗しました。パスワードを確認し、[アカウント設定] の…
  plain-refusal         Login to server outlook.office365.com with username hanako failed.
  plain-refusal         Unable to authenticate to Outgoing server (SMTP) smtp.office365.com. Please check the password and verify the 'Authentication method'
  basic-auth-retired    The IMAP server outlook.office365.com does not support the selected authentication method. Please change the 'Authentication method'
  token-refused         Authentication failure while connecting to server outlook.office365.com.
  plain-refusal         Cannot Get Mail: The user name or password for "outlook.office365.com" is incorrect.
  ambiguous             メールを取得できません。サーバへの接続に失敗しました。
  plain-refusal         アカウント名またはパスワードを確認できません
  ambiguous             The IMAP server "outlook.office365.com" is not responding. Check your network connection
  tls-not-spoken        Cannot connect using SSL
  consent-missing       管理者の承認が必要
  account-not-admitted  That Microsoft account doesn't exist. Enter a different account or get a new one.
  policy-blocked        サインインは成功しましたが、このリソースにアクセスするための条件を満たしていません。
  sign-in-declined      error=access_denied&error_description=AADSTS65004%3a+User+declined+to+consent+to+access+the+app.%0d%0aTrace+ID%3a+x
  sign-in-again         {"error":"invalid_grant","error_description":"AADSTS50076: Due to a configuration change made by your administrator","error_codes":[50076]}
  client-refused        {"message":"{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: The provided client secret keys are expired.\"}"}
  account-not-admitted  AADSTS50020
  policy-blocked        AADSTS53003
  token-refused         invalid_grant
  plain-refusal         EAUTH
  plain-refusal         Send error 1102
  plain-refusal         京セラ 送信エラー 1102
  token-expired         Authorization has expired. Reauthorize the account.
  basic-auth-retired    5.7.139 Authen-⏎tication unsuccessful, basic authen⏎tication is disabled
  basic-auth-retired    ５３５ ５．７．１３９ Authentication unsuccessful, basic authentication is disabled
  basic-auth-retired    535-5.7.139 Authentication unsuccessful,⏎535 5.7.139 basic authentication is disabled.
  plain-refusal         Error en la autenticación. Por favor, compruebe
  plain-refusal         Anmeldung am Server fehlgeschlagen
  plain-refusal         登录失败
  plain-refusal         邮箱登录失败，用户名或密码错误
  ambiguous             We can't sign you in
  ambiguous             Error Occurred During Authentication. Please Try Again.
  sign-in-timeout       The wrong code was entered.
  plain-refusal         Fallo de autenticación
  connection-refused    メール サーバー imap-mail.outlook.com に接続できませんでした
  plain-refusal         パスワードまたはユーザー名が間違っています
  plain-refusal         ユーザ名またはパスワードに誤りがあります。
  plain-refusal         ユーザー名またはパスワードが無効です
  plain-refusal         Error: The server rejected that username or password.
  plain-refusal         Log-on not successful.
  sign-in-again         Your Outlook account settings are out of date.
  sign-in-again         トークンの更新に失敗しました。トークンを削除して再取得してください。
  account-blocked       サーバー エラー: 3207 Windows Live メール エラー ID: 0x8DE0006
  server-unavailable    We're unable to complete your request⏎Microsoft account is experiencing technical problems.
  ambiguous             EmailException: Sending the email to the following server failed : smtp.office365.com:587
  connection-refused    error code. 0x8007274d
  client-refused        AADSTS7OOO16 : Application was not found
  plain-refusal         Identifiant ou mot de passe incorrect
  plain-refusal         Eventuell sind Konfiguration, Benutzername oder Passwort nicht korrekt.
`

const rows = siblings
  .split('\n')
  .map((line) => /^ {2}(\S+) +(.+)$/.exec(line))
  .filter((match) => match !== null)
  .map(([, code, text]) => ({ code: code!, text: text!.replaceAll('⏎', '\n') }))

describe('a sibling', () => {
  test.each(rows)('$code: $text', ({ code, text }) => {
    for (const lang of ['en', 'ja'] as const) {
      const { finding, recognised } = explainText(text, { lang, asOf: '2026-11-30' })
      expect([finding.code, recognised.length > 0]).toEqual([code, true])
    }
  })

  test('is one of many', () => {
    expect(rows.length).toBeGreaterThan(100)
  })
})

describe('what is about something else', () => {
  test.each([
    'The cat sat on the mat and read the news.',
    'My password manager is great; I sign in every day.',
    '今日は天気がいいので散歩に行きました。',
    'Connect to port 587 with STARTTLS and your full address.',
    'Version 5.7.3 (build 535) was released 2024-05-01',
    'HTTP/1.1 404 Not Found',
    'Order 535 has been shipped',
    'error 535.2 in chapter 5',
    'He keeps asking for the manager.',
    'HTTP 407 Proxy Authentication Required',
    'MCOErrorDomain error 55',
    'Basic authentication for IMAP is disabled',
    '* 3 FETCH (UID 17)',
    '-ERR Message corrupted',
    '-ERR no such message, only 3 messages in maildrop',
    '* BYE Microsoft Exchange Server IMAP4 server signing off.',
    '* BYE IMAP4rev1 Server logging out',
    "A3 NO Recibos doesn't exist.",
    'A3 NO [TRYCREATE] Folder is not found.',
    'A3 BAD The specified message set is invalid.',
    '250 2.0.0 OK',
    '354 Start mail input; end with <CRLF>.<CRLF>',
    'authorization_pending',
    '{"error":"authorization_pending","error_description":"AADSTS70016: Authorization is pending. Continue polling."}',
    'I received an email saying my order could not be shipped.',
    'We had a bad day and my laptop is broken.',
    'Please contact our team if you have questions about the conference.',
    'HTTP/1.1 500 Internal Server Error',
    "TypeError: Cannot read properties of undefined (reading 'length')",
    'SyntaxError: Unexpected token < in JSON at position 0',
    "error TS2304: Cannot find name 'foo'.",
    'make: *** [all] Error 2',
    'The quick brown fox jumps over the lazy dog',
    'I cannot find the menu in Outlook where the signature is.',
    'How do I change the font in my mail?',
    '会議は三時に変更になりました。',
    'Gracias por su correo, nos vemos el lunes.',
  ])('is not recognised: %s', (text) => {
    expect(explainText(text, { lang: 'en' })).toMatchObject({ recognised: [], finding: { code: 'not-recognised' } })
  })
})
