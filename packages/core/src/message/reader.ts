/** Reading a message's octets. Runs in a browser too: no Buffer, nothing of Node's. */
import parseAddresses from 'nodemailer/lib/addressparser'
import { contentsOf } from './contents.ts'
import { readDate } from './date.ts'
import { decodeField, mapWords } from './mime/encoded-words.ts'
import { fieldOf, type Field } from './mime/fields.ts'
import { parseHeader, parseMessage } from './mime/parse.ts'
import { sizeOf } from './mime/part.ts'
import { readParameters } from './mime/parameters.ts'
import type { MessageSummary, ReadMessage } from './read.ts'

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

/** Throws `bad-message` if the header is too long. */
export function sumUp(header: Uint8Array): Omit<MessageSummary, 'uid' | 'size' | 'flags'> {
  const fields = parseHeader(header)
  const charset = charsetOfHeader(fields)
  const text = (name: string) => decodeField(fieldOf(fields, name), charset)
  return {
    messageId: text('message-id') || null,
    from: addressesOf(fieldOf(fields, 'from'), charset)[0] ?? null,
    to: fields.filter(({ name }) => name === 'to').flatMap(({ value }) => addressesOf(value, charset)),
    subject: text('subject'),
    date: readDate(fieldOf(fields, 'date')),
  }
}

/** What raw octets in a header most likely are in: what the body says of itself. */
function charsetOfHeader(fields: readonly Field[]): string {
  return readParameters(fieldOf(fields, 'content-type')).parameters.get('charset') ?? ''
}

type Address = { name?: string | undefined; address?: string | undefined; group?: Address[] | undefined }

/**
 * Encoded words are decoded after the addresses are parsed, so that a comma inside of one parts nothing: in between,
 * characters of the private use area stand for them.
 */
function addressesOf(octets: string, charset: string): string[] {
  const words: string[] = []
  const text = mapWords(
    octets.replaceAll(/[\ue000\ue001]/g, ''),
    charset,
    (word) => `\ue000${words.push(word) - 1}\ue001`,
  )
  const decoded = (name: string) =>
    name.replaceAll(/\ue000(\d+)\ue001/g, (_, index: string) => words[Number(index)] ?? '')
  const written = ({ name = '', address = '', group }: Address): string => {
    if (group) return `${decoded(name)}: ${group.map(written).join(', ')};`
    const shown = decoded(name)
    if (shown === '') return decoded(address)
    if (address === '') return shown
    const display = /["(),.:;<>@[\\\]]/.test(shown) ? `"${shown.replaceAll(/["\\]/g, String.raw`\$&`)}"` : shown
    return `${display} <${decoded(address)}>`
  }
  return (parseAddresses(text) as Address[]).map(written)
}
