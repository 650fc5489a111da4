import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { play } from './player.ts'
import { Received } from './received.ts'
import type { Side } from './transcript.ts'

/** Starts a handshake on a connected socket; the promise is for its end. */
export type Handshake = (socket: Socket) => { socket: TLSSocket; done: Promise<unknown> }

/** The other end has closed, and somebody still wanted something of it. */
export class Left extends Error {
  constructor(options?: ErrorOptions) {
    super('the other end has closed', options)
  }
}

/**
 * One end of a connection. Text is UTF-8 on the wire; what is not text goes in and comes out as octets. Certificates are
 * always verified.
 */
export class Wire implements AsyncDisposable {
  #socket: Socket
  readonly #tcp: Socket
  readonly #received = new Received()
  readonly #side: Side
  readonly #handshake: Handshake | undefined
  /** Stops listening to the socket, which somebody else takes over. */
  #release: () => void

  constructor(socket: Socket, side: Side, handshake: Handshake | undefined) {
    this.#socket = socket
    this.#tcp = socket
    this.#side = side
    this.#handshake = handshake
    this.#release = this.#listen(socket)
  }

  /** Plays a transcript from this end: see the README for what may stand in it. */
  play(transcript: string): Promise<void> {
    return play(this, transcript, this.#side)
  }

  send(...pieces: readonly (string | Uint8Array)[]): this {
    for (const piece of pieces) this.#socket.write(piece)
    return this
  }

  /** The next line without its CRLF. Rejects with `Left` once the other end has closed and said all. */
  async line(): Promise<string> {
    const octets = await this.rawLine()
    if (octets.length === 0) throw new Left()
    return octets.toString().replace(/\r\n$/, '')
  }

  /** Lines up to and including the first one that `last` accepts, or up to the end of the connection. */
  async lines(last: (line: string) => boolean): Promise<string[]> {
    const lines: string[] = []
    for (;;) {
      const octets = await this.rawLine()
      if (octets.length === 0) return lines
      const line = octets.toString().replace(/\r\n$/, '')
      lines.push(line)
      if (last(line)) return lines
    }
  }

  /** Says a line and reads the answer: one line, or all up to and including the first one that `last` accepts. */
  ask(line: string, last: (line: string) => boolean = () => true): Promise<string[]> {
    return this.send(`${line}\r\n`).lines(last)
  }

  /** The next line with its CRLF, as octets; without a CRLF if the end of the connection came first. */
  rawLine(): Promise<Buffer> {
    return this.until('\r\n')
  }

  /** The octets up to and including `mark`, or what there was if the end of the connection comes first. */
  until(mark: string): Promise<Buffer> {
    return this.#received.until(mark)
  }

  /** This many octets, or fewer if the end of the connection comes first. */
  take(length: number): Promise<Buffer> {
    return this.#received.take(length)
  }

  /** Takes octets without keeping them until they end with `tail`; gives their number. */
  skip(tail: RegExp): Promise<number> {
    return this.#received.skip(tail)
  }

  /** What has arrived and was not read yet. */
  get unread(): Buffer {
    return this.#received.unread
  }

  /** True once the other end has closed. */
  get ended(): boolean {
    return this.#received.ended
  }

  /** The handshake of STARTTLS and STLS. */
  async startTls(): Promise<void> {
    if (!this.#handshake) throw new Error('a handshake needs the option `starttls`')
    await this.upgrade(this.#handshake)
  }

  protected async upgrade(handshake: Handshake): Promise<void> {
    this.#release()
    const { socket, done } = handshake(this.#socket)
    this.#socket = socket
    this.#release = this.#listen(socket)
    await done
  }

  /** Closes this side; the other one may still speak. */
  end(): void {
    this.#socket.end()
  }

  /** Takes nothing more from the other end, so that its words pile up there. */
  pause(): void {
    this.#socket.pause()
  }

  /** Vanishes in the middle of things. */
  reset(): void {
    this.#tcp.resetAndDestroy()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#socket.closed) return
    this.#socket.destroy()
    await once(this.#socket, 'close')
  }

  #listen(socket: Socket): () => void {
    const push = (chunk: Buffer): void => this.#received.push(chunk)
    const end = (): void => this.#received.end()
    socket.on('error', () => undefined) // whoever reads is told by the end
    socket.on('data', push).on('end', end).on('close', end)
    return () => void socket.off('data', push).off('end', end).off('close', end)
  }
}
