import { describe, expect, test } from 'vitest'
import { explainText } from './explain-text.ts'

/** What apps that are built on mail libraries show, devices, logs, and dialogs in other languages. */
const shown = String.raw`
  plain-refusal         Couldn't connect with these settings⏎LOGIN failed.
  plain-refusal         Invalid authentication
  plain-refusal         Unable to connect or login to the mail server. Please check the log for details.
  plain-refusal         Error logging into IMAP Server: b'LOGIN failed.'
  basic-auth-retired    [ERROR] Cannot open incoming for first.last@trial.onmicrosoft.com@outlook.office365.com: LOGIN failed.
  ambiguous             Error: connection setup failed; File: /www/html/vendor/webklex/php-imap/src/Client.php (391)
  server-unavailable    < * OK The Microsoft Exchange IMAP4 service is ready. [X] >> TAG1 LOGIN "fe848****7f" "nb***" << TAG1 NO Server Unavailable. 15
  plain-refusal         imap_open(): Couldn't open stream {outlook.office365.com:993\/imap\/ssl}. Retrying PLAIN authentication after AUTHENTICATE failed.; Can not authenticate to IMAP server: [CLOSED] IMAP connection broken (authenticate)
  plain-refusal         Can't use Channel::Driver::Imap: #<Net::IMAP::NoResponseError: LOGIN failed.>
  mailbox-not-connected connected, but no imap folder found
  ambiguous             [2026-07-25 12:31:51,975] [ERROR] [paperless_mail] Error getting access token from OAuth provider
  connection-dropped    [2022-08-29 18:45:54,069] [ERROR] [paperless_mail] Error while retrieving mailbox johndoe@example.com: socket error: EOF
  plain-refusal         2022-11-08 09:08:03,045: Authentication request failed or expired for account mail@company.example - aborting login
  request-malformed     AADSTS900561: The endpoint only accepts POST, OPTIONS requests. Received a GET request.
  plain-refusal         Sep 28 13:03:50 relay postfix/smtp[17059]: 9BDCBA19EA: SASL authentication failed; server smtp.office365.com[40.99.150.50] said: 535 5.7.3 Authentication unsuccessful [FR3P281CA0094.DEUP281.PROD.OUTLOOK.COM]
  tls-needed            t=2018-07-11T06:56:11+0000 lvl=eror msg="Failed to send alert notification email" logger=alerting.notifier.email error="unencrypted connection"
  basic-auth-retired    msg="Notify attempt failed, will retry later" attempts=2 err="*email.loginAuth auth: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. "
  not-authenticated     msg="Notify attempt failed, will retry later" attempts=11 err="send MAIL command: 530 5.7.57 Client not authenticated to send mail. "
  tls-needed            component=dispatcher msg="Notify for alerts failed" num_alerts=2 err="*smtp.plainAuth failed: unencrypted connection"
  not-authenticated     err="missing password for PLAIN auth mechanism; missing password for LOGIN auth mechanism"
  sender-not-allowed    error="gomail: could not send email 1: 501 mail from address must be same as authorization user"
  connection-dropped    lvl=eror msg="Failed to send alert notification email" logger=alerting.notifier.email error=EOF
  plain-refusal         Error, login password is not valid
  plain-refusal         ! E: authentication failed
  host-not-found        Could not connect to mail server
  plain-refusal         Error sending message: SMTP AUTH error
  plain-refusal         Next MailSo\Imap\Exceptions\LoginBadCredentialsException:  AUTHENTICATE failed. in /var/www/html/custom_apps/snappymail/app/snappymail/v/2.38.2/app/libraries/MailSo/Imap/ImapClient.php:232
  plain-refusal         Next RainLoop\Exceptions\ClientException: AuthError[102] in C:\xampp\htdocs\rainloop\rainloop\v\1.10.2.145\app\libraries\RainLoop\Actions.php:2104
  ambiguous             INFO[ERROR]: MailSo\Imap\Exceptions\NegativeResponseException: MailSo-Imap-Exceptions-NegativeResponseException (ImapClient.php ~ 1876)
  plain-refusal         Error:⏎   0: cannot build IMAP client⏎   1: cannot authenticate to IMAP server using SASL XOAUTH2 mechanism
  plain-refusal         Error:⏎   0: cannot build IMAP client⏎   1: cannot authenticate to IMAP server using LOGIN mechanism
  plain-refusal         No Response: LOGIN failed.
  plain-refusal         Login failed.
  plain-refusal         Authentication failed. Update your server settings.
  plain-refusal         Command: *sensitive*; response: #3# [NO, LOGIN failed.]
  password-wrong        Username or password incorrect. (POP3 login authentication failed: -ERR[Auth] Invalid login)
  basic-auth-retired    command continuation aborted #2# no, authentication mechanism not supported
  account-blocked       Error: LOGIN failed. Account is blocked. Login to your account via a web browser to verify your identity.
  plain-refusal         Check your login, username, and password. LOGIN failed.
  connection-dropped    "errorMessage": "Imap connection closed unexpectedly"
  plain-refusal         * BYE Autologout; authentication failed
  plain-refusal         Error: Authentication Unsuccessful
  ambiguous             Error connecting or logging into the SMTP server
  connection-refused    The transport failed to connect to the server. -2147220973 (80040213)
  plain-refusal         The message could not be sent to the SMTP server. The transport error code was 0x80040217. The server response was not available
  ambiguous             The message could not be sent to the SMTP server. The transport error code was 0x80040211. The server response was not available
  plain-refusal         Creating account failed: Server denied authentication.
  plain-refusal         [debug] Getting namespaces for account 7 failed: Mail server denied authentication.
  plain-refusal         Incorrect IMAP login or password
  plain-refusal         Creating account failed: Connection to IMAP at outlook.office365.com:993 failed. Authentication failed.
  ambiguous             Horde_Imap_Client_Exception_ServerResponse: IMAP error reported by server.
  ambiguous             An error occured trying to connect to collector. last request failed
  plain-refusal         Uncaught Exception Laminas\Mail\Storage\Exception\RuntimeException: cannot login, user or password wrong in /var/www/glpi/vendor/laminas/laminas-mail/src/Storage/Imap.php at line 225
  connection-refused    RuntimeException: cannot connect to host; error = stream_socket_client(): Unable to connect to ssl://outlook.office365.com:993 (Connection refused) (errno = 0 )
  ambiguous             Unable to save authorization code
  token-refused         io.vertx.core.impl.NoStackTraceThrowable: AUTH XOAUTH2 failed 535 5.7.3 Authentication unsuccessful [X]
  plain-refusal         io.vertx.core.impl.NoStackTraceThrowable: AUTH LOGIN failed 535 5.7.3 Authentication unsuccessful [X]
  tls-not-spoken        Caused by: io.netty.handler.ssl.NotSslRecordException: not an SSL/TLS record: 323230
  basic-auth-retired    [vaultwarden::mail][ERROR] SMTP Client error: internal client error: No compatible authentication mechanism was found
  certificate-untrusted SMTP error: Connection error: Connection error: invalid peer certificate: Other(OtherError(UnsupportedCertVersion))
  connection-timeout    [CAUSE] Io(⏎ Os {⏎ code: 11,⏎ kind: WouldBlock,⏎ message: "Resource temporarily unavailable",⏎ },⏎)
  basic-auth-retired    Cannot login as "hanako@outlook.com". Please check if the email address and the password are correct. (no response: code: None, info: Some("LOGIN failed."))
  plain-refusal         E DeltaChat: Error: SMTP-login failed for user hanako (Login failed)
  basic-auth-retired    I com.b44t.messenger: No worthy mechs found
  basic-auth-retired    Doesn't support AUTH or the specified SASL handlers!!
  connection-refused    sendEmail[59626]: ERROR => Connection attempt to smtp.office365.com:587 failed: IO::Socket::INET6: connect: Connection refused
  plain-refusal         SMTP -> ERROR: Password not accepted from server: 535 5.7.3 Authentication unsuccessful
  plain-refusal         5.0.0 Authentication Failed
  plain-refusal         throw new Error('Not authenticated');⏎Error: Not authenticated⏎    at Connection.openBox
  connection-refused    Connection Error Unable to connect to the server / port you provided. (SMTP)
  client-protocol-error Net::IMAP::BadResponseError: Command received in Invalid state.
  connection-dropped    Connection test failed: 8⏎EOF occurred in violation of protocol (_ssl.c:590)
  plain-refusal         Unhandled Exception: Incorrect username / password / credentials
  tls-not-spoken        [error] Failed to send email: {:retries_exceeded, {:temporary_failure, ~c"64.233.170.108", :tls_failed}}
  program-cannot-oauth  OAuth 2.0 is not configured for this provider
  plain-refusal         OAuth signin failed
  plain-refusal         Unable to log at server. Probably wrong configuration, username or password.
  basic-auth-retired    el servidor IMAP 'imap-mail.outlook.com' no es compatible con la autenticación mediante contraseña
  basic-auth-retired    imap-mail.outlook.com doesn't support password authentication
  plain-refusal         Contraseña de IMAP incorrecta
  ambiguous             No se pudo conectar al servidor IMAP
  plain-refusal         Error de nombre de usuario o contraseña incorrectos
  plain-refusal         Das eingegebene Passwort ist falsch.
  plain-refusal         Ungültige Anmeldeinformationen
  plain-refusal         Authentifizierung fehlgeschlagen
  plain-refusal         Ihre Anmeldeinformationen konnten nicht überprüft werden
  ambiguous             Es konnte keine Verbindung mit dem Server hergestellt werden.
  plain-refusal         Server authentication failed
  ambiguous             This operation cannot be done. The network connection may be unstable or the system may be busy. Error code: 9091
  not-authenticated     The mail could not be sent to the recipients because of the mail server failure. (Sending Mail using Account 1. Exception Message: Cannot send mails to mail server. (The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.57 Client not authenticated to send mail).)
  connection-timeout    Exception Message: Cannot send mails to mail server. (The operation has timed out.)
  ambiguous             Exception Message: Cannot send mails to mail server. (Failure sending mail.)
  plain-refusal         ユーザー名またはパスワードが無効です⏎メールサーバー outlook.office365.com が応答しました:⏎Authentication failed
  account-blocked       アカウントへのアクセスが制限されています
  plain-refusal         登录失败，请检查账号和密码
  ambiguous             无法连接到服务器
  plain-refusal         16#510D Authentication unsuccessful
  plain-refusal         Authorization failure. Check spelling of username and password
  plain-refusal         IMAP server credentials are correct? ... no
`

const rows = shown
  .split('\n')
  .map((line) => /^ {2}(\S+) +(.+)$/.exec(line))
  .filter((match) => match !== null)
  .map(([, code, text]) => ({ code: code!, text: text!.replaceAll('⏎', '\n') }))

describe('what an app shows', () => {
  test.each(rows)('$code: $text', ({ code, text }) => {
    const { finding, recognised } = explainText(text, { lang: 'en', asOf: '2026-11-30' })
    expect([finding.code, recognised.length > 0]).toEqual([code, true])
  })
})
