import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toJson } from './json.ts'

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index))

/** Every character that a terminal obeys, or by which it shows a line as another one. */
const obeyed = [
  ...range(0x00, 0x1f), // C0
  ...range(0x7f, 0x9f), // DEL and C1
  '\u061c', // Arabic letter mark
  ...range(0x200e, 0x200f), // left-to-right and right-to-left mark
  ...range(0x2028, 0x2029), // line and paragraph separator
  ...range(0x202a, 0x202e), // embeddings and overrides
  ...range(0x2066, 0x2069), // isolates
  '\ufeff', // byte order mark
]
const named = obeyed.map((character) => [character.charCodeAt(0).toString(16).padStart(4, '0'), character] as const)

describe('toJson', () => {
  it.each(named)('writes U+%s by its number, in a value and in a key', (number, character) => {
    const value = { [`a${character}b`]: `c${character}d` }
    const json = toJson(value)
    expect(json.replaceAll('\n', '')).not.toContain(character)
    expect(json.match(new RegExp(String.raw`\\(?:u${number}|[bfnrt])`, 'g'))).toHaveLength(2)
    expect(JSON.parse(json)).toEqual(value)
  })

  it('leaves what people read as it is', () => {
    for (const text of ['件名', 'é', '👩‍👩‍👧', 'a b', '~', '\u00a0', '‐', '…']) expect(toJson(text)).toBe(`"${text}"`)
  })

  it('holds nothing a terminal would obey, and loses nothing, whatever it is given', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (key, text) => {
        const value = { [`-${key}`]: [text] }
        const json = toJson(value)
        expect(obeyed.filter((character) => json.replaceAll('\n', '').includes(character))).toEqual([])
        expect(JSON.parse(json)).toEqual(value)
      }),
      { numRuns: 1000 },
    )
  })
})
