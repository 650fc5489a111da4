import { expect, test } from 'vitest'
import { folderName, nstring, string } from './strings.ts'

test.for([
  ['plain text', 'Hello', '"Hello"'],
  ['nothing', '', '""'],
  ['quotes and backslashes', 'a "b" \\c', '"a \\"b\\" \\\\c"'],
  ['a TAB', 'a\tb', '{3}\r\na\tb'],
  ['8-bit octets', 'voil\u00c3\u00a0', '{6}\r\nvoil\u00c3\u00a0'],
  ['a lone CR', 'a\rb', '{3}\r\na\rb'],
  ['NUL', 'a\0b', '{2}\r\nab'],
] as const)('%s can be carried by a string', ([, text, wire]) => {
  expect(string(text)).toBe(wire)
})

test('a long text is a literal', () => {
  expect(string('x'.repeat(1_001))).toMatch(/^\{1001\}\r\nx+$/)
})

test('what is missing is NIL, and a text that says NIL is not', () => {
  expect([nstring(undefined), nstring('NIL')]).toEqual(['NIL', '"NIL"'])
})

test.for([
  ['Inbox', 'Inbox'],
  ['Archive/2020', 'Archive/2020'],
  ['Sent Items', '"Sent Items"'],
  ['受信', '&U9dP4Q-'],
  ['100%', '"100%"'],
  ['a]b', '"a]b"'],
  ['nil', '"nil"'],
  ['', '""'],
  ['say "x"', '{7}\r\nsay "x"'],
  ['a\\b', '{3}\r\na\\b'],
] as const)('the folder %s is written %s (MS-IMAP-43)', ([name, wire]) => {
  expect(folderName(name)).toBe(wire)
})
