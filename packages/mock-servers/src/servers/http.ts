/** Listens for HTTP and hands every request to one function. Knows no route. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'

export type HttpServerOptions = {
  fetch: (request: Request) => Response | Promise<Response>
  host: string
  port: number
}

/** @returns the port in use, and the way to end all requests and stop; rejects as `net.Server` does if it cannot listen */
export async function startHttpServer(options: HttpServerOptions): Promise<{ port: number; close(): Promise<void> }> {
  const listener = getRequestListener(options.fetch, { overrideGlobalObjects: false })
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000 }, (request, response) => {
    void listener(request, response)
  })
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
