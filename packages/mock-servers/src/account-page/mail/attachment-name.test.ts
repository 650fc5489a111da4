import { hostileText } from '@sparekey/testkit/hostile'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentDisposition, attachmentName } from './attachment-name.ts'

test.each([
  ['report.pdf', 'report.pdf'],
  ['花見の写真.jpg', '花見の写真.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\evil.exe', 'evil.exe'],
  ['/', 'attachment'],
  ['.bashrc', 'bashrc'],
  ['..', 'attachment'],
  ['a\u202egpj.exe', 'a_gpj.exe'],
  ['a\r\nSet-Cookie: x.txt', 'a__Set-Cookie_ x.txt'],
  ['\ud800.txt', '_.txt'],
  ['  spaced   out .txt ', 'spaced out .txt'],
  [undefined, 'attachment'],
])('%j is saved as %j', (named, name) => {
  expect(attachmentName(named, 'attachment')).toBe(name)
})

test('a long name keeps what it ends with', () => {
  const name = attachmentName(`${'花'.repeat(300)}.pdf`, 'attachment')
  expect([...name]).toHaveLength(120)
  expect(name.endsWith('.pdf')).toBe(true)
})

test.each([120, 121])('of %i characters, 120 are kept', (length) => {
  expect(attachmentName('x'.repeat(length), 'attachment')).toBe('x'.repeat(120))
})

test.each([
  ['a control character', '\u0000'],
  ['an escape', '\u001b'],
  ['DEL', '\u007f'],
  ['a C1 control character', '\u009b'],
  ['a soft hyphen', '\u00ad'],
  ['an Arabic letter mark', '\u061c'],
  ['a zero-width space', '\u200b'],
  ['a left-to-right mark', '\u200e'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['an embedding', '\u202a'],
  ['an override', '\u202e'],
  ['an isolate', '\u2066'],
  ['the end of an isolate', '\u2069'],
  ['a byte order mark', '\ufeff'],
  ['a tag', '\u{e0041}'],
  ['half a character', '\udfff'],
  ['a colon', ':'],
  ['an asterisk', '*'],
  ['a question mark', '?'],
  ['a quotation mark', '"'],
  ['a less-than sign', '<'],
  ['a greater-than sign', '>'],
  ['a bar', '|'],
])('%s becomes a line', (_, character) => {
  expect(attachmentName(`a${character}b.txt`, 'attachment')).toBe('a_b.txt')
})

test('no name breaks the header field it stands in', () => {
  fc.assert(
    fc.property(hostileText, (named) => {
      const field = attachmentDisposition(attachmentName(named, 'attachment'))
      expect(field).toMatch(/^attachment; filename="[\w. ()-]+"; filename\*=UTF-8''[\w.!~%-]+$/)
      expect(new Headers({ 'content-disposition': field }).get('content-disposition')).toBe(field)
    }),
  )
})
