import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Directory } from '../directory/directory.ts'
import { type AuthorizationRequest, Authorizations } from './authorizations.ts'
import { Clients, readyMadeClient } from './clients.ts'

const at = new Date('2026-11-22T09:00:00Z')
const minutes = (count: number) => new Date(at.getTime() + count * 60_000)
const verifier = 'a-verifier-that-is-43-characters-long-at-least'
const challenge = { method: 'S256', value: createHash('sha256').update(verifier).digest('base64url') } as const
const redirectUri = 'http://localhost:51004'

function start(more: Partial<AuthorizationRequest> = {}) {
  const directory = new Directory({ now: () => at })
  const account = directory.add({ address: 'hanako@hotmail.com', password: 'x' })
  const request: AuthorizationRequest = {
    authority: { name: 'common' },
    client: new Clients().get(readyMadeClient.id)!,
    redirectUri,
    responseMode: 'query',
    scopes: ['openid'],
    state: 's',
    nonce: 'n',
    challenge,
    prompt: undefined,
    loginHint: undefined,
    ...more,
  }
  const authorizations = new Authorizations()
  const code = authorizations.issueCode(request, { account, multiFactor: false, at })
  const redeem = (proof: object = {}, text = code) =>
    authorizations.redeem(text, { clientId: request.client.id, redirectUri, verifier, at, ...proof })
  return { account, request, authorizations, redeem }
}

describe('a code', () => {
  test('is redeemed once, for what it stands for', () => {
    const { account, request, redeem } = start()
    expect(redeem()).toEqual({ outcome: 'redeemed', request, account, multiFactor: false })
    expect(redeem()).toEqual({ outcome: 'used' })
  })

  test('is good for ten minutes', () => {
    expect(start().redeem({ at: minutes(9.9) }).outcome).toBe('redeemed')
    expect(start().redeem({ at: minutes(10) }).outcome).toBe('expired')
  })

  test('is worth nothing to another client, at another address, or without the verifier', () => {
    expect(start().redeem({ clientId: 'another' }).outcome).toBe('unknown')
    expect(start().redeem({}, 'another').outcome).toBe('unknown')
    expect(start().redeem({ redirectUri: 'http://localhost:51005' }).outcome).toBe('wrong-redirect')
    expect(start().redeem({ verifier: undefined }).outcome).toBe('wrong-verifier')
    const { redeem } = start()
    expect(redeem({ verifier: `${verifier}x` }).outcome).toBe('wrong-verifier')
    expect(redeem().outcome).toBe('used')
  })

  test('asks for the verifier itself with the plain method, and for none without a challenge', () => {
    expect(start({ challenge: { method: 'plain', value: verifier } }).redeem().outcome).toBe('redeemed')
    expect(start({ challenge: undefined }).redeem({ verifier: undefined }).outcome).toBe('redeemed')
    expect(start({ challenge: undefined }).redeem().outcome).toBe('wrong-verifier')
  })

  test('is gone when its owner signs out everywhere', () => {
    const { account, authorizations, redeem } = start()
    authorizations.revokeAll(account)
    expect(redeem().outcome).toBe('unknown')
  })
})

describe('a request', () => {
  test('waits for an hour for somebody to answer it', () => {
    const { account, request, authorizations } = start()
    const { id } = authorizations.begin(request, { session: 'before', at })
    expect(authorizations.find(id, minutes(59))).toMatchObject({ sessionAtStart: 'before', consent: undefined })
    expect(authorizations.answer(id, { decision: 'given', account }, at)).toBe(true)
    expect(authorizations.find(id, at)?.consent).toEqual({ decision: 'given', account })
    expect(authorizations.find(id, minutes(60))).toBeUndefined()
    expect(authorizations.answer(id, { decision: 'declined', account }, minutes(60))).toBe(false)
    authorizations.end(id)
    expect(authorizations.find(id, at)).toBeUndefined()
  })
})
