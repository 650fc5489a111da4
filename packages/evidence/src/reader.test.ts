import { describe, expect, test } from 'vitest'
import { evidence, filled, rowOf } from './index.ts'

test('a row is found by its id, with its words, its time and how sure it is', () => {
  expect(rowOf('MS-POP3-08')).toMatchObject({
    service: 'pop3',
    standing: 'current',
    words: [{ text: '-ERR Basic authentication is disabled' }],
    period: { phases: ['III'] },
    confidence: { basis: 'seen', sources: 1 },
    sources: [{ name: 'live runs, unnamed', day: '2026-09-20' }],
  })
  expect(() => rowOf('MS-POP3-99')).toThrow('The evidence has no row MS-POP3-99.')
})

describe('placeholders', () => {
  test('get the value that is given, else their example', () => {
    expect(filled('{tag} NO {name} doesn’t exist.', { tag: 'B7' })).toBe('B7 NO Archive doesn’t exist.')
    expect(() => filled('{nothing of the kind}')).toThrow('{nothing of the kind} is no placeholder of the evidence.')
  })

  test('are known in every row', () => {
    const texts = evidence.rows.flatMap(({ words }) => words.map(({ text = '' }) => filled(text)))
    expect(texts.length).toBeGreaterThan(evidence.rows.length / 2)
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([])
  })
})
