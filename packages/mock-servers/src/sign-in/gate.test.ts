import { describe, expect, test } from 'vitest'
import { Directory } from '../directory/directory.ts'
import { Clock } from '../clock/clock.ts'
import type { Protocol } from '../directory/protocol.ts'
import type { Attempt } from './attempt.ts'
import { Gate, type GateOptions, type SignInLimits } from './gate.ts'
import type { TokenStanding } from '../tokens/standing.ts'

const ADDRESS = 'hanako@hotmail.com'
const PASSWORD = 'correct horse'

function world(options: Partial<GateOptions> & { failuresBeforeBlock?: SignInLimits['failuresBeforeBlock'] } = {}) {
  const clock = new Clock(new Date('2021-05-01T00:00:00Z'))
  clock.freeze(true)
  const directory = new Directory({ now: () => clock.now() })
  const account = directory.add({ address: ADDRESS, password: PASSWORD, aliases: ['hana@outlook.jp'] })
  const limits = { failuresPerConnection: 3, failuresBeforeBlock: options.failuresBeforeBlock ?? null }
  const gate = new Gate({ directory, clock, limits, ...options })
  const attempt = (secret: string, more: Partial<Attempt> = {}) =>
    gate.attempt(
      {
        protocol: 'imap',
        mechanism: 'LOGIN',
        username: ADDRESS,
        proof: { kind: 'secret', secret },
        secure: true,
        session: 'session-1',
        ...more,
      },
      ({ outcome, reason }) => `${outcome}: ${reason}`,
    )
  const reason = (...args: Parameters<typeof attempt>) => attempt(...args).decision.reason
  return { clock, directory, account, gate, attempt, reason }
}

const PROTOCOLS: readonly Protocol[] = ['pop3', 'imap', 'smtp']

describe('the story', () => {
  test.each(PROTOCOLS)('over %s', (protocol) => {
    const { account, reason, clock } = world()
    expect(reason(PASSWORD, { protocol })).toBe('password')

    account.twoStep = true
    expect(reason(PASSWORD, { protocol })).toBe('app-password-needed')

    const { password } = account.createAppPassword('Outlook 2016')
    expect(reason(password, { protocol })).toBe('app-password')

    clock.set('2024-09-16')
    expect(reason(password, { protocol })).toBe('basic-auth-refused')
    expect(reason(PASSWORD, { protocol })).toBe('basic-auth-refused')

    clock.set('2026-11-22')
    expect(reason(password, { protocol })).toBe(protocol === 'smtp' ? 'basic-auth-refused' : 'basic-auth-disabled')
  })
})

describe('who signs in', () => {
  test.each([ADDRESS, 'Hanako@Hotmail.COM', 'hana@outlook.jp', 'HANA@outlook.jp'])('may be called %s', (username) => {
    const { attempt } = world()
    expect(attempt(PASSWORD, { username }).decision).toEqual({
      outcome: 'accepted',
      reason: 'password',
      address: ADDRESS,
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
    const { reason } = world()
    expect(reason(PASSWORD, { username })).toBe('unknown-account')
  })

  test('is nobody any more once the account is removed', () => {
    const { directory, reason } = world()
    directory.remove(ADDRESS)
    expect(reason(PASSWORD)).toBe('unknown-account')
  })
})

describe('an app password', () => {
  test('is taken only as the 16 letters', () => {
    const { account, reason } = world()
    account.twoStep = true
    const { password } = account.createAppPassword('Thunderbird')
    expect(reason(password.toUpperCase())).toBe('wrong-password')
    expect(reason(password.match(/.{4}/g)!.join(' '))).toBe('wrong-password')
    expect(reason(`${password} `)).toBe('wrong-password')
  })

  test('has its last use noted when it is accepted, and only then', () => {
    const { account, attempt, clock } = world()
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
    const { account, reason } = world()
    account.twoStep = true
    const [one, two] = [account.createAppPassword('one'), account.createAppPassword('two')]
    account.removeAppPassword(one.id)
    expect(reason(one.password)).toBe('app-password-removed')
    account.twoStep = false
    expect(reason(two.password)).toBe('app-password-while-two-step-off')
    expect(reason(PASSWORD)).toBe('password')
    account.twoStep = true
    expect(reason(two.password)).toBe('app-password-removed')
  })
})

describe('switches and policies', () => {
  test('POP, IMAP and SMTP AUTH off are each told in their own way', () => {
    const { account, attempt } = world()
    account.protocols = { pop3: false, imap: false, smtp: false }
    expect(attempt(PASSWORD, { protocol: 'pop3' }).decision).toMatchObject({
      outcome: 'refused',
      reason: 'protocol-off',
    })
    expect(attempt(PASSWORD, { protocol: 'imap' }).decision).toEqual({
      outcome: 'accepted',
      reason: 'protocol-off',
      address: ADDRESS,
      connected: false,
    })
    expect(attempt(PASSWORD, { protocol: 'smtp' }).decision).toMatchObject({ reason: 'smtp-auth-off-mailbox' })
  })

  test('a work account follows its tenant', () => {
    const { directory, reason, clock } = world()
    directory.add({ address: 'taro@contoso.example', password: 'x' })
    const taro = (protocol: Protocol) => reason('x', { protocol, username: 'taro@contoso.example' })
    const domain = 'contoso.example'

    expect(PROTOCOLS.map(taro)).toEqual(['password', 'password', 'password'])
    directory.setTenant({ domain, smtpAuth: false })
    expect(PROTOCOLS.map(taro)).toEqual(['password', 'password', 'smtp-auth-off-tenant'])
    directory.setTenant({ domain, securityDefaults: true })
    expect(PROTOCOLS.map(taro)).toEqual(['security-defaults', 'security-defaults', 'security-defaults'])
    directory.setTenant({ domain, conditionalAccess: true })
    expect(PROTOCOLS.map(taro)).toEqual(['conditional-access', 'conditional-access', 'conditional-access'])

    directory.setTenant({ domain })
    clock.set('2022-10-01')
    expect(PROTOCOLS.map(taro)).toEqual(['basic-auth-refused', 'basic-auth-refused', 'password'])
    clock.set('2027-01-01')
    expect(PROTOCOLS.map(taro)).toEqual(['basic-auth-disabled', 'basic-auth-disabled', 'client-submission-retired'])
    directory.setTenant({ domain, smtpAuth: true })
    expect(taro('smtp')).toBe('password')
    directory.setTenant({ domain, smtpAuth: true, createdAt: '2027-01-01' })
    expect(taro('smtp')).toBe('client-submission-retired')
  })

  test('an unknown address is judged by its domain, so that it is told apart from no known one', () => {
    const { reason, clock } = world()
    clock.set('2023-01-01')
    expect(reason('x', { username: 'nobody@contoso.example' })).toBe('basic-auth-refused')
    expect(reason('x', { username: 'nobody@hotmail.com' })).toBe('unknown-account')
  })
})

describe('tokens', () => {
  const proof = { kind: 'token', token: 'EwB' } as const
  const expiresAt = new Date('2030-01-01T00:00:00Z')

  test('were never issued while nobody verifies them', () => {
    const { reason } = world()
    expect(PROTOCOLS.map((protocol) => reason('', { protocol, proof }))).toEqual(PROTOCOLS.map(() => 'token-refused'))
  })

  test('are shown to the verifier with the account, the name beside them, the protocol and the time', () => {
    const asked: unknown[] = []
    const { account, clock, reason } = world({
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
    const { reason } = world({ tokens: () => ({ kind: 'good', expiresAt }) })
    expect(reason('', { proof, username: 'nobody@hotmail.com' })).toBe('unknown-account')
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
    const { reason, gate } = world({ tokens: () => ({ kind, expiresAt }) as TokenStanding })
    expect(reason('', { proof })).toBe(expected)
    expect(gate.journal.entries.map((entry) => entry.reason)).toEqual([expected])
  })

  test('that are refused never block an account', () => {
    const { account, attempt } = world({ failuresBeforeBlock: 1 })
    attempt('', { proof })
    expect(account.standing).toBe('active')
  })
})

describe('failures', () => {
  test('of one connection are counted, and the third is its last', () => {
    const { attempt } = world()
    const last = (session: string) => attempt('wrong', { session }).decision
    expect(last('a')).toMatchObject({ last: false })
    expect(last('b')).toMatchObject({ last: false })
    expect(last('a')).toMatchObject({ last: false })
    expect(last('a')).toMatchObject({ last: true })
    expect(last('b')).toMatchObject({ last: false })
  })

  test('are forgotten with the connection', () => {
    const { attempt, gate } = world()
    attempt('wrong')
    attempt('wrong')
    gate.closed('session-1')
    expect(attempt('wrong').decision).toMatchObject({ last: false })
  })

  test('never block an account unless the configuration says so', () => {
    const { account, attempt, reason } = world()
    for (let count = 0; count < 100; count++) attempt('wrong')
    expect(account.standing).toBe('active')
    expect(reason(PASSWORD)).toBe('password')
  })

  test('in a row block it, over whatever protocol they came, until it is active again', () => {
    const { account, reason } = world({ failuresBeforeBlock: 3 })
    for (const protocol of PROTOCOLS) expect(reason('wrong', { protocol })).toBe('wrong-password')
    expect(account.standing).toBe('blocked')
    expect(reason(PASSWORD)).toBe('account-blocked')
    account.standing = 'active'
    expect(reason('wrong')).toBe('wrong-password')
    expect(reason(PASSWORD)).toBe('password')
  })

  test('are no longer in a row once a sign-in was accepted', () => {
    const { account, attempt } = world({ failuresBeforeBlock: 2 })
    attempt('wrong')
    attempt(PASSWORD)
    attempt('wrong')
    expect(account.standing).toBe('active')
  })

  test('count against nobody when the secret was not the matter', () => {
    const { account, attempt, clock } = world({ failuresBeforeBlock: 1 })
    account.protocols = { smtp: false }
    attempt('wrong', { protocol: 'smtp' })
    clock.set('2026-11-22')
    attempt('wrong')
    expect(account.standing).toBe('active')
  })
})

describe('the journal', () => {
  test('tells what came, what was decided, why, and what was said', () => {
    const { account, attempt, gate } = world()
    account.twoStep = true
    const { reply } = attempt(PASSWORD, { protocol: 'pop3', mechanism: 'USER', username: 'HANA@outlook.jp' })
    expect(reply).toBe('refused: app-password-needed')
    expect(gate.journal.entries).toEqual([
      {
        at: new Date('2021-05-01T00:00:00Z'),
        protocol: 'pop3',
        mechanism: 'USER',
        address: ADDRESS,
        outcome: 'refused',
        reason: 'app-password-needed',
        because: 'The password is right, but two-step verification is on: mail programs need an app password.',
        evidence: 'MS-POP3-07',
        reply,
        session: 'session-1',
      },
    ])
  })

  test('shows why IMAP said yes and then refused', () => {
    const { account, attempt, gate } = world()
    account.protocols = { imap: false }
    attempt(PASSWORD)
    expect(gate.journal.entries).toMatchObject([
      { outcome: 'accepted', reason: 'protocol-off', evidence: 'MS-IMAP-13' },
    ])
  })

  test('never holds a secret or a token', () => {
    const { attempt, gate } = world()
    attempt('my-secret-1')
    attempt(PASSWORD)
    attempt('', { proof: { kind: 'token', token: 'my-secret-2' } })
    expect(JSON.stringify(gate.journal.entries)).not.toMatch(/my-secret|correct horse/)
    expect(gate.journal.entries).toHaveLength(3)
  })

  test('starts anew, with every count, after a reset', () => {
    const { attempt, gate } = world()
    attempt('wrong')
    attempt('wrong')
    gate.reset()
    expect(gate.journal.entries).toEqual([])
    expect(attempt('wrong').decision).toMatchObject({ last: false })
  })
})

test('a sign-in outside TLS is a mistake of the caller', () => {
  const { attempt, gate } = world()
  expect(() => attempt(PASSWORD, { secure: false })).toThrow(/behind TLS/)
  expect(gate.journal.entries).toEqual([])
})
