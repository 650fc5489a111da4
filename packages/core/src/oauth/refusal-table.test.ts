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
  'token-refused': [50132, 50133, 50173, 54005, 70000, 70018, 500112, 501481, 700005, 9002341],
  'consent-missing': [65001, 90008, 90093, 90094, 90095, 650052, 650054],
  'sign-in-again': [
    50055, 50058, 50072, 50074, 50076, 50078, 50079, 50085, 50125, 50135, 50139, 50144, 50158, 50192, 50199, 51006,
    700020,
  ],
  'security-defaults': [530035],
  'policy-blocked': [
    50002, 50005, 50097, 50105, 50127, 50129, 50131, 50155, 50187, 53000, 53001, 53002, 53003, 53004, 53009, 53010,
    53011, 500021, 500022, 500212, 500213, 530032, 530034,
  ],
  'account-blocked': [50053, 50057],
  'account-not-admitted': [
    16000, 16003, 50014, 50020, 50034, 50128, 50177, 50178, 51004, 90002, 90038, 90072, 500200, 500208,
  ],
  'client-refused': [
    50011, 50194, 65002, 65005, 70001, 70002, 70003, 70004, 90099, 90124, 90130, 500011, 650056, 650057, 700011, 700016,
    700025, 700027, 900971, 1000031, 7000112, 7000215, 7000218, 7000222, 9001023, 9002331, 9002332, 9002346,
  ],
  throttled: [50088, 50166, 50196, 90055],
  'server-unavailable': [
    40010, 50000, 50033, 50087, 70012, 80001, 80002, 80005, 80014, 90006, 90012, 90024, 90033, 90036, 90090,
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
    'token-refused': '07 10 14 35 37 38 70',
    'client-refused': '15 16 20 24 25 29 30 31 32 33 34 71',
    'account-not-admitted': '27 41',
    'account-blocked': '42',
    'policy-blocked': '45',
    throttled: '48',
    'server-unavailable': '46 47',
    'unknown-refusal': '04 05 17 22 23 26 28 50 52 61',
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
