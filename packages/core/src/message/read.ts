import type { Address, Email } from 'postal-mime'
import { badMessage } from '../errors/failure.ts'

/** What a list shows of a message (docs/reference/json.md#list). Fields a message lacks are `null` or empty. */
export type MessageSummary = {
  /** IMAP: the UID in decimal. POP3: the unique id of UIDL. */
  uid: string
  messageId: string | null
  /** `Name <address>`, decoded. */
  from: string | null
  to: string[]
  subject: string
  /** ISO 8601 in UTC. */
  date: string | null
  /** Octets. */
  size: number
  flags: string[]
}

/** A message to read (docs/reference/json.md#read). */
export type ReadMessage = {
  /** Lower-case name → decoded value; a field that stands more than once has an array. */
  headers: Record<string, string | string[]>
  /** Line ends are LF. */
  text: string | null
  html: string | null
  attachments: { filename: string | null; contentType: string; size: number }[]
}

/** A hostile message must cost neither memory nor time without bound: these are far above any honest one. */
const limits = { maxNestingDepth: 50, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 5 }
const maxBoundaryLines = 20_000

/** Reads a message's bytes; throws `bad-message` if it is built to exhaust its reader. */
export async function readMessage(raw: Buffer): Promise<ReadMessage> {
  const { decodeWords } = await import('postal-mime')
  const email = await parse(raw)
  // No prototype: a header may be called anything.
  const headers = Object.create(null) as ReadMessage['headers']
  for (const { key, value } of email.headers) {
    const decoded = decodeWords(value)
    const before = headers[key]
    headers[key] = before === undefined ? decoded : [before, decoded].flat()
  }
  return {
    headers,
    text: lf(email.text),
    html: lf(email.html),
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      filename,
      contentType: mimeType,
      size: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
    })),
  }
}

/** What a message's header says of it; a header that cannot be read leaves the fields empty, so that a list goes on. */
export async function summarize(header: Buffer | undefined): Promise<Omit<MessageSummary, 'uid' | 'size' | 'flags'>> {
  const email: Partial<Email> = header ? await parse(header).catch(() => ({})) : {}
  return {
    messageId: email.messageId ?? null,
    from: email.from ? formatAddress(email.from) : null,
    to: (email.to ?? []).map(formatAddress),
    subject: email.subject ?? '',
    date: isoDate(email.date),
  }
}

async function parse(raw: Buffer): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime')
  if (countBoundaryLines(raw) > maxBoundaryLines) {
    throw badMessage('too-complex')
  }
  try {
    return await PostalMime.parse(raw, limits)
  } catch (error) {
    throw badMessage('too-complex', {}, error)
  }
}

/** Line ends as programs expect them, whatever encoding the text came in. */
function lf(text: string | undefined): string | null {
  return text?.replaceAll('\r\n', '\n') ?? null
}

function countBoundaryLines(raw: Buffer): number {
  let count = 0
  for (let at = raw.indexOf('\n--'); at >= 0 && count <= maxBoundaryLines; at = raw.indexOf('\n--', at + 3)) count++
  return count
}

function formatAddress(address: Address): string {
  if (address.address === undefined) return `${address.name}: ${address.group.map(formatAddress).join(', ')};`
  const { name } = address
  if (name === '') return address.address
  const display = /["(),.:;<>@[\\\]]/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : name
  return `${display} <${address.address}>`
}

function isoDate(date: string | undefined): string | null {
  const time = Date.parse(date ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
