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
}

/** An access token, and what was said of it when it was issued: an `OAuthGrant` is one. */
export type KnownToken = {
  accessToken: string
  username?: string | undefined
  expiresAt?: Date | undefined
  /** Granted permissions, with their resource or without: `SMTP.Send`. */
  scopes?: readonly string[] | undefined
}

const permissions = {
  imap: 'IMAP.AccessAsUser.All',
  pop3: 'POP.AccessAsUser.All',
  smtp: 'SMTP.Send',
} as const satisfies Record<Protocol, string>

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
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function permitsIn(scopes: readonly string[], protocol: Protocol): TokenFacts['permits'] {
  const names = scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase())
  return names.includes(permissions[protocol].toLowerCase()) ? 'yes' : 'no'
}

type Claims = { expiresAt?: number; username?: string; scopes?: string[] }

/** Work accounts' tokens are JWTs, which say this themselves; personal accounts' say nothing (MS-OAUTH-03). */
function claimsOf(accessToken: string): Claims {
  const [, payload, signature, ...rest] = accessToken.split('.')
  if (payload === undefined || signature === undefined || rest.length > 0) return {}
  const { exp, upn, preferred_username, scp } = recordIn(Buffer.from(payload, 'base64url').toString())
  const username = upn ?? preferred_username
  return {
    ...(typeof exp === 'number' && { expiresAt: exp * 1000 }),
    ...(typeof username === 'string' && { username }),
    ...(typeof scp === 'string' && { scopes: scp.split(' ') }),
  }
}

function recordIn(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
