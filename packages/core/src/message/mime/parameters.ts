/**
 * Header fields of the form `value; name=value` (RFC 2045, section 5.1; RFC 2183; RFC 2231), read from their octets, one
 * character each. Never fails, in linear time: what cannot be understood is passed over.
 */
import { latin1fromString } from '@exodus/bytes/single-byte.js'
import { decodeText } from './charset.ts'
import { decodeField } from './encoded-words.ts'

/** The value in lower case; parameters decoded, by name in lower case. */
export type Parameterized = { value: string; parameters: ReadonlyMap<string, string> }

/** Longer fields are cut here, so that one hostile line cannot become a million parameters. */
const maxCharacters = 65_536

/** White space and comments, which hold no further ones in any honest field. */
const skipped = /(?:[ \t\r\n]+|\([^()]*\))*/y
const name = /[^;="( \t\r\n]+/y
const quoted = /"([^"\\]*(?:\\[^][^"\\]*)*)"?/y
/** White space in a file name without quotes is a common mistake, as is a forgotten `;`; a comment ends the value. */
const unquoted = /[^; \t\r\n]+(?:[ \t]+[^;(= \t\r\n][^;= \t\r\n]*(?=[; \t\r\n]|$))*/y
const rest = /[^;]*;?/y

export function readParameters(octets: string): Parameterized {
  const text = octets.slice(0, maxCharacters)
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const match = pattern.exec(text) ?? undefined
    if (match) at = pattern.lastIndex
    return match
  }
  take(skipped)
  // `text / plain` is met as well.
  const [value = ''] = take(/[^;(]+/y) ?? []
  take(rest)
  const found = new Map<string, string>()
  while (at < text.length) {
    take(skipped)
    const key = take(name)?.[0].toLowerCase()
    take(skipped)
    if (key !== undefined && text[at] === '=') {
      at++
      take(skipped)
      const string = take(quoted)
      const given = string ? string[1]!.replaceAll(/\\([^])/g, '$1') : take(unquoted)?.[0]
      // The first counts: whoever writes a second one wants two readers to see two messages.
      if (given !== undefined && !found.has(key)) found.set(key, given)
    }
    take(rest)
  }
  return { value: value.replaceAll(/[\s"]/g, '').toLowerCase(), parameters: decoded(found) }
}

type Piece = { index: number; extended: boolean; octets: string }

/** Pieces joined, percent encoding and charset undone (RFC 2231, sections 3 and 4). */
function decoded(found: ReadonlyMap<string, string>): Map<string, string> {
  const pieces = new Map<string, Piece[]>()
  const plain = new Map<string, string>()
  for (const [key, octets] of found) {
    const [, base, index, star] = /^([^*]+)\*(?:(\d{1,5})(\*)?)?$/.exec(key) ?? []
    if (base === undefined) plain.set(key, decodeField(octets))
    else {
      const piece = { index: Number(index ?? 0), extended: index === undefined || star === '*', octets }
      const known = pieces.get(base)
      if (known) known.push(piece)
      else pieces.set(base, [piece])
    }
  }
  for (const [key, of] of pieces) plain.set(key, joined(of.toSorted((a, b) => a.index - b.index)))
  return plain
}

function joined(pieces: readonly Piece[]): string {
  const [first] = pieces
  const [, charset, value] = /^([^']*)'[^']*'([^]*)$/.exec(first!.extended ? first!.octets : '') ?? []
  const octets = pieces.map((piece, index) => {
    const text = index === 0 && value !== undefined ? value : piece.octets
    // A plain piece between encoded ones means what it says, even where it holds a percent sign.
    return piece.extended ? percentDecoded(text) : text
  })
  return charset === undefined ? decodeField(octets.join('')) : decodeText(latin1fromString(octets.join('')), charset)
}

function percentDecoded(text: string): string {
  return text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
