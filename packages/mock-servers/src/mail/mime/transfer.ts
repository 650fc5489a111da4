/**
 * Content-Transfer-Encoding undone (RFC 2045, 6). Never fails: what is not as it should be stays as it is, and an
 * unknown encoding is none.
 */
import { parseParameterized } from './parameters.ts'
import { fieldText, type MimePart } from './part.ts'

const equals = 0x3d
const lf = 0x0a
const cr = 0x0d

/** The decoded octets of a part, or of the first `most` octets of its body. */
export function contentOf(part: MimePart, most = Infinity): Buffer {
  const body = part.raw.subarray(part.bodyStart, Math.min(part.end, part.bodyStart + most))
  const encoding = parseParameterized(fieldText(part, 'content-transfer-encoding') ?? '').value
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64')
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(body)
  return body
}

/** Quoted-printable (RFC 2045, 6.7); RFC 2047 uses it too, once its underscores are spaces. */
export function decodeQuotedPrintable(encoded: Buffer): Buffer {
  const decoded = Buffer.allocUnsafe(encoded.length)
  let length = 0
  for (let at = 0; at < encoded.length; at++) {
    const octet = encoded[at]!
    if (octet === equals) {
      const value = hex(encoded[at + 1]) * 16 + hex(encoded[at + 2])
      if (!Number.isNaN(value)) {
        decoded[length++] = value
        at += 2
        continue
      }
      const lineBreak = lineBreakLength(encoded, at + 1)
      if (lineBreak > 0) {
        at += lineBreak
        continue
      }
    }
    decoded[length++] = octet
  }
  return decoded.subarray(0, length)
}

function lineBreakLength(octets: Buffer, at: number): number {
  if (octets[at] === lf) return 1
  return octets[at] === cr && octets[at + 1] === lf ? 2 : 0
}

function hex(octet = 0): number {
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30
  const letter = octet | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : NaN
}
