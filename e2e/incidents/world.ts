import { mappedNetwork, parseServerMap, type Network, type Protocol } from '@sparekey/core'
import type { Certificate } from '@sparekey/testkit/certificate'
import { startScripted, type Peer, type ScriptedServer } from '@sparekey/testkit/server'
import { placesFor } from './hosts.ts'
import type { Incident } from './incident.ts'
import { speak, type Part } from './servers.ts'

const domain = 'contoso.example'
const exchange = 'contoso-example.mail.protection.outlook.com'

/** A network on the day of an incident, in which nothing but the incident's servers exists. */
export type World = AsyncDisposable & { network: Network }

/** Where the day does not matter, it is this one. */
export const dayOf = ({ date }: Incident): string => date ?? '2026-11-01'

export const addressOf = ({ kind }: Incident): string => (kind === 'personal' ? 'hanako@outlook.com' : `taro@${domain}`)

/** The protocols that are asked in one run. */
export function protocolsOf({ protocol, otherProtocols = {} }: Incident): Protocol[] {
  return [protocol as Protocol, ...(Object.keys(otherProtocols) as Protocol[])]
}

/** The mail servers, under the names by which the client asks for them. */
export async function mailServers(incident: Incident, certificate: Certificate): Promise<World> {
  const connect: Record<string, string> = {}
  const servers = await Promise.all(
    protocolsOf(incident).map(async (protocol) => {
      const places = placesFor(incident, protocol)
      const part = partOf(incident, protocol, places[0]!.starttls)
      const server = await startScripted(
        (peer) => speak[protocol](peer, part),
        part.starttls ? { starttls: certificate } : { tls: certificate },
      )
      for (const { host, port } of places) connect[`${host}:${port}`] = `127.0.0.1:${server.port}`
      return server
    }),
  )
  return worldOf(incident, { ca: certificate.ca, connect, servers })
}

function partOf(incident: Incident, protocol: Protocol, starttls: boolean): Part {
  const { stage, reply = '', greeting, closes, otherProtocols } = incident
  if (protocol === incident.protocol) return { stage: stage as Part['stage'], reply, greeting, closes, starttls }
  const said = otherProtocols![protocol]!
  return { stage: said === 'ok' ? undefined : 'sign-in', reply: said, starttls }
}

/** The token endpoint, which refuses. */
export async function identityService(incident: Incident, certificate: Certificate): Promise<World> {
  const server = await startScripted((peer) => refuseToken(peer, incident), { tls: certificate })
  const connect = { 'login.microsoftonline.com:443': `127.0.0.1:${server.port}` }
  return worldOf(incident, { ca: certificate.ca, connect, servers: [server] })
}

/** One request and one answer (RFC 6749, section 5.2). */
async function refuseToken(peer: Peer, { error, reply }: Incident): Promise<void> {
  const head = (await peer.until('\r\n\r\n')).toString()
  await peer.take(Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0))
  const body = JSON.stringify({ error, error_description: reply })
  const fields = ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`, 'connection: close']
  peer.send(`HTTP/1.1 400 Bad Request\r\n${fields.join('\r\n')}\r\n\r\n${body}`).end()
}

type Standing = { ca: string; connect: Record<string, string>; servers: readonly ScriptedServer[] }

function worldOf(incident: Incident, { ca, connect, servers }: Standing): World {
  const asOf = dayOf(incident)
  const mx = { [domain]: [incident.mx ?? exchange] }
  const map = parseServerMap({ version: 1, asOf, now: `${asOf}T12:00:00Z`, ca, connect, mx })
  return {
    network: mappedNetwork(map),
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()))
    },
  }
}
