/**
 * Which parts of a message a person reads, and which he is offered as files. Every leaf is one or the other, so that nothing
 * in a message stays hidden.
 */
import { decodeField, fileName } from '../../mail/reading.ts'
import { decodeText } from '../../mail/mime/charset.ts'
import { parameter, parseParameterized } from '../../mail/mime/parameters.ts'
import { fieldText, valueOf, type MimePart } from '../../mail/mime/part.ts'
import { contentOf } from '../../mail/mime/transfer.ts'
import { structureOf } from '../../mail/mime/parse.ts'

export type Attachment = {
  part: MimePart
  /** As the message says: foreign text. */
  name: string | undefined
  /** `type/subtype`, as the message says. */
  type: string
}

export type MessageView = { html: MimePart | undefined; text: MimePart | undefined; attachments: readonly Attachment[] }

type Raw = { readonly raw: Buffer }

/** Characters that are shown of a text, and header fields: more nobody reads in a browser. The source has it all. */
const maxText = 1_000_000
const maxFields = 500

export function viewOf(message: Raw): MessageView {
  const view: { html?: MimePart; text?: MimePart; attachments: Attachment[] } = { attachments: [] }
  for (const part of leaves(structureOf(message))) {
    const name = fileName(part)
    const body = part.type === 'text' && name === undefined && disposition(part) !== 'attachment'
    if (body && part.subtype === 'html' && !view.html) view.html = part
    else if (body && part.subtype === 'plain' && !view.text) view.text = part
    else view.attachments.push({ part, name, type: `${part.type}/${part.subtype}` })
  }
  return { html: view.html, text: view.text, attachments: view.attachments }
}

/** A text part, its transfer encoding and charset undone. */
export function textOf(part: MimePart): string {
  return decodeText(contentOf(part, 4 * maxText), parameter(part.parameters, 'charset')).slice(0, maxText)
}

/** What a file holds. A message inside a message is given whole. */
export function octetsOf(part: MimePart): Buffer {
  const { embedded } = part
  return embedded ? embedded.raw.subarray(embedded.start, embedded.end) : contentOf(part)
}

/** Header fields in their order, decoded. */
export function headersOf(message: Raw): { name: string; value: string }[] {
  const part = structureOf(message)
  return part.fields
    .filter(({ name }) => name !== '')
    .slice(0, maxFields)
    .map((field) => ({
      name: part.raw.toString('latin1', field.start, field.valueStart).replace(/[\s:]*$/, ''),
      value: decodeField(valueOf(part, field)),
    }))
}

function* leaves(part: MimePart): Generator<MimePart> {
  if (part.type !== 'multipart') yield part
  else for (const child of part.children) yield* leaves(child)
}

function disposition(part: MimePart): string {
  return parseParameterized(fieldText(part, 'content-disposition') ?? '').value
}
