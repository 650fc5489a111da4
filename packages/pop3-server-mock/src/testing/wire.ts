/**
 * A client that plays a dialogue written down like the examples of an RFC: `C:` lines are sent, `S:` lines are what the
 * server has to answer, octet for octet (one character is one octet). For tests only.
 */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { expect } from 'vitest'

/** Stands for the end of the connection in a dialogue. */
const CLOSED = '(closed)'

export class WireClient {
  #socket: Socket
  #received = Buffer.alloc(0)
  #ended = false
  #wake: () => void = () => undefined

  constructor(socket: Socket) {
    this.#socket = socket
    this.#listen()
  }

  static async connect(port: number, tls?: { ca: string }, options?: { allowHalfOpen: true }): Promise<WireClient> {
    const socket = tls
      ? connectTls({ port, host: '127.0.0.1', servername: 'localhost', ca: tls.ca, ...options })
      : connect({ port, host: '127.0.0.1', ...options })
    socket.setNoDelay(true)
    await once(socket, tls ? 'secureConnect' : 'connect')
    return new WireClient(socket)
  }

  /** Goes on behind TLS, after the server's yes to STLS. */
  async startTls(ca: string): Promise<void> {
    this.#socket.removeAllListeners('data').removeAllListeners('close')
    const socket = connectTls({ socket: this.#socket, servername: 'localhost', ca })
    await once(socket, 'secureConnect')
    this.#socket = socket
    this.#listen()
  }

  send(octets: string | Buffer): void {
    this.#socket.write(typeof octets === 'string' ? Buffer.from(octets, 'latin1') : octets)
  }

  /** Closes this side only. */
  end(): void {
    this.#socket.end()
  }

  /** Takes nothing more from the server. */
  pause(): void {
    this.#socket.pause()
  }

  /** Goes away without a word. */
  reset(): void {
    this.#socket.resetAndDestroy()
  }

  /** Octets up to and with `mark`; what there was if the connection ends before. */
  async until(mark: string): Promise<Buffer> {
    for (;;) {
      const at = this.#received.indexOf(mark)
      if (at !== -1) return this.#take(at + mark.length)
      if (this.#ended) return this.#take(this.#received.length)
      await this.#news()
    }
  }

  /** So many octets, or fewer if the connection ends before. */
  async take(length: number): Promise<Buffer> {
    while (this.#received.length < length && !this.#ended) await this.#news()
    return this.#take(length)
  }

  /** Plays a dialogue. `C:` lines that follow each other are sent in one piece. */
  async play(dialogue: string): Promise<void> {
    const script = dialogue
      .split('\n')
      .map((line) => line.replace(/^\s+/, ''))
      .filter((line) => line !== '')
    const heard: string[] = []
    let unsent = ''
    for (const line of script) {
      if (line.startsWith('C: ') || line === 'C:') {
        unsent += `${line.slice(3)}\r\n`
        heard.push(line)
        continue
      }
      if (unsent !== '') this.send(unsent)
      unsent = ''
      const answer = (await this.until('\r\n')).toString('latin1')
      const said = answer === '' ? CLOSED : answer.replace(/\r\n$/, '')
      heard.push(said === '' ? 'S:' : `S: ${said}`)
      if (heard.at(-1) !== line) break
    }
    if (unsent !== '') this.send(unsent)
    expect(heard).toEqual(script.slice(0, heard.length))
    expect(heard).toHaveLength(script.length)
  }

  #news(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve))
  }

  #take(length: number): Buffer {
    const taken = this.#received.subarray(0, length)
    this.#received = this.#received.subarray(length)
    return taken
  }

  #listen(): void {
    this.#socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk])
      this.#wake()
    })
    this.#socket.on('error', () => undefined)
    this.#socket.on('close', () => {
      this.#ended = true
      this.#wake()
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.destroy()
    if (!this.#ended) await once(this.#socket, 'close')
  }
}
