/**
 * Sign-ins in a browser that end with a code (RFC 6749, 4.1), protected by PKCE (RFC 7636): requests that wait for a
 * person, and codes that wait to be redeemed, once. Both expire by the mock's clock.
 */
import { createHash } from 'node:crypto'
import type { Account } from '../directory/account.ts'
import type { Client } from './clients.ts'
import { randomId } from './random-id.ts'
import type { Authority } from './authority.ts'

export type Prompt = 'login' | 'select_account' | 'consent' | 'none'

export type AuthorizationRequest = {
  readonly authority: Authority
  readonly client: Client
  readonly redirectUri: string
  readonly responseMode: 'query' | 'fragment' | 'form_post'
  /** As on the wire. */
  readonly scopes: readonly string[]
  readonly state: string | undefined
  readonly nonce: string | undefined
  readonly challenge: { method: 'S256' | 'plain'; value: string } | undefined
  readonly prompt: Prompt | undefined
  readonly loginHint: string | undefined
}

/** One that waits for somebody to sign in and to consent. */
export type PendingAuthorization = AuthorizationRequest & {
  readonly id: string
  /** The browser's session when it began: `prompt=login` wants another one. */
  readonly sessionAtStart: string | undefined
  /** The answer given on the consent page, and who gave it. */
  readonly consent: { decision: 'given' | 'declined'; account: Account } | undefined
}

export type Redemption =
  | { outcome: 'redeemed'; request: AuthorizationRequest; account: Account; multiFactor: boolean }
  | { outcome: 'unknown' | 'expired' | 'used' | 'wrong-redirect' | 'wrong-verifier' }

type Code = {
  request: AuthorizationRequest
  account: Account
  multiFactor: boolean
  expiresAt: Date
  used: boolean
}

/** "Typically, they expire after about 10 minutes": Microsoft on codes. For requests assumed to be an hour. */
const codeLifetime = 10 * 60 * 1000
const requestLifetime = 60 * 60 * 1000
const maxKept = 1000

export class Authorizations {
  readonly #pending = new Map<string, PendingAuthorization & { expiresAt: Date }>()
  readonly #codes = new Map<string, Code>()

  begin(
    request: AuthorizationRequest,
    { session, at }: { session: string | undefined; at: Date },
  ): PendingAuthorization {
    const expiresAt = new Date(at.getTime() + requestLifetime)
    const pending = { ...request, id: randomId(), sessionAtStart: session, consent: undefined, expiresAt }
    keep(this.#pending, pending.id, pending)
    return pending
  }

  find(id: string, at: Date): PendingAuthorization | undefined {
    const pending = this.#pending.get(id)
    return pending && at < pending.expiresAt ? pending : undefined
  }

  /** Notes what somebody said on the consent page. Returns whether the request still waits. */
  answer(id: string, consent: { decision: 'given' | 'declined'; account: Account }, at: Date): boolean {
    const pending = this.#pending.get(id)
    if (!pending || at >= pending.expiresAt) return false
    this.#pending.set(id, { ...pending, consent })
    return true
  }

  /** Ends a request with a code, or without. */
  end(id: string): void {
    this.#pending.delete(id)
  }

  issueCode(request: AuthorizationRequest, who: { account: Account; multiFactor: boolean; at: Date }): string {
    const { account, multiFactor, at } = who
    // MS-OAUTH-21: the form of codes is that of refresh tokens.
    const code = `${account.kind === 'personal' ? 'M.C5_BAY.2.U.' : '1.A'}${randomId()}`
    const expiresAt = new Date(at.getTime() + codeLifetime)
    keep(this.#codes, code, { request, account, multiFactor, expiresAt, used: false })
    return code
  }

  /** Gives out what a code stands for, once. A code that was shown with anything wrong is worthless afterwards, too. */
  redeem(
    code: string,
    proof: { clientId: string; redirectUri: string; verifier: string | undefined; at: Date },
  ): Redemption {
    const kept = this.#codes.get(code)
    if (!kept || kept.request.client.id !== proof.clientId) return { outcome: 'unknown' }
    if (kept.used) return { outcome: 'used' }
    kept.used = true
    if (proof.at >= kept.expiresAt) return { outcome: 'expired' }
    if (kept.request.redirectUri !== proof.redirectUri) return { outcome: 'wrong-redirect' }
    if (!answers(kept.request.challenge, proof.verifier)) return { outcome: 'wrong-verifier' }
    return { outcome: 'redeemed', request: kept.request, account: kept.account, multiFactor: kept.multiFactor }
  }

  /** Worthless from now on: its owner signs out everywhere, changes his password, or is gone. */
  revokeAll(account: Account): void {
    for (const [code, kept] of this.#codes) if (kept.account === account) this.#codes.delete(code)
  }

  reset(): void {
    this.#pending.clear()
    this.#codes.clear()
  }
}

function answers(challenge: AuthorizationRequest['challenge'], verifier: string | undefined): boolean {
  if (!challenge || verifier === undefined) return challenge === undefined && verifier === undefined
  const { method, value } = challenge
  return value === (method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url'))
}

function keep<Kept>(all: Map<string, Kept>, key: string, kept: Kept): void {
  if (all.size >= maxKept) all.delete(all.keys().next().value!)
  all.set(key, kept)
}
