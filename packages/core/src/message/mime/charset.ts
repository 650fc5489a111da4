/**
 * Octets to text, on every platform alike: Node 20's own decoder loses the quotes and dashes of windows-1252 and more
 * (docs/decisions/0020-reading-messages.md). Never fails, in linear time.
 */
import { TextDecoder } from '@exodus/bytes/encoding-browser.js'
import { guessText, hasJapaneseEscape, isEightBit, strictly } from './charset-guess.ts'
import { charsetOf, type OldCharset } from './charset-names.ts'
import { decodeIso2022Jp, decodeIso2022Kr } from './iso-2022.ts'
import { decodeCp437, decodeCp850, decodeHz, decodeUtf7 } from './old-charsets.ts'

type Decode = (octets: Uint8Array) => string

/** What the Encoding Standard does not decode. */
const old: Readonly<Record<OldCharset, { bits: 7 | 8; decode: Decode }>> = {
  'iso-2022-jp': { bits: 7, decode: (octets) => decodeIso2022Jp(octets, guessText) },
  'iso-2022-kr': { bits: 7, decode: decodeIso2022Kr },
  'hz-gb-2312': { bits: 7, decode: decodeHz },
  'utf-7': { bits: 7, decode: decodeUtf7 },
  cp437: { bits: 8, decode: decodeCp437 },
  cp850: { bits: 8, decode: decodeCp850 },
}

/**
 * Decodes octets labelled with a charset's name, or not labelled (`''`). A label that the octets break (eight bits under
 * one of seven, what is no UTF-8 under UTF-8) is only the last resort.
 */
export function decodeText(octets: Uint8Array, label = ''): string {
  const charset = charsetOf(label)
  if (charset === undefined) return guessText(octets)
  if (isOld(charset)) {
    const { bits, decode } = old[charset]
    const broken = bits === 7 && isEightBit(octets) && !octets.includes(escape)
    return broken ? guessText(octets) : decode(octets)
  }
  if (hasJapaneseEscape(octets) && !isEightBit(octets)) return guessText(octets)
  const text = strictly(charset, octets)
  if (text !== undefined) return text
  // Any octet means something in windows-1252, so it says no more than the label of UTF-8 that was wrong.
  return charset === 'utf-8' ? guessText(octets) : guessText(octets, (wrong) => new TextDecoder(charset).decode(wrong))
}

const escape = 0x1b

function isOld(charset: string): charset is OldCharset {
  return Object.hasOwn(old, charset)
}
