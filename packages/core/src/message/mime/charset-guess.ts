/**
 * What octets mean that carry no label, or a label that they break. UTF-8 proves itself; Japanese is told by how its
 * characters stand; everything else is taken for Western European, of which no octet is wrong.
 */
import { TextDecoder } from '@exodus/bytes/encoding-browser.js'
import { latin1toString, windows1252toString } from '@exodus/bytes/single-byte.js'
import { decodeIso2022Jp } from './iso-2022.ts'

/** Decodes octets of which nothing is known; `fallback` decodes what gives no hint. Never fails, in linear time. */
export function guessText(octets: Uint8Array, fallback: (octets: Uint8Array) => string = windows1252toString): string {
  if (!isEightBit(octets)) {
    return hasJapaneseEscape(octets) ? decodeIso2022Jp(octets, fallback) : latin1toString(octets)
  }
  return utf8(octets) ?? japanese(octets) ?? mostlyUtf8(octets) ?? fallback(octets)
}

/** UTF-8 without a single mistake, else `undefined`. */
export function utf8(octets: Uint8Array): string | undefined {
  return strictly('utf-8', octets)
}

/** The text of octets in a charset of the Encoding Standard, if they are without a single mistake. */
export function strictly(charset: string, octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(octets)
  } catch {
    return undefined
  }
}

export function isEightBit(octets: Uint8Array): boolean {
  // A loop: a function for each octet of a long text is felt.
  for (let at = 0; at < octets.length; at++) if (octets[at]! >= 0x80) return true
  return false
}

/** `ESC $ B` or `ESC $ @`: nothing but ISO-2022-JP has these. */
export function hasJapaneseEscape(octets: Uint8Array): boolean {
  for (let at = octets.indexOf(0x1b); at >= 0; at = octets.indexOf(0x1b, at + 1)) {
    if (octets[at + 1] === 0x24 && (octets[at + 2] === 0x42 || octets[at + 2] === 0x40)) return true
  }
  return false
}

/** Cut off somewhere, or with a scrap of something else in it. */
function mostlyUtf8(octets: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(octets)
  const wrong = text.match(/\ufffd/g)?.length ?? 0
  const right = text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0
  return right > 4 * wrong ? text : undefined
}

type Shape = {
  charset: string
  single: (octet: number) => boolean
  lead: (octet: number) => boolean
  trail: (octet: number) => boolean
  /** Leads of kana; then of kana, punctuation and the kanji of everyday (level 1 of JIS X 0208). */
  kana: (lead: number) => boolean
  usual: (lead: number) => boolean
}

const between = (low: number, high: number) => (octet: number) => octet >= low && octet <= high

const shapes: readonly Shape[] = [
  {
    charset: 'euc-jp',
    single: () => false,
    lead: (octet) => octet === 0x8e || between(0xa1, 0xfe)(octet),
    trail: between(0xa1, 0xfe),
    kana: between(0xa4, 0xa5),
    usual: (lead) => between(0xa1, 0xa5)(lead) || between(0xb0, 0xcf)(lead),
  },
  {
    charset: 'shift_jis',
    single: between(0xa1, 0xdf),
    lead: (octet) =>
      between(0x81, 0x9f)(octet) ||
      between(0xe0, 0xea)(octet) ||
      between(0xed, 0xee)(octet) ||
      between(0xfa, 0xfc)(octet),
    trail: (octet) => between(0x40, 0x7e)(octet) || between(0x80, 0xfc)(octet),
    kana: between(0x82, 0x83),
    usual: (lead) => between(0x81, 0x83)(lead) || between(0x87, 0x98)(lead),
  },
]

/** So many characters without one kana are Chinese or Korean. */
const longWithoutKana = 8

function japanese(octets: Uint8Array): string | undefined {
  for (const shape of shapes) if (isJapanese(octets, shape)) return strictly(shape.charset, octets)
  return undefined
}

/** Nearly all characters are usual ones, and stand side by side: accented letters of Western words hardly ever do. */
function isJapanese(octets: Uint8Array, { single, lead, trail, kana, usual }: Shape): boolean {
  let [pairs, usualPairs, kanaPairs, neighbours, run] = [0, 0, 0, 0, 0]
  for (let at = 0; at < octets.length; at++) {
    const octet = octets[at]!
    if (octet < 0x80 || single(octet)) {
      run = 0
      continue
    }
    const next = octets[++at]
    if (!lead(octet) || next === undefined || !trail(next)) return false
    pairs++
    if (usual(octet)) usualPairs++
    if (kana(octet)) kanaPairs++
    run++
    if (run > 1) neighbours += run === 2 ? 2 : 1
  }
  return (
    neighbours >= pairs * 0.7 && pairs > 1 && usualPairs >= pairs * 0.8 && (kanaPairs > 0 || pairs < longWithoutKana)
  )
}
