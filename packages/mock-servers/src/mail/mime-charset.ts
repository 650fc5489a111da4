/**
 * Octets to text. Knows every charset of the platform and the names under which old mail calls them; what is not
 * labelled, or labelled wrongly, is read as UTF-8 if it can be, else as windows-1252. Never fails.
 */
import { TextDecoder } from 'node:util'

/** Names the platform does not know, for encodings it does. */
const ALIASES: ReadonlyMap<string, string> = new Map([
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
const UNRELIABLE: ReadonlySet<string> = new Set(['', 'us-ascii', 'ascii', 'ansi_x3.4-1968', 'utf-8', 'utf8'])

const UTF_8 = new TextDecoder('utf-8', { fatal: true })
const WINDOWS_1252 = new TextDecoder('windows-1252')

/** By label; only labels the platform accepts get in, so it stays small. */
const DECODERS = new Map<string, TextDecoder>()

/** Decodes octets labelled with a charset's name, or not labelled. */
export function decodeText(bytes: Uint8Array, charset = ''): string {
  const label = charset.trim().toLowerCase()
  const decoder = UNRELIABLE.has(label) ? undefined : decoderFor(ALIASES.get(label) ?? label)
  return decoder ? decoder.decode(bytes) : guess(bytes)
}

function guess(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes)
  } catch {
    return WINDOWS_1252.decode(bytes)
  }
}

function decoderFor(label: string): TextDecoder | undefined {
  const known = DECODERS.get(label)
  if (known) return known
  try {
    const decoder = new TextDecoder(label)
    DECODERS.set(label, decoder)
    return decoder
  } catch {
    return undefined
  }
}
