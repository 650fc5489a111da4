/**
 * Every sentence and every number of the identity service in the evidence table, and what it means to a person. So a number
 * that is lost, or has come under another finding, is noticed.
 */
import { evidence, filled } from '@sparekey/evidence'
import { describe, expect, test } from 'vitest'
import type { FindingCode } from '../errors/codes.ts'
import { rows } from './refusal-table.ts'
import { findingBehind, readRefusal } from './refusal.ts'

const numbersOf: Readonly<Partial<Record<FindingCode, readonly number[]>>> = {
  'sign-in-declined': [65004],
  'sign-in-timeout': [70019, 70020],
  'token-expired': [50089, 70008, 70043, 70044, 700081, 700082, 700084],
  'token-refused': [50132, 50133, 50173, 54005, 70000, 70018, 500112, 501481, 700005, 700007, 9002341],
  'consent-missing': [65001, 90008, 90093, 90094, 90095, 650052, 650054],
  'sign-in-again': [
    16001, 16002, 50055, 50058, 50072, 50074, 50076, 50078, 50079, 50085, 50125, 50135, 50139, 50140, 50143, 50144,
    50158, 50168, 50180, 50192, 50197, 50199, 51006, 160021, 500121, 700020,
  ],
  'password-wrong': [50056, 50064, 50126],
  'security-defaults': [530035],
  'device-code-blocked': [530036],
  'policy-blocked': [
    50002, 50005, 50097, 50105, 50127, 50129, 50131, 50155, 50187, 53000, 53001, 53002, 53003, 53004, 53009, 53010,
    53011, 80012, 135011, 500021, 500022, 500212, 500213, 530001, 530002, 530003, 530004, 530021, 530031, 530032,
    530033, 530034, 530084, 700003, 5000224, 5000225,
  ],
  'account-blocked': [50053, 50057, 500571],
  'account-not-admitted': [
    16000, 16003, 50014, 50020, 50034, 50059, 50128, 50177, 50178, 51004, 54000, 90002, 90019, 90038, 90043, 90051,
    90072, 90084, 90125, 90126, 500200, 500208, 500341, 900021, 900023,
  ],
  'scope-wrong': [28000, 28002, 28003, 65006, 70011, 90009, 90023, 650053, 700022, 700023, 1002012],
  'program-too-old': [90027, 500201],
  'tls-too-old': [1002016],
  'clock-wrong': [80013, 500133, 700024],
  'request-malformed': [
    50049, 50050, 50147, 70007, 90004, 90005, 90007, 90013, 90014, 90015, 90056, 90100, 90102, 90107, 90117, 90121,
    165000, 165900, 501491, 700009, 900144, 900561, 901002, 9002313,
  ],
  'client-refused': [
    50001, 50011, 50013, 50194, 65002, 65005, 70001, 70002, 70003, 70004, 70005, 90099, 90124, 90130, 500011, 500014,
    500113, 650056, 650057, 700011, 700016, 700021, 700025, 700027, 700030, 700038, 700054, 900382, 900432, 900971,
    1000031, 7000112, 7000215, 7000216, 7000218, 7000222, 7000229, 9001023, 9002325, 9002326, 9002327, 9002331, 9002332,
    9002346,
  ],
  throttled: [50088, 50166, 50196, 90055],
  'server-unavailable': [
    40010, 50000, 50033, 50087, 70012, 80001, 80002, 80005, 80007, 80010, 80014, 90006, 90012, 90024, 90033, 90036,
    90090, 90091, 90092,
  ],
}

describe('a number', () => {
  const expected = new Map(
    Object.entries(numbersOf).flatMap(([code, numbers]) => numbers.map((number) => [number, code])),
  )

  test.for(evidence.numbers.map(({ number, name }) => [number, name] as const))('AADSTS%i, %s', ([aadsts]) => {
    expect(findingBehind({ error: 'x', aadsts, description: '' })).toBe(expected.get(aadsts))
  })

  test('is known if, and only if, the evidence has it', () => {
    const known = rows.flatMap(({ when: { aadsts = [] } }) => [aadsts].flat())
    const listed = evidence.numbers.map(({ number }) => number)
    expect([...new Set(known)].toSorted()).toEqual(listed.toSorted())
  })
})

describe('a sentence', () => {
  const byRow: Readonly<Partial<Record<FindingCode, string>>> = {
    'sign-in-declined': '08 39',
    'sign-in-timeout': '06',
    'sign-in-again': '40 43 44',
    'consent-missing': '11 12',
    'token-expired': '09 13 36 63',
    'token-refused': '07 10 14 35 37 38',
    'client-refused': '15 16 20 24 25 26 29 30 31 32 33 34 71',
    'scope-wrong': '17 28 61',
    'request-malformed': '22 23 50 52 70',
    'account-not-admitted': '27 41',
    'account-blocked': '42',
    'policy-blocked': '45',
    throttled: '48',
    'server-unavailable': '46 47',
    'unknown-refusal': '04 05',
  }
  const expected = new Map(
    Object.entries(byRow).flatMap(([code, ids]) => ids.split(' ').map((id) => [`MS-OAUTH-${id}`, code])),
  )
  const said = evidence.rows
    .filter(({ id }) => id.startsWith('MS-OAUTH-'))
    .flatMap(({ id, words }) =>
      words.filter(({ error, status }) => error && !status).map((words) => ({ id, ...words })),
    )

  test.for(said)('$id, $error', ({ id, error, text = '' }) => {
    const body = { error, error_description: `${filled(text)} Trace ID: x`, error_codes: [] }
    expect(findingBehind(readRefusal(body)!)).toBe(expected.get(id))
  })

  test('is listed for every row, and no other', () => {
    expect([...new Set(said.map(({ id }) => id))].toSorted()).toEqual([...expected.keys()].toSorted())
  })
})
