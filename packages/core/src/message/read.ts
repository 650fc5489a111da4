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
  /** What the Date field says, in ISO 8601 and UTC; `null` if it tells no instant. */
  date: string | null
  /** Line ends are LF. */
  text: string | null
  html: string | null
  attachments: { filename: string | null; contentType: string; size: number }[]
}

/**
 * Reads a message's octets; throws `bad-message` if it is built to exhaust its reader. What reads is loaded with the first
 * message, since most commands never come to one.
 */
export async function readMessage(raw: Uint8Array): Promise<ReadMessage> {
  const { read } = await import('./reader.ts')
  return read(raw)
}

const nothing = { messageId: null, from: null, to: [], subject: '', date: null }

/** What a message's header says of it; a header that cannot be read leaves the fields empty, so that a list goes on. */
export async function summarize(
  header: Uint8Array | undefined,
): Promise<Omit<MessageSummary, 'uid' | 'size' | 'flags'>> {
  const { sumUp } = await import('./summary.ts')
  try {
    return header ? sumUp(header) : nothing
  } catch {
    return nothing
  }
}

/**
 * The words of an HTML message, in lines, for a terminal or a search: no layout, nothing loaded; with the addresses of
 * links, alternative texts and the numbers of lists. It is foreign text still, control characters and all.
 */
export async function htmlToText(html: string): Promise<string> {
  const { htmlToText: read } = await import('./html/html-to-text.ts')
  return read(html)
}
