/** Our POP3 client at a server that a test scripts. Not part of the product. */
import { issueCertificate } from '@sparekey/testkit/certificate'
import type { ManualClock } from '@sparekey/testkit/clock'
import type { ScriptedServer } from '@sparekey/testkit/server'
import { networkTo } from './network.ts'
import { timersOf } from './timers.ts'
import type { Endpoint } from '../settings/settings.ts'
import type { Credentials } from '../credentials/credentials.ts'
import { Pop3Client, type Pop3Limits } from '../mailbox/pop3/client.ts'

const host = 'pop.example'
export const tls = await issueCertificate(host)
export const endpoint: Endpoint = { protocol: 'pop3', host, port: 995, security: 'tls' }
export const hanako: Credentials = { username: 'hanako@hotmail.com', secret: 'abcdefghijklmnop' }

export function connect(server: ScriptedServer, options: { clock?: ManualClock; limits?: Partial<Pop3Limits> } = {}) {
  const { clock, limits } = options
  const network = networkTo(server.port, { ca: tls.ca, ...(clock && { timers: timersOf(clock) }) })
  return Pop3Client.connect(endpoint, network, { limits })
}

export async function text(pieces: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece.toString('latin1')
  return text
}
