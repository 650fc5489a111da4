import { describe, expect, test } from 'vitest'
import type { Protocol } from '../directory/protocol.ts'
import { hanako, ownPassword, protocols, startGate } from '../testing/gate.ts'
import type { TokenStanding } from '../tokens/standing.ts'

describe('the story', () => {
  test.each(protocols)('over %s', (protocol) => {
    const { account, reason, clock } = startGate()
    expect(reason(ownPassword, { protocol })).toBe('password')

    account.twoStep = true
    expect(reason(ownPassword, { protocol })).toBe('app-password-needed')

    const { password } = account.createAppPassword('Outlook 2016')
    expect(reason(password, { protocol })).toBe('app-password')

    clock.set('2024-09-16')
    expect(reason(password, { protocol })).toBe('basic-auth-refused')
    expect(reason(ownPassword, { protocol })).toBe('basic-auth-refused')

    clock.set('2026-11-22')
    expect(reason(password, { protocol })).toBe(protocol === 'smtp' ? 'basic-auth-refused' : 'basic-auth-disabled')
  })
})

describe('who signs in', () => {
  test.each([hanako, 'Hanako@Hotmail.COM', 'hana@outlook.jp', 'HANA@outlook.jp'])('may be called %s', (username) => {
    const { attempt } = startGate()
    expect(attempt(ownPassword, { username }).decision).toEqual({
      outcome: 'accepted',
      reason: 'password',
      address: hanako,
      connected: true,
    })
  })

  test.each([
    'hanako',
    '',
    ' hanako@hotmail.com',
    'hanako@hotmail.com ',
    'hanako@ hotmail.com',
    'taro@hotmail.com',
    '\u0000',
  ])('is nobody when called "%s"', (username) => {
    const { reason } = startGate()
    expect(reason(ownPassword, { username })).toBe('unknown-account')
  })

  test('is nobody any more once the account is removed', () => {
    const { directory, reason } = startGate()
    directory.remove(hanako)
    expect(reason(ownPassword)).toBe('unknown-account')
  })
})

describe('an app password', () => {
  test('is taken only as the 16 letters', () => {
    const { account, reason } = startGate()
    account.twoStep = true
    const { password } = account.createAppPassword('Thunderbird')
    expect(reason(password.toUpperCase())).toBe('wrong-password')
    expect(reason(password.match(/.{4}/g)!.join(' '))).toBe('wrong-password')
    expect(reason(`${password} `)).toBe('wrong-password')
  })

  test('has its last use noted when it is accepted, and only then', () => {
    const { account, attempt, clock } = startGate()
    account.twoStep = true
    const used = account.createAppPassword('used')
    const unused = account.createAppPassword('unused')
    account.protocols = { pop3: false }
    clock.set('2021-06-01')
    attempt(unused.password, { protocol: 'pop3' })
    attempt(used.password)
    expect(account.appPasswords.map(({ lastUsedAt }) => lastUsedAt)).toEqual([new Date('2021-06-01T00:00:00Z'), null])
  })

  test('says what has become of it', () => {
    const { account, reason } = startGate()
    account.twoStep = true
    const [one, two] = [account.createAppPassword('one'), account.createAppPassword('two')]
    account.removeAppPassword(one.id)
    expect(reason(one.password)).toBe('app-password-removed')
    account.twoStep = false
    expect(reason(two.password)).toBe('app-password-while-two-step-off')
    expect(reason(ownPassword)).toBe('password')
    account.twoStep = true
    expect(reason(two.password)).toBe('app-password-removed')
  })
})

describe('switches and policies', () => {
  test('POP, IMAP and SMTP AUTH off are each told in their own way', () => {
    const { account, attempt } = startGate()
    account.protocols = { pop3: false, imap: false, smtp: false }
    expect(attempt(ownPassword, { protocol: 'pop3' }).decision).toMatchObject({
      outcome: 'refused',
      reason: 'protocol-off',
    })
    expect(attempt(ownPassword, { protocol: 'imap' }).decision).toEqual({
      outcome: 'accepted',
      reason: 'protocol-off',
      address: hanako,
      connected: false,
    })
    expect(attempt(ownPassword, { protocol: 'smtp' }).decision).toMatchObject({ reason: 'smtp-auth-off-mailbox' })
  })

  test('a work account follows its tenant', () => {
    const { directory, reason, clock } = startGate()
    directory.add({ address: 'taro@contoso.example', password: 'x' })
    const taro = (protocol: Protocol) => reason('x', { protocol, username: 'taro@contoso.example' })
    const domain = 'contoso.example'

    expect(protocols.map(taro)).toEqual(['password', 'password', 'password'])
    directory.setTenant({ domain, smtpAuth: false })
    expect(protocols.map(taro)).toEqual(['password', 'password', 'smtp-auth-off-tenant'])
    directory.setTenant({ domain, securityDefaults: true })
    expect(protocols.map(taro)).toEqual(['security-defaults', 'security-defaults', 'security-defaults'])
    directory.setTenant({ domain, conditionalAccess: true })
    expect(protocols.map(taro)).toEqual(['conditional-access', 'conditional-access', 'conditional-access'])

    directory.setTenant({ domain })
    clock.set('2022-10-01')
    expect(protocols.map(taro)).toEqual(['basic-auth-refused', 'basic-auth-refused', 'password'])
    clock.set('2027-01-01')
    expect(protocols.map(taro)).toEqual(['basic-auth-disabled', 'basic-auth-disabled', 'client-submission-retired'])
    directory.setTenant({ domain, smtpAuth: true })
    expect(taro('smtp')).toBe('password')
    directory.setTenant({ domain, smtpAuth: true, createdAt: '2027-01-01' })
    expect(taro('smtp')).toBe('client-submission-retired')
  })

  test('an unknown address is judged by its domain, so that it is told apart from no known one', () => {
    const { reason, clock } = startGate()
    clock.set('2023-01-01')
    expect(reason('x', { username: 'nobody@contoso.example' })).toBe('basic-auth-refused')
    expect(reason('x', { username: 'nobody@hotmail.com' })).toBe('unknown-account')
  })
})

describe('tokens', () => {
  const proof = { kind: 'token', token: 'EwB' } as const
  const expiresAt = new Date('2030-01-01T00:00:00Z')

  test('were never issued while nobody verifies them', () => {
    const { reason } = startGate()
    expect(protocols.map((protocol) => reason('', { protocol, proof }))).toEqual(protocols.map(() => 'token-refused'))
  })

  test('are shown to the verifier with the account, the name beside them, the protocol and the time', () => {
    const asked: unknown[] = []
    const { account, clock, reason } = startGate({
      tokens: (token, context) => {
        asked.push({ token, ...context })
        return { kind: 'good', expiresAt }
      },
    })
    clock.set('2026-11-22')
    expect(reason('', { protocol: 'smtp', proof, username: 'HANA@outlook.jp' })).toBe('token')
    expect(asked).toEqual([
      { token: 'EwB', account, username: 'HANA@outlook.jp', protocol: 'smtp', at: new Date('2026-11-22T00:00:00Z') },
    ])
  })

  test('of anybody are worth nothing beside an address that nobody has', () => {
    const { reason } = startGate({ tokens: () => ({ kind: 'good', expiresAt }) })
    expect(reason('', { proof, username: 'nobody@hotmail.com' })).toBe('unknown-account')
  })

  test.each(['good', 'alias'] as const)('found %s keep a session until they end, not longer', (kind) => {
    const { clock, gate, attempt } = startGate({ tokens: () => ({ kind, expiresAt }) })
    const ended: string[] = []
    attempt('', { proof })
    gate.onInvalidated('session-1', (why) => ended.push(why))
    clock.set('2029-12-31T23:59:59Z')
    expect(ended).toEqual([])
    clock.set('2030-01-01T00:00:00Z')
    expect(ended).toEqual(['access-token-expired'])
  })

  test.each<[TokenStanding['kind'], string]>([
    ['good', 'token'],
    ['alias', 'token'],
    ['unknown', 'token-refused'],
    ['revoked', 'token-refused'],
    ['expired', 'token-expired'],
    ['wrong-audience', 'token-wrong-audience'],
    ['missing-scope', 'token-missing-scope'],
    ['other-account', 'token-wrong-account'],
  ])('found %s are journalled as %s', (kind, expected) => {
    const { reason, gate } = startGate({ tokens: () => ({ kind, expiresAt }) as TokenStanding })
    expect(reason('', { proof })).toBe(expected)
    expect(gate.journal.entries.map((entry) => entry.reason)).toEqual([expected])
  })

  test('that are refused never block an account', () => {
    const { account, attempt } = startGate({ failuresBeforeBlock: 1 })
    attempt('', { proof })
    expect(account.standing).toBe('active')
  })
})

test('a sign-in outside TLS is a mistake of the caller', () => {
  const { attempt, gate } = startGate()
  expect(() => attempt(ownPassword, { secure: false })).toThrow(/behind TLS/)
  expect(gate.journal.entries).toEqual([])
})
