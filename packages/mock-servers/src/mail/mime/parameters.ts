/**
 * Header fields of the form `value; name=value` (RFC 2045, 5.1; RFC 2183), read leniently from the field's octets as
 * Latin-1, one character an octet. Never fails: what cannot be understood is passed over, in linear time.
 */
import { decodeText } from './charset.ts'
import { Scanner } from './scanner.ts'

/** As written, the name in lower case: `['filename*0*', "utf-8''%e3"]`. */
export type Parameter = readonly [name: string, value: string]

export type ParameterizedValue = { value: string; parameters: Parameter[] }

/** Longer fields are cut here, so that one hostile line cannot become a million parameters. */
const maxCharacters = 65_536

const valuePattern = /[^;( \t\r\n]+/y
const namePattern = /[^;="( \t\r\n]+/y
const equalsPattern = /=/y
const unquotedPattern = /[^; \t\r\n]+/y
const restPattern = /[^;]*;?/y

/** Reads a field's text. The value and the parameters' names come in lower case; the first of equal names counts. */
export function parseParameterized(text: string): ParameterizedValue {
  const scanner = new Scanner(text.slice(0, maxCharacters))
  let value = ''
  for (;;) {
    scanner.skip()
    const piece = scanner.take(valuePattern)
    if (piece === undefined) break
    value += piece
  }
  scanner.take(restPattern)
  const parameters = new Map<string, string>()
  while (!scanner.done) {
    scanner.skip()
    const name = scanner.take(namePattern)?.toLowerCase()
    scanner.skip()
    if (name !== undefined && scanner.take(equalsPattern) !== undefined) {
      scanner.skip()
      const found = scanner.quoted() ?? scanner.take(unquotedPattern)
      if (found !== undefined && !parameters.has(name)) parameters.set(name, found)
    }
    scanner.take(restPattern)
  }
  return { value: value.toLowerCase(), parameters: [...parameters] }
}

/**
 * One parameter's meaning: plain, with its charset (`name*`), or in pieces (`name*0`, `name*1*`), as RFC 2231 has it.
 * `undefined` if it is missing.
 */
export function parameter(parameters: readonly Parameter[], name: string): string | undefined {
  const find = (wanted: string): string | undefined => parameters.find(([key]) => key === wanted)?.[1]
  const encoded = find(`${name}*`)
  if (encoded !== undefined) return decodeExtended(encoded)
  if (find(`${name}*0`) === undefined && find(`${name}*0*`) === undefined) return find(name)
  const byName = new Map(parameters)
  const pieces: string[] = []
  let extended = false
  for (let index = 0; ; index++) {
    const plain = byName.get(`${name}*${index}`)
    const percent = byName.get(`${name}*${index}*`)
    if (plain === undefined && percent === undefined) break
    if (index === 0) extended = plain === undefined
    // A plain piece between encoded ones means what it says, even where it holds a percent sign.
    pieces.push(plain === undefined ? percent! : extended ? plain.replaceAll('%', '%25') : plain)
  }
  return extended ? decodeExtended(pieces.join('')) : pieces.join('')
}

/** Nobody writes a longer one. */
const maxEncoded = 65_536

/** `charset'language'percent-encoded` (RFC 2231, 4). */
function decodeExtended(text: string): string {
  const [charset, , ...rest] = text.split("'")
  const encoded = (rest.length > 0 ? rest.join("'") : text).slice(0, maxEncoded)
  const bytes = encoded.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return decodeText(Buffer.from(bytes, 'latin1'), rest.length > 0 ? charset : undefined)
}
