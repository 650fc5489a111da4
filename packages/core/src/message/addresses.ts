import { failure } from '../errors/failure.ts'

export type Addressee = { name: string; address: string }

/**
 * Addresses that a person names, several in one text where they like, each with its name or without. Throws `bad-address`
 * for what SMTP cannot carry in an envelope.
 */
export async function readAddresses(texts: readonly string[] = []): Promise<Addressee[]> {
  const { default: parse } = await import('nodemailer/lib/addressparser')
  return texts.flatMap((text) => {
    const found = parse(text, { flatten: true })
    const readable =
      !/[\0-\x1f\x7f]/.test(text) &&
      found.every(
        ({ name, address = '' }) =>
          // A local part, one @, a domain; no white space, no angle brackets.
          /^[^\s<>@"]+@[^\s<>@"]+$/.test(address) &&
          // A name stands before brackets; the parser also takes `taro@exa mple.com` for an address and a name.
          (!name || text.includes(`<${address}>`)),
      )
    if (found.length === 0 || !readable) throw failure('bad-address', { address: text, problem: 'not-for-an-envelope' })
    return found.map(({ name = '', address = '' }) => ({ name, address }))
  })
}

/** The one address of a sender. Throws `bad-address`. */
export async function readSender(text: string): Promise<Addressee> {
  const [sender, ...others] = await readAddresses([text])
  if (!sender || others.length > 0) throw failure('bad-address', { address: text, problem: 'not-one-sender' })
  return sender
}
