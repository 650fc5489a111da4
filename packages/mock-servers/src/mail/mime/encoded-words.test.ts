import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeWords } from './encoded-words.ts'

test.for([
  ['plain', 'plain'],
  ['=?utf-8?B?6Iqx5a2Q?=', '花子'],
  ['=?UTF-8?b?6Iqx5a2Q?= <hanako@hotmail.com>', '花子 <hanako@hotmail.com>'],
  ['=?ISO-2022-JP?B?GyRCMlY7UhsoQg==?=', '花子'],
  ['=?iso-2022-jp?B?GyRCMlY7UhsoQg==?= =?iso-2022-jp?B?GyRCMlY7UhsoQg==?=', '花子花子'],
  ['=?Shift_JIS?B?idSOcQ==?=', '花子'],
  ['=?CP932?B?idSOcQ==?=', '花子'],
  ['=?EUC-JP?B?sta70g==?=', '花子'],
  ['=?iso-8859-1?Q?Entw=FCrfe_=26_mehr?=', 'Entwürfe & mehr'],
  ['=?windows-1252?Q?=80_=93x=94?=', '€ “x”'],
  ['=?windows-1251?Q?=CF=F0=E8=E2=E5=F2?=', 'Привет'],
  ['=?utf-8*ja?Q?=E8=8A=B1?=', '花'],
  // RFC 2047, 8
  ['(=?ISO-8859-1?Q?a?=)', '(a)'],
  ['(=?ISO-8859-1?Q?a?= b)', '(a b)'],
  ['(=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=)', '(ab)'],
  ['(=?ISO-8859-1?Q?a?=\r\n    =?ISO-8859-1?Q?b?=)', '(ab)'],
  ['(=?ISO-8859-1?Q?a_b?=)', '(a b)'],
  ['(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)', '(a b)'],
  // A character split between two words.
  ['=?utf-8?Q?=E8=8A?= =?utf-8?Q?=B1?=', '花'],
  ['=?utf-8?Q?with space?=', 'with space'],
  ['=?unknown-8bit?Q?=E8=8A=B1?=', '花'],
  ['=?us-ascii?Q?=FC?=', 'ü'],
  ['=?utf-8?Q?=FC?=', '\ufffd'],
  ['=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
  ['=?utf-8?Q?abc', '=?utf-8?Q?abc'],
  ['=?=?=?utf-8?Q?a?=', '=?=?a'],
] as const)('%s', ([text, decoded]) => {
  expect(decodeWords(text)).toBe(decoded)
})

test('octets outside of words are UTF-8 if they can be', () => {
  expect(decodeWords(Buffer.from('花子 =?utf-8?B?6Iqx5a2Q?=').toString('latin1'))).toBe('花子 花子')
  expect(decodeWords('Entw\u00fcrfe')).toBe('Entwürfe')
})

test.for(['=?', '=?a?b?', '=?a?q?=', '?=', '=?utf-8?B?6Iqx5a2Q?= '])('many times %s is read in no time', (text) => {
  expect(decodeWords(text.repeat(200_000)).length).toBeGreaterThan(0)
})

test('any text at all is decoded to something', () => {
  const unit = fc.constantFrom('=?', '?=', '?', 'utf-8', 'iso-2022-jp', 'B', 'Q', '=E8', 'GyRC', ' ', '_', '\u00e8')
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(typeof decodeWords(text)).toBe('string')
    }),
    { numRuns: 500 },
  )
})
