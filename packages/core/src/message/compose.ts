import { badMessage } from '../errors/failure.ts'
import { readAddresses, readSender } from './addresses.ts'
import { withCrlf } from './eml.ts'
import { maxRecipients, type OutgoingMessage } from './outgoing.ts'

/** A message to write. Addresses are `hanako@hotmail.com` or `Hanako <hanako@hotmail.com>`. */
export type Draft = {
  from: string
  to?: readonly string[]
  cc?: readonly string[]
  /** They receive the message; nobody sees them in it. */
  bcc?: readonly string[]
  subject?: string
  text?: string
  html?: string
  attachments?: readonly { filename: string; content: Buffer; contentType?: string }[]
  /** The instant to write into `Date`: the network's, so that a mock's message carries the mock's time. */
  date: Date
}

/**
 * Writes a message: subject and names of any script, text, HTML, attachments. Nothing is read from files or URLs.
 * Throws `bad-address` for an address that is none, `bad-message` without any recipient or with too many.
 */
export async function composeMessage(draft: Draft): Promise<OutgoingMessage> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const from = await readSender(draft.from)
  const [to, cc, bcc] = await Promise.all([draft.to, draft.cc, draft.bcc].map((texts) => readAddresses(texts)))
  const node = new MailComposer({
    from,
    to,
    cc,
    bcc,
    ...(draft.subject !== undefined && { subject: draft.subject }),
    ...(draft.text !== undefined && { text: crlf(draft.text) }),
    ...(draft.html !== undefined && { html: crlf(draft.html) }),
    attachments: (draft.attachments ?? []).map(({ filename, content, contentType }) => ({
      filename,
      content,
      contentType,
    })),
    date: draft.date,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  const messageId = node.messageId()
  const envelope = { from: from.address, to: [...new Set(node.getEnvelope().to)] }
  if (envelope.to.length === 0) throw badMessage('no-recipients')
  if (envelope.to.length > maxRecipients) {
    throw badMessage('too-many-recipients', { most: maxRecipients })
  }
  return { raw: withCrlf(await node.build()), envelope, messageId }
}

/** The composer drops a bare CR where it encodes. */
function crlf(text: string): string {
  return text.replace(/\r\n|\n|\r/g, '\r\n')
}
