/** What is known of a message and of each part of it (RFC 2045): offsets into its octets, and the fields' texts. */
import type { Parameter } from './parameters.ts'

/** A line is ended by LF, with or without CR before it. Offsets count from the beginning of the message. */
export type HeaderField = {
  /** Lower case; empty for lines that are no header field, such as mbox's `From `. */
  readonly name: string
  readonly start: number
  /** Behind the colon. */
  readonly valueStart: number
  /** Behind the line break of the last line. */
  readonly end: number
}

/** A message, or a body part of one. Its header is `start`–`bodyStart`, its body `bodyStart`–`end`. */
export type MimePart = {
  /** The octets of the whole message, which all offsets refer to. */
  readonly raw: Buffer
  readonly start: number
  /** Where the empty line after the fields begins; equals `bodyStart` if there is none. */
  readonly headerEnd: number
  readonly bodyStart: number
  /** The line break before a boundary belongs to the boundary. */
  readonly end: number
  readonly fields: readonly HeaderField[]
  /** Lower case. `multipart` always has children; `message/rfc822` always has `embedded`. */
  readonly type: string
  readonly subtype: string
  /** Those of Content-Type. */
  readonly parameters: readonly Parameter[]
  readonly children: readonly MimePart[]
  /** The message inside a message/rfc822. */
  readonly embedded: MimePart | undefined
}

const tab = 0x09
const lf = 0x0a
const cr = 0x0d
const space = 0x20

/** The octets of the first field of that name (lower case), unfolded and trimmed, one Latin-1 character an octet. */
export function fieldText(part: MimePart, name: string): string | undefined {
  const field = part.fields.find((candidate) => candidate.name === name)
  return field && valueOf(part, field)
}

/** The same, of every field of that name. */
export function fieldTexts(part: MimePart, name: string): string[] {
  return part.fields.filter((field) => field.name === name).map((field) => valueOf(part, field))
}

/** The same, of one field, or of its first `most` octets. */
export function valueOf(part: MimePart, field: HeaderField, most = Infinity): string {
  const { raw } = part
  let start = field.valueStart
  let end = Math.min(field.end, start + most)
  while (start < end && isSpace(raw[start])) start++
  while (end > start && isSpace(raw[end - 1])) end--
  const lineEnd = raw.indexOf(lf, start)
  return lineEnd >= 0 && lineEnd < end ? unfold(raw.subarray(start, end)) : raw.toString('latin1', start, end)
}

/** By hand, since a field can be as long as the message, and nothing but line breaks. */
function unfold(folded: Buffer): string {
  const octets = Buffer.allocUnsafe(folded.length)
  let length = 0
  folded.forEach((octet, at) => {
    if (octet !== lf && (octet !== cr || folded[at + 1] !== lf)) octets[length++] = octet
  })
  return octets.toString('latin1', 0, length)
}

/** The white space of header fields. */
export function isSpace(octet: number | undefined): boolean {
  return octet === space || octet === tab || octet === cr || octet === lf
}
