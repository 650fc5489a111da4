import { splitHeader } from './header.ts'
import type { OutgoingMessage } from './outgoing.ts'

/**
 * A message for a server that knows no envelope and goes by the header: recipients who are in the envelope, and in neither
 * To nor Cc, are put into a Bcc field, which the server must take out again. Not one byte of the message is changed.
 * `undefined` if the header cannot say it: it names somebody who is not to get the message (as in one that was resent), or
 * a recipient cannot be written into a header. Throws `bad-message` if there is no header.
 */
export async function withHeaderRecipients({ raw, envelope }: OutgoingMessage): Promise<Buffer | undefined> {
  const { default: parseAddresses } = await import('nodemailer/lib/addressparser')
  const named = splitHeader(raw)
    .fields.filter(({ name }) => name === 'to' || name === 'cc' || name === 'bcc')
    .flatMap(({ value }) => parseAddresses(value, { flatten: true }))
    .map(({ address = '' }) => address)
    .filter((address) => address !== '')
  const blind = without(envelope.to, named)
  if (without(named, envelope.to).length > 0 || !blind.every(isWritable)) return undefined
  return blind.length === 0 ? raw : Buffer.concat([Buffer.from(`Bcc: ${blind.join(',\r\n ')}\r\n`), raw])
}

/** Addresses are the same in upper and lower case, as every server of today takes them. */
function without(addresses: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map((address) => address.toLowerCase()))
  return addresses.filter((address) => !known.has(address.toLowerCase()))
}

/** Without anything that means something in an address field (RFC 5322, section 3.2.3). */
function isWritable(address: string): boolean {
  return /^[^\s<>()[\]\\,;:@"]+@[^\s<>()\\,;@"]+$/.test(address)
}
