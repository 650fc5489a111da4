import { page, type Row, type Table } from './row.ts'

const curl = page('https://github.com/curl/curl/blob/master/lib/strerror.c')
const claws = page('https://github.com/eworm-de/claws-mail/blob/master/src/imap.c')
const android = page('https://github.com/thunderbird/thunderbird-android/tree/main/core/ui')
const mutt = page('https://github.com/muttmua/mutt/blob/master/imap/auth_login.c')
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
      /認証(?:に|が)?(?:失敗|エラー|できません)|(?:ログイン|ログオン|サインイン)(?:に失敗|できません|エラー)|パスワードが(?:違い|間違|正しく)/,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: android,
  },
  {
    pattern:
      /(?:身份)?(?:验证|認證|认证|驗證)(?:失败|失敗|出错|错误|錯誤)|登[录錄入](?:失败|失敗)|(?:échec|erreur) (?:de l'|d')authentification|Authentifizierung(?:sfehler)?.{0,12}(?:fehlgeschlagen|fehler)|Anmeldung fehlgeschlagen|(?:error|fallo) de autenticación|autenticazione non riuscita|falha na autenticação|인증(?:에)? 실패/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: translated,
  },
]

export const commonWords: Table = { kind: 'program', rows }
