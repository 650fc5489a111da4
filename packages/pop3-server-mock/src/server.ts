/** The listener and the set of live connections. What is said on them is the session's business. */
import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createSecureContext, type SecureContext } from 'node:tls'
import { Connection } from './connection.ts'
import type { Commit, MaildropMessage } from './protocol/maildrop.ts'
import {
  settle,
  systemTimers,
  type AuthResult,
  type CommandLine,
  type Handlers,
  type POP3ServerOptions,
  type POP3Session,
  type Refusal,
  type Settings,
  type SignedIn,
} from './protocol/options.ts'
import type { Reply } from './protocol/reply.ts'
import type { Credentials } from './protocol/sasl.ts'

/**
 * A POP3 server that does what its handlers say.
 *
 * Emits `'error'` with whatever went wrong on a connection or in a handler; nothing happens if nobody listens, so no
 * client can end the process.
 */
export class POP3Server<User = unknown> extends EventEmitter<{ error: [Error] }> implements Handlers<User> {
  readonly options: POP3ServerOptions<User>
  readonly #server: Server
  readonly #connections = new Set<Connection<User>>()
  readonly #settings: Settings
  readonly #secureContext: SecureContext | undefined

  /** Throws if `secure` or `stls` is set without a certificate, or if the certificate is not one. */
  constructor(options: POP3ServerOptions<User> = {}) {
    super()
    this.options = options
    if (!options.tls && (options.secure || options.stls)) {
      throw new TypeError('`secure` and `stls` need a certificate: set the option `tls`')
    }
    this.#settings = settle(options)
    this.#secureContext = options.tls && createSecureContext(options.tls)
    // A client may send its last command and close its side before it has the answer.
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => this.#accept(socket))
  }

  /** Starts to listen; rejects if it cannot, for instance because the port is in use. Port 0 is any free port. */
  async listen(port = 0, host = '127.0.0.1'): Promise<AddressInfo> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject)
        this.#server.on('error', (error) => this.#report(error))
        resolve()
      })
    })
    return this.address
  }

  /** Where it listens. Throws if it does not. */
  get address(): AddressInfo {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the server is not listening')
    return address
  }

  /** Those who are connected now. */
  get sessions(): readonly POP3Session<User>[] {
    return [...this.#connections].map(({ session }) => session)
  }

  /** Stops listening, tells every client, and resolves when the last one is gone. Nothing is committed. */
  async close(): Promise<void> {
    const stopped = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    const connections = [...this.#connections]
    for (const connection of connections) connection.dismiss('serverClosing')
    await Promise.all([stopped, ...connections.map(({ closed }) => closed)])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  onConnect(session: POP3Session<User>): Reply | void | Promise<Reply | void> {
    return this.options.onConnect?.(session)
  }

  onAuth(credentials: Credentials, session: POP3Session<User>): AuthResult<User> | Promise<AuthResult<User>> {
    return this.options.onAuth?.(credentials, session) ?? { ok: false }
  }

  onOpen(
    session: SignedIn<User>,
  ): readonly MaildropMessage[] | Refusal | Promise<readonly MaildropMessage[] | Refusal> {
    return this.options.onOpen?.(session) ?? []
  }

  onCommit(commit: Commit, session: SignedIn<User>): Refusal | void | Promise<Refusal | void> {
    return this.options.onCommit?.(commit, session)
  }

  onCommand(command: CommandLine, session: POP3Session<User>): Reply | void | Promise<Reply | void> {
    return this.options.onCommand?.(command, session)
  }

  onClose(session: POP3Session<User>): void | Promise<void> {
    return this.options.onClose?.(session)
  }

  #accept(socket: Socket): void {
    const settings = this.#settings
    const { connections } = settings.limits
    // A client that is turned away is told so, but a flood is not worth as many handshakes.
    if (this.#connections.size >= 2 * connections) return void socket.destroy()
    const { remoteAddress = '', remotePort = 0, localPort = 0 } = socket
    const connection = new Connection(
      socket,
      { id: randomUUID(), remoteAddress, remotePort, localPort },
      {
        settings,
        handlers: this,
        timers: this.options.timers ?? systemTimers,
        secure: this.options.secure ?? false,
        secureContext: this.#secureContext,
        report: (error) => this.#report(error),
      },
    )
    const crowded = this.#connections.size >= connections
    this.#connections.add(connection)
    void connection.closed.then(() => this.#connections.delete(connection))
    void connection.start(crowded)
  }

  #report(error: unknown): void {
    if (this.listenerCount('error') === 0) return
    this.emit('error', error instanceof Error ? error : new Error(String(error)))
  }
}
