/**
 * The structure of a message (RFC 5322, RFC 2046): cut apart in one pass, within bounds, and not copied. Takes any octets;
 * a message inside a message stays closed.
 */
import { latin1fromString } from '@exodus/bytes/single-byte.js'
import { badMessage } from '../../errors/failure.ts'
import { HeaderReader, type Field } from './fields.ts'
import { partOf, type Part } from './part.ts'

/** A hostile message must cost neither memory nor time without bound: these are far above any honest one. */
const maxDepth = 50
const maxHeaderOctets = 1024 * 1024
const maxBoundaryLines = 20_000
/** RFC 2046 allows 70 characters. */
const maxBoundary = 1_000

const [tab, lf, cr, space, dash] = [0x09, 0x0a, 0x0d, 0x20, 0x2d]
const utf8Mark = [0xef, 0xbb, 0xbf]

/** Cuts a message apart. Throws `bad-message` if it is built to exhaust its reader. */
export function parseMessage(octets: Uint8Array): Part {
  return new Parser(octets).message()
}

/** The fields of a message's header. Throws `bad-message` if it is too long. */
export function parseHeader(octets: Uint8Array): Field[] {
  return new Parser(octets).header().fields
}

class Parser {
  readonly #octets: Uint8Array
  /** The multiparts that we are inside of, the innermost last. */
  readonly #open: { part: Part; boundary: Uint8Array }[] = []
  #headerOctets = 0
  #boundaryLines = 0
  #at: number

  constructor(given: Uint8Array) {
    const octets = withLineFeeds(given)
    this.#octets = octets
    // Programs of Windows put a byte order mark before the text they save.
    this.#at = utf8Mark.every((octet, index) => octets[index] === octet) ? utf8Mark.length : 0
  }

  message(): Part {
    const root = this.#begin('text/plain')
    // Behind a last boundary there is no part, and what stands there is for nobody to read.
    let part: Part | undefined = root
    let bodyStart = this.#at
    while (this.#open.length > 0 && this.#findDashes()) {
      const border = this.#border()
      if (border) {
        if (++this.#boundaryLines > maxBoundaryLines) throw badMessage('too-complex')
        if (part) part.body = this.#octets.subarray(bodyStart, this.#beforeLineBreak(bodyStart))
        this.#open.length = border.last ? border.depth : border.depth + 1
      }
      this.#at = this.#lineEnd()
      if (border) {
        part = border.last
          ? undefined
          : this.#begin(border.of.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain')
        if (part) border.of.parts.push(part)
        bodyStart = this.#at
      }
    }
    if (part) part.body = this.#octets.subarray(bodyStart)
    return root
  }

  /** Reads the header that begins here, up to its body. */
  header(): { fields: Field[] } {
    const reader = new HeaderReader()
    while (this.#at < this.#octets.length) {
      const end = this.#lineEnd()
      const line = this.#octets.subarray(this.#at, this.#textEnd(end))
      // A header without an empty line ends where the next part begins.
      if (line.length > 0 && this.#border()) break
      this.#headerOctets += line.length
      if (this.#headerOctets > maxHeaderOctets) throw badMessage('too-complex')
      if (line.length > 0 && !reader.add(line)) break
      this.#at = end
      if (line.length === 0) break
    }
    return { fields: reader.fields() }
  }

  #begin(defaultType: string): Part {
    const part = partOf(this.header().fields, defaultType)
    const boundary = part.type.startsWith('multipart/') ? (part.parameters.get('boundary') ?? '').trimEnd() : ''
    if (boundary !== '' && boundary.length <= maxBoundary && /^[\0-\u00ff]+$/.test(boundary)) {
      if (this.#open.length === maxDepth) throw badMessage('too-complex')
      this.#open.push({ part, boundary: latin1fromString(`--${boundary}`) })
    }
    return part
  }

  /** Whether the line here is a boundary of a multipart that is open, and of which. */
  #border(): { of: Part; depth: number; last: boolean } | undefined {
    const octets = this.#octets
    if (octets[this.#at] !== dash || octets[this.#at + 1] !== dash) return undefined
    let end: number | undefined
    for (let depth = this.#open.length - 1; depth >= 0; depth--) {
      const { part, boundary } = this.#open[depth]!
      if (!boundary.every((octet, index) => octets[this.#at + index] === octet)) continue
      end ??= this.#textEnd(this.#lineEnd())
      const rest = octets.subarray(this.#at + boundary.length, end)
      const last = rest[0] === dash && rest[1] === dash
      if (rest.subarray(last ? 2 : 0).every((octet) => octet === space || octet === tab))
        return { of: part, depth, last }
    }
    return undefined
  }

  /** Goes on to the next line that begins with two dashes: millions of others stand between, and take no time so. */
  #findDashes(): boolean {
    const octets = this.#octets
    for (let found = octets.indexOf(dash, this.#at); found >= 0; found = octets.indexOf(dash, found + 1)) {
      if (octets[found + 1] !== dash || (found > this.#at && octets[found - 1] !== lf)) continue
      this.#at = found
      return true
    }
    return false
  }

  /** Where the line after this one begins. */
  #lineEnd(): number {
    const found = this.#octets.indexOf(lf, this.#at)
    return found < 0 ? this.#octets.length : found + 1
  }

  /** Where the line's text ends, of which we know where the next begins. */
  #textEnd(lineEnd: number): number {
    let end = lineEnd
    if (end > this.#at && this.#octets[end - 1] === lf) end--
    while (end > this.#at && this.#octets[end - 1] === cr) end--
    return end
  }

  /** The line break before a boundary belongs to the boundary (RFC 2046, section 5.1.1). */
  #beforeLineBreak(bodyStart: number): number {
    let end = this.#at
    if (end > bodyStart && this.#octets[end - 1] === lf) end--
    if (end > bodyStart && this.#octets[end - 1] === cr) end--
    return end
  }
}

/**
 * Macintoshes of the last century ended lines with CR alone, and files of theirs are still around. A server that passes one
 * on ends it with a line end of its own.
 */
function withLineFeeds(octets: Uint8Array): Uint8Array {
  const [firstCr, firstLf] = [octets.indexOf(cr), octets.indexOf(lf)]
  if (firstCr < 0 || octets[firstCr + 1] === lf) return octets
  if (firstLf >= 0 && firstLf < octets.length - '\r\n\r\n'.length) return octets
  return octets.map((octet) => (octet === cr ? lf : octet))
}
