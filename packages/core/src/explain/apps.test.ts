import { describe, expect, test } from 'vitest'
import { explainText } from './explain-text.ts'

/** What apps that are built on mail libraries show, devices, logs, and dialogs in other languages. */
const shown = String.raw`
  tls-not-spoken        System.Security.Authentication.AuthenticationException: A call to SSPI failed, see inner exception.
  ambiguous             IMAPサーバ"imap-mail.outlook.com"は応答していません
  plain-refusal         次のサーバーのユーザー名とパスワードを入力してください。
  account-not-admitted  Selected user account does not exist in tenant 'Contoso' and cannot access the application
  tls-not-spoken        offlineimap: Unknown SSL protocol connecting to host 'outlook.office365.com'
  certificate-untrusted Can't connect to outlook.office365.com,993: Certificate failure
  certificate-untrusted Certificate failure for outlook.office365.com: self signed certificate in certificate chain: /CN=proxy
  certificate-wrong-name fetchmail: Server CommonName mismatch: localhost != outlook.office365.com
  connection-dropped    fetchmail: socket error while fetching from hanako@outlook.office365.com
  tls-needed            msmtp: cannot use a secure authentication method
  connection-dropped    Error: Unexpected socket close
  connection-timeout    Get "https://outlook.office365.com": net/http: TLS handshake timeout
  host-not-found        サーバー pop3.live.com が見つかりませんでした
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
  ambiguous             Mail could not be sent.⏎No additional error message provided. Check your mail settings and the app log.
  ambiguous             [FATAL] SCHEDULERS: could not get an IMAP connection resource for ID [ 729affe6 ]. Skipping mailbox [ CRM ]
  ambiguous             An Imap error detected: "IMAP search error"
  plain-refusal         Authentication unsuccessful, the user credentials were incorrect.⏎SMTP Error: Could not authenticate.
  plain-refusal         Unable to save this server, are the username and password correct?
  plain-refusal         Could not authenticate to the selected IMAP server
  plain-refusal         Outlook: Authentication Failure
  ambiguous             ImapHandler trying to use a non valid resource stream.
  request-malformed     oauthlib.oauth2.rfc6749.errors.InvalidClientIdError: (invalid_request) AADSTS900144: The request body must contain the following parameter: 'refresh_token'.
  token-expired         oauthlib.oauth2.rfc6749.errors.TokenExpiredError: (token_expired)
  request-malformed     400 Bad Request⏎invalid_request⏎Could not determine client ID from request.⏎Perhaps refresh token invalid. Try running once with "--authorize"
  token-expired         400: \`b'{"error":"invalid_grant","error_description":"AADSTS700082: The refresh token has expired due to inactivity.\`
  tls-needed            Send-MailMessage : Error in processing. The server response was: 5.7.3 STARTTLS is required to send mail [X]
  connection-refused    Send-MailMessage : Unable to connect to the remote server
  ambiguous             test.Error Exception calling "Send" with "1" argument(s): "Failure sending mail."
  tls-too-old           Authentication failed because the remote party has closed the transport stream
  ambiguous             WARNING: TCP connect to (40.100.28.210 : 587) failed
  sender-not-allowed    Transaction failed. The server response was: 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception
  plain-refusal         Max connection attempts exceeded - 535 5.7.3 Authentication unsuccessful [X]
  plain-refusal         Error in curl_fetch_memory(smtp_server, handle = h) : Login denied
  not-authenticated     Error in curl::curl_fetch_memory(url, handle = h) : MAIL failed: 530
  certificate-wrong-name SSL: no alternative certificate subject name matches target host name 'host'
  tls-not-spoken        schannel: failed to receive handshake, SSL/TLS connection failed
  plain-refusal         SASL authentication failed; cannot authenticate to server smtp-mail.outlook.com[52.96.164.118]: generic failure
  plain-refusal         postfix/smtp[512]: warning: SASL authentication failure: All-whitespace username.
  ambiguous             postfix/smtp[69929]: smtp_sasl_passwd_lookup: no auth info found (sender=\`', host=\`smtp.office365.com')
  plain-refusal         sasl-xoauth2[2920786]: auth failed:
  account-blocked       Authentication Failed: Account is locked.
  ambiguous             Cannot Connect to Office365 Service.
  plain-refusal         Exchangeのパスワードが違います
  ambiguous             アカウントが無効です
  plain-refusal         IMAPアカウントのパスワードが正しくありません
  plain-refusal         認証中エラー
  ambiguous             连接服务器失败
  certificate-untrusted SSL证书验证失败
  plain-refusal         无法登录Hotmail邮箱
  ambiguous             host=smtp.office365.com tls=on auth=on errormsg='the server sent an invalid reply' exitcode=EX_PROTOCOL
  connection-refused    Failed to connect to smtp.office365.com:587 [SMTP: Failed to connect socket: Connection refused (code: -1, response: )]
  plain-refusal         Conta inválida
  plain-refusal         Falsches Passwort
  plain-refusal         Fallo en la autenticación de contraseña
  ambiguous             Error de servidor IMAP
  basic-auth-retired    El Servidor IMAP no es compatible con la autenticación Contraseña
  ambiguous             No se puede conectar
  ambiguous             Error: Unable to connect to imap-mail.outlook.com
  account-blocked       账户被锁定或冻结
  ambiguous             Command Failed
  sign-in-again         ServiceExceptionCould not decrypt account access token: Missing access token for xoauth2 account
  plain-refusal         incoming server authentication failed
  plain-refusal         ERROR:cli.py:615:IMAP Error: LOGIN failed
  connection-dropped    ERROR:cli.py:606:IMAP Error: command: LOGIN => socket error: EOF
  ambiguous             Error! Failed to send email
  ambiguous             There was a problem sending the test email. Please double-check your mail settings, verify that your host is not blocking mail connections, and try again.
  ambiguous             WARNING - A Connection error occurred sending Email notification to outlook.com.
  plain-refusal         DEBUG - Socket Exception: (535, b'5.7.3 Authentication unsuccessful [X]')
  connection-dropped    smtplib.SMTPServerDisconnected: Server not connected
  not-authenticated     com.sun.mail.smtp.SMTPSendFailedException: 530 5.7.1 Authentication required
  server-unavailable    smtpmail-send-it: Sending failed: 451 4.7.0 Temporary server error. Please try again later. PRX4 [X] in response to AUTH
  smtp-auth-off-tenant  smtpmail-send-it: Sending failed: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. [X] in response to AUTH
  connection-refused    Could not connect to the server
  plain-refusal         Server authentication failed. Please check your credentials.
  plain-refusal         Login incorrect
  plain-refusal         SMTP authentication error
  connection-refused    Cannot connect to server. Check the server name and port.
  plain-refusal         Sign in failed. Something went wrong, please try again.
  plain-refusal         Couldn't sign in. Check your email address and password.
  plain-refusal         Your password was rejected. Please sign in again.
  connection-timeout    The server took too long to respond (timeout).
  ambiguous             Unable to reach server imap-mail.outlook.com
  host-not-found        Server name could not be found
  certificate-untrusted The identity of the mail server cannot be verified
  certificate-untrusted Secure connection could not be established: untrusted certificate
  plain-refusal         サーバーから認証エラーが返されました
  plain-refusal         メールサーバーにログインできませんでした。アカウント設定を確認してください。
  connection-refused    送信サーバーに接続できませんでした
  connection-timeout    サーバーが応答しないためタイムアウトしました
  plain-refusal         SMTP認証に失敗しました。ユーザー名とパスワードを確認してください。
  plain-refusal         Die Anmeldung beim IMAP-Server ist fehlgeschlagen
  plain-refusal         Benutzername oder Kennwort falsch
  ambiguous             Der Server antwortet nicht
  plain-refusal         Identifiants incorrects
  ambiguous             Impossible de se connecter au serveur de messagerie
  plain-refusal         Nombre de usuario o contraseña incorrectos
  plain-refusal         Nome utente o password errati
  plain-refusal         Falha na autenticação. Verifique o usuário e a senha.
  plain-refusal         Неверное имя пользователя или пароль
  plain-refusal         用户名或密码不正确
  plain-refusal         登入失敗，請檢查帳號密碼
  plain-refusal         로그인에 실패했습니다
  throttled             Too many simultaneous connections
  throttled             Too many login attempts, please try again later
  account-blocked       Your account has been temporarily suspended
  mailbox-full          Mailbox is full
  protocol-off          IMAP access is disabled for this account
  app-password-needed   Two-factor authentication is enabled; an app password is required
  basic-auth-retired    This app uses basic authentication which is no longer supported
  connection-timeout    { [Error: Timed out while authenticating with server] source: 'timeout-auth' }
  connection-dropped    MailKit.Net.Imap.ImapProtocolException: Connection closed. 14
  tls-not-spoken        The handshake failed due to an unexpected packet format
  certificate-untrusted The server certificate has the following errors:⏎The revocation function was unable to check revocation for the certificate.
  tls-not-spoken        com.fsck.k9.mail.CertificateValidationException: Handshake failed
  mailbox-not-connected A3 BAD User is authenticated but not connected
  sign-in-again         Token Validity: Invalid. Please re-authenticate
  sign-in-again         Token has been expired or revoked.
  ambiguous             { "code": 422, "message": "Unauthorized", "errors": [ "Unauthorized" ] }
  token-refused         Invalid token format
  plain-refusal         2025-02-12 10:54:28 [I] mail IMAP disconnected, will reconnect in 3s...⏎2025-02-12 10:54:33 [E] mail Error: LOGIN failed.
  basic-auth-retired    {"result":{"message":"SMTP 邮箱配置异常：Invalid login: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]"}}
  plain-refusal         smtplib.SMTPAuthenticationError: ([53](https://github.com/x)5, b'5.7.***39 Aut
  ambiguous             Webklex\PHPIMAP\Exceptions\ConnectionFailedException⏎connection setup failed
  plain-refusal         PHP Fatal error:  Uncaught Webklex\PHPIMAP\Exceptions\ImapServerErrorException: NO LOGIN failed.
  ambiguous             [mailflow-backend] Failed to connect c***@outlook.com: Command failed
  plain-refusal         ** Execute redmine_oauth:email:receive_imap⏎AUTHENTICATE failed.
  client-protocol-error Error Found while connecting IMAP :  { [Error: Command Error. 10] textCode: undefined, source: 'protocol' }
  connection-dropped    Error Found while connecting IMAP :  { [Error: write ECONNRESET] code: 'ECONNRESET', source: 'socket' }
  plain-refusal         Authentication Error - Check your username and password. (SMTP)View Log
  plain-refusal         DEBUG: < b'PEAA1 NO LOGIN failed.'⏎DEBUG: > b'PEAA2 LOGOUT'⏎DEBUG: < b'* BYE Microsoft Exchange Server IMAP4 server signing off.'
  connection-timeout    System.Net.Sockets.SocketException: A connection attempt failed because the connected party did not properly respond after a period of time
  connection-dropped    Unable to read data from the transport connection: An existing connection was forcibly closed by the remote host.
  basic-auth-retired    a1 LOGIN hanako@hotmail.com ***⏎a1 NO Basic authentication is disabled.⏎* BYE Microsoft Exchange Server IMAP4 server signing off.
  sign-in-again         Error: it can't re-authorize and can't connect
  plain-refusal         [ERROR] <0x0x55bf5bdcb2c0[NGImap4ConnectionManager]> IMAP4 login failed:⏎host=imap.example.com, user=x, pwd=yes
  ambiguous             [5668]: [ERROR] <0x55bf5e69a690[SOGoMailAccount]:4> Could not connect IMAP4
  ambiguous             Error when connecting to the server. Please check your settings.
  plain-refusal         Host2: failed login on [outlook.office365.com] with user [x] auth [LOGIN]⏎The most frequent error is ERR_AUTHENTICATION_FAILURE_USER2
  plain-refusal         Exiting with return value 162 (EXIT_AUTHENTICATION_FAILURE_USER2) 1/50 nb_errors/max_errors
  ambiguous             Host1: folder INBOX: Could not select:
  ambiguous             ERROR - Failed to send notification (sync): SMTP connection is not found.
  ambiguous             ERROR - Error sending email: IP [172.1.2.3] is blocked.
  connection-refused    ERROR {cps.tasks.mail:199} [Errno 111] Connection refused
  tls-not-spoken        ERROR {cps.worker:520} Error sending email: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1076)
  connection-dropped    [Errno 32] Broken pipe
  ambiguous             message => There was a problem sending the email through SMTP.⏎The error is :no_more_hosts
  ambiguous             imap-backup: No response
  plain-refusal         Creating account failed: IMAP password is wrong or not set
  plain-refusal         ошибка входа на сервер imap-mail.outlook.com
  connection-timeout    Connecting to IMAP server timed out
  plain-refusal         Account verification failed: SMTP login rejected
  plain-refusal         Fehler bei der Anmeldung: Passwort oder Benutzername ungültig
  plain-refusal         アカウントの認証ができませんでした
  plain-refusal         Échec de l’authentification auprès du serveur SMTP
  plain-refusal         Login failed over TLS
  plain-refusal         Login failed. Your account may be locked.
  ambiguous             Mailbox not found on server, an error occurred
  plain-refusal         certificate verified, login failed
  tls-not-spoken        Error establishing SSL connection
  tls-not-spoken        Failed to negotiate TLS
  account-blocked       This account is temporarily blocked
  plain-refusal         Connected with TLS 1.3, then: authentication failed
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
