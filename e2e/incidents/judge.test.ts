import { expect, test } from 'vitest'
import type { Incident } from './incident.ts'
import { worthOf } from './judge.ts'

const incident = { id: 'I00', list: 'sign-in', wantCode: ['protocol-off', 'plain-refusal'] } as unknown as Incident

test.for([
  ['protocol-off', 'right'],
  ['plain-refusal', 'right'],
  ['ambiguous', 'unhelpful'],
  ['unknown-refusal', 'unknown'],
  ['password-wrong', 'wrong'],
] as const)('the answer %s is %s', ([code, worth]) => {
  expect(worthOf({ incident, code })).toBe(worth)
})

test('an incident whose cause nobody can know from here is not counted', () => {
  expect(worthOf({ incident: { ...incident, wantCode: null }, code: 'protocol-off' })).toBe('not counted')
})
