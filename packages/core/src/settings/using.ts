import { domainToASCII } from 'node:url'
import type { ErrorDetails } from '../errors/details.ts'
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

/** What people call it who read it off a dialog. */
const protocols: Readonly<Record<string, Protocol>> = {
  imap: 'imap',
  imap4: 'imap',
  pop3: 'pop3',
  pop: 'pop3',
  smtp: 'smtp',
}
const securities: Readonly<Record<string, Security>> = {
  tls: 'tls',
  ssl: 'tls',
  starttls: 'starttls',
  none: 'none',
  なし: 'none',
}

/** What a port is for, where a person names no more: its protocol, and the encryption that mail programs use there. */
const ports: Readonly<Record<string, { protocol: Protocol; security: Security }>> = {
  993: { protocol: 'imap', security: 'tls' },
  143: { protocol: 'imap', security: 'starttls' },
  995: { protocol: 'pop3', security: 'tls' },
  110: { protocol: 'pop3', security: 'starttls' },
  465: { protocol: 'smtp', security: 'tls' },
  587: { protocol: 'smtp', security: 'starttls' },
  25: { protocol: 'smtp', security: 'starttls' },
}

/** An official name, for who names the port alone. */
const hosts: Readonly<Record<Protocol, string>> = {
  imap: 'outlook.office365.com',
  pop3: 'outlook.office365.com',
  smtp: 'smtp-mail.outlook.com',
}

/** `PROTOCOL=`, the host, `:PORT`; each may be left out. */
const shape = /^(?:([^=:/]*)=)?(\[[0-9a-f:.]+\]|[\p{L}\p{N}._-]*)(?::(.*))?$/iu
const options = /^(?:spa|no-auth|user=.*)$/i
const printable = /^[^\p{Cc}]+$/u

type Problem = ErrorDetails<'bad-using'>['problem']

/**
 * Reads `imap=imap-mail.outlook.com:993/tls/spa/user=hanako`; and what a person types who has only read a part of it:
 * `pop=…`, `…/SSL`, a port that tells protocol and encryption, and no host, which is Microsoft's then. A user name may hold
 * anything but `/` and control characters.
 * @throws SparekeyError `bad-using`; `details.problem` says which part is wrong
 */
export function parseUsing(text: string): Using {
  const refuse = (problem: Problem, part?: string) =>
    new SparekeyError('bad-using', { using: text, problem, ...(part !== undefined && { part }) })
  const [place = '', ...words] = text.trim().split('/')
  const match = shape.exec(place)
  if (!match) throw refuse('form')
  const [, name, server = '', digits] = match
  if (name !== undefined && !Object.hasOwn(protocols, name.toLowerCase())) throw refuse('protocol', name)
  if (digits === undefined) throw refuse(name === undefined ? 'form' : 'no-port')
  const port = Number(digits)
  if (!/^\d{1,5}$/.test(digits) || port < 1 || port > 65_535) throw refuse('port', digits)
  const usual = Object.hasOwn(ports, port) ? ports[port] : undefined
  const protocol = name === undefined ? usual?.protocol : protocols[name.toLowerCase()]
  if (protocol === undefined) throw refuse('no-protocol')
  const host = server === '' ? hosts[protocol] : server.startsWith('[') ? server.slice(1, -1) : domainToASCII(server)
  if (host === '') throw refuse('host', server)
  const security = securityIn(words) ?? usual?.security
  if (security === undefined) {
    const [word] = words
    throw word === undefined || options.test(word) ? refuse('no-security') : refuse('security', word)
  }
  const using: Using = { protocol, host, port, security, spa: false, authentication: true }
  for (const option of words) {
    if (option.toLowerCase() === 'spa') using.spa = true
    else if (option.toLowerCase() === 'no-auth') using.authentication = false
    else if (/^user=/i.test(option) && printable.test(option.slice(5))) using.username = option.slice(5)
    else throw refuse('option', option)
  }
  return using
}

/** Takes the encryption from the words behind the port: `tls`, or as dialogs have it, `SSL/TLS`. */
function securityIn(words: string[]): Security | undefined {
  const wordsFor = words.map((word) => word.toLowerCase())
  const [first = '', second] = wordsFor
  if (!Object.hasOwn(securities, first)) return undefined
  words.splice(0, first === 'ssl' && second === 'tls' ? 2 : 1)
  return securities[first]
}
