import { describe, expect, test } from 'vitest'
import { basicAuth, CALENDAR, frontEnd } from './calendar.ts'

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
  expect(CALENDAR.map(({ from }) => from)).toEqual(CALENDAR.map(({ from }) => from).toSorted())
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
