/** Listens for HTTP, plain or over TLS, and hands every request to one function. Knows no route. */
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'

export type HttpServerOptions = {
  fetch: (request: Request) => Response | Promise<Response>
  host: string
  port: number
  /** Certificate and key, PEM; plain without. */
  tls?: { cert: string; key: string } | undefined
}

/** @returns the port in use, and the way to end all requests and stop; rejects as `net.Server` does if it cannot listen */
export async function startHttpServer(options: HttpServerOptions): Promise<{ port: number; close(): Promise<void> }> {
  const listener = getRequestListener(options.fetch, { overrideGlobalObjects: false })
  const handle: RequestListener = (request, response) => void listener(request, response)
  const timeouts = { requestTimeout: 60_000, headersTimeout: 10_000 }
  const { tls } = options
  const server = tls
    ? createTlsServer({ ...tls, ...timeouts, handshakeTimeout: 10_000 }, handle)
    : createServer(timeouts, handle)
  server.listen(options.port, options.host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
