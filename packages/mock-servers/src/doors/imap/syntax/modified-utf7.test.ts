import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFolderName, encodeFolderName } from './modified-utf7.ts'

test.for([
  ['~peter/mail/台北/日本語', '~peter/mail/&U,BTFw-/&ZeVnLIqe-'],
  ['Entwürfe', 'Entw&APw-rfe'],
  ['A & B', 'A &- B'],
  ['&-', '&--'],
  ['受信トレイ', '&U9dP4TDIMOwwpA-'],
  ['😀', '&2D3eAA-'],
  ['', ''],
] as const)('%s is written %s', ([name, wire]) => {
  expect(encodeFolderName(name)).toBe(wire)
  expect(decodeFolderName(wire)).toBe(name)
})

test.for([
  ['superfluous shifts (RFC 3501, 5.1.3)', '&U,BTFw-&ZeVnLIqe-'],
  ['a shift for a character that needs none', '&AGE-'],
  ['a lone ampersand', 'A & B'],
  ['a shift without its end', '&U,BTFw'],
  ['8-bit characters', 'Entwürfe'],
  ['a control character', 'a\tb'],
  ['half a character', '&U-'],
  ['half a pair', '&2D0-'],
  ['bits left over', '&U,BTFx-'],
  ['a slash of ordinary base64', '&U/BTFw-'],
] as const)('%s is refused', ([, wire]) => {
  expect(decodeFolderName(wire)).toBeUndefined()
})

const character = fc
  .oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  )
  .map((code) => String.fromCodePoint(code))

test('every name comes back as it was, and is printable on the way', () => {
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 40 }), (name) => {
      const wire = encodeFolderName(name)
      expect(wire).toMatch(/^[ -~]*$/)
      expect(decodeFolderName(wire)).toBe(name)
    }),
  )
})

test('any text is decoded, or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'&-,+/AaZz09 ü\0') }), (wire) => {
      const name = decodeFolderName(wire)
      expect(name === undefined || encodeFolderName(name) === wire).toBe(true)
    }),
  )
})
