/**
 * A message as a person reads it: encoded words, transfer encodings and charsets undone. For SEARCH, where the text is
 * also folded, and for the summaries of the control API. Never fails; what goes to a mail program is never taken from
 * here.
 */
import { parseMessageDate } from './message-date.ts'
import { decodeText } from './mime/charset.ts'
import { parameter, parseParameterized } from './mime/parameters.ts'
import { fieldText, valueOf, type MimePart } from './mime/part.ts'
import { contentOf } from './mime/transfer.ts'
import { decodeWords } from './mime/encoded-words.ts'
import { structureOf } from './mime/parse.ts'

type Raw = { readonly raw: Buffer }

/** What is missing is null. `messageId` keeps its angle brackets; `date` is the Date field's instant, ISO 8601. */
export type Summary = {
  messageId: string | null
  from: string | null
  to: string | null
  subject: string | null
  date: string | null
}

export function summary(message: Raw): Summary {
  const part = structureOf(message)
  return {
    messageId: decodedField(part, 'message-id') ?? null,
    from: decodedField(part, 'from') ?? null,
    to: decodedFields(part, 'to').join(', ') || null,
    subject: decodedField(part, 'subject') ?? null,
    date: parseMessageDate(fieldText(part, 'date') ?? '')?.instant.toISOString() ?? null,
  }
}

/** The first field of that name (lower case). */
function decodedField(part: MimePart, name: string): string | undefined {
  const text = fieldText(part, name)
  return text === undefined ? undefined : decodeField(text)
}

/** All fields of that name, as far as they are searched. */
function decodedFields(part: MimePart, name: string): string[] {
  const texts: string[] = []
  let length = 0
  for (const field of part.fields) {
    if (field.name !== name) continue
    const text = valueOf(part, field, maxField)
    length += text.length
    if (length > maxSearched) break
    texts.push(decodeField(text))
  }
  return texts
}

/** The same, as SEARCH compares them. */
export function searchableFields(message: Raw, name: string): string[] {
  return decodedFields(structureOf(message), name).map(fold)
}

/** One field's text, as `valueOf` gives it. */
export function decodeField(text: string): string {
  return decodeWords(text.slice(0, maxField))
}

/** Text as SEARCH compares it: without regard to case, and to the width and composition of characters. */
export function fold(text: string): string {
  // The test is quicker than normalizing, and most text passes it.
  return (notAscii.test(text) ? text.normalize('NFKC') : text).toUpperCase()
}

const notAscii = /[^\u0000-\u007f]/

/** The folded header of the message itself, one line a field. */
export function searchableHeader(message: Raw): string {
  return gather(headerLines(structureOf(message)))
}

/** The folded text of all parts, with their headers and file names. */
export function searchableBody(message: Raw): string {
  let body = bodies.get(message)
  if (body === undefined) {
    body = gather(bodyTexts(structureOf(message)))
    if (body.length <= maxRemembered) bodies.set(message, body)
  }
  return body
}

/** So that a second search is quick; long ones are read again, or the texts would outgrow the messages. */
const bodies = new WeakMap<Raw, string>()
const maxRemembered = 16_384

/** Characters of a message that are searched, and of a field that are decoded: nobody writes more. */
const maxSearched = 1_048_576
const maxField = 65_536
/** Octets of a part that are decoded: enough for that many characters in most encodings. */
const maxDecoded = 4 * maxSearched

function gather(texts: Iterable<string>): string {
  let all = ''
  for (const text of texts) {
    all += `${text.slice(0, maxSearched)}\n`
    if (all.length >= maxSearched) break
  }
  return fold(all.slice(0, maxSearched))
}

function* bodyTexts(part: MimePart): Generator<string> {
  for (const inner of part.embedded ? [part.embedded] : part.children) {
    yield* headerLines(inner)
    yield* bodyTexts(inner)
  }
  const name = fileName(part)
  if (name !== undefined) yield name
  if (part.type === 'text') yield decodeText(contentOf(part, maxDecoded), parameter(part.parameters, 'charset'))
}

function* headerLines(part: MimePart): Generator<string> {
  for (const field of part.fields) yield `${field.name}: ${decodeField(valueOf(part, field, maxField))}`
}

/** Of an attachment, whether in the form of RFC 2231 or as an encoded word. */
export function fileName(part: MimePart): string | undefined {
  const { parameters } = parseParameterized(fieldText(part, 'content-disposition') ?? '')
  const name = parameter(parameters, 'filename') ?? parameter(part.parameters, 'name')
  return name === undefined ? undefined : decodeWords(name)
}
