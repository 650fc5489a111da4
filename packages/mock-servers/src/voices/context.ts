/**
 * What a reply may mention besides its reason, and the names Microsoft's front ends go by. Never mentions an account's
 * state or a secret.
 */
import { randomInt } from 'node:crypto'

export type VoiceContext = {
  /** The front end's full name, such as `LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM`: one for an instance of the mock. */
  frontend: string
  /** The mock's time. */
  at: Date
  /** The connection's id. */
  session: string
  /** The user name as typed; empty before any was. */
  address: string
}

/** Forests as seen in MS-POP3-01, MS-SMTP-11 and MS-SMTP-12: some spell their names in capitals, some do not. */
const forests = [
  { site: 'LO2P265', domain: 'GBRP265.PROD.OUTLOOK.COM' },
  { site: 'FR3P281', domain: 'DEUP281.PROD.OUTLOOK.COM' },
  { site: 'SYBP282', domain: 'AUSP282.PROD.OUTLOOK.COM' },
  { site: 'CP0PR80', domain: 'lamprd80.prod.outlook.com' },
] as const

/** A name such as `LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM` (CA: client access), made once for each instance. */
export function frontendName(): string {
  const { site, domain } = forests[randomInt(forests.length)]!
  return `${site}CA${String(randomInt(1, 600)).padStart(4, '0')}.${domain}`
}

/** What stands in brackets behind POP3's and IMAP's greeting (MS-POP3-01, MS-IMAP-01): base64 over UTF-16LE. */
export function encodedFrontend(frontend: string): string {
  return Buffer.from(frontend, 'utf16le').toString('base64')
}
