import { describe, expect, test } from 'vitest'
import { Directory } from '../directory/directory.ts'
import type { TenantSpec } from '../directory/tenant.ts'
import { Clock } from '../clock/clock.ts'
import type { Protocol } from '../directory/protocol.ts'
import type { Attempt } from './attempt.ts'
import { basicAuth, calendar, frontEnd, unconnected } from './calendar.ts'
import { Gate } from './gate.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** The last moment before a day. */
const before = (text: string) => new Date(day(text).getTime() - 1)

describe('passwords', () => {
  test.each([
    // kind, protocol, the moment, what becomes of them
    ['personal', 'pop3', before('2024-09-16'), 'accepted'],
    ['personal', 'pop3', day('2024-09-16'), 'refused'],
    ['personal', 'pop3', before('2026-08-25'), 'refused'],
    ['personal', 'pop3', day('2026-08-25'), 'disabled'],
    ['personal', 'imap', before('2024-09-16'), 'accepted'],
    ['personal', 'imap', day('2024-09-16'), 'refused'],
    ['personal', 'imap', day('2026-08-25'), 'disabled'],
    ['personal', 'smtp', before('2024-09-16'), 'accepted'],
    ['personal', 'smtp', day('2024-09-16'), 'refused'],
    ['personal', 'smtp', day('2030-01-01'), 'refused'],
    ['work', 'pop3', before('2022-10-01'), 'accepted'],
    ['work', 'pop3', day('2022-10-01'), 'refused'],
    ['work', 'pop3', day('2026-08-25'), 'disabled'],
    ['work', 'imap', before('2022-10-01'), 'accepted'],
    ['work', 'imap', day('2022-10-01'), 'refused'],
    ['work', 'imap', day('2030-01-01'), 'disabled'],
    ['work', 'smtp', day('2022-10-01'), 'accepted'],
    ['work', 'smtp', before('2027-01-01'), 'accepted'],
    ['work', 'smtp', day('2027-01-01'), 'refused'],
  ] as const)('of a %s account on %s at %s are %s', (kind, protocol, at, expected) => {
    expect(basicAuth(kind, protocol, at)).toBe(expected)
  })

  test.each([
    // the tenant's own switch, when it was made, what becomes of them in 2027
    [true, '2019-01-01', 'accepted'],
    [true, '2026-12-31', 'accepted'],
    [true, '2027-01-01', 'refused'],
    [undefined, '2019-01-01', 'refused'],
    [false, '2019-01-01', 'refused'],
  ] as const)('over SMTP of a tenant that says %s, made on %s, are %s in 2027', (smtpAuth, createdAt, expected) => {
    expect(basicAuth('work', 'smtp', day('2027-06-01'), { smtpAuth, createdAt })).toBe(expected)
  })

  test('are not kept by a tenant on any other protocol', () => {
    expect(basicAuth('work', 'imap', day('2023-01-01'), { smtpAuth: true, createdAt: '2019-01-01' })).toBe('refused')
  })
})

test('the calendar is in the order of its dates, so that the last turn that matches is the one in force', () => {
  expect(calendar.map(({ from }) => from)).toEqual(calendar.map(({ from }) => from).toSorted())
})

test.each([
  [before('2024-09-16'), 'passwords'],
  [day('2022-10-01'), 'passwords'],
  [day('2024-09-16'), 'advertised'],
  [before('2026-08-25'), 'advertised'],
  [day('2026-08-25'), 'disabled'],
] as const)('at %s the front ends are in their "%s" form', (at, form) => {
  expect(frontEnd(at)).toBe(form)
})

test('IMAP lets in whom it will not connect until the front ends of LOGINDISABLED', () => {
  expect(unconnected(before('2026-08-25'))).toBe('let-in')
  expect(unconnected(day('2026-08-25'))).toBe('refused')
})

const PROTOCOLS = ['pop3', 'imap', 'smtp'] as const
const CREDENTIALS = ['password', 'app password', 'token'] as const
const DOMAINS = { personal: 'hotmail.com', work: 'contoso.example' } as const

/** A personal and a work account, each with two-step verification off and on; every token is good. */
function world(asOf: Date, tenant: Omit<TenantSpec, 'domain'> = {}) {
  const clock = new Clock(asOf)
  clock.freeze(true)
  clock.set(asOf)
  const directory = new Directory({ now: () => clock.now() })
  const administer = (settings: Omit<TenantSpec, 'domain'>) =>
    directory.setTenant({ domain: DOMAINS.work, ...settings })
  administer(tenant)
  const gate = new Gate({
    directory,
    clock,
    limits: { failuresPerConnection: 1_000, failuresBeforeBlock: null },
    tokens: () => ({ kind: 'good', expiresAt: new Date(clock.now().getTime() + 3_600_000) }),
  })
  const secrets = Object.fromEntries(
    Object.values(DOMAINS).map((domain) => {
      directory.add({ address: `plain@${domain}`, password: 'correct horse' })
      const account = directory.add({ address: `two-step@${domain}`, password: 'correct horse', twoStep: true })
      return [domain, account.createAppPassword('test').password]
    }),
  )
  function reason(kind: keyof typeof DOMAINS, credential: (typeof CREDENTIALS)[number], protocol: Protocol) {
    const domain = DOMAINS[kind]
    const attempts = {
      password: { mechanism: 'LOGIN', username: `plain@${domain}`, proof: { kind: 'secret', secret: 'correct horse' } },
      'app password': {
        mechanism: 'LOGIN',
        username: `two-step@${domain}`,
        proof: { kind: 'secret', secret: secrets[domain]! },
      },
      token: { mechanism: 'XOAUTH2', username: `two-step@${domain}`, proof: { kind: 'token', token: 'EwB' } },
    } as const satisfies Record<string, Partial<Attempt>>
    const attempt = { protocol, ...attempts[credential], secure: true, session: 'session' }
    return gate.attempt(attempt, ({ outcome }) => outcome).decision.reason
  }
  return { administer, clock, reason }
}

type World = ReturnType<typeof world>

const ACCEPTED: ReadonlySet<string> = new Set(['password', 'app-password', 'token'])

/** The first letters of the protocols that let the credential in, such as `pis`. */
const doors = ({ reason }: World, kind: keyof typeof DOMAINS, credential: (typeof CREDENTIALS)[number]) =>
  PROTOCOLS.filter((protocol) => ACCEPTED.has(reason(kind, credential, protocol)))
    .map(([letter]) => letter)
    .join('')

const row = (world: World) =>
  (['personal', 'work'] as const).flatMap((kind) => CREDENTIALS.map((credential) => doors(world, kind, credential)))

/** From that day until the next, which doors are open to what: p(op3), i(map), s(mtp). */
const MATRIX = [
  // from, personal: password, app password, token; work: password, app password, token
  ['2021-05-01', ['pis', 'pis', 'pis', 'pis', 'pis', 'pis']],
  ['2022-10-01', ['pis', 'pis', 'pis', 's', 's', 'pis']],
  ['2024-09-16', ['', '', 'pis', 's', 's', 'pis']],
  ['2026-08-25', ['', '', 'pis', 's', 's', 'pis']],
  ['2027-01-01', ['', '', 'pis', '', '', 'pis']],
  ['2030-01-01', ['', '', 'pis', '', '', 'pis']],
] as const

describe('what opens which door', () => {
  const moments = MATRIX.flatMap(([from, expected], index) => {
    const next = MATRIX[index + 1]?.[0]
    return [day(from), ...(next ? [before(next)] : [])].map((at) => ({ at, expected }))
  })

  test.each(moments)('in a mock that starts at $at', ({ at, expected }) => {
    expect(row(world(at))).toEqual(expected)
  })

  test('in a mock whose clock walks through all periods, and back', () => {
    const walked = world(day('2019-01-01'))
    for (const { at, expected } of [...moments, ...moments.toReversed()]) {
      walked.clock.set(at)
      expect([at, row(walked)]).toEqual([at, expected])
    }
  })
})

describe('a work account that sends with its password', () => {
  const NEW_YEAR = '2027-01-01'

  test.each<[string, Omit<TenantSpec, 'domain'>, string, string]>([
    ['that never touched the setting', {}, 'password', 'client-submission-retired'],
    ['that switched SMTP AUTH on', { smtpAuth: true }, 'password', 'password'],
    ['that switched SMTP AUTH off', { smtpAuth: false }, 'smtp-auth-off-tenant', 'smtp-auth-off-tenant'],
    [
      'that is made on the last day and switched SMTP AUTH on',
      { smtpAuth: true, createdAt: '2026-12-31' },
      'password',
      'password',
    ],
    [
      'that is made afterwards, whatever its administrator does',
      { smtpAuth: true, createdAt: NEW_YEAR },
      'password',
      'client-submission-retired',
    ],
  ])('of a tenant %s', (_, tenant, then, now) => {
    const { clock, reason } = world(before(NEW_YEAR), tenant)
    expect(reason('work', 'password', 'smtp')).toBe(then)
    clock.set(day(NEW_YEAR))
    expect(reason('work', 'password', 'smtp')).toBe(now)
  })

  test('gets it back when the administrator switches SMTP AUTH on', () => {
    const { administer, reason } = world(day('2027-06-01'))
    expect(reason('work', 'app password', 'smtp')).toBe('client-submission-retired')
    administer({ smtpAuth: true })
    expect(reason('work', 'app password', 'smtp')).toBe('app-password')
    expect(reason('personal', 'app password', 'smtp')).toBe('basic-auth-refused')
  })

  test('sends with a token all the same, unless SMTP AUTH is switched off', () => {
    const { administer, reason } = world(day('2027-06-01'))
    expect(reason('work', 'token', 'smtp')).toBe('token')
    administer({ smtpAuth: false })
    expect(reason('work', 'token', 'smtp')).toBe('smtp-auth-off-tenant')
  })
})
