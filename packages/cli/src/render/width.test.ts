import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut, pad, width, wrap } from './width.ts'

const text = fc.string({
  unit: fc.constantFrom('a', 'bc', ' ', 'サ', 'ーバー', '。', '「', '」', '👩‍👩‍👧', 'é', 'e\u0301'),
})

describe('width', () => {
  it.each([
    ['hanako', 6],
    ['花子', 4],
    ['ﾊﾅｺ', 3],
    ['（全角）', 8],
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

describe('wrap', () => {
  it('breaks English at spaces', () => {
    expect(wrap('an app password is needed', 12)).toEqual(['an app', 'password is', 'needed'])
  })

  it('breaks Japanese between phrases, but never begins a line with a full stop', () => {
    expect(wrap('二段階認証が有効です。', 20)).toEqual(['二段階認証が', '有効です。'])
  })

  it('breaks a word that is longer than the line', () => {
    expect(wrap('https://account.live.com', 10)).toEqual(['https://ac', 'count.live', '.com'])
  })

  it('takes time in proportion to what it reads', () => {
    for (const piece of ['a', 'あ', 'a ', '、', 'あa', '「', '\u0301', '👩‍👩‍👧']) {
      expect(wrap(piece.repeat(20_000), 80).length).toBeGreaterThan(0)
    }
  })

  it('loses nothing but spaces at line ends', () => {
    const bare = (given: string) => given.replaceAll(' ', '')
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 30 }), (given, columns) => {
        expect(bare(wrap(given, columns).join(''))).toBe(bare(given))
      }),
    )
  })
})
