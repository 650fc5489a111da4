import { describe, expect, test } from 'vitest'
import { factValues } from './facts.ts'
import { because as sentences } from './because.ts'
import { rulings } from './decide.ts'
import { rulesInForce } from './rules-in-force.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** Where and for whom a rule decides, as `protocol: kinds`. */
function holds(at: string, reason: string): string[] {
  const named = rulesInForce(day(at)).rules.filter((rule) => rule.reason === reason)
  return named.flatMap(({ protocols }) =>
    protocols.map(({ protocol, accounts }) => `${protocol}: ${accounts.join(' ')}`),
  )
}

const EVERYWHERE = ['pop3: personal work', 'imap: personal work', 'smtp: personal work']

describe('the rules in force', () => {
  test('take passwords of everybody in 2021, and refuse none for being one', () => {
    expect(holds('2021-05-01', 'password')).toEqual(EVERYWHERE)
    expect(holds('2021-05-01', 'app-password-needed')).toEqual(EVERYWHERE)
    for (const reason of ['basic-auth-refused', 'basic-auth-disabled', 'client-submission-retired']) {
      expect(holds('2021-05-01', reason)).toEqual([])
    }
  })

  test('take passwords of work accounts over SMTP only, once the personal ones are through', () => {
    expect(holds('2024-09-16', 'password')).toEqual(['smtp: work'])
    expect(holds('2024-09-16', 'basic-auth-refused')).toEqual([
      'pop3: personal work',
      'imap: personal work',
      'smtp: personal',
    ])
  })

  test('say so at the door of POP and IMAP in late 2026', () => {
    expect(holds('2026-11-22', 'basic-auth-disabled')).toEqual(['pop3: personal work', 'imap: personal work'])
    expect(holds('2026-11-22', 'basic-auth-refused')).toEqual(['smtp: personal'])
    expect(holds('2026-11-22', 'wrong-password')).toEqual(['smtp: work'])
  })

  test('leave passwords in 2027 to the tenants that keep them', () => {
    expect(holds('2027-01-01', 'client-submission-retired')).toEqual(['smtp: work'])
    expect(holds('2027-01-01', 'password')).toEqual(['smtp: work'])
  })

  test('take tokens at all times, and tell in which way IMAP will not connect', () => {
    for (const at of ['2021-05-01', '2025-01-01', '2026-11-22', '2027-06-01']) {
      expect(holds(at, 'token')).toEqual(EVERYWHERE)
      expect(holds(at, 'token-expired')).toEqual(EVERYWHERE)
    }
    const imap = (at: string) =>
      rulesInForce(day(at)).rules.flatMap(({ reason, outcome, protocols }) =>
        reason === 'token-wrong-account' && protocols.some(({ protocol }) => protocol === 'imap') ? [outcome] : [],
      )
    expect(imap('2026-08-24')).toEqual(['accepted'])
    expect(imap('2026-08-25')).toEqual(['refused'])
  })

  test('are those of the table, in its order, each with its evidence and its reason', () => {
    const { rules } = rulesInForce(day('2026-11-22'))
    const order = rules.map((rule) =>
      rulings.findIndex(({ rule: name, outcome }) => outcome === rule.outcome && sentences[name] === rule.because),
    )
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    for (const { because, protocols } of rules) {
      expect(because).toMatch(/\.$/)
      for (const { protocol, evidence } of protocols) expect(evidence).toMatch(protocol.toUpperCase())
    }
  })

  test.each(['smtp-auth-off-tenant', 'security-defaults', 'conditional-access'])(
    'say %s of work accounts only: a personal one is in no tenant',
    (reason) => {
      const kinds = rulesInForce(day('2021-05-01')).rules.flatMap((rule) =>
        rule.reason === reason ? rule.protocols.flatMap(({ accounts }) => accounts) : [],
      )
      expect(new Set(kinds)).toEqual(new Set(['work']))
    },
  )

  test.each(['2021-05-01', '2023-01-01', '2025-01-01', '2026-11-22', '2027-06-01'])(
    'leave out on %s whatever decides nowhere then',
    (at) => {
      const nowhere = rulesInForce(day(at)).rules.filter(({ protocols }) => protocols.length === 0)
      expect(nowhere).toEqual([])
    },
  )

  test('leave no rule out: each is in force at some time', () => {
    const times = ['2021-05-01', '2023-01-01', '2025-01-01', '2026-11-22', '2027-06-01']
    const ever = new Set(times.flatMap((at) => rulesInForce(day(at)).rules.map(({ because }) => because)))
    expect(rulings.filter(({ rule }) => !ever.has(sentences[rule]))).toEqual([])
  })
})

test('the calendar tells its turns, and which are past', () => {
  const { calendar, frontEnd, passwords } = rulesInForce(day('2024-09-16'))
  expect(calendar.map(({ from, past, evidence }) => [from, past, evidence])).toEqual([
    ['2022-10-01', true, 'MS-CAL-01'],
    ['2024-09-16', true, 'MS-CAL-02'],
    ['2026-08-25', false, 'MS-CAL-03'],
    ['2027-01-01', false, 'MS-CAL-04'],
  ])
  expect(frontEnd).toBe('advertised')
  expect(passwords).toEqual({
    personal: { pop3: 'refused', imap: 'refused', smtp: 'refused' },
    work: { pop3: 'refused', imap: 'refused', smtp: 'accepted' },
  })
})

test('survives JSON', () => {
  const rules = rulesInForce(day('2026-11-22'))
  expect(JSON.parse(JSON.stringify(rules))).toEqual(rules)
  expect(rules.rules.length).toBeGreaterThan(factValues.protocol.length)
})
