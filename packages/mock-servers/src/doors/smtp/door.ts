/**
 * The SMTP submission door (port 587, STARTTLS) on nodemailer's smtp-server: listening, TLS and the sockets are its; the
 * conversation is ours (smtp/session.ts). Knows no account: the gate judges sign-ins, the post office messages.
 */
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Clock } from '../../clock/clock.ts'
import type { MailStore } from '../../mail/store.ts'
import type { Gate } from '../../sign-in/gate.ts'
import { messageOctets, serverMessageId, sessionId } from '../../voices/smtp.ts'
import { SmtpConnection } from './connection.ts'
import { submit, type Sender } from './submission.ts'

export type SmtpLimits = {
  /** The largest message taken; EHLO always names Microsoft's. */
  messageOctets: number
  recipients: number
  badCommands: number
  connections: number
  idleMs: number
  signInMs: number
}

export type SmtpServerOptions = {
  gate: Pick<Gate, 'attempt' | 'closed' | 'onInvalidated'>
  store: MailStore
  /** The account behind an address or alias; undefined outside the directory. */
  sender: (address: string) => Sender | undefined
  clock: Clock
  tls: { cert: string; key: string }
  frontend: string
  host: string
  port: number
  limits?: Partial<SmtpLimits>
}

/** Microsoft's where it tells them (see the voice); numbers of connections and times are assumed. */
const defaultLimits: SmtpLimits = {
  messageOctets,
  recipients: 500,
  badCommands: 3,
  connections: 500,
  idleMs: 5 * 60_000,
  signInMs: 2 * 60_000,
}

/** @returns the port in use, and the way to end all sessions and stop; rejects as `net.Server` does if it cannot listen */
export async function startSmtpServer(options: SmtpServerOptions): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SubmissionServer(options)
  // Errors of single connections (a client that went away, a handshake that failed) end that connection only.
  server.on('error', () => undefined)
  server.listen(options.port, options.host)
  await once(server.server, 'listening')
  return { port: (server.server.address() as AddressInfo).port, close: () => server.stop() }
}

class SubmissionServer extends SMTPServer {
  readonly #options: SmtpServerOptions
  readonly #limits: SmtpLimits
  readonly #open = new Set<SmtpConnection>()
  #lastId = 0n
  #stopped = false

  constructor(options: SmtpServerOptions) {
    const limits = { ...defaultLimits, ...options.limits }
    super({ ...options.tls, name: options.frontend, disableReverseLookup: true, socketTimeout: limits.idleMs })
    this.#options = options
    this.#limits = limits
  }

  override onConnect(_session: unknown, callback: (error?: Error | null) => void): void {
    callback()
  }

  override onSecure(_socket: unknown, _session: unknown, callback: (error?: Error | null) => void): void {
    callback()
  }

  override connect(socket: Socket): void {
    if (this.#stopped) return void socket.destroy()
    const { gate, store, sender, clock, frontend } = this.#options
    this.#lastId = sessionId(clock.now(), this.#lastId)
    const id = this.#lastId.toString(16).toUpperCase().padStart(16, '0')
    const newMessageId = (unique: string) => serverMessageId(frontend, unique)
    const connection = new SmtpConnection(this, socket, {
      id,
      gate,
      submit: (submission) => submit({ store, sender, newMessageId }, submission),
      now: () => clock.now(),
      frontend,
      limits: this.#limits,
      signInMs: this.#limits.signInMs,
      refused: this.#open.size >= this.#limits.connections,
      closed: () => {
        this.#open.delete(connection)
        gate.closed(id)
      },
    })
    connection.on('error', (error) => this.emit('error', error))
    this.#open.add(connection)
    this.connections.add(connection)
    connection.init()
  }

  async stop(): Promise<void> {
    if (this.#stopped) return
    this.#stopped = true
    const closed = new Promise<void>((resolve) => super.close(() => resolve()))
    for (const connection of this.#open) connection.drop()
    await closed
  }
}
