/** What a message's header says of it. Runs in a browser too. */
import parseAddresses from 'nodemailer/lib/addressparser'
import { readDate } from './date.ts'
import { decodeField, mapWords } from './mime/encoded-words.ts'
import { fieldOf } from './mime/fields.ts'
import { charsetOfHeader } from './mime/header-charset.ts'
import { parseHeader } from './mime/parse.ts'
import type { MessageSummary } from './read.ts'

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
