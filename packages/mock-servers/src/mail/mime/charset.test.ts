import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './charset.ts'

test.for([
  ['utf-8', 'e88ab1', '花'],
  ['"UTF-8 "', 'e88ab1', '花'],
  ['', 'e88ab1', '花'],
  ['us-ascii', 'e88ab1', '花'],
  ['us-ascii', '80fc', '€ü'],
  ['iso-8859-1', '80fc', '€ü'],
  ['shift_jis', '89d48e71', '花子'],
  ['windows-31j', '8740', '①'],
  ['cp932', '8740', '①'],
  ['euc-jp', 'b2d6bbd2', '花子'],
  ['iso-2022-jp', '1b244232563b521b2842', '花子'],
  ['cp50221', '1b244232563b521b2842', '花子'],
  ['iso-2022-jp', '1b244232561b28421b24423b521b2842', '花子'],
  ['utf-8', 'e88ab1fc', '花\ufffd'],
  ['gb2312', 'd6d0', '中'],
  ['big5', 'a4a4', '中'],
  ['ks_c_5601-1987', 'b0a1', '가'],
  ['koi8-r', 'f0d2c9', 'При'],
  ['windows-1250', '9ce6', 'ść'],
  ['iso-8859-15', 'a4', '€'],
  ['no-such-charset', 'e88ab1', '花'],
] as const)('%s', ([charset, hex, text]) => {
  expect(decodeText(Buffer.from(hex, 'hex'), charset.replaceAll('"', ''))).toBe(text)
})

test.for([
  ['cp932', '89d4', '花'],
  ['ms932', '89d4', '花'],
  ['cp936', 'd6d0', '中'],
  ['cp949', 'b0a1', '가'],
  ['cp950', 'a4a4', '中'],
  ['cp50220', '1b2442325621', '花'],
  ['cp50221', '1b2442325621', '花'],
  ['cp50222', '1b2442325621', '花'],
  ['iso-2022-jp-1', '1b2442325621', '花'],
  ['iso-2022-jp-2', '1b2442325621', '花'],
  ['iso-2022-jp-3', '1b2442325621', '花'],
  ['iso-2022-jp-ms', '1b2442325621', '花'],
  ['eucjp', 'b2d6', '花'],
  ['eucjp-ms', 'b2d6', '花'],
  ['utf8mb4', 'e88ab1', '花'],
  ['ascii', 'e88ab1', '花'],
  ['ansi_x3.4-1968', 'e88ab1', '花'],
] as const)('old mail’s name %s is understood', ([charset, hex, text]) => {
  expect(decodeText(Buffer.from(hex, 'hex'), charset).replace(/\ufffd$/, '')).toBe(text)
})

test('every octet of windows-1252 is the character of WHATWG’s table, where Node’s own has control characters', () => {
  const all = Buffer.from(Array.from({ length: 32 }, (_, index) => 0x80 + index))
  const table = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
  for (const charset of ['windows-1252', 'iso-8859-1', 'us-ascii', '']) expect(decodeText(all, charset)).toBe(table)
})

test('a text that breaks off leaves nothing behind for the next one', () => {
  decodeText(Buffer.from('\u001b$B2', 'latin1'), 'iso-2022-jp')
  expect(decodeText(Buffer.from('abc'), 'iso-2022-jp')).toBe('abc')
})

test('any octets under any label are some text', () => {
  const charset = fc.constantFrom('', 'utf-8', 'utf-16', 'iso-2022-jp', 'shift_jis', 'gb18030', 'big5', 'x', 'utf-7')
  fc.assert(
    fc.property(fc.uint8Array(), charset, (octets, charset) => {
      expect(typeof decodeText(octets, charset)).toBe('string')
    }),
  )
})
