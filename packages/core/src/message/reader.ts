/** Reading a message's octets. Runs in a browser too: no Buffer, nothing of Node's. */
import { contentsOf } from './contents.ts'
import { readDate } from './date.ts'
import { decodeField } from './mime/encoded-words.ts'
import { charsetOfHeader } from './mime/header-charset.ts'
import { fieldOf, type Field } from './mime/fields.ts'
import { parseMessage } from './mime/parse.ts'
import { sizeOf } from './mime/part.ts'
import type { ReadMessage } from './read.ts'

/** Throws `bad-message` if the message is built to exhaust its reader. */
export function read(octets: Uint8Array): ReadMessage {
  const root = parseMessage(octets)
  const { text, html, attachments } = contentsOf(root)
  return {
    headers: headersOf(root.fields),
    date: readDate(fieldOf(root.fields, 'date')),
    text,
    html,
    attachments: attachments.map((part) => ({ filename: part.fileName, contentType: part.type, size: sizeOf(part) })),
  }
}

function headersOf(fields: readonly Field[]): ReadMessage['headers'] {
  const charset = charsetOfHeader(fields)
  // No prototype: a header may be called anything.
  const headers = Object.create(null) as ReadMessage['headers']
  for (const { name, value } of fields) {
    const decoded = decodeField(value, charset)
    const before = headers[name]
    if (before === undefined) headers[name] = decoded
    else if (typeof before === 'string') headers[name] = [before, decoded]
    else before.push(decoded)
  }
  return headers
}
