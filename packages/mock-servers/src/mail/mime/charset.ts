/**
 * Octets to text. Knows every charset of the platform and the names under which old mail calls them; what has no label,
 * or an unknown one, is read as UTF-8 if it can be, else as windows-1252. Never fails.
 */
import { TextDecoder } from 'node:util'

/** Names the platform does not know, for encodings it does. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['ms932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'],
  ['cp50222', 'iso-2022-jp'],
  ['iso-2022-jp-1', 'iso-2022-jp'],
  ['iso-2022-jp-2', 'iso-2022-jp'],
  ['iso-2022-jp-3', 'iso-2022-jp'],
  ['iso-2022-jp-ms', 'iso-2022-jp'],
  ['eucjp', 'euc-jp'],
  ['eucjp-ms', 'euc-jp'],
  ['utf8mb4', 'utf-8'],
])

/** Labels that promise less than mail holds under them: decided by looking at the octets. */
const unreliable: ReadonlySet<string> = new Set(['', 'us-ascii', 'ascii', 'ansi_x3.4-1968'])

const UTF_8 = new TextDecoder('utf-8', { fatal: true })
/** 80–9F, where Node 20's own windows-1252 gives control characters; as WHATWG's table has them. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/** By label; only labels the platform accepts get in, so it stays small. */
const decoders = new Map<string, TextDecoder>()

/** Decodes octets labelled with a charset's name, or not labelled. */
export function decodeText(bytes: Uint8Array, charset = ''): string {
  const label = charset.trim().toLowerCase()
  const decoder = unreliable.has(label) ? undefined : decoderFor(aliases.get(label) ?? label)
  if (!decoder) return guess(bytes)
  if (decoder.encoding === 'windows-1252') return windows1252(bytes)
  return decoder.decode(decoder.encoding === 'iso-2022-jp' ? withoutIdleEscapes(bytes) : bytes)
}

function guess(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes)
  } catch {
    return windows1252(bytes)
  }
}

/** Piece by piece: tens of millions of replacements in one string end the process. */
function windows1252(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += pieceOctets) {
    const piece = latin1(bytes.subarray(at, at + pieceOctets))
    text += piece.replaceAll(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!)
  }
  return text
}

const pieceOctets = 65_536

function decoderFor(label: string): TextDecoder | undefined {
  const known = decoders.get(label)
  if (known) return known
  try {
    const decoder = new TextDecoder(label)
    decoders.set(label, decoder)
    return decoder
  } catch {
    return undefined
  }
}

/** Two escape sequences in a row are an error to the platform, but common where encoded words meet. */
function withoutIdleEscapes(bytes: Uint8Array): Uint8Array {
  return Buffer.from(latin1(bytes).replaceAll(/\u001b[($].(?=\u001b)/g, ''), 'latin1')
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
