/**
 * The IMAP door (port 993, TLS from the first octet): listening and the number of connections. One conversation a
 * connection; the protocol's state is hoodiecrow's, the words are the voice's, the judgement is the gate's.
 */
import { createServer } from 'node:tls'
import type { Mailbox } from '../../mail/mailbox.ts'
import { goodbyes } from '../../voices/imap.ts'
import { everyCapability } from '../../voices/imap-session.ts'
import { openDoor, type Door, type DoorOptions } from '../door.ts'
import { listen } from '../listen.ts'
import { systemTimers } from '../time-limit.ts'
import { Connection } from './connection.ts'
import { handlers } from './handlers.ts'
import { imapLimits, type ImapLimits } from './limits.ts'
import { Engine } from './session/engine.ts'

export type ImapDoorOptions = DoorOptions<ImapLimits> & {
  /** By primary address; the account has signed in. */
  mailboxes: (address: string) => Mailbox
}

/** Resolves when the door is open. Rejects with the system's error if it cannot listen. */
export async function openImapDoor(options: ImapDoorOptions): Promise<Door> {
  const { gate, mailboxes, clock, frontend, timers = systemTimers, onError = () => undefined } = options
  const limits = { ...imapLimits, ...options.limits }
  const engine = new Engine({ handlers, capabilities: everyCapability })
  const services = { engine, gate, mailboxes, clock, frontend, limits, timers, onError }
  const connections = new Set<Connection>()

  const server = createServer(
    { ...options.tls, noDelay: true, handshakeTimeout: limits.unauthenticatedMs },
    (socket) => {
      const connection = new Connection(socket, services)
      void connection.closed.then(() => connections.delete(connection))
      connections.add(connection)
      if (connections.size > limits.connections) connection.part(goodbyes.tooManyConnections.text)
      else void connection.run()
    },
  )
  // A margin for those who are told that there are too many, or have not finished their handshake.
  server.maxConnections = limits.connections * 2
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  const { port, stop, cutOff } = await listen(server, options)

  return openDoor(port, async () => {
    const stopped = stop()
    for (const connection of connections) connection.part(goodbyes.shutdown.text)
    const linger = setTimeout(cutOff, limits.lingerMs)
    await Promise.all([stopped, ...[...connections].map((connection) => connection.closed)])
    clearTimeout(linger)
  })
}
