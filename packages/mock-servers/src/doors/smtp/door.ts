/**
 * The SMTP submission door (port 587, STARTTLS) on nodemailer's smtp-server: listening, TLS and the sockets are its; the
 * conversation is ours (session.ts). Knows no account: the gate judges sign-ins, the post office messages.
 */
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Submit } from '../../submission/submission.ts'
import { sessionId } from '../../voices/smtp-session.ts'
import { openDoor, type Door, type DoorOptions } from '../door.ts'
import { systemTimers } from '../time-limit.ts'
import { SmtpConnection } from './connection.ts'
import { smtpLimits, type SmtpLimits } from './limits.ts'

export type SmtpDoorOptions = DoorOptions<SmtpLimits> & {
  /** Takes a finished message, or says why not. */
  submit: Submit
}

/** Resolves when the door is open. Rejects with the system's error if it cannot listen. */
export async function openSmtpDoor(options: SmtpDoorOptions): Promise<Door> {
  const server = new SubmissionServer(options)
  // Errors of single connections (a client that went away, a handshake that failed) end that connection only.
  server.on('error', () => undefined)
  server.listen(options.port, options.host)
  await once(server.server, 'listening')
  return openDoor((server.server.address() as AddressInfo).port, () => server.stop())
}

class SubmissionServer extends SMTPServer {
  readonly #options: SmtpDoorOptions
  readonly #limits: SmtpLimits
  readonly #open = new Set<SmtpConnection>()
  #lastId = 0n
  #stopped = false

  constructor(options: SmtpDoorOptions) {
    const limits = { ...smtpLimits, ...options.limits }
    // Idle sessions are our business: what is left of its time-out is how long a connection lingers.
    super({
      ...options.tls,
      name: options.frontend,
      disableReverseLookup: true,
      maxCommandLength: limits.commandOctets,
      socketTimeout: limits.lingerMs,
    })
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
    const { gate, submit, clock, frontend, timers = systemTimers, onError = () => undefined } = this.#options
    this.#lastId = sessionId(clock.now(), this.#lastId)
    const id = this.#lastId.toString(16).toUpperCase().padStart(16, '0')
    const connection = new SmtpConnection(this, socket, {
      id,
      gate,
      submit,
      now: () => clock.now(),
      frontend,
      limits: this.#limits,
      timers,
      onError,
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
    this.#stopped = true
    const closed = new Promise<void>((resolve) => super.close(() => resolve()))
    for (const connection of this.#open) connection.drop()
    await closed
  }
}
