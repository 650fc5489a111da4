/**
 * A message's MIME structure (RFC 2045, 2046), as offsets into its octets: nothing is copied, nothing is decoded.
 * Takes any octets at all, never fails, and passes over them once, so that a hostile message costs no more than its
 * size: at most `maxParts` parts, `maxDepth` levels and `maxFields` header fields are told apart.
 */
import { parameter, parseParameterized } from './parameters.ts'
import { fieldText, isSpace, type HeaderField, type MimePart } from './part.ts'

export const maxDepth = 50
export const maxParts = 2_000
/** In a whole message; what follows counts as continuation of the last one. */
export const maxFields = 10_000

const maxNameOctets = 256
const maxBoundary = 250
/** Boundary, dashes, and room for the white space that RFC 2046 allows after them. */
const maxDelimiter = 1_000

const tab = 0x09
const lf = 0x0a
const cr = 0x0d
const space = 0x20
const dash = 0x2d
const colonOctet = 0x3a
const delimiterStart = Buffer.from('\n--')

const structures = new WeakMap<object, MimePart>()

/** The structure of a stored message, parsed when first asked for. */
export function structureOf(message: { readonly raw: Buffer }): MimePart {
  let structure = structures.get(message)
  if (!structure) structures.set(message, (structure = parseMime(message.raw)))
  return structure
}

export function parseMime(raw: Buffer): MimePart {
  return new Parser(raw).parse()
}

type Draft = { -readonly [K in keyof MimePart]: MimePart[K] } & { fields: HeaderField[]; children: Draft[] }

/** A part whose end is not yet known. A multipart looks for its boundary until the closing one is seen. */
type Open = { part: Draft; boundary: string | undefined }

/** What a line that begins with two dashes means: another part of the multipart at that depth, or its end. */
type Delimiter = { depth: number; closing: boolean }

class Parser {
  readonly #raw: Buffer
  /** From the message down to the part being read. */
  readonly #open: Open[] = []
  /** By the line's text after the two dashes. */
  readonly #delimiters = new Map<string, Delimiter>()
  #parts = 0
  #fields = 0

  constructor(raw: Buffer) {
    this.#raw = raw
  }

  parse(): MimePart {
    const root = this.#part(0)
    let position = this.#enter(root, false)
    for (let line = this.#nextDelimiter(position); line; line = this.#nextDelimiter(position)) {
      if (!line.closing && this.#parts >= maxParts) break
      this.#leave(line.depth + 1, this.#beforeLineBreak(line.start))
      const multipart = this.#open[line.depth]!
      position = line.next
      if (line.closing) {
        multipart.boundary = undefined
        this.#learnDelimiters()
        continue
      }
      const child = this.#part(line.next)
      multipart.part.children.push(child)
      position = this.#enter(child, multipart.part.subtype === 'digest')
    }
    this.#leave(0, this.#raw.length)
    return root
  }

  #part(start: number): Draft {
    this.#parts++
    return {
      raw: this.#raw,
      start,
      headerEnd: start,
      bodyStart: start,
      end: start,
      fields: [],
      type: 'text',
      subtype: 'plain',
      parameters: [],
      children: [],
      embedded: undefined,
    }
  }

  /** Reads a part's header, and that of a message inside it. Returns where the body begins. */
  #enter(part: Draft, inDigest: boolean): number {
    this.#readHeader(part)
    const contentType = fieldText(part, 'content-type')
    if (contentType !== undefined) {
      const { value, parameters } = parseParameterized(contentType)
      const [, type, subtype] = /^([^/]+)\/([^/]+)$/.exec(value) ?? []
      // A Content-Type that cannot be read means text/plain (RFC 2045, 5.2).
      if (type && subtype) Object.assign(part, { type, subtype, parameters })
    } else if (inDigest) {
      part.type = 'message'
      part.subtype = 'rfc822'
    }
    const room = this.#open.length + 1 < maxDepth
    const boundary = part.type === 'multipart' && room ? parameter(part.parameters, 'boundary')?.trimEnd() : undefined
    this.#open.push({ part, boundary: boundary && boundary.length <= maxBoundary ? boundary : undefined })
    if (boundary) this.#learnDelimiters()
    if (part.type !== 'message' || part.subtype !== 'rfc822' || !room || this.#parts >= maxParts) return part.bodyStart
    const embedded = (part.embedded = this.#part(part.bodyStart) as Draft)
    return this.#enter(embedded, false)
  }

  /** Ends the parts from that depth on. */
  #leave(depth: number, end: number): void {
    for (const { part } of this.#open.splice(depth)) {
      part.end = Math.max(part.bodyStart, end)
      // Without a part inside, neither can be described or addressed as what it says it is.
      if (part.type === 'multipart' && part.children.length === 0) {
        Object.assign(part, { type: 'text', subtype: 'plain', parameters: [] })
      }
      if (part.type === 'message' && part.subtype === 'rfc822' && !part.embedded) {
        Object.assign(part, { type: 'application', subtype: 'octet-stream', parameters: [] })
      }
    }
    this.#learnDelimiters()
  }

  /** The boundaries to look for now; an inner multipart's win over those around it. */
  #learnDelimiters(): void {
    this.#delimiters.clear()
    this.#open.forEach(({ boundary }, depth) => {
      if (boundary === undefined) return
      this.#delimiters.set(`${boundary}--`, { depth, closing: true })
      this.#delimiters.set(boundary, { depth, closing: false })
    })
  }

  #readHeader(part: Draft): void {
    const raw = this.#raw
    let position = part.start
    let last: { -readonly [K in keyof HeaderField]: HeaderField[K] } | undefined
    while (position < raw.length) {
      const next = this.#nextLine(position)
      const first = raw[position]
      if (first === lf || (first === cr && raw[position + 1] === lf)) {
        part.headerEnd = position
        part.bodyStart = next
        return
      }
      if (first === dash && this.#delimiterAt(position, next)) break
      if (last && (first === space || first === tab || this.#fields >= maxFields)) {
        last.end = next
      } else {
        const colon = this.#colon(position, next)
        const name = colon < 0 ? '' : raw.toString('latin1', position, colon).trimEnd().toLowerCase()
        last = { name, start: position, valueStart: colon < 0 ? position : colon + 1, end: next }
        part.fields.push(last)
        this.#fields++
      }
      position = next
    }
    part.headerEnd = position
    part.bodyStart = position
  }

  /** Where the field's name ends, if this line is one. */
  #colon(start: number, next: number): number {
    const raw = this.#raw
    const limit = Math.min(next, start + maxNameOctets)
    let spaced = false
    for (let at = start; at < limit; at++) {
      const octet = raw[at]!
      if (octet === colonOctet) return at > start ? at : -1
      if (octet === space || octet === tab) spaced = true
      else if (spaced || octet < space || octet > 0x7e) return -1
    }
    return -1
  }

  #nextDelimiter(position: number): (Delimiter & { start: number; next: number }) | undefined {
    let before = position - 1
    while (this.#delimiters.size > 0) {
      before = this.#raw.indexOf(delimiterStart, before)
      if (before < 0) break
      const start = before + 1
      const next = this.#nextLine(start)
      const delimiter = this.#delimiterAt(start, next)
      if (delimiter) return { ...delimiter, start, next }
      before = next - 1
    }
    return undefined
  }

  #delimiterAt(start: number, next: number): Delimiter | undefined {
    if (this.#delimiters.size === 0 || next - start > maxDelimiter || this.#raw[start + 1] !== dash) return undefined
    let end = next
    while (end > start && isSpace(this.#raw[end - 1])) end--
    return this.#delimiters.get(this.#raw.toString('latin1', start + 2, end))
  }

  #nextLine(position: number): number {
    const end = this.#raw.indexOf(lf, position)
    return end < 0 ? this.#raw.length : end + 1
  }

  #beforeLineBreak(lineStart: number): number {
    return lineStart - (this.#raw[lineStart - 2] === cr ? 2 : 1)
  }
}
