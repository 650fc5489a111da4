/**
 * What is looked at in a submitted message: its header, and the line breaks. Pure; the only change ever made to a
 * message is that of its Message-ID.
 */
import { addressesIn } from '../mail/addresses.ts'
import { parseMime } from '../mail/mime/parse.ts'
import { fieldText, fieldTexts, type MimePart } from '../mail/mime/part.ts'

/** On-premises defaults (MS-SMTP-55, MS-SMTP-63); for the cloud assumed. */
export const headerOctets = 256 * 1024
export const hops = 60

/** The header alone, so that a large body is not parsed for it. */
export function headerOf(raw: Buffer): MimePart {
  const end = raw.indexOf('\r\n\r\n')
  return parseMime(end < 0 ? raw : raw.subarray(0, end + 4))
}

/** Everybody the message says it is from; empty if it does not say (RFC 5322, 3.6.2). */
export function authors(header: MimePart): string[] {
  return fieldTexts(header, 'from').flatMap(addressesIn)
}

export function hopCount(header: MimePart): number {
  return header.fields.reduce((count, { name }) => count + (name === 'received' ? 1 : 0), 0)
}

/** With its angle brackets, as the message has it. */
export function messageId(header: MimePart): string | undefined {
  return /<[^<>\s]+>/.exec(fieldText(header, 'message-id') ?? '')?.[0]
}

/** Whether there is a line feed without a carriage return before it (RFC 5321, 2.3.8). */
export function hasBareLineFeed(raw: Buffer): boolean {
  for (let at = raw.indexOf(0x0a); at >= 0; at = raw.indexOf(0x0a, at + 1)) {
    if (at === 0 || raw[at - 1] !== 0x0d) return true
  }
  return false
}

/** The message under another Message-ID; a message without one gets the field on top. Nothing else changes. */
export function withMessageId(raw: Buffer, header: MimePart, id: string): Buffer {
  const line = Buffer.from(`Message-ID: ${id}\r\n`)
  const field = header.fields.find(({ name }) => name === 'message-id')
  return field
    ? Buffer.concat([raw.subarray(0, field.start), line, raw.subarray(field.end)])
    : Buffer.concat([line, raw])
}
