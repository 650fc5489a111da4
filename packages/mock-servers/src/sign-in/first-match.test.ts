import { expect, test } from 'vitest'
import { firstMatch, type Pattern } from './first-match.ts'

type Weather = { sky: 'clear' | 'grey' | 'dark'; wind: 'calm' | 'storm' }

const rows: readonly { when: Pattern<Weather>; what: string }[] = [
  { when: { sky: ['grey', 'dark'], wind: 'storm' }, what: 'inside' },
  { when: { wind: 'storm' }, what: 'kite' },
  { when: { sky: 'clear' }, what: 'garden' },
]

test.each<[Weather, string | undefined]>([
  [{ sky: 'grey', wind: 'storm' }, 'inside'],
  [{ sky: 'dark', wind: 'storm' }, 'inside'],
  [{ sky: 'clear', wind: 'storm' }, 'kite'],
  [{ sky: 'clear', wind: 'calm' }, 'garden'],
  [{ sky: 'grey', wind: 'calm' }, undefined],
])('the first row that fits %j', (facts, what) => {
  expect(firstMatch(rows, facts)?.what).toBe(what)
})

test('a row without a condition fits everything', () => {
  expect(firstMatch([{ when: {} }], { sky: 'clear' })).toEqual({ when: {} })
})
