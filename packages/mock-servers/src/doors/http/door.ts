/** The HTTP door, plain or over TLS: hands every request to one function. Knows no route. */
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { openDoor, type Door, type Place, type Tls } from '../door.ts'
import { listen } from '../listen.ts'

export type HttpDoorOptions = Place & {
  fetch: (request: Request) => Response | Promise<Response>
  /** Plain without. */
  tls?: Tls | undefined
}

/** Requests that one connection may have sent ahead of its answers; a client that reads nothing gets no further. */
const maxUnanswered = 8

/** Resolves when the door is open. Rejects with the system's error if it cannot listen. */
export async function openHttpDoor(options: HttpDoorOptions): Promise<Door> {
  const listener = getRequestListener(options.fetch, { overrideGlobalObjects: false })
  const unanswered = new WeakMap<Socket, number>()
  const handle: RequestListener = (request, response) => {
    const { socket } = request
    const waiting = (unanswered.get(socket) ?? 0) + 1
    if (waiting > maxUnanswered) return void socket.destroy()
    unanswered.set(socket, waiting)
    response.on('close', () => unanswered.set(socket, unanswered.get(socket)! - 1))
    void listener(request, response)
  }
  const timeouts = { requestTimeout: 60_000, headersTimeout: 10_000 }
  const { tls } = options
  const server = tls
    ? createTlsServer({ ...tls, ...timeouts, handshakeTimeout: 10_000 }, handle)
    : createServer(timeouts, handle)
  const { port, stop, cutOff } = await listen(server, options)
  return openDoor(port, () => {
    const stopped = stop()
    // Node's own `closeAllConnections` does not know those that are still in their TLS handshake.
    cutOff()
    return stopped
  })
}
