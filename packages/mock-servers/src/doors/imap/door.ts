/**
 * The door: sockets, implicit TLS (there is no STARTTLS on port 993), limits and timers. One conversation a connection;
 * nothing one client does is felt by another.
 */
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'
import type { Clock } from '../../clock/clock.ts'
import type { Mailbox } from '../../mail/mailbox.ts'
import type { Gate } from '../../sign-in/gate.ts'
import { everyCapability, goodbyes, invalidated } from '../../voices/imap.ts'
import { converse } from './conversation.ts'
import { Engine } from './session/engine.ts'
import { handlers } from './handlers.ts'
import { type Services, Session } from './session/session.ts'

type ImapLimits = {
  connections: number
  /** A command without its literals: Set-ImapSettings' default for MaxCommandSize; assumed for the cloud. */
  commandOctets: number
  /** All literals of a command, and so the largest message; assumed. */
  literalOctets: number
  literalOctetsBeforeSignIn: number
  /** Set-ImapSettings' default for PreAuthenticatedConnectionTimeout; assumed for the cloud. */
  unauthenticatedMs: number
  /** Without a word from the client, IDLE or not. */
  idleMs: number
}

const defaults: ImapLimits = {
  connections: 1_000,
  commandOctets: 10_240,
  literalOctets: 67_108_864,
  literalOctetsBeforeSignIn: 10_240,
  unauthenticatedMs: 60_000,
  idleMs: 1_800_000,
}

/** A client that does not close its side is cut off so long after we closed ours. */
const lingerMs = 1_000

export type ImapServerOptions = {
  gate: Pick<Gate, 'attempt' | 'closed' | 'onInvalidated'>
  /** By primary address; the account has signed in. */
  mailboxes: (address: string) => Mailbox
  clock: Clock
  /** The name in the greeting's bracket. */
  frontend: string
  /** PEM. */
  tls: { cert: string; key: string }
  host: string
  /** 0: any free one. */
  port: number
  limits?: Partial<ImapLimits>
  /** Faults of the server itself; clients are only told that it is unavailable. */
  onError?: (error: unknown) => void
}

export type ImapServer = AsyncDisposable & { readonly port: number; close(): Promise<void> }

/** Resolves when the server listens. Rejects with the system's error if it cannot. */
export async function startImapServer(options: ImapServerOptions): Promise<ImapServer> {
  const limits = { ...defaults, ...options.limits }
  const { gate, mailboxes, clock, frontend, onError = () => undefined } = options
  const engine = new Engine({ handlers, capabilities: everyCapability })
  const services: Services = { engine, gate, mailboxes, clock, frontend, limits, onError }
  const connections = new Set<Connection>()
  const sockets = new Set<Socket>()

  const server = createServer(
    { ...options.tls, noDelay: true, handshakeTimeout: limits.unauthenticatedMs },
    (socket: TLSSocket) => {
      const connection = new Connection(socket, services, limits)
      void connection.closed.then(() => connections.delete(connection))
      connections.add(connection)
      if (connections.size > limits.connections) connection.part(goodbyes.tooManyConnections.text)
      else void connection.run()
    },
  )
  // A margin for those who are told that there are too many, or have not finished their handshake.
  server.maxConnections = limits.connections * 2
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  server.listen(options.port, options.host)
  await once(server, 'listening')

  const close = async (): Promise<void> => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const connection of connections) connection.part(goodbyes.shutdown.text)
    const cutOff = setTimeout(() => {
      for (const socket of sockets) socket.destroy()
    }, 100)
    await Promise.all([closed, ...[...connections].map((connection) => connection.closed)])
    clearTimeout(cutOff)
  }
  return { port: (server.address() as AddressInfo).port, close, [Symbol.asyncDispose]: close }
}

class Connection {
  /** Resolves when the socket is gone and everything it held is given back. */
  readonly closed: Promise<void>
  readonly #socket: TLSSocket
  readonly #session: Session
  readonly #unauthenticated: NodeJS.Timeout
  readonly #idle: NodeJS.Timeout

  constructor(socket: TLSSocket, services: Services, limits: ImapLimits) {
    this.#socket = socket
    this.#unauthenticated = setTimeout(() => this.part(goodbyes.notSignedIn.text), limits.unauthenticatedMs).unref()
    this.#idle = setTimeout(() => this.part(goodbyes.idleTooLong.text), limits.idleMs).unref()
    this.#session = new Session(services, socket, {
      onInput: () => this.#idle.refresh(),
      onSignedIn: () => {
        clearTimeout(this.#unauthenticated)
        services.gate.onInvalidated(this.#session.id, (why) => this.part(invalidated[why]))
      },
    })
    // Whoever reads or writes learns of it as an end.
    socket.on('error', () => undefined)
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#close()
        resolve()
      })
    })
  }

  async run(): Promise<void> {
    try {
      await converse(this.#session)
    } catch (error) {
      this.#session.services.onError(error)
    }
    this.#end()
  }

  /** Ends the connection in the middle of whatever it does. */
  part(goodbye: string): void {
    this.#session.ended = true
    this.#session.output.line(`* BYE ${goodbye}`)
    void this.#session.output.flow().then(
      () => this.#end(),
      () => this.#end(),
    )
    this.#cutOffLater()
  }

  /** What the client still sends is read and thrown away: a connection closed over unread octets loses its last words. */
  #end(): void {
    this.#socket.end()
    void this.#session.reader.discard()
    this.#cutOffLater()
  }

  #cutOffLater(): void {
    const socket = this.#socket
    const cutOff = setTimeout(() => socket.destroy(), lingerMs).unref()
    socket.once('close', () => clearTimeout(cutOff))
  }

  #close(): void {
    clearTimeout(this.#unauthenticated)
    clearTimeout(this.#idle)
    this.#session.close()
  }
}
