/**
 * Content-Transfer-Encoding undone (RFC 2045, section 6; uuencode as POSIX has it). Never fails, in linear time: what is
 * not as it should be stays as it is or is passed over, and an unknown encoding is none.
 */

/** Writes the decoded octets, if there is anything to write them to, and says how many they are. */
type Decode = (octets: Uint8Array, out?: Uint8Array) => number

const encodings: Readonly<Record<string, Decode>> = {
  base64,
  'quoted-printable': quotedPrintable,
  'x-uuencode': uuencode,
  'x-uue': uuencode,
  uuencode,
  uue: uuencode,
}

/** The octets behind an encoding, which is the field's first word in lower case. */
export function decodeTransfer(encoding: string, octets: Uint8Array): Uint8Array {
  return decoded(Object.hasOwn(encodings, encoding) ? encodings[encoding] : undefined, octets)
}

/** How many octets there are behind an encoding; nothing is copied to find out. */
export function sizeBehind(encoding: string, octets: Uint8Array): number {
  return Object.hasOwn(encodings, encoding) ? encodings[encoding]!(octets) : octets.length
}

export function decodeBase64(octets: Uint8Array): Uint8Array {
  return decoded(base64, octets)
}

export function decodeQuotedPrintable(octets: Uint8Array): Uint8Array {
  return decoded(quotedPrintable, octets)
}

function decoded(decode: Decode | undefined, octets: Uint8Array): Uint8Array {
  if (decode === undefined) return octets
  const out = new Uint8Array(decode(octets))
  decode(octets, out)
  return out
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const padding = 64
const noDigit = 65
const digits = new Uint8Array(256).fill(noDigit)
for (const [digit, letter] of [...alphabet].entries()) digits[letter.charCodeAt(0)] = digit
digits['='.charCodeAt(0)] = padding

/** Characters of no meaning are passed over; after padding another text may follow, as where programs join two. */
function base64(octets: Uint8Array, out?: Uint8Array): number {
  let [length, bits, count] = [0, 0, 0]
  for (let at = 0; at < octets.length; at++) {
    const digit = digits[octets[at]!]!
    if (digit === noDigit) continue
    if (digit === padding) {
      count = 0
      continue
    }
    bits = (bits << 6) | digit
    if (count++ > 0) {
      if (out) out[length] = bits >> (8 - 2 * count)
      length++
    }
    if (count === 4) count = 0
  }
  return length
}

const [tab, lf, cr, space, equals] = [0x09, 0x0a, 0x0d, 0x20, 0x3d]

function quotedPrintable(octets: Uint8Array, out?: Uint8Array): number {
  let length = 0
  for (let at = 0; at < octets.length; at++) {
    let octet = octets[at]!
    if (octet === equals) {
      const value = hex(octets[at + 1]) * 16 + hex(octets[at + 2])
      const next = softBreak(octets, at + 1)
      if (next !== undefined) {
        at = next - 1
        continue
      }
      if (!Number.isNaN(value)) {
        octet = value
        at += 2
      }
    }
    if (out) out[length] = octet
    length++
  }
  return length
}

/** Where the next line begins, if nothing but white space stands before the line's end. */
function softBreak(octets: Uint8Array, from: number): number | undefined {
  let at = from
  while (octets[at] === space || octets[at] === tab) at++
  if (octets[at] === cr) at++
  return at >= octets.length || octets[at] === lf ? at + 1 : undefined
}

function hex(octet = 0): number {
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30
  const letter = octet | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : NaN
}

const begin = [...'begin '].map((letter) => letter.charCodeAt(0))

function uuencode(octets: Uint8Array, out?: Uint8Array): number {
  let length = 0
  for (let at = 0; at < octets.length;) {
    const lineFeed = octets.indexOf(lf, at)
    const end = lineFeed < 0 ? octets.length : lineFeed
    const isBegin = begin.every((letter, index) => octets[at + index] === letter)
    const first = octets[at]!
    const most = first === cr || at === end ? -1 : (first - space) & 63
    // A line of no octets ends the file; what stands after it is no part of it.
    if (most === 0) break
    for (let from = at + 1, left = isBegin ? 0 : most; left > 0 && from < end; from += 4, left -= 3) {
      const [a, b, c, d] = [0, 1, 2, 3].map((index) => ((octets[from + index] ?? space) - space) & 63)
      const three = [(a! << 2) | (b! >> 4), (b! << 4) | (c! >> 2), (c! << 6) | d!]
      for (const octet of three.slice(0, left)) {
        if (out) out[length] = octet
        length++
      }
    }
    at = end + 1
  }
  return length
}
