import { page, type Row, type Table } from './row.ts'

const curl = page('https://github.com/curl/curl/blob/master/lib/strerror.c')
const claws = page('https://github.com/eworm-de/claws-mail/blob/master/src/imap.c')
const android = page('https://github.com/thunderbird/thunderbird-android/tree/main/core/ui')
const mutt = page('https://github.com/muttmua/mutt/blob/master/imap/auth_login.c')
const omamail = page('https://github.com/huacnlee/omamail/issues/31')
const japanese = page('https://www.choge-blog.com/programming/thunderbirdservercantlogin')
const spanish = page('https://github.com/thunderbird/thunderbird-android/issues/10455')
const translated = page('https://github.com/thunderbird/thunderbird-l10n')
const mechanisms = page('https://github.com/zou-yu/worker-mailer')
const smtplib = page('https://docs.python.org/3/library/smtplib.html')
const signIn = page('https://www.rfc-editor.org/rfc/rfc4954#section-6')
const lock = page('https://www.rfc-editor.org/rfc/rfc1939#section-4')
const mailboxOff = page('https://github.com/mozilla-b2g/gaia-email-libs-and-more')
const prompts = page('https://github.com/simonrob/email-oauth2-proxy/discussions/403')
const tokens = page('https://www.rfc-editor.org/rfc/rfc6750#section-3.1')
const expiredPassword = page('https://www.rfc-editor.org/rfc/rfc5530#section-3')

/**
 * A refusal in the words that many programs share. They decide only where nothing else does, and what they are about (a
 * mail account?) only the person knows.
 */
const rows: readonly Row[] = [
  {
    pattern:
      /\b(?:authentication|authenticate|login|log-?on|log ?in|sign-?in|sign ?in|credentials?)\b.{0,12}\b(?:failed|failure|fails|unsuccessful|denied|rejected|refused|incorrect|invalid|not accepted)\b/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: mutt,
  },
  {
    pattern: /\b(?:could not|cannot|can't|unable to|failed to)\b.{0,6}\b(?:authenticate|log ?in|log ?on|sign ?in)\b/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: claws,
  },
  {
    pattern:
      /\b(?:invalid|incorrect|wrong|bad)\b.{0,12}\b(?:credentials?|password|user ?name)\b|\b(?:user ?name|password)\b.{0,24}\b(?:is |are |was )?(?:incorrect|invalid|wrong|not accepted)\b/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: curl,
  },
  {
    pattern:
      /\b(?:rejected|refused|denied) (?:that|the|this|your) (?:user ?name|password|login|log-?on|credentials)\b/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: omamail,
  },
  {
    pattern:
      /(?:ユーザー?名|アカウント|ＩＤ|ID)(?:または|か|や|もしくは|、)パスワード(?:が|に)(?:無効|間違|誤|違|正しく)|パスワード(?:または|か|や|もしくは|、)(?:ユーザー?名|アカウント名?|ＩＤ|ID)(?:が|に)(?:無効|間違|誤|違|正しく)|パスワード(?:が無効|に誤り)/,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: japanese,
  },
  {
    pattern:
      /認証(?:に|が)?(?:失敗|エラー|できません)|(?:ログイン|ログオン|サインイン)(?:に失敗|できません|エラー)|パスワードが(?:違い|間違|正しく)/,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: android,
  },
  {
    pattern: /(?:身份)?验证(?:失败|出错)|驗證失敗|登录失败|登入失敗|密码错误|密碼錯誤|인증에? ?실패|로그인을? ?실패/,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: translated,
  },
  {
    pattern:
      /(?:échec de l'|erreur d')authentification|(?:échec de la|erreur de) connexion|mot de passe (?:est |sont probablement )?incorrects?|Anmeldung .{0,20}fehlgeschlagen|Benutzername oder Passwort nicht korrekt|ungültiges Passwort|error en la autenticación|autenticazione non riuscita|errore di autenticazione|password errata|falha na autenticação|erro de autenticação|(?:authenticatie|aanmelden|aanmelding) (?:is )?mislukt|ошибка (?:аутентификации|авторизации)|неверный пароль|uwierzytelni\S{1,6} się nie powiodło|nieprawidłowe hasło/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: translated,
  },
  {
    pattern: /(?:error|fallo) de autenticación/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: spanish,
  },
  {
    pattern:
      /\b(?:could not|couldn't|cannot|can't|unable to|failed to) (?:open (?:a )?connection|connect) to\b.{0,40}\b(?:server|host)\b/i,
    means: ['connection-refused', 'connection-timeout', 'host-not-found', 'settings-differ'],
    source: curl,
  },

  {
    pattern:
      /\bno (?:mutual|common|shared|supported|acceptable) auth(?:entication)? (?:mechanisms?|methods?|types?)\b/i,
    means: ['basic-auth-retired', 'settings-differ', 'program-cannot-oauth', 'tls-needed'],
    source: mechanisms,
  },
  {
    pattern:
      /\b(?:EHLO|HELO)\b.{0,20}\b(?:rejected|refused|failed|not accepted|denied)\b|\b(?:rejected|refused) our (?:EHLO|HELO)\b|\bSMTPHeloError\b/i,
    means: ['client-protocol-error', 'server-unavailable', 'throttled'],
    protocol: 'smtp',
    source: smtplib,
  },
  {
    pattern: /\bmail ?drop (?:is )?already locked\b|\bunable to lock (?:the )?mail ?drop\b/i,
    means: ['throttled'],
    protocol: 'pop3',
    source: lock,
  },

  {
    pattern:
      /(?:POP3?|IMAP4?) ?(?:アクセス|接続|の(?:利用|使用))?(?:が|は)(?:無効|オフ|許可されて(?:いません|いない)|有効(?:に|で)(?:なって)?(?:いません|はありません|ない))/i,
    means: ['protocol-off'],
    source: mailboxOff,
  },

  {
    pattern: /\bAUTH(?: command)? (?:failed|failure|error|rejected|refused)\b/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    protocol: 'smtp',
    source: signIn,
  },
  {
    pattern: /\brequires authentication\b|(?<!proxy )\bauthentication (?:is )?required\b|認証が必要/i,
    means: ['not-authenticated', 'plain-refusal'],
    source: signIn,
  },
  {
    pattern: /接続(?:に失敗|エラー)/,
    means: ['ambiguous', 'connection-refused', 'connection-timeout', 'host-not-found', 'plain-refusal'],
    source: curl,
  },

  // What a person says who is asked for the password again and again.
  {
    pattern:
      /\b(?:keeps?|kept|always|constantly|repeatedly|continually|continuously) (?:on )?(?:re-?)?(?:ask(?:s|ed|ing)?|prompt(?:s|ed|ing)?|request(?:s|ed|ing)?)\b.{0,20}\b(?:password|credentials|sign ?in|log ?in)\b|\b(?:asks?|asked|asking|prompts?|prompted|prompting)\b.{0,16}\bfor .{0,16}\b(?:password|credentials)\b.{0,10}\b(?:again and again|over and over|repeatedly|constantly|every (?:time|few minutes)|all the time)\b|\bpassword (?:prompt|window|box|dialog)\b.{0,20}\b(?:keeps?|again|loop|reappears|comes back)\b/i,
    means: ['plain-refusal', 'basic-auth-retired', 'sign-in-again'],
    source: prompts,
  },
  {
    pattern:
      /パスワードの?(?:入力)?(?:画面|欄|ダイアログ)?(?:を|が)?(?:何度も|何回も|繰り返し|くり返し|毎回|頻繁に|しつこく)(?:入力を?)?(?:聞|訊|求|要求|表示|出|尋)|(?:何度も|何回も|繰り返し|くり返し|毎回|頻繁に)パスワード(?:の入力)?(?:を|が)(?:入力を?)?(?:聞|訊|求|要求|表示|出|尋)/,
    means: ['plain-refusal', 'basic-auth-retired', 'sign-in-again'],
    source: prompts,
  },
  {
    pattern:
      /Enter your user ?name and password for the following server|次のサーバー.{0,10}のユーザー名とパスワードを入力して/i,
    means: ['plain-refusal', 'basic-auth-retired', 'sign-in-again'],
    source: prompts,
  },

  {
    pattern: /\brefresh[ _-]?token (?:has |is |was )?expired\b|\bexpired refresh[ _-]?token\b/i,
    means: ['sign-in-again'],
    source: tokens,
  },
  {
    pattern:
      /(?<!refresh[ _-]?)\btoken (?:has |is |was )?expired\b|\bexpired (?:access )?token\b|トークンの?(?:有効)?期限(?:が|は)?切れ/i,
    means: ['token-expired', 'sign-in-again'],
    source: tokens,
  },
  {
    pattern: /\bpassword (?:has |is |was )?expired\b|パスワードの?(?:有効)?期限(?:が|は)?切れ/i,
    means: ['password-wrong'],
    source: expiredPassword,
  },
]

export const commonWords: Table = { kind: 'program', rows }
