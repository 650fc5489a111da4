import { page, type Row, type Table } from './row.ts'

const curl = page('https://github.com/curl/curl/blob/master/lib/strerror.c')
const claws = page('https://github.com/eworm-de/claws-mail/blob/master/src/imap.c')
const android = page('https://github.com/thunderbird/thunderbird-android/tree/main/core/ui')
const mutt = page('https://github.com/muttmua/mutt/blob/master/imap/auth_login.c')
const omamail = page('https://github.com/huacnlee/omamail/issues/31')
const japanese = page('https://www.choge-blog.com/programming/thunderbirdservercantlogin')
const spanish = page('https://github.com/thunderbird/thunderbird-android/issues/10455')
const translated = page('https://github.com/thunderbird/thunderbird-l10n')

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
]

export const commonWords: Table = { kind: 'program', rows }
