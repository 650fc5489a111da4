import { page, type Row, type Table } from './row.ts'

const english = page('https://github.com/mozilla/releases-comm-central/tree/master/mail/locales/en-US')
const translated = page('https://github.com/thunderbird/thunderbird-l10n')
const android = page('https://github.com/thunderbird/thunderbird-android/tree/main/feature/account')
const dovecot = page('https://128374.xyz')

/** Thunderbird's own words, in English, Japanese, Chinese, French and German, and those of its sister for Android (K-9). */
const rows: readonly Row[] = [
  {
    pattern:
      /Login to (?:server|account) .{1,120}(?:with username .{1,120})?failed|(?:サーバー|アカウント) .{1,120}へのログインに失敗しました/i,
    means: ['plain-refusal'],
    program: 'thunderbird',
    source: translated,
  },
  {
    pattern:
      /Sending of (?:password|username).{0,120}did not succeed|のパスワードを送信できませんでした|ユーザー名を送信できませんでした/i,
    means: ['plain-refusal'],
    protocol: 'pop3',
    program: 'thunderbird',
    source: translated,
  },
  {
    pattern:
      /登录(?:账户|服务器).{1,120}失败|发送密码失败|Anmeldung (?:für|auf dem Server) .{1,120}fehlgeschlagen|Échec de la connexion (?:au compte|depuis le serveur)|Fehler beim Senden des (?:Passworts|Benutzernamens)|Échec de l'envoi du (?:mot de passe|nom d'utilisateur)/i,
    means: ['plain-refusal'],
    program: 'thunderbird',
    source: translated,
  },
  {
    pattern:
      /Unable to authenticate to (?:the )?(?:Outgoing|SMTP) server|送信 ?\(SMTP\) ?サーバー .{1,120}の認証に失敗しました|无法向发件服务器.{1,120}进行认证|Impossible de s'authentifier (?:sur|auprès) (?:le|du) serveur|(?:Postausgangs-Server|SMTP-Server).{1,120}kann nicht authentifiziert werden/i,
    means: ['plain-refusal'],
    protocol: 'smtp',
    program: 'thunderbird',
    source: translated,
  },
  {
    pattern:
      /Authentication failed\. (?:Please check the username and password|Either the entered credentials)|認証に失敗しました。 ?ユーザー名とパスワードを確認|验证失败。 ?请检查用户名和密码|Échec de l'authentification\. Veuillez vérifier|Anmeldung fehlgeschlagen\. Bitte überprüfen Sie Benutzername/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: translated,
  },
  {
    pattern:
      /Unable to log ?in at server|Configuration could not be verified|サーバーにログインできません。 ?ユーザー名やパスワード、設定|Anmeldung auf dem Server fehlgeschlagen\. Eventuell|Connexion au serveur impossible\. La configuration/i,
    means: ['ambiguous', 'plain-refusal', 'settings-differ'],
    source: translated,
  },
  { pattern: /无法登录到服务器/, means: ['ambiguous', 'plain-refusal', 'settings-differ'], source: dovecot },
  {
    pattern:
      /Authentication failure while connecting to server|への接続時の認証に失敗しました|服务器时身份验证失败|Authentifizierungsfehler beim Verbinden|Échec de l'authentification lors de la connexion/i,
    means: ['token-refused', 'sign-in-again'],
    protocol: 'imap',
    program: 'thunderbird',
    source: translated,
  },
  {
    pattern:
      /server .{0,120}does not support the selected authentication method|選択(?:された|した)認証方式をサポートしていません|不支持您选择的验证方式|ne gère pas la méthode d'authentification|unterstützt die gewählte Authentifizierungsmethode nicht/i,
    means: ['basic-auth-retired', 'settings-differ'],
    program: 'thunderbird',
    source: translated,
  },
  {
    pattern:
      /server .{0,120}does not (?:seem to support encrypted passwords|allow plaintext passwords)|encrypted password.{0,40}not supported/i,
    means: ['settings-differ', 'basic-auth-retired'],
    source: english,
  },
  {
    pattern:
      /(?:メールサーバー|サーバー) .{1,120}(?:接続できません。サーバーへの接続が拒否されました|への接続に失敗しました)/,
    means: ['connection-refused', 'host-not-found', 'connection-timeout'],
    source: translated,
  },
  {
    pattern:
      /Failed to connect to server|连接服务器 .{1,120}失败|Échec lors de la connexion au serveur|Verbindung mit Server .{1,120}konnte nicht hergestellt werden|could not connect to mail server/i,
    means: ['host-not-found', 'connection-refused', 'connection-timeout'],
    source: translated,
  },
  {
    pattern:
      /Connection to server .{1,120}timed out|の?接続がタイムアウト(?:しました|になりました)|连接服务器 .{1,120}超时|Zeitüberschreitung der Verbindung|Temps limite de connexion au serveur/i,
    means: ['connection-timeout'],
    source: translated,
  },
  {
    pattern: /connection to Outgoing server .{1,120}timed out/i,
    means: ['connection-timeout'],
    protocol: 'smtp',
    source: english,
  },
  {
    pattern:
      /connecting to (?:the )?(?:Outgoing|SMTP) server .{1,120}failed|送信 ?\(SMTP\) ?サーバー .{1,120}に接続できなかったため|无法连接到发件服务器/i,
    means: ['connection-refused', 'connection-timeout', 'host-not-found'],
    protocol: 'smtp',
    source: translated,
  },
  {
    pattern:
      /Server .{1,120}has disconnected|サーバー .{1,120}との接続が切断されました|服务器 .{1,120}已经断开连接|lost in the middle of the transaction/i,
    means: ['connection-dropped', 'server-unavailable'],
    source: translated,
  },
  {
    pattern:
      /exceeded the maximum number of connections to this server|同時接続数の限度を超えて|超出了此服务器允许的最大连接数|dépassé le nombre maximal de connexions|maximale Anzahl von Verbindungen/i,
    means: ['throttled', 'connection-dropped'],
    protocol: 'imap',
    source: translated,
  },
  {
    pattern:
      /Unable to establish a secure link with .{1,120}STARTTLS|STARTTLS をサポートしていないため|使用 STARTTLS 建立安全连接/i,
    means: ['settings-differ', 'tls-not-spoken'],
    protocol: 'smtp',
    source: translated,
  },
  {
    pattern:
      /Non-overridable TLS error occurred|Unable to establish TLS connection to POP3 server|POP3 サーバーへの TLS 接続が確立できません/i,
    means: ['tls-too-old', 'tls-not-spoken', 'certificate-untrusted'],
    source: translated,
  },
  {
    pattern: /is not an IMAP4 mail server/i,
    means: ['not-a-mail-server', 'settings-differ'],
    protocol: 'imap',
    source: english,
  },
  { pattern: /exceeds the global size limit/i, means: ['message-too-large'], protocol: 'smtp', source: english },
  {
    pattern: /failed to find the settings for your email account|アカウントの設定が見つかりませんでした/i,
    means: ['settings-differ', 'not-a-microsoft-address'],
    source: english,
  },
  {
    pattern:
      /OAuth 2\.0 is currently not supported with this provider|このプロバイダーは OAuth 2\.0 に対応していません/i,
    means: ['program-cannot-oauth', 'not-a-microsoft-address'],
    source: android,
  },
  {
    pattern: /Missing server capability|サーバーの機能が不足しています/i,
    means: ['settings-differ', 'tls-not-spoken'],
    source: android,
  },
  { pattern: /Authorization canceled|認証がキャンセルされました/i, means: ['sign-in-declined'], source: android },
]

export const thunderbird: Table = { kind: 'program', rows }
