/** An HTTPS server that answers as a test says, and keeps what it was asked. Not part of the product. */
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Network, Timers } from '../network/network.ts'
import { issueCertificate, type Certificate } from '@sparekey/testkit/certificate'
import { networkTo } from './network.ts'

export type Asked = {
  /** As in SNI. */
  servername: string
  method: string
  host: string
  path: string
  headers: IncomingMessage['headers']
  body: string
  form: Record<string, string>
}

export type Said = { status?: number; headers?: Record<string, string>; json?: unknown; body?: string }

export type IdentityEndpoint = AsyncDisposable & {
  port: number
  asked: Asked[]
  network: Network
}

const hosts = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'graph.microsoft.com',
]
const certificate = issueCertificate(hosts)

/** Answers each request; one that gets no answer (`undefined`) is cut off. */
export async function startIdentityEndpoint(
  say: (asked: Asked, nth: number) => Said | undefined | Promise<Said | undefined>,
  options: { certificate?: Certificate; timers?: Timers; now?: string } = {},
): Promise<IdentityEndpoint> {
  const { cert, key, ca } = options.certificate ?? (await certificate)
  const asked: Asked[] = []
  const server = createServer({ cert, key }, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const one: Asked = {
      servername: String((request.socket as TLSSocket & { servername?: string | false }).servername),
      method: request.method ?? '',
      host: request.headers.host ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body,
      form: Object.fromEntries(new URLSearchParams(body)),
    }
    asked.push(one)
    const said = await say(one, asked.length)
    if (said === undefined) return void request.socket.destroy()
    const { status = 200, headers, json } = said
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      .end(said.body ?? JSON.stringify(json))
  })
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { now, timers } = options
  const base = networkTo(port, { ca, ...(timers && { timers }) })
  return {
    port,
    asked,
    network: now === undefined ? { ...base, now: () => new Date() } : { ...base, now: () => new Date(now) },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

export const clientId = '5ba4e4e7-0001-4c1e-a8d5-0000000000aa'
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** An id token as Microsoft issues it; openid-client looks at its claims, TLS vouches for the rest. */
export function idToken(claims: Record<string, unknown> = {}, at = new Date()): string {
  const seconds = Math.floor(at.getTime() / 1000)
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const payload = {
    iss: `https://login.microsoftonline.com/${String(claims['tid'] ?? personalTenant)}/v2.0`,
    aud: clientId,
    sub: 'a subject',
    tid: personalTenant,
    iat: seconds,
    nbf: seconds,
    exp: seconds + 3600,
    preferred_username: 'hanako@hotmail.com',
    ...claims,
  }
  return `${part({ typ: 'JWT', alg: 'RS256', kid: 'a key' })}.${part(payload)}.${part('a signature')}`
}

/** Tokens as in MS-OAUTH-03, for the mail servers. */
export function tokens(change: Record<string, unknown> = {}): Said {
  const resource = 'https://outlook.office.com'
  return {
    json: {
      token_type: 'Bearer',
      scope: `${resource}/IMAP.AccessAsUser.All ${resource}/POP.AccessAsUser.All ${resource}/SMTP.Send`,
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: 'EwB-the-access-token',
      refresh_token: 'M.C5-the-refresh-token',
      id_token: idToken(),
      ...change,
    },
  }
}

/** An error as in MS-OAUTH-04. */
export function refused(error: string, aadsts: number, text: string, change: Record<string, unknown> = {}): Said {
  const trace = 'Trace ID: 255d1aef-8c98-452f-ac51-23d051240864 Correlation ID: fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7'
  return {
    status: 400,
    json: {
      error,
      error_description: `AADSTS${aadsts}: ${text} ${trace} Timestamp: 2026-11-22 09:00:00Z`,
      error_codes: [aadsts],
      timestamp: '2026-11-22 09:00:00Z',
      trace_id: '255d1aef-8c98-452f-ac51-23d051240864',
      correlation_id: 'fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7',
      error_uri: `https://login.microsoftonline.com/error?code=${aadsts}`,
      ...change,
    },
  }
}
