/**
 * The octets that BODY[…] names (RFC 3501, 6.4.5), cut out of the message wherever they lie together, never changed.
 */
import type { HeaderField, MimePart } from '../../../mail/mime/part.ts'

export type SectionSpec = {
  /** Part numbers from the outside in; empty for the message itself. */
  readonly path: readonly number[]
  readonly what: 'ALL' | 'HEADER' | 'HEADER.FIELDS' | 'HEADER.FIELDS.NOT' | 'TEXT' | 'MIME'
  /** For the two HEADER.FIELDS: names in lower case. */
  readonly names: ReadonlySet<string>
}

const noNames: ReadonlySet<string> = new Set()

/** The old names of three sections (RFC 3501, 6.4.5). */
export const RFC822_SECTIONS = {
  RFC822: { path: [], what: 'ALL', names: noNames },
  'RFC822.HEADER': { path: [], what: 'HEADER', names: noNames },
  'RFC822.TEXT': { path: [], what: 'TEXT', names: noNames },
} as const satisfies Record<string, SectionSpec>

const maxPathDepth = 100
const specPattern = /^(\d+(?:\.\d+)*)?(?:(^|\.)(HEADER|TEXT|MIME|HEADER\.FIELDS(?:\.NOT)?)(?: \((.*)\))?)?$/is
const namePattern = /(?:"((?:[^"\\]|\\["\\])+)"|([^\s"\\(){}%*\u0000-\u001f\u007f-\uffff]+))(?: |$)/y

/** Reads what is between the brackets: ``, `1.2.MIME`, `HEADER.FIELDS (Subject "From")`. `undefined` if it is none. */
export function parseSection(text: string): SectionSpec | undefined {
  const [all, numbers, dot, word, list] = specPattern.exec(text) ?? []
  if (all === undefined) return undefined
  const path = numbers === undefined ? [] : numbers.split('.').map(Number)
  const what = (word?.toUpperCase() ?? 'ALL') as SectionSpec['what']
  const names = list === undefined ? noNames : parseNames(list)
  if (path.length > maxPathDepth || path.some((number) => number < 1 || number > 4_294_967_295)) return undefined
  if (word !== undefined && (dot === '.') !== path.length > 0) return undefined
  if (what === 'MIME' && path.length === 0) return undefined
  if (names === undefined || what.startsWith('HEADER.FIELDS') !== (list !== undefined)) return undefined
  return { path, what, names }
}

function parseNames(list: string): ReadonlySet<string> | undefined {
  const names = new Set<string>()
  namePattern.lastIndex = 0
  while (namePattern.lastIndex < list.length) {
    const [, quoted, atom] = namePattern.exec(list) ?? []
    const name = quoted?.replaceAll(/\\(.)/g, '$1') ?? atom
    if (name === undefined) return undefined
    names.add(name.toLowerCase())
  }
  return names.size > 0 ? names : undefined
}

/** `undefined` (NIL on the wire) for a part that is not there, or that has no header or text of its own. */
export function section(message: MimePart, spec: SectionSpec): Buffer | undefined {
  const part = locate(message, spec.path)
  if (!part) return undefined
  const { raw } = part
  if (spec.what === 'MIME') return raw.subarray(part.start, part.bodyStart)
  if (spec.what === 'ALL') return raw.subarray(spec.path.length === 0 ? part.start : part.bodyStart, part.end)
  // HEADER and TEXT are those of a message: the whole one, or one inside it.
  const whole = spec.path.length === 0 ? part : part.embedded
  if (!whole) return undefined
  if (spec.what === 'HEADER') return raw.subarray(whole.start, whole.bodyStart)
  if (spec.what === 'TEXT') return raw.subarray(whole.bodyStart, whole.end)
  const wanted = spec.what === 'HEADER.FIELDS'
  return headerFields(whole, (field) => spec.names.has(field.name) === wanted)
}

/** `<start.length>`: the octets from `start` on, at most `length` of them. */
export function partial(octets: Buffer, start: number, length: number): Buffer {
  return octets.subarray(start, start + length)
}

function locate(message: MimePart, path: readonly number[]): MimePart | undefined {
  let part: MimePart = message
  let isMessage = true
  for (const number of path) {
    const container: MimePart = isMessage ? part : (part.embedded ?? part)
    const entered = isMessage || part.embedded !== undefined
    const inner = container.type === 'multipart' ? container.children[number - 1] : undefined
    // A message that is not multipart has one part, which is number 1.
    if (inner) part = inner
    else if (container.type !== 'multipart' && entered && number === 1) part = container
    else return undefined
    isMessage = false
  }
  return part
}

/** The fields asked for, in their order, and the empty line if there is one. */
function headerFields(message: MimePart, wanted: (field: HeaderField) => boolean): Buffer {
  const ranges: [number, number][] = []
  const emptyLine = { start: message.headerEnd, end: message.bodyStart }
  for (const { start, end } of [...message.fields.filter(wanted), emptyLine]) {
    const previous = ranges.at(-1)
    if (previous?.[1] === start) previous[1] = end
    else ranges.push([start, end])
  }
  const pieces = ranges.map(([start, end]) => message.raw.subarray(start, end))
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
}
