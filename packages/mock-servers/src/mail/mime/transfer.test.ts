import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOf, decodeQuotedPrintable } from './transfer.ts'
import { parseMime } from './parse.ts'

function content(encoding: string, body: string): string {
  return contentOf(parseMime(Buffer.from(`Content-Transfer-Encoding: ${encoding}\r\n\r\n${body}`))).toString('latin1')
}

test.for([
  ['base64', 'aGVs\r\nbG8=\r\n', 'hello'],
  ['Base64', 'aGVsbG8', 'hello'],
  ['(an old one) base64', 'aGVsbG8=', 'hello'],
  ['base64', '*!', ''],
  ['quoted-printable', 'a=3Db=3d\r\n', 'a=b=\r\n'],
  ['quoted-printable', 'soft=\r\nbreak=\nagain', 'softbreakagain'],
  ['quoted-printable', 'broken =zz and =', 'broken =zz and ='],
  ['7bit', '=3D', '=3D'],
  ['8bit', '\u00e8', '\u00c3\u00a8'],
  ['x-unknown', '=3D', '=3D'],
] as const)('%s: %s', ([encoding, body, decoded]) => {
  expect(content(encoding, body)).toBe(decoded)
})

test('what is encoded comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (octets) => {
      const encoded = [...octets].map((octet) => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`).join('=\r\n')
      expect([...decodeQuotedPrintable(Buffer.from(encoded))]).toEqual([...octets])
    }),
  )
})

test('any octets at all are decoded to no more than there were', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('=', '\r', '\n', 'A', 'z', '\u00e8') }), (text) => {
      const octets = Buffer.from(text, 'latin1')
      expect(decodeQuotedPrintable(octets).length).toBeLessThanOrEqual(octets.length)
    }),
  )
})
