/**
 * Strings as IMAP writes them (RFC 3501, 4.3). Text is Latin-1 here, one character an octet, and is written to the wire
 * as such: what a quoted string cannot carry safely goes out as a literal, unchanged.
 */
import { encodeFolderName } from '../syntax/modified-utf7.ts'

/** No TAB: clients and libraries lose it between quotes. */
const quotable = /^[ -~]*$/
const special = /["\\]/
const maxQuoted = 1_000
/** Microsoft quotes a folder's name only where it must (MS-IMAP-43). */
const bare = /^[^\u0000-\u0020\u007f-\uffff(){%*\]"\\]+$/

/** Quoted if it can be, else a literal. NUL, which neither may hold, is left out. */
export function string(text: string): string {
  if (text.length <= maxQuoted && quotable.test(text)) {
    return special.test(text) ? `"${text.replaceAll(/["\\]/g, '\\$&')}"` : `"${text}"`
  }
  const octets = text.replaceAll('\0', '')
  return `{${octets.length}}\r\n${octets}`
}

/** `NIL` for what is not there. */
export function nstring(text: string | undefined): string {
  return text === undefined ? 'NIL' : string(text)
}

/** A folder's name, given in Unicode, as LIST and STATUS write it. */
export function folderName(name: string): string {
  const encoded = encodeFolderName(name)
  if (bare.test(encoded) && encoded.toUpperCase() !== 'NIL') return encoded
  return special.test(encoded) ? `{${encoded.length}}\r\n${encoded}` : string(encoded)
}
