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

test('no name breaks the header field it stands in', () => {
  fc.assert(
    fc.property(hostileText, (named) => {
      const field = attachmentDisposition(attachmentName(named, 'attachment'))
      expect(field).toMatch(/^attachment; filename="[\w. ()-]+"; filename\*=UTF-8''[\w.!~%-]+$/)
      expect(new Headers({ 'content-disposition': field }).get('content-disposition')).toBe(field)
    }),
  )
})
