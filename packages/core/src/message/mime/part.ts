/** A message or one part of it, cut apart and not yet decoded: octets are views of the message's own. */
import { fieldOf, type Field } from './fields.ts'
import { readParameters } from './parameters.ts'
import { decodeTransfer, sizeBehind } from './transfer.ts'

export type Part = {
  fields: Field[]
  /** Type and subtype in lower case; `text/plain` where the field makes no sense (RFC 2045, section 5.2). */
  type: string
  parameters: ReadonlyMap<string, string>
  /** In lower case; empty if none is given. */
  disposition: string
  fileName: string | null
  /** As it stands, transfer encoding and all; without the line break that belongs to the boundary after it. */
  body: Uint8Array
  /** A multipart whose boundary never comes has none, and is read as plain text. */
  parts: Part[]
}

/** What a header says of its part; the body is still to come. */
export function partOf(fields: Field[], defaultType: string): Part {
  const { value, parameters } = readParameters(fieldOf(fields, 'content-type'))
  const { value: disposition, parameters: also } = readParameters(fieldOf(fields, 'content-disposition'))
  return {
    fields,
    type: value === '' ? defaultType : /^[^/]+\/[^/]+$/.test(value) ? value : 'text/plain',
    parameters,
    disposition,
    fileName: also.get('filename') || parameters.get('name') || null,
    body: new Uint8Array(),
    parts: [],
  }
}

/** The octets behind the transfer encoding. */
export function contentOf(part: Part): Uint8Array {
  return decodeTransfer(encodingOf(part), part.body)
}

export function sizeOf(part: Part): number {
  return sizeBehind(encodingOf(part), part.body)
}

/** A multipart has no encoding, whatever it says: its parts have theirs. */
function encodingOf({ fields, type }: Part): string {
  if (type.startsWith('multipart/')) return ''
  return /[\w-]+/.exec(readParameters(fieldOf(fields, 'content-transfer-encoding')).value)?.[0] ?? ''
}
