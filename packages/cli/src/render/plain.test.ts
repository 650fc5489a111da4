import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainLine, plainLines } from './plain.ts'

/** What may move the cursor, change the terminal's state, ring, or reorder what is read. */
const dangerous = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u

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

  it.each([
    ['00ad', '00ad'],
    ['061c', '061c'],
    ['180e', '180e'],
    ['200b', '200b'],
    ['200e', '200f'],
    ['2028', '202e'],
    ['2060', '2064'],
    ['2066', '206f'],
    ['feff', 'feff'],
    ['fff9', 'fffb'],
    ['e0000', 'e007f'],
  ])('drops U+%s to U+%s, each of them, and not their neighbours', (first, last) => {
    const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
    const all = Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))
    expect(all.filter((character) => plainLine(`a${character}b`) !== 'ab')).toEqual([])
    const neighbours = [from - 1, to + 1].map((code) => String.fromCodePoint(code))
    expect(neighbours.map((character) => plainLine(character))).toEqual(neighbours)
  })

  it('shows every C0 control character and DEL by its picture, and every C1 control character as what it is not', () => {
    const line = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => plainLine(String.fromCharCode(from + index)))
    expect(line(0x00, 0x1f)).toEqual([...'␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟'])
    expect(line(0x7f, 0x7f)).toEqual(['␡'])
    expect(new Set(line(0x80, 0x9f))).toEqual(new Set(['\ufffd']))
    expect(line(0x20, 0x7e).join('')).toMatch(/^ !"#.*}~$/)
    expect(line(0xa0, 0xa1)).toEqual(['\u00a0', '¡'])
  })

  it('lets nothing dangerous through, whatever it is given', () => {
    fc.assert(fc.property(hostileText, (text) => void expect(plainLine(text)).not.toMatch(dangerous)))
  })

  it('is done after one pass', () => {
    fc.assert(fc.property(hostileText, (text) => void expect(plainLine(plainLine(text))).toBe(plainLine(text))))
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
    fc.assert(fc.property(hostileText, (text) => void expect(plainLines(text).join('')).not.toMatch(dangerous)))
  })
})
