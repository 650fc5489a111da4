/**
 * Every OAuth token the mock has issued: whose it is, for which service, what it permits, until when. Answers what a token
 * is and never whether a sign-in may pass. Time is the mock's. Keeps digests only: no token can be got back out.
 */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { signingKey } from './signing-key.ts'
import { subjectOf } from './subject.ts'
import type { Protocol } from '../directory/protocol.ts'
import type { TokenStanding } from './standing.ts'
import type { Account } from '../directory/account.ts'
import { audiences, parseScopes, permissionFor, resourceOf, type Permission, type Resource } from './scopes.ts'

export type IssueRequest = {
  account: Account
  clientId: string
  /** As on the wire, such as `https://outlook.office.com/SMTP.Send`. The access token is for the resource named first. */
  scopes: readonly string[]
  at: Date
  /** The access token's life; an hour if unset (MS-OAUTH-03). */
  expiresInSeconds?: number | undefined
  /** Whether its owner has proved himself with a second factor. */
  multiFactor?: boolean | undefined
}

export type IssuedTokens = {
  accessToken: string
  refreshToken: string
  expiresInSeconds: number
  expiresAt: Date
}

/** What an access token says. */
export type TokenFacts = {
  readonly account: Account
  readonly clientId: string
  readonly resource: Resource
  readonly permissions: ReadonlySet<Permission>
  readonly issuedAt: Date
  readonly expiresAt: Date
  readonly revoked: boolean
}

/** What a refresh token gives: one owner's yes to one application, for whatever he has consented to. */
type Grant = {
  readonly account: Account
  readonly clientId: string
  /** Those of the request that led to it: what a refresh without `scope` asks for. */
  readonly scopes: readonly string[]
  readonly multiFactor: boolean
  readonly issuedAt: Date
}

export type GrantStanding =
  | { kind: 'good'; grant: Grant }
  | { kind: 'revoked' | 'expired'; grant: Grant }
  | { kind: 'unknown' }

/** MS-OAUTH-03 shows 3599; personal accounts were mostly seen with a full hour. */
const lifetimeSeconds = { personal: 3600, work: 3599 } as const
/** MS-OAUTH-13: from its last use. */
const refreshTokenLifetime = 90 * 24 * 60 * 60 * 1000
/** As far ahead as a server's clock may be of another's. */
const tolerance = 5 * 60 * 1000
/** The oldest are forgotten beyond this, and are unknown then. */
const maxTokens = 10_000

type KeptAccess = TokenFacts & { revoked: boolean }
type KeptRefresh = Grant & { usedAt: Date; revoked: boolean }

export class TokenStore {
  readonly #access = new Map<string, KeptAccess>()
  readonly #refresh = new Map<string, KeptRefresh>()

  /** Throws `RangeError` for a scope that does not exist; whether it was consented to is asked elsewhere. */
  async issue(request: IssueRequest): Promise<IssuedTokens> {
    const { account, clientId, scopes, at, multiFactor = false } = request
    const parsed = parseScopes(scopes.join(' '))
    if (!parsed.ok) throw new RangeError(`there is no scope ${JSON.stringify(parsed.unknown)}`)
    const expiresInSeconds = request.expiresInSeconds ?? lifetimeSeconds[account.kind]
    const resource = parsed.scopes.resources[0] ?? 'graph'
    const facts: KeptAccess = {
      account,
      clientId,
      resource,
      permissions: new Set([...parsed.scopes.permissions].filter((permission) => resourceOf(permission) === resource)),
      issuedAt: at,
      expiresAt: new Date(at.getTime() + expiresInSeconds * 1000),
      revoked: false,
    }
    const accessToken = account.kind === 'personal' ? opaqueToken() : await this.#signedToken(facts)
    const refreshToken = newRefreshToken[account.kind]()
    keep(this.#access, accessToken, facts)
    const grant = { account, clientId, scopes, multiFactor, issuedAt: at, usedAt: at, revoked: false }
    keep(this.#refresh, refreshToken, grant)
    return { accessToken, refreshToken, expiresInSeconds, expiresAt: facts.expiresAt }
  }

  /** An access token of ours, whatever its state. */
  find(accessToken: string): TokenFacts | undefined {
    return this.#access.get(digest(accessToken))
  }

  /**
   * What an access token is to a sign-in at one of the doors.
   * @param attempt.account the account of that user name, if there is one
   * @param attempt.username as typed: the primary address, or an alias
   */
  standing(
    accessToken: string,
    attempt: { account: Account | undefined; username: string; protocol: Protocol; at: Date },
  ): TokenStanding {
    const token = this.find(accessToken)
    if (!token) return { kind: 'unknown' }
    const invalid = invalidity(token, attempt.at)
    if (invalid) return { kind: invalid }
    const permission = permissionFor[attempt.protocol]
    if (token.resource !== resourceOf(permission)) return { kind: 'wrong-audience' }
    if (!token.permissions.has(permission)) return { kind: 'missing-scope' }
    if (token.account !== attempt.account) return { kind: 'other-account' }
    const named = token.account.address.toLowerCase() === attempt.username.toLowerCase()
    return { kind: named ? 'good' : 'alias', expiresAt: token.expiresAt }
  }

  /**
   * What a refresh token gives. Looking at a good one counts as using it. One that was used before stays good: each
   * use hands out a new one and leaves the old one alone (MS-OAUTH-18).
   */
  grant(refreshToken: string, at: Date): GrantStanding {
    const kept = this.#refresh.get(digest(refreshToken))
    if (!kept) return { kind: 'unknown' }
    if (kept.revoked) return { kind: 'revoked', grant: kept }
    if (at.getTime() - kept.usedAt.getTime() >= refreshTokenLifetime) return { kind: 'expired', grant: kept }
    kept.usedAt = at
    return { kind: 'good', grant: kept }
  }

  /** Everything an account has: its owner signs out everywhere, changes his password, or is gone. */
  revokeAll(account: Account): void {
    for (const kept of [...this.#access.values(), ...this.#refresh.values()]) {
      if (kept.account === account) kept.revoked = true
    }
  }

  reset(): void {
    this.#access.clear()
    this.#refresh.clear()
  }

  async #signedToken({ account, clientId, resource, permissions, issuedAt, expiresAt }: TokenFacts): Promise<string> {
    const { sign } = await signingKey()
    const { tenantId, objectId, subject } = subjectOf(account, clientId)
    return sign({
      aud: audiences[resource],
      iss: `https://sts.windows.net/${tenantId}/`,
      iat: seconds(issuedAt),
      nbf: seconds(issuedAt),
      exp: seconds(expiresAt),
      appid: clientId,
      oid: objectId,
      scp: [...permissions].join(' '),
      sub: subject,
      tid: tenantId,
      upn: account.address,
      uti: randomBytes(16).toString('base64url'),
      ver: '1.0',
    })
  }
}

/** Why a token is good for nothing at that time, wherever it is shown. Before its time is outside it, too. */
export function invalidity(token: TokenFacts, at: Date): 'revoked' | 'expired' | undefined {
  if (token.revoked) return 'revoked'
  const begun = at.getTime() >= token.issuedAt.getTime() - tolerance
  return begun && at < token.expiresAt ? undefined : 'expired'
}

/** `EwB` and base64, longer than a POP3 command line (MS-OAUTH-03, MS-POP3-14). */
function opaqueToken(): string {
  const octets = randomBytes(900)
  octets.set([0x13, 0x00, 0x40 | (octets[2]! & 0x3f)])
  return octets.toString('base64')
}

/** MS-OAUTH-03: `M.C5…` for personal, `1.A…` for work accounts. */
const newRefreshToken = {
  personal: () => `M.C5${randomInt(10, 60)}_BAY.0.U.-${randomBytes(300).toString('base64url').replaceAll('-', '!')}`,
  work: () => `1.A${randomBytes(600).toString('base64url')}`,
} as const

function keep<Kept>(tokens: Map<string, Kept>, token: string, kept: Kept): void {
  if (tokens.size >= maxTokens) tokens.delete(tokens.keys().next().value!)
  tokens.set(digest(token), kept)
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
