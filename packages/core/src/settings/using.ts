import { domainToASCII } from 'node:url'
import { SparekeyError } from '../errors/sparekey-error.ts'
import type { Endpoint, Protocol, Security } from './settings.ts'

/**
 * What a mail program is set to now, as a person reads it off its dialog (`--using`,
 * docs/reference/command-line.md#check).
 */
export type Using = Endpoint & {
  /** "Log on using Secure Password Authentication" is ticked. */
  spa: boolean
  /** "My server requires authentication" is ticked. */
  authentication: boolean
  /** The user name, where it is not the full address. */
  username?: string
}

const shape = /^(pop3|imap|smtp)=(\[[0-9a-f:.]+\]|[\p{L}\p{N}._-]+):(\d{1,5})\/(tls|starttls|none)((?:\/[^/]*)*)$/iu
const printable = /^[^\p{Cc}]+$/u

/**
 * Reads `imap=imap-mail.outlook.com:993/tls/spa/user=hanako`. A user name may hold anything but `/` and control characters.
 * @throws SparekeyError `bad-using`
 */
export function parseUsing(text: string): Using {
  const match = shape.exec(text.trim())
  if (!match) throw new SparekeyError('bad-using', { using: text, problem: 'form' })
  const [, protocol, name, digits, security, tail] = match as unknown as string[]
  const host = name!.startsWith('[') ? name!.slice(1, -1) : domainToASCII(name!)
  if (host === '') throw new SparekeyError('bad-using', { using: text, problem: 'host', part: name! })
  const port = Number(digits)
  if (port < 1 || port > 65_535) throw new SparekeyError('bad-using', { using: text, problem: 'port' })
  const using: Using = {
    protocol: protocol!.toLowerCase() as Protocol,
    host,
    port,
    security: security!.toLowerCase() as Security,
    spa: false,
    authentication: true,
  }
  for (const option of tail!.split('/').slice(1)) {
    if (option === 'spa') using.spa = true
    else if (option === 'no-auth') using.authentication = false
    else if (option.startsWith('user=') && printable.test(option.slice(5))) using.username = option.slice(5)
    else throw new SparekeyError('bad-using', { using: text, problem: 'option', part: option })
  }
  return using
}
