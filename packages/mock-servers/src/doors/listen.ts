/** Listening on a TCP port, and knowing every socket until it is gone, those in their TLS handshake too. */
import { once } from 'node:events'
import type { AddressInfo, Server, Socket } from 'node:net'
import type { Place } from './door.ts'

type Listening = {
  readonly port: number
  /** Takes no further connection, and resolves when the last one is gone. */
  stop(): Promise<void>
  /** Ends every connection in the middle of whatever it does. */
  cutOff(): void
}

/** Rejects with the system's error if it cannot. */
export async function listen(server: Server, { host, port }: Place): Promise<Listening> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    cutOff: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}
