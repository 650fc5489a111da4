/** Listens for HTTP, plain or over TLS, and hands every request to one function. Knows no route. */
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'

export type HttpServerOptions = {
  fetch: (request: Request) => Response | Promise<Response>
  host: string
  port: number
  /** Certificate and key, PEM; plain without. */
  tls?: { cert: string; key: string } | undefined
}

/** Requests that one connection may have sent ahead of its answers; a client that reads nothing gets no further. */
const mostUnanswered = 8

/** @returns the port in use, and the way to end all requests and stop; rejects as `net.Server` does if it cannot listen */
export async function startHttpServer(options: HttpServerOptions): Promise<{ port: number; close(): Promise<void> }> {
  const listener = getRequestListener(options.fetch, { overrideGlobalObjects: false })
  const unanswered = new WeakMap<Socket, number>()
  const handle: RequestListener = (request, response) => {
    const { socket } = request
    const waiting = (unanswered.get(socket) ?? 0) + 1
    if (waiting > mostUnanswered) return void socket.destroy()
    unanswered.set(socket, waiting)
    response.on('close', () => unanswered.set(socket, unanswered.get(socket)! - 1))
    void listener(request, response)
  }
  const timeouts = { requestTimeout: 60_000, headersTimeout: 10_000 }
  const { tls } = options
  const server = tls
    ? createTlsServer({ ...tls, ...timeouts, handshakeTimeout: 10_000 }, handle)
    : createServer(timeouts, handle)
  // Node's own `closeAllConnections` does not know those that are still in their TLS handshake.
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(options.port, options.host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
