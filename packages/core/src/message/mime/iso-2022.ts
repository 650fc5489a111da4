/**
 * ISO-2022-JP (RFC 1468, with the sets of RFC 1554, RFC 2237 and of Microsoft's code pages 50220 to 50222) and ISO-2022-KR
 * (RFC 1557). More forgiving than the Encoding Standard, whose decoder fails where encoded words meet: escape sequences may
 * follow each other, and a line's end leads back to ASCII. Never fails, in linear time.
 */
import { TextDecoder } from '@exodus/bytes/encoding-browser.js'
import { latin1fromString, latin1toString } from '@exodus/bytes/single-byte.js'

type Decode = (octets: string) => string

/** Octets of 94 × 94 characters, as the EUC charset has them: with the eighth bit set. */
function shifted(charset: string, lead = ''): Decode {
  const decoder = new TextDecoder(charset)
  return (octets) => {
    let raised = ''
    for (let at = 0; at < octets.length; at += 2) {
      raised += lead
      for (const octet of octets.slice(at, at + 2)) raised += String.fromCharCode(octet.charCodeAt(0) | 0x80)
    }
    return decoder.decode(latin1fromString(raised))
  }
}

const jisX0208 = shifted('euc-jp')
const roman: Decode = (octets) => octets.replaceAll('\\', '¥').replaceAll('~', '‾')
/** JIS X 0201: half-width katakana, in seven bits or in eight. */
const kana: Decode = (octets) =>
  octets.replaceAll(/[\u0021-\u005f\u00a1-\u00df]/g, (octet) =>
    String.fromCharCode(0xff61 + (octet.charCodeAt(0) & 0x7f) - 0x21),
  )

/** What follows ESC → the set that begins there; `undefined` is ASCII. */
const sets: ReadonlyMap<string, Decode | undefined> = new Map([
  ['(B', undefined],
  ['(J', roman],
  ['(H', roman],
  ['(I', kana],
  ['$@', jisX0208],
  ['$B', jisX0208],
  ['$(@', jisX0208],
  ['$(B', jisX0208],
  ['$(O', jisX0208],
  ['$(Q', jisX0208],
  ['$(D', shifted('euc-jp', '\u008f')],
  ['$A', shifted('gbk')],
  ['$(C', shifted('euc-kr')],
])

/** An escape sequence, a shift, or what stands between two of these. */
const pieces = /\u001b(\([BHIJ]|\$(?:[@AB]|\([@BCDOQ]))|[\u000e\u000f]|[^\u001b\u000e\u000f]+|\u001b/g

/** Decodes ISO-2022-JP; `eightBit` says what octets mean that it does not have. */
export function decodeIso2022Jp(octets: Uint8Array, eightBit: (octets: Uint8Array) => string): string {
  const plain: Decode = (text) => (/[\u0080-\u00ff]/.test(text) ? eightBit(latin1fromString(text)) : text)
  let current: Decode = plain
  let text = ''
  for (const [piece, escape] of latin1toString(octets).matchAll(pieces)) {
    if (escape !== undefined) current = sets.get(escape) ?? plain
    else if (piece === '\u000e') current = kana
    else if (piece === '\u000f') current = plain
    else {
      const line = current === plain ? -1 : piece.indexOf('\n')
      text +=
        line < 0 ? inSet(current, piece, plain) : inSet(current, piece.slice(0, line), plain) + plain(piece.slice(line))
      if (line >= 0) current = plain
    }
  }
  return text
}

/** Control characters and spaces between the characters of a set are themselves. */
function inSet(decode: Decode, piece: string, plain?: Decode): string {
  return decode === plain ? plain(piece) : piece.replaceAll(/[^\u0000-\u0020]+/g, decode)
}

const ksC5601 = shifted('euc-kr')

/** Decodes ISO-2022-KR: SO begins Korean, SI or a line's end ends it. */
export function decodeIso2022Kr(octets: Uint8Array): string {
  return latin1toString(octets)
    .replaceAll('\u001b$)C', '')
    .replaceAll(/\u000e([^\u000f\n]*)\u000f?/g, (_, korean: string) => inSet(ksC5601, korean))
}
