import { describe, expect, test } from 'vitest'
import { failureOf } from '@sparekey/testkit/failure'
import { clientId } from '../testing/identity-endpoint.ts'
import { personalTenantId } from './clouds.ts'
import { grantOf, type StoredSignIn } from './grant.ts'
import type { Tokens } from './identity-service.ts'

const tid = '11111111-2222-4333-8444-555555555555'
const asked = { clientId, cloud: 'global', resource: 'outlook' } as const
const given: Tokens = {
  accessToken: 'access',
  refreshToken: 'refresh',
  expiresAt: new Date('2026-11-22T10:00:00Z'),
  scope: undefined,
  claims: { preferred_username: 'hanako@hotmail.com', tid },
}
const known: StoredSignIn = {
  username: 'before@hotmail.com',
  cloud: 'global',
  tenant: 'consumers',
  clientId,
  refreshToken: 'before',
}
const withClaims = (claims: Record<string, unknown>): Tokens => ({ ...given, claims: { ...given.claims, ...claims } })

describe('the account that a grant is for', () => {
  test('is what the id token says, even if another was known before', () => {
    expect(grantOf(given, asked, known)).toMatchObject({ username: 'hanako@hotmail.com', tenant: tid })
  })

  test('is the one that was known before where there is no id token', () => {
    expect(grantOf({ ...given, claims: undefined }, asked, known)).toMatchObject({
      username: 'before@hotmail.com',
      tenant: 'consumers',
    })
  })

  test.for([
    [personalTenantId, 'consumers'],
    [tid, tid],
    ['a'.repeat(100), 'a'.repeat(100)],
  ])('in tenant %s is kept under %s', ([claim, tenant]) => {
    expect(grantOf(withClaims({ tid: claim }), asked).tenant).toBe(tenant)
  })

  test.for(['', 'a'.repeat(101), '../common', 'a b', 'a\n', 'a\u202eb', 7, null, undefined])(
    'in a tenant %j that cannot be part of a path is refused',
    async (claim) => {
      expect(await failureOf(() => grantOf(withClaims({ tid: claim }), asked))).toMatchObject({
        code: 'protocol-broken',
      })
    },
  )

  test.for([
    ['no-id-token', { ...given, claims: undefined }],
    ['no-address', withClaims({ preferred_username: '+81 90 0000 0000' })],
    ['no-address', withClaims({ preferred_username: undefined, email: 'not an address' })],
    ['no-tenant', withClaims({ tid: undefined })],
  ] as const)('is not known: %s', async ([problem, tokens]) => {
    const failure = await failureOf(() => grantOf(tokens, asked))
    expect(failure).toMatchObject({ code: 'protocol-broken', details: { problem } })
  })

  test.for([' hanako@outlook.jp', 'hanako@outlook.jp\n', '+81 90 0000 0000', '', 7, null])(
    'is not called %j: its mail address is taken instead',
    (preferred_username) => {
      expect(grantOf(withClaims({ preferred_username, email: 'hanako@live.jp' }), asked).username).toBe(
        'hanako@live.jp',
      )
    },
  )
})

describe('a refresh token', () => {
  test('that comes is kept in place of the one before', () => {
    expect(grantOf(given, asked, known).refreshToken).toBe('refresh')
    expect(grantOf({ ...given, refreshToken: undefined }, asked, known).refreshToken).toBe('before')
  })

  test('is missed where none came and none was known', async () => {
    const failure = await failureOf(() => grantOf({ ...given, refreshToken: undefined }, asked))
    expect(failure).toMatchObject({ code: 'consent-missing' })
  })
})

test.for([
  ['outlook', 'https://outlook.office.com/SMTP.Send', true],
  ['outlook', 'https://graph.microsoft.com/IMAP.AccessAsUser.All', true],
  ['outlook', 'https://graph.microsoft.com/Mail.Send', false],
  ['outlook', '', false],
  ['graph', 'https://graph.microsoft.com/Mail.Send', true],
  ['graph', 'https://outlook.office.com/SMTP.Send', false],
] as const)('for %s a token with the scope %j is enough: %j', async ([resource, scope, enough]) => {
  const failure = await failureOf(() => grantOf({ ...given, scope }, { ...asked, resource }))
  expect(failure === undefined).toBe(enough)
  if (failure === undefined) return
  const scopes = scope === '' ? [] : [scope.slice(scope.lastIndexOf('/') + 1)]
  expect(failure).toMatchObject({ code: 'consent-missing', details: { scopes } })
})
