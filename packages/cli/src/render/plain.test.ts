import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainLine, plainLines } from './plain.ts'

/** What may move the cursor, change the terminal's state, ring, or reorder what is read. */
const dangerous = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b[2J', '\u001b]0;owned\u0007', '\u009b31m', '\u0090q', '\r', '\n', '\t', '\b', '\u0000'),
    fc.constantFrom('\u202e', '\u2066', '\u2028', '\ud800', '\udc00', '\u007f', '\u{e0041}'),
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom('件名', 'é', '👩‍👩‍👧', 'abc '),
  ),
})

describe('plainLine', () => {
  it('shows an escape sequence instead of obeying it', () => {
    expect(plainLine('\u001b[31mred\u001b[0m')).toBe('␛[31mred␛[0m')
  })

  it('shows a line end as such, so that one value cannot pretend to be two lines', () => {
    expect(plainLine('A2 NO LOGIN failed.\r\n✓ all is well')).toBe('A2 NO LOGIN failed.␍␊✓ all is well')
  })

  it('replaces C1 controls, which some terminals obey like ESC', () => {
    expect(plainLine('\u009b2J\u0085\u009d')).toBe('\ufffd2J\ufffd\ufffd')
  })

  it('drops bidirectional overrides', () => {
    expect(plainLine('photo\u202egpj.exe')).toBe('photogpj.exe')
  })

  it('keeps Japanese, accents and joined emoji as they are', () => {
    expect(plainLine('花子さん é 👩‍👩‍👧')).toBe('花子さん é 👩‍👩‍👧')
  })

  it('lets nothing dangerous through, whatever it is given', () => {
    fc.assert(fc.property(hostile, (text) => void expect(plainLine(text)).not.toMatch(dangerous)))
  })

  it('is done after one pass', () => {
    fc.assert(fc.property(hostile, (text) => void expect(plainLine(plainLine(text))).toBe(plainLine(text))))
  })
})

describe('plainLines', () => {
  it('splits at CRLF and LF, and makes a lone CR visible', () => {
    expect(plainLines('one\r\ntwo\nthree\rfour')).toEqual(['one', 'two', 'three␍four'])
  })

  it('turns a tab into spaces', () => {
    expect(plainLines('a\tb')).toEqual(['a       b'])
  })

  it('lets nothing dangerous through, whatever it is given', () => {
    fc.assert(fc.property(hostile, (text) => void expect(plainLines(text).join('')).not.toMatch(dangerous)))
  })
})
