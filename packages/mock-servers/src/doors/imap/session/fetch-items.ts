/** What FETCH may ask for (RFC 3501, 6.4.5), as functions of a message. Reads, never changes. */
import { structureOf } from '../../../mail/mime/parse.ts'
import type { Message } from '../../../mail/message.ts'
import { formatInternalDate } from '../syntax/dates.ts'
import { parseSection, partial, RFC822_SECTIONS, section, type SectionSpec } from '../format/section.ts'
import { bodyStructure, envelope } from '../format/structure.ts'
import type { Argument } from '../syntax/parse.ts'
import { refuse } from './refusal.ts'
import type { View } from './view.ts'

export type FetchItem = {
  /** As the answer calls it. */
  name: string
  /** `undefined` is NIL. */
  value: (message: Message, view: View) => Buffer | string | undefined
  /** The octets are to be announced by their number, not written as they are. */
  literal: boolean
  /** Asking for it marks the message as read. */
  marksSeen: boolean
}

const attributes: ReadonlyMap<string, FetchItem['value']> = new Map<string, FetchItem['value']>([
  ['UID', (message) => String(message.uid)],
  ['FLAGS', (message, view) => view.flagsOf(message)],
  ['INTERNALDATE', (message) => formatInternalDate(message.receivedAt)],
  ['RFC822.SIZE', (message) => String(message.size)],
  ['ENVELOPE', (message) => envelope(structureOf(message))],
  ['BODY', (message) => bodyStructure(structureOf(message), { extended: false })],
  ['BODYSTRUCTURE', (message) => bodyStructure(structureOf(message), { extended: true })],
])

/** Each is asked for alone, never in a list. */
const macros: ReadonlyMap<string, readonly string[]> = new Map([
  ['FAST', ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE']],
  ['ALL', ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE']],
  ['FULL', ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY']],
])

/** @param uid UID FETCH, which answers with the UID whether it was asked for or not */
export function parseFetch(argument: Argument, uid: boolean): FetchItem[] {
  const items = namesIn(argument).map(parseItem)
  if (uid && !items.some(({ name }) => name === 'UID')) items.unshift(parseItem('UID'))
  return items
}

function namesIn(argument: Argument): readonly string[] {
  if (argument.kind === 'atom') return macros.get(argument.text.toUpperCase()) ?? [argument.text]
  if (argument.kind === 'string' || argument.items.length === 0) return refuse('bad-argument')
  return argument.items.map((item) => (item.kind === 'atom' ? item.text : refuse('bad-argument')))
}

function parseItem(text: string): FetchItem {
  const name = text.toUpperCase()
  const value = attributes.get(name)
  if (value) return { name, value, literal: false, marksSeen: false }
  if (isOldName(name)) return sectionItem(name, RFC822_SECTIONS[name], { marksSeen: name !== 'RFC822.HEADER' })
  return parseBodyItem(text)
}

function isOldName(name: string): name is keyof typeof RFC822_SECTIONS {
  return Object.hasOwn(RFC822_SECTIONS, name)
}

/** `BODY[…]`, `BODY.PEEK[…]`, each with `<start.length>` or without; echoed as asked, but for PEEK and the length. */
function parseBodyItem(text: string): FetchItem {
  const [, peek, inner, start, length] =
    /^BODY(\.PEEK)?\[(.*)\](?:<(\d{1,10})\.([1-9]\d{0,9})>)?$/i.exec(text) ?? refuse('bad-argument')
  const spec = parseSection(inner!) ?? refuse('bad-argument')
  const range = start === undefined ? undefined : { start: Number(start), length: Number(length) }
  const name = `BODY[${inner}]${range ? `<${range.start}>` : ''}`
  return sectionItem(name, spec, { marksSeen: peek === undefined, range })
}

function sectionItem(
  name: string,
  spec: SectionSpec,
  { marksSeen, range }: { marksSeen: boolean; range?: { start: number; length: number } | undefined },
): FetchItem {
  // The message as a whole needs no look at its structure.
  const whole = spec.what === 'ALL' && spec.path.length === 0
  return {
    name,
    marksSeen,
    literal: true,
    value: (message) => {
      const octets = whole ? message.raw : section(structureOf(message), spec)
      return octets && range ? partial(octets, range.start, range.length) : octets
    },
  }
}
