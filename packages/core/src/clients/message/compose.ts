import { failure } from '../failure.ts'
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
  const [{ default: parseAddresses }, { default: MailComposer }] = await Promise.all([
    import('nodemailer/lib/addressparser'),
    import('nodemailer/lib/mail-composer'),
  ])
  const read = (texts: readonly string[] = []) => texts.flatMap((text) => readAddresses(text, parseAddresses))
  const [from, ...others] = read([draft.from])
  if (!from || others.length > 0) throw failure('bad-address', 'A message has exactly one sender.')
  const [to, cc, bcc] = [read(draft.to), read(draft.cc), read(draft.bcc)]
  const recipients = [...new Set([...to, ...cc, ...bcc].map(({ address }) => address))]
  if (recipients.length === 0) throw failure('bad-message', 'The message has no recipient.')
  if (recipients.length > maxRecipients)
    throw failure('bad-message', `More than ${maxRecipients} recipients are too many.`)

  const node = new MailComposer({
    from,
    to,
    cc,
    bcc,
    ...(draft.subject !== undefined && { subject: draft.subject }),
    ...(draft.text !== undefined && { text: draft.text }),
    ...(draft.html !== undefined && { html: draft.html }),
    attachments: (draft.attachments ?? []).map((attachment) => ({ ...attachment })),
    date: draft.date,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  const messageId = node.messageId()
  const envelope = { from: from.address, to: [...new Set(node.getEnvelope().to)] }
  if (envelope.to.length === 0) throw failure('bad-message', 'The message has no recipient.')
  if (envelope.to.length > maxRecipients)
    throw failure('bad-message', `A message has at most ${maxRecipients} recipients.`)
  return { raw: withCrlf(await node.build()), envelope, messageId }
}

type Addressee = { name: string; address: string }

function readAddresses(
  text: string,
  parse: (text: string, options: { flatten: true }) => { name?: string | undefined; address?: string | undefined }[],
): Addressee[] {
  const found = parse(text, { flatten: true })
  if (found.length === 0) throw failure('bad-address', `${JSON.stringify(text)} is not a mail address.`)
  return found.map(({ name = '', address = '' }) => {
    // What SMTP can carry in an envelope: a local part, one @, a domain; no white space, no angle brackets.
    if (!/^[^\s<>@"]+@[^\s<>@"]+$/.test(address)) {
      throw failure('bad-address', `${JSON.stringify(text)} is not a mail address.`, { address: text })
    }
    return { name, address }
  })
}
