import type { Protocol } from '../settings/settings.ts'

/**
 * What can be known of an access token on this side, so that a refusal, for which Microsoft has one sentence whatever is
 * wrong with a token (MS-IMAP-18, MS-POP3-13, MS-SMTP-11), can be explained. It decides nothing: a token is sent whatever is
 * known of it. Facts never hold the token.
 */
export type TokenFacts = {
  lifetime: 'running' | 'over' | 'unknown'
  /** Whether it belongs to the account under whose name it is shown. */
  account: 'same' | 'other' | 'unknown'
  /** Whether it was issued for this protocol. */
  permits: 'yes' | 'no' | 'unknown'
  /** What it was issued for: Microsoft's mail servers, or another service such as Graph. */
  audience: 'mail' | 'other' | 'unknown'
  /** Who it speaks for: a person, or an application alone (MS-ACC-16). */
  bearer: 'person' | 'application' | 'unknown'
  /** Whether POP3 takes a line as long (MS-POP3-49). */
  length: 'usual' | 'long'
}

/** Of a token of which nothing is known. */
export const noTokenFacts: TokenFacts = {
  lifetime: 'unknown',
  account: 'unknown',
  permits: 'unknown',
  audience: 'unknown',
  bearer: 'unknown',
  length: 'usual',
}

/** An access token, and what was said of it when it was issued: an `OAuthGrant` is one. */
export type KnownToken = {
  accessToken: string
  username?: string | undefined
  expiresAt?: Date | undefined
  /** Granted permissions, with their resource or without: `SMTP.Send`. */
  scopes?: readonly string[] | undefined
}

/** Of a person, and of an application (MS-ACC-16). */
const permissions = {
  imap: ['IMAP.AccessAsUser.All', 'IMAP.AccessAsApp'],
  pop3: ['POP.AccessAsUser.All', 'POP.AccessAsApp'],
  smtp: ['SMTP.Send', 'SMTP.SendAsApp'],
} as const satisfies Record<Protocol, readonly string[]>

/** Exchange by its names in Microsoft's clouds, and by its number in all of them. */
const mailAudience =
  /^(?:https:\/\/(?:outlook\.office(?:365)?\.(?:com|us|de)|outlook\.live\.com|partner\.outlook\.cn|webmail\.apps\.mil|ps\.outlook\.com)\/?|00000002-0000-0ff1-ce00-000000000000)$/i

/** The most that POP3 takes of a token (MS-POP3-49). */
const mostOverPop3 = 4096

/** @param shown how and when the token is shown to a server */
export function tokenFacts(token: KnownToken, shown: { username: string; protocol: Protocol; now: Date }): TokenFacts {
  const claims = claimsOf(token.accessToken)
  const expiresAt = token.expiresAt?.getTime() ?? claims.expiresAt
  const username = token.username ?? claims.username
  const scopes = token.scopes ?? claims.scopes
  return {
    lifetime: expiresAt === undefined ? 'unknown' : expiresAt > shown.now.getTime() ? 'running' : 'over',
    account: username === undefined ? 'unknown' : sameName(username, shown.username) ? 'same' : 'other',
    permits: scopes === undefined ? 'unknown' : permitsIn(scopes, shown.protocol),
    audience: claims.audience === undefined ? 'unknown' : mailAudience.test(claims.audience) ? 'mail' : 'other',
    bearer: claims.bearer ?? 'unknown',
    length: token.accessToken.length > mostOverPop3 ? 'long' : 'usual',
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function permitsIn(scopes: readonly string[], protocol: Protocol): TokenFacts['permits'] {
  const names = scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase())
  return permissions[protocol].some((permission) => names.includes(permission.toLowerCase())) ? 'yes' : 'no'
}

type Claims = {
  expiresAt?: number
  username?: string
  scopes?: string[]
  audience?: string
  bearer?: 'person' | 'application'
}

/** Work accounts' tokens are JWTs, which say this themselves; personal accounts' say nothing (MS-OAUTH-03). */
function claimsOf(accessToken: string): Claims {
  const [, payload, signature, ...rest] = accessToken.split('.')
  if (payload === undefined || signature === undefined || rest.length > 0) return {}
  const { exp, upn, preferred_username, unique_name, scp, roles, aud, idtyp } = recordIn(
    Buffer.from(payload, 'base64url').toString(),
  )
  const username = upn ?? preferred_username ?? unique_name
  const permitted = typeof scp === 'string' ? scp.split(' ') : Array.isArray(roles) ? roles.filter(isText) : undefined
  const ofApplication = idtyp === 'app' || (typeof scp !== 'string' && Array.isArray(roles))
  return {
    ...(typeof exp === 'number' && { expiresAt: exp * 1000 }),
    ...(typeof username === 'string' && { username }),
    ...(permitted && { scopes: permitted }),
    ...(typeof aud === 'string' && { audience: aud }),
    ...(ofApplication ? { bearer: 'application' } : typeof scp === 'string' && { bearer: 'person' }),
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function recordIn(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
