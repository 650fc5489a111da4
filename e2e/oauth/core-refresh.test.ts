/** Tokens that @sparekey/core renews at the mock, and what stands in the way. */
import { failureOf } from '@sparekey/testkit/failure'
import { inspect } from 'node:util'
import { accessTokenFor, refreshAccess, signInOf, type FindingCode, type SparekeyError } from '@sparekey/core'
import type { Microsoft } from '@sparekey/mock-servers'
import { expect, test } from 'vitest'
import { earlier, hanako, OneAccount, signIn, start, taro } from '../support/core-oauth.ts'

const losses: [string, (microsoft: Microsoft) => void, FindingCode, number][] = [
  ['a new password', ({ accounts }) => (accounts.get(hanako).password = 'another'), 'token-expired', 70000],
  ['signing out everywhere', ({ oauth }) => oauth.signOutEverywhere(hanako), 'token-expired', 70000],
  ['a block', ({ accounts }) => (accounts.get(hanako).standing = 'blocked'), 'account-blocked', 50053],
]

test.each(losses)('a refresh after %s says so, and leaves the account as it was', async (_, happen, code, aadsts) => {
  await using mock = await start()
  const vault = new OneAccount(await earlier(mock.microsoft))
  const before = vault.kept
  happen(mock.microsoft)
  const failure = await failureOf(() => accessTokenFor(vault, 'hanako', 'outlook', mock.network()))
  expect(failure).toMatchObject({ code, details: { aadsts } })
  expect(vault.kept).toBe(before)
  expect(inspect(failure, { depth: Infinity })).not.toContain(before.refreshToken)
})

test('a refresh of a work account that lay unused for 90 days has run out', async () => {
  await using mock = await start()
  const kept = await earlier(mock.microsoft, taro)
  mock.microsoft.clock.advance(90 * 24 * 60 * 60 * 1000)
  const again = refreshAccess(kept, { resource: 'outlook', network: mock.network() })
  expect(await failureOf(() => again)).toMatchObject({ code: 'token-expired', details: { aadsts: 700082 } })
})

test('a refresh of a token cut in half is refused', async () => {
  await using mock = await start()
  const kept = await earlier(mock.microsoft)
  const half = { ...kept, refreshToken: kept.refreshToken.slice(0, 200) }
  const failure = await failureOf(() => refreshAccess(half, { resource: 'outlook', network: mock.network() }))
  expect(failure).toMatchObject({ code: 'token-refused', details: { aadsts: 70000 } })
})

test('a refresh for what was not consented to names the missing permission', async () => {
  await using mock = await start()
  const kept = signInOf(await signIn(mock, hanako, { resources: ['outlook'] }))
  const failure = await failureOf(() => refreshAccess(kept, { resource: 'graph', network: mock.network() }))
  expect(failure).toMatchObject({ code: 'consent-missing', details: { aadsts: 70000 } })
})

test('a refresh that Microsoft refuses with a number is the finding behind it, and the next one works', async () => {
  await using mock = await start()
  const kept = await earlier(mock.microsoft)
  const ask = () => refreshAccess(kept, { resource: 'outlook', network: mock.network() })
  const found: Record<number, unknown> = {}
  for (const code of Object.keys(findings)) {
    await mock.api.send('POST', '/oauth-errors', { code: Number(code), endpoint: 'token', times: 1 })
    const failure = await failureOf(() => ask())
    expect(failure).toMatchObject({ details: { aadsts: Number(code) } })
    found[Number(code)] = (failure as SparekeyError).code
  }
  expect(found).toEqual(findings)
  expect((await ask()).username).toBe(hanako)
})

const findings: Record<number, FindingCode> = {
  28000: 'scope-wrong',
  50020: 'account-not-admitted',
  50053: 'account-blocked',
  50058: 'sign-in-again',
  50076: 'sign-in-again',
  50079: 'sign-in-again',
  50173: 'token-refused',
  53003: 'policy-blocked',
  65001: 'consent-missing',
  70011: 'scope-wrong',
  90033: 'server-unavailable',
  700016: 'client-refused',
  700082: 'token-expired',
  900144: 'request-malformed',
  7000112: 'client-refused',
  7000218: 'client-refused',
  9002313: 'request-malformed',
  9002332: 'client-refused',
}
