/** Which charset a label means: the Encoding Standard's labels, and the names that mail uses besides. */
import { normalizeEncoding } from '@exodus/bytes/encoding-browser.js'

/** Charsets that the Encoding Standard does not decode, and mail of the last century holds. */
export type OldCharset = 'cp437' | 'cp850' | 'hz-gb-2312' | 'iso-2022-jp' | 'iso-2022-kr' | 'utf-7'

/** Names that the standard lacks, spelt with hyphens alone. */
const names: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['cp943', 'shift_jis'],
  ['cp943c', 'shift_jis'],
  ['x-ms-cp932', 'shift_jis'],
  ['shift-jis-2004', 'shift_jis'],
  ['shift-jisx0213', 'shift_jis'],
  ['cp936', 'gbk'],
  ['ms936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['cp950', 'big5'],
  ['big5hkscs', 'big5'],
  ['cp874', 'windows-874'],
  ['eucjp', 'euc-jp'],
  ['eucjp-ms', 'euc-jp'],
  ['euc-jp-ms', 'euc-jp'],
  ['eucjp-win', 'euc-jp'],
  ['euc-jis-2004', 'euc-jp'],
  ['cp51932', 'euc-jp'],
  ['euckr', 'euc-kr'],
  ['euccn', 'gbk'],
  ['euc-cn', 'gbk'],
  ['latin-1', 'windows-1252'],
  ['8859-1', 'windows-1252'],
  ['macroman', 'macintosh'],
  ['mac-roman', 'macintosh'],
  ['utf8mb4', 'utf-8'],
  ['utf-8-sig', 'utf-8'],
  ['utf-8-mac', 'utf-8'],
])

const old: ReadonlyMap<string, OldCharset> = new Map([
  ['jis', 'iso-2022-jp'],
  ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'],
  ['cp50222', 'iso-2022-jp'],
  ['csiso2022jp', 'iso-2022-jp'],
  ['iso-2022-jp', 'iso-2022-jp'],
  ['iso-2022-kr', 'iso-2022-kr'],
  ['csiso2022kr', 'iso-2022-kr'],
  ['hz', 'hz-gb-2312'],
  ['hz-gb-2312', 'hz-gb-2312'],
  ['utf-7', 'utf-7'],
  ['utf7', 'utf-7'],
  ['unicode-1-1-utf-7', 'utf-7'],
  ['csunicode11utf7', 'utf-7'],
  ['cp437', 'cp437'],
  ['ibm437', 'cp437'],
  ['437', 'cp437'],
  ['cp850', 'cp850'],
  ['ibm850', 'cp850'],
  ['850', 'cp850'],
])

/** Labels that promise less than what mail holds under them. */
const meaningless: ReadonlySet<string> = new Set([
  '',
  'us-ascii',
  'ascii',
  'ansi-x3.4-1968',
  'iso646-us',
  '7bit',
  '8bit',
])

/**
 * The charset that a label means: one of `OldCharset`, or the Encoding Standard's name in lower case. `undefined` if it
 * says nothing to go by: no label, US-ASCII (which needs no decoding), or a name that nobody knows.
 */
export function charsetOf(label: string): string | undefined {
  const given = label.toLowerCase().replaceAll(/["']/g, '').trim()
  const name = given.replaceAll(/[_\s]/g, '-')
  if (meaningless.has(name)) return undefined
  const known = old.get(name) ?? names.get(name)
  if (known !== undefined) return known
  // -1, -2, -3, -2004, -ms: the same escape sequences, some of them more.
  if (name.startsWith('iso-2022-jp')) return 'iso-2022-jp'
  const standard = normalizeEncoding(given) ?? normalizeEncoding(name)
  return standard === null || standard === 'replacement' || standard === 'x-user-defined' ? undefined : standard
}
