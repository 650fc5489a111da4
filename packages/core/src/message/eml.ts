import { badMessage } from '../errors/failure.ts'
import { readAddresses, readSender } from './addresses.ts'
import { splitHeader, type Field } from './header.ts'
import { maxRecipients, type OutgoingMessage } from './outgoing.ts'

/**
 * A message given as a file, made ready to be sent as it is: `Bcc` fields are taken out, every line end becomes CRLF as
 * SMTP demands, and not one other byte is changed. The envelope is read from the header; if the message was resent, from
 * its `Resent-` fields alone (RFC 5322, section 3.6.6), so that it does not go to its first recipients again. A sender or
 * recipients that are `given` stand in the envelope in place of the header's, which stays as it is.
 * Throws `bad-message` if it is no message, or nothing names a sender or a recipient; `bad-address` for what is given.
 */
export async function prepareEml(
  eml: Buffer,
  given: { from?: string; to?: readonly string[] } = {},
): Promise<OutgoingMessage> {
  const { default: parseAddresses } = await import('nodemailer/lib/addressparser')
  const { fields, rest } = splitHeader(eml)
  const prefix = fields.some(({ name }) => /^resent-(to|cc|bcc)$/.test(name)) ? 'resent-' : ''
  const addresses = (...names: string[]) =>
    fields
      .filter(({ name }) => names.some((wanted) => name === prefix + wanted))
      .flatMap(({ value }) => parseAddresses(value, { flatten: true }))
      .map(({ address }) => address)
      .filter((address) => address !== undefined && address !== '')

  const from = given.from === undefined ? senderOf(addresses) : (await readSender(given.from)).address
  if (from === undefined) throw badMessage('no-sender')
  const named = (await readAddresses(given.to)).map(({ address }) => address)
  const to = [...new Set(named.length > 0 ? named : addresses('to', 'cc', 'bcc'))]
  if (to.length === 0) throw badMessage('no-recipients')
  if (to.length > maxRecipients) throw badMessage('too-many-recipients', { most: maxRecipients })
  const kept = fields.filter(({ name }) => !/^(resent-)?bcc$/.test(name)).map(({ bytes }) => bytes)
  return { raw: withCrlf(Buffer.concat([...kept, rest])), envelope: { from, to }, messageId: messageIdOf(fields) }
}

/** Several authors need a Sender (RFC 5322, section 3.6.2); without one the first stands for all. */
function senderOf(addresses: (...names: string[]) => string[]): string | undefined {
  const [author, ...others] = addresses('from')
  return (others.length > 0 ? addresses('sender')[0] : undefined) ?? author
}

/** Every bare LF and bare CR as CRLF; nothing is copied if there is none. */
export function withCrlf(raw: Buffer): Buffer {
  const text = raw.toString('latin1')
  return /(?<!\r)\n|\r(?!\n)/.test(text) ? Buffer.from(text.replace(/\r\n|\n|\r/g, '\r\n'), 'latin1') : raw
}

function messageIdOf(fields: readonly Field[]): string | null {
  return fields.find(({ name }) => name === 'message-id')?.value ?? null
}
