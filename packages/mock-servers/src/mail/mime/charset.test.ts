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
