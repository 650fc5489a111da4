/**
 * One socket: smtp-server's connection (its parser, TLS upgrade, time limits) with our session in place of its command
 * handlers. Writes what the session answers and does what comes next; knows no reply and no rule.
 */
import type { Socket } from 'node:net'
import type { SMTPServer } from 'smtp-server'
import { SMTPConnection } from 'smtp-server/lib/smtp-connection'
import { replies } from '../../voices/smtp.ts'
import { TimeLimit, type Timers } from '../time-limit.ts'
import type { SmtpLimits } from './limits.ts'
import { SmtpSession, type SessionServices } from './session.ts'
import type { Reply, Step } from './step.ts'
import { SmtpStream } from './stream.ts'

export type ConnectionOptions = Omit<SessionServices, 'parsePath'> & {
  /** The id of this session. */
  id: string
  limits: SmtpLimits
  timers: Timers
  /** A fault of ours, not of the client's; the client is told that the server is unavailable. */
  onError: (error: unknown) => void
  /** Whether this connection is one too many. */
  refused: boolean
  closed: () => void
}

export class SmtpConnection extends SMTPConnection {
  readonly #session: SmtpSession
  readonly #options: ConnectionOptions
  readonly #unauthenticated: TimeLimit
  readonly #idle: TimeLimit
  /** The TLS socket while its handshake goes on over `_socket`, else the same as that. */
  #top: Socket

  constructor(server: SMTPServer, socket: Socket, options: ConnectionOptions) {
    super(server, socket, { id: options.id })
    this.#options = options
    this.#top = socket
    const { limits, timers } = options
    this.#unauthenticated = new TimeLimit(timers, limits.unauthenticatedMs, () => {
      if (!this.#session.signedIn) this.drop()
    })
    this.#idle = new TimeLimit(timers, limits.idleMs, () => this._onTimeout())
    this.#session = new SmtpSession(
      { ...options, parsePath: (name, line) => this._parseAddressCommand(name, line) },
      { id: options.id, clientAddress: this.remoteAddress },
    )
  }

  /** Without smtp-server's 100 ms of waiting (docs/discoveries/smtp-server.md): Microsoft greets at once. */
  override init(): void {
    this._setListeners(() => {
      if (this.#options.refused) return this.#write(this.#session.say(replies.tooManyConnections))
      this.connectionReady()
    })
  }

  /** Ends the session at once, telling the client if it can still listen. */
  drop(): void {
    // Nothing can be said during a handshake; destroying the socket below it would take the process with it.
    if (this._upgrading) return void this.#top.destroy()
    this.#write(this.#session.say(replies.dropped))
    this.#top.destroySoon()
  }

  override _sendGreeting(): void {
    this.#write(this.#session.greet())
  }

  override _createParser(): SmtpStream {
    const parser = new SmtpStream(this._server.options, () => this.#idle.restart())
    parser.oncommand = (command, next) => this._onCommand(command, next)
    parser.on('error', () => {
      this.#write(this.#session.say(replies.commandTooLong))
      this.close()
    })
    return parser
  }

  override _onCommand(command: Buffer, next: () => void = () => undefined): void {
    // What came with STARTTLS, before TLS, must never run.
    if (this._upgrading) return next()
    this.#perform(() => this.#session.command(command.toString()), next)
  }

  /** Without smtp-server's own timer: whatever the client sends puts ours off. */
  override _armTimeout(socket: Socket = this._socket): void {
    this.#top = socket
    this.#idle.restart()
  }

  override _onTimeout(): void {
    if (this._closing || this._upgrading) return void this.#top.destroy()
    this.#write(this.#session.say(replies.idle))
    this.close()
  }

  override _onClose(): void {
    this.#unauthenticated.stop()
    this.#idle.stop()
    if (!this._closed) this.#options.closed()
    super._onClose()
  }

  #perform(act: () => Step, next: () => void): void {
    let step: Step
    try {
      step = act()
    } catch (error) {
      this.#options.onError(error)
      step = { replies: [this.#session.say(replies.serverError)], next: { kind: 'close' } }
    }
    for (const reply of step.replies) this.#write(reply)
    this.#goOn(step.next, () => this._whenWritable(next))
  }

  #goOn(next: Step['next'], resume: () => void): void {
    const parser = this._parser as SmtpStream | false
    if (!parser) return
    switch (next.kind) {
      case 'command':
        return resume()
      case 'close':
        this.close()
        return resume()
      case 'tls':
        return this.upgrade(resume, () => this.#session.secured())
      case 'octets':
        parser.startStretch(next.count, next.take, (rest) => this.#perform(next.finish, rest))
        return resume()
      case 'message':
        this.#receive(parser, next.limit, next.finish)
        return resume()
    }
  }

  #receive(parser: SmtpStream, limit: number, finish: (raw: Buffer | undefined) => Step): void {
    const stream = parser.startDataMode(limit)
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => {
      if (stream.sizeExceeded) pieces.length = 0
      else pieces.push(piece)
    })
    stream.on('end', () => {
      this._dataStream = false
      const act = () => finish(stream.sizeExceeded ? undefined : Buffer.concat(pieces))
      this.#perform(act, () => parser.continue())
    })
    this._dataStream = stream
  }

  /** The one place that writes; smtp-server closes after a 421 and keeps still during a handshake. */
  #write({ code, lines }: Reply): void {
    this.send(code, lines.length > 1 ? [...lines] : lines[0]!, false)
  }
}
