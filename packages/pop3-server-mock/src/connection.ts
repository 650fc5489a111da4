/**
 * One socket: octets in, lines to the session, outcomes carried out one after the other, time limits, TLS. It decides
 * nothing about mail and has no words of its own. While a command is being carried out, nothing more is read.
 */
import type { Socket } from 'node:net'
import { TLSSocket, type SecureContext } from 'node:tls'
import type { Peer } from './protocol/conversation.ts'
import { Lines, type TOO_LONG } from './protocol/lines.ts'
import type { Content, MaildropMessage } from './protocol/maildrop.ts'
import type { Handlers, Settings, SignedIn, Timers } from './protocol/options.ts'
import type { Outcome, Say } from './protocol/outcome.ts'
import { Output } from './output.ts'
import { positive } from './protocol/reply.ts'
import { parseCommand, Session } from './protocol/session.ts'
import { abandon, begin, DotStuffer, TopCutter } from './protocol/transfer.ts'

/** What a connection has from its server. */
export type Host<User> = {
  readonly settings: Settings
  readonly handlers: Handlers<User>
  readonly timers: Timers
  /** TLS from the first octet. */
  readonly secure: boolean
  readonly secureContext: SecureContext | undefined
  readonly report: (error: unknown) => void
}

type Send<User> = Extract<Outcome<User>, { do: 'send' }>

export class Connection<User> {
  readonly session: Session<User>
  /** Resolves when the socket is gone and `onClose` has run. */
  readonly closed: Promise<void>
  readonly #host: Host<User>
  readonly #lines = new Lines()
  #socket: Socket
  #output: Output
  #timer: unknown
  /** True where words would land in the middle of something: a TLS handshake, or a message on its way. */
  #mute = false
  /** True while lines are worked on; what arrives meanwhile waits its turn. */
  #busy = false
  /** What is being sent. */
  #source: Content
  /** True once the last word is said. */
  #concluded = false

  constructor(socket: Socket, peer: Peer, host: Host<User>) {
    this.#socket = socket
    this.#output = new Output(socket)
    this.#host = host
    this.session = new Session(peer, host.settings)
    this.#startTimer(host.settings.limits.unauthenticatedMs, () => this.dismiss('unauthenticatedTooLong'))
    socket.on('error', (error) => this.#lost(error))
    this.closed = new Promise<void>((resolve) => socket.once('close', () => resolve())).then(() => this.#afterwards())
  }

  /** True once the last word is said, or nobody is left to hear it: whatever was still to be done is not done. */
  get #over(): boolean {
    return this.#concluded || this.#socket.destroyed
  }

  /** Greets the client, or turns it away, and then listens to it. */
  async start(crowded: boolean): Promise<void> {
    try {
      if (this.#host.secure) await this.#encrypt()
      if (crowded) return this.#conclude(this.session.say('tooManyConnections', {}))
      if (this.#over) return
      const refusal = await this.#host.handlers.onConnect(this.session)
      if (refusal !== undefined) return this.#conclude(this.session.words(refusal))
      await this.#carryOut(this.session.greet())
      await this.#output.flush()
      this.#listen()
    } catch (error) {
      this.#breakDown(error)
    }
  }

  /** Ends the session for the server's own reasons; with words, unless they would land in the middle of something. */
  dismiss(reason: 'serverClosing' | 'idleTooLong' | 'unauthenticatedTooLong'): void {
    if (this.#mute) return void this.#socket.destroy()
    try {
      this.#conclude(this.session.say(reason, {}))
    } catch (error) {
      this.#breakDown(error)
    }
  }

  readonly #onData = (chunk: Buffer): void => void this.#read(chunk)
  readonly #onEnd = (): void => this.#resume()

  #listen(): void {
    this.#socket.on('data', this.#onData).on('end', this.#onEnd)
    this.#resume()
  }

  /** Goes on listening, or hangs up on a client that has closed its side and has all its answers. */
  #resume(): void {
    if (this.#busy) return
    if (this.#socket.readableEnded) this.#hangUp()
    else this.#socket.resume()
  }

  async #read(chunk: Buffer): Promise<void> {
    if (this.#over) return
    this.#lines.push(chunk)
    if (this.#busy) return
    this.#busy = true
    this.#socket.pause()
    try {
      while (!this.#over) {
        const line = this.#lines.next(this.session.lineLimit)
        if (line === undefined) break
        await this.#receive(line)
      }
      await this.#output.flush()
    } catch (error) {
      this.#breakDown(error)
    }
    this.#busy = false
    this.#resume()
  }

  async #receive(line: Buffer | typeof TOO_LONG): Promise<void> {
    const { session } = this
    const scripted =
      session.expectsCommand && typeof line !== 'symbol'
        ? await this.#answer(this.#host.handlers.onCommand(parseCommand(line), session))
        : undefined
    if (this.#over) return
    await this.#carryOut(scripted === undefined ? session.receive(line) : session.words(scripted))
    if (this.#output.full) await this.#output.flush()
    if (session.state !== 'authorization') this.#awaitCommand()
  }

  /** Does what an outcome asks for, and what that leads to, until something was said. */
  async #carryOut(outcome: Outcome<User>): Promise<void> {
    const { handlers } = this.#host
    for (let step = outcome; !this.#over;) {
      if (step.do === 'say') return this.#say(step)
      if (step.do === 'send') return this.#send(step).finally(() => abandon(this.#source))
      if (step.do === 'authenticate') {
        step = step.next(await this.#answer(handlers.onAuth(step.credentials, this.session)))
      } else if (step.do === 'open') {
        step = step.next(await this.#answer(handlers.onOpen(this.session as SignedIn<User>)))
      } else {
        step = step.next(await this.#answer(handlers.onCommit(step.commit, this.session as SignedIn<User>)))
      }
    }
  }

  /** Waits for a handler; what was said before it does not have to wait as well. */
  async #answer<T>(answer: T | Promise<T>): Promise<T> {
    if (answer instanceof Promise) await this.#output.flush()
    return answer
  }

  async #say({ text, after }: Say): Promise<void> {
    if (text !== undefined) this.#output.write(Buffer.from(`${text}\r\n`))
    if (after === 'close') this.#hangUp()
    else if (after === 'tls') await this.#startTls()
  }

  async #send({ message, lines, next }: Send<User>): Promise<void> {
    const content = await this.#open(message)
    if (this.#over) return
    const status = next(typeof content === 'string' ? content : 'there')
    await this.#say(status)
    if (typeof content === 'string' || !positive(status.text)) return
    this.#mute = true
    const stuffer = new DotStuffer()
    const cutter = lines === undefined ? undefined : new TopCutter(lines)
    try {
      for await (const slice of content) {
        this.#output.write(stuffer.stuff(cutter ? cutter.cut(slice) : slice))
        if (this.#output.full) await this.#output.flush()
        if (cutter?.done || this.#over) break
        this.#awaitCommand()
      }
      this.#output.write(stuffer.end())
    } catch (error) {
      // Half a message must not look like a whole one.
      this.#sourceFailed(error)
      this.#socket.destroy()
    }
    this.#mute = false
  }

  async #open({ content }: MaildropMessage): Promise<AsyncGenerator<Buffer> | 'gone' | 'unreadable'> {
    try {
      const pieces = typeof content === 'function' ? await this.#answer(content()) : content
      this.#source = pieces
      if (this.#socket.destroyed) abandon(pieces)
      return pieces === undefined ? 'gone' : await begin(pieces)
    } catch (error) {
      this.#sourceFailed(error)
      return 'unreadable'
    }
  }

  /** A stream that was abandoned because the client went is nobody's error either. */
  #sourceFailed(error: unknown): void {
    if (!this.#socket.destroyed) this.#host.report(error)
  }

  async #startTls(): Promise<void> {
    this.#socket.off('data', this.#onData).off('end', this.#onEnd)
    // Whatever came before our +OK goes out may be somebody else's (RFC 2595, section 4), also what waits in the socket.
    this.#lines.discard()
    this.#socket.read()
    await this.#output.flush()
    await this.#encrypt()
    this.#listen()
  }

  async #encrypt(): Promise<void> {
    const { secureContext } = this.#host
    if (!secureContext) throw new Error('TLS needs a certificate: set the option `tls`')
    const plain = this.#socket
    if (plain.readableEnded) return this.#hangUp()
    const socket: TLSSocket & { servername?: string | false } = new TLSSocket(plain, {
      isServer: true,
      secureContext,
    })
    this.#socket = socket
    this.#output = new Output(socket)
    this.#mute = true
    socket.on('error', (error) => this.#lost(error))
    const secured = await new Promise<boolean>((resolve) => {
      // Nobody can go on with a handshake after closing their side.
      for (const gone of ['end', 'close']) socket.once(gone, () => resolve(false))
      plain.once('end', () => resolve(false))
      socket.once('secure', () => resolve(true))
    })
    this.#mute = false
    if (secured) this.session.secured(socket.servername || undefined)
    else socket.destroy()
  }

  #conclude({ text }: Say): void {
    if (this.#over) return
    if (text !== undefined) this.#output.write(Buffer.from(`${text}\r\n`))
    this.#hangUp()
  }

  /** Sends what is left and closes; what the client still says is read and thrown away, so that nothing is reset. */
  #hangUp(): void {
    if (this.#over) return
    this.#concluded = true
    this.#lines.discard()
    this.#output.release()
    this.#socket.end()
    this.#socket.resume()
    this.#startTimer(this.#host.settings.limits.lingerMs, () => this.#socket.destroy())
  }

  #breakDown(error: unknown): void {
    this.#host.report(error)
    try {
      this.#conclude(this.session.say('internalError', {}))
    } catch {
      // A reply that is a function has thrown, too: then without words.
      this.#socket.destroy()
    }
  }

  /** The client is gone in the middle of things. That it simply went is nobody's error. */
  #lost(error: NodeJS.ErrnoException): void {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') this.#host.report(error)
    this.#socket.destroy()
  }

  async #afterwards(): Promise<void> {
    this.#host.timers.clear(this.#timer)
    abandon(this.#source)
    try {
      await this.#host.handlers.onClose(this.session)
    } catch (error) {
      this.#host.report(error)
    }
  }

  #awaitCommand(): void {
    if (!this.#over) this.#startTimer(this.#host.settings.limits.idleMs, () => this.dismiss('idleTooLong'))
  }

  #startTimer(milliseconds: number, callback: () => void): void {
    this.#host.timers.clear(this.#timer)
    this.#timer = this.#host.timers.set(callback, milliseconds)
  }
}
