import { describe, expect, test } from 'vitest'
import { Directory } from '../directory/directory.ts'
import { Authorizations, type AuthorizationRequest } from './authorizations.ts'
import { Clients, readyMadeClient } from './clients.ts'
import { DeviceCodes } from './device-codes.ts'
import { WebSessions } from './web-sessions.ts'

const at = new Date('2026-11-22T09:00:00Z')
const after = (milliseconds: number) => new Date(at.getTime() + milliseconds)
const minute = 60_000
const client = new Clients().get(readyMadeClient.id)!
const redirectUri = 'http://localhost:51004'
const request: AuthorizationRequest = {
  authority: { name: 'common' },
  client,
  redirectUri,
  responseMode: 'query',
  scopes: ['openid'],
  state: undefined,
  nonce: undefined,
  challenge: undefined,
  prompt: undefined,
  loginHint: undefined,
}

function people() {
  const directory = new Directory({ now: () => at })
  const [hanako, taro] = ['hanako@hotmail.com', 'taro@outlook.jp'].map((address) =>
    directory.add({ address, password: 'x' }),
  )
  return { hanako: hanako!, taro: taro! }
}

describe('an authorization code', () => {
  const start = () => {
    const authorizations = new Authorizations()
    const { hanako, taro } = people()
    const issue = (account = hanako) => authorizations.issueCode(request, { account, multiFactor: false, at })
    const redeem = (code: string, when = at) =>
      authorizations.redeem(code, { clientId: client.id, redirectUri, verifier: undefined, at: when }).outcome
    return { authorizations, hanako, taro, issue, redeem }
  }

  test.each([
    [10 * minute - 1, 'redeemed'],
    [10 * minute, 'expired'],
    [10 * minute + 1, 'expired'],
  ])('shown after %i ms is %s', (age, outcome) => {
    const { issue, redeem } = start()
    expect(redeem(issue(), after(age))).toBe(outcome)
  })

  test('is forgotten when a thousand newer ones wait, and not before', () => {
    const { issue, redeem } = start()
    const [first, second] = [issue(), issue()]
    for (let count = 0; count < 999; count++) issue()
    expect([redeem(first), redeem(second)]).toEqual(['unknown', 'redeemed'])
  })

  test.each([
    ['hanako@hotmail.com', /^M\.C5_BAY\.2\.U\.[\w-]{43}$/],
    ['taro@contoso.example', /^1\.A[\w-]{43}$/],
  ])('has the form of a refresh token of its kind: %s', (address, form) => {
    const account = new Directory({ now: () => at }).add({ address, password: 'x' })
    expect(start().issue(account)).toMatch(form)
  })

  test('of somebody else stays good when an account signs out everywhere', () => {
    const { authorizations, hanako, taro, issue, redeem } = start()
    const [own, other] = [issue(hanako), issue(taro)]
    authorizations.revokeAll(hanako)
    expect([redeem(own), redeem(other)]).toEqual(['unknown', 'redeemed'])
  })

  test.each([
    [undefined, undefined, 'redeemed'],
    [undefined, 'a verifier', 'wrong-verifier'],
    [{ method: 'plain', value: 'a verifier' } as const, undefined, 'wrong-verifier'],
    [{ method: 'plain', value: 'a verifier' } as const, 'a verifier', 'redeemed'],
    [{ method: 'plain', value: 'a verifier' } as const, 'A verifier', 'wrong-verifier'],
    [{ method: 'S256', value: 'a verifier' } as const, 'a verifier', 'wrong-verifier'],
  ])('with the challenge %j and the verifier %j is %s', (challenge, verifier, outcome) => {
    const authorizations = new Authorizations()
    const code = authorizations.issueCode(
      { ...request, challenge },
      { account: people().hanako, multiFactor: false, at },
    )
    expect(authorizations.redeem(code, { clientId: client.id, redirectUri, verifier, at }).outcome).toBe(outcome)
  })
})

describe('a request that waits for somebody', () => {
  test.each([
    [60 * minute - 1, true],
    [60 * minute, false],
  ])('is there after %i ms: %s', (age, there) => {
    const authorizations = new Authorizations()
    const { id } = authorizations.begin(request, { session: undefined, at })
    const consent = { decision: 'given', account: people().hanako } as const
    expect(authorizations.find(id, after(age)) !== undefined).toBe(there)
    expect(authorizations.answer(id, consent, after(age))).toBe(there)
  })

  test('is forgotten when a thousand newer ones wait, and not before', () => {
    const authorizations = new Authorizations()
    const begin = () => authorizations.begin(request, { session: undefined, at }).id
    const [first, second] = [begin(), begin()]
    for (let count = 0; count < 999; count++) begin()
    expect([authorizations.find(first, at), authorizations.find(second, at)?.id]).toEqual([undefined, second])
  })
})

describe('a device', () => {
  const start = (interval?: number) => {
    let machine = 1000
    const codes = new DeviceCodes({ stopwatch: () => machine, ...(interval !== undefined && { interval }) })
    const begin = (when = at) => codes.begin({ authority: { name: 'common' }, client, scopes: [] }, when)
    const poll = (code: string, when = at) => codes.poll(code, client.id, when).outcome
    return { codes, begin, poll, wait: (milliseconds: number) => (machine += milliseconds) }
  }

  test.each([
    [undefined, 4499, 'slow-down'],
    [undefined, 4500, 'pending'],
    [1, 499, 'slow-down'],
    [1, 500, 'pending'],
    [0, 0, 'pending'],
  ])('that may ask every %j s (5 if unset) and waits %i ms is told: %s', (interval, milliseconds, outcome) => {
    const { begin, poll, wait } = start(interval)
    const { deviceCode } = begin()
    expect(poll(deviceCode)).toBe('pending')
    wait(milliseconds)
    expect(poll(deviceCode)).toBe(outcome)
  })

  test('is timed by the machine’s clock if no other is given', () => {
    const codes = new DeviceCodes()
    const { deviceCode } = codes.begin({ authority: { name: 'common' }, client, scopes: [] }, at)
    expect([1, 2].map(() => codes.poll(deviceCode, client.id, at).outcome)).toEqual(['pending', 'slow-down'])
  })

  test.each([
    [900_000 - 1, 'pending'],
    [900_000, 'expired'],
    [900_000 + 60 * minute, 'expired'],
  ])('that asks after %i ms is told: %s', (age, outcome) => {
    const { begin, poll } = start()
    expect(poll(begin().deviceCode, after(age))).toBe(outcome)
  })

  test('is forgotten when a thousand newer ones wait, and not before', () => {
    const { begin, poll } = start()
    const [first, second] = [begin().deviceCode, begin().deviceCode]
    for (let count = 0; count < 999; count++) begin()
    expect([poll(first), poll(second)]).toEqual(['unknown', 'pending'])
  })

  test('whose owner has answered cannot be answered again', () => {
    const { codes, begin } = start()
    const { userCode } = begin()
    const { hanako, taro } = people()
    expect(codes.approve(userCode, { account: hanako, multiFactor: false, at })).toBe(true)
    expect(codes.approve(userCode, { account: taro, multiFactor: false, at })).toBe(false)
    expect(codes.decline(userCode, at)).toBe(false)
  })

  test('that somebody else approved stays approved when an account signs out everywhere', () => {
    const { codes, begin, poll } = start()
    const { hanako, taro } = people()
    const [own, other, open] = [begin(), begin(), begin()]
    codes.approve(own.userCode, { account: hanako, multiFactor: false, at })
    codes.approve(other.userCode, { account: taro, multiFactor: false, at })
    codes.revokeAll(hanako)
    expect([own, other, open].map(({ deviceCode }) => poll(deviceCode))).toEqual(['unknown', 'approved', 'pending'])
  })
})

test('a browser session is forgotten when a thousand newer ones are open, and not before', () => {
  const sessions = new WebSessions()
  const begin = () => sessions.begin(people().hanako, { multiFactor: false, at })
  const [first, second] = [begin(), begin()]
  for (let count = 0; count < 999; count++) begin()
  expect([sessions.find(first.id), sessions.find(second.id)]).toEqual([undefined, second])
})
