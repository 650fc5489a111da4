import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bordering, hostileOctets, hostileText, sizes } from './hostile.ts'
import { chunks } from './chunks.ts'

/** How many of a hundred values, which is what a property looks at by itself, have something. */
const inHundred = <T>(values: fc.Arbitrary<T>, has: (value: T) => boolean) =>
  fc.sample(values, { numRuns: 100, seed: 7 }).filter(has).length

describe('a hundred hostile texts', () => {
  test.each([
    ['an escape sequence', /\x1b|\x9b/],
    ['NUL', /\0/],
    ['a bare CR', /\r(?!\n)/],
    ['a bare LF', /(?<!\r)\n/],
    ['CRLF', /\r\n/],
    ['another control character', /[\x01-\x08\x0e-\x1f\x7f-\x9f]/],
    ['a change of direction', /[\u202a-\u202e\u2066-\u2069]/],
    ['something invisible', /[\u00ad\u200b-\u200d\ufeff]/],
    ['a separator of lines or paragraphs', /[\u2028\u2029\u0085]/],
    ['a lone surrogate', /\p{Surrogate}/u],
    ['half-width kana with a voice mark', /[ｦ-ﾝ][ﾞﾟ]/],
    ['a character beyond the first plane', /[\u{10000}-\u{10ffff}]/u],
    ['the end of a message', /\r\n\.\r\n/],
    ['ordinary words only', /^[\w .@-]+$/],
  ])('have %s', (_, pattern) => {
    expect(inHundred(hostileText, (text) => pattern.test(text))).toBeGreaterThan(0)
  })
})

describe('a hundred hostile octet strings', () => {
  test.each([
    ['NUL', (octets: Buffer) => octets.includes(0)],
    ['a bare LF', (octets: Buffer) => /(?<!\r)\n/.test(octets.toString('latin1'))],
    ['a bare CR', (octets: Buffer) => /\r(?!\n)/.test(octets.toString('latin1'))],
    ['a line with a lone dot', (octets: Buffer) => octets.includes('\r\n.\r\n')],
    ['broken UTF-8', (octets: Buffer) => octets.toString().includes('\ufffd')],
    ['nothing', (octets: Buffer) => octets.length === 0],
  ])('have %s', (_, has) => {
    expect(inHundred(hostileOctets, has)).toBeGreaterThan(0)
  })
})

test('a hundred numbers at a limit are often at its borders', () => {
  for (const border of [4, 5, 6]) expect(inHundred(bordering(5), (number) => number === border)).toBeGreaterThan(10)
  expect(inHundred(bordering(5), (number) => number > 6)).toBeGreaterThan(0)
})

test('chunks are all of the octets, in order', () => {
  expect(chunks(Buffer.from('abcde'), [1, 0, 2]).map(String)).toEqual(['a', '', 'bc', 'de'])
  fc.assert(
    fc.property(hostileOctets, sizes, (octets, sizes) => {
      expect(Buffer.concat(chunks(octets, sizes))).toEqual(octets)
    }),
  )
})
