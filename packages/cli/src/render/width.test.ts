import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut, pad, width } from './width.ts'

const text = fc.string({
  unit: fc.constantFrom('a', 'bc', ' ', 'サ', 'ーバー', '。', 'ﾃﾞ', '👩‍👩‍👧', 'é', 'e\u0301'),
})

describe('width', () => {
  it.each([
    ['hanako', 6],
    ['花子', 4],
    ['ﾊﾅｺ', 3],
    ['（全角）', 8],
    ['ｶﾞ', 2],
    ['ﾃﾞｰﾀ', 4],
    ['ﾊﾟﾞ', 3],
    ['ﾞ', 1],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['✓ ✗ →', 5],
  ])('of %s is %i columns', (given, columns) => {
    expect(width(given)).toBe(columns)
  })
})

describe('pad', () => {
  it('lines up Japanese with English', () => {
    expect([pad('受信', 6), pad('IMAP', 6)].map(width)).toEqual([6, 6])
  })
})

describe('cut', () => {
  it('never takes more columns than it has', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (given, columns) => {
        expect(width(cut(given, columns))).toBeLessThanOrEqual(columns)
      }),
    )
  })

  it('leaves alone what fits', () => {
    expect(cut('花子', 4)).toBe('花子')
    expect(cut('花子さん', 5)).toBe('花子…')
  })
})
