/**
 * A mail client that knows nothing: it plays `C:` and `S:` lines, as RFCs print them. `…` in an expected line stands for
 * anything; `S: (closed)` for the end of the connection, and `C: (TLS)` for a handshake. Waits for what the server
 * sends, never for time to pass.
 */
import { once } from 'node:events'
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { expect } from 'vitest'

/** Whose certificates are believed, and the name they must be for. */
type Trust = { ca: string; servername: string }

export class Wire implements AsyncDisposable {
  socket: Socket
  readonly #trust: Trust
  #received = Buffer.alloc(0)
  /** Came since; joined only when wanted, since answers can be large. */
  #arrived: Buffer[] = []
  #ended = false
  #wake: () => void = () => undefined

  private constructor(socket: Socket, trust: Trust) {
    this.socket = this.#listen(socket)
    this.#trust = trust
  }

  /** TLS from the first octet. */
  static async connect({ port, ...trust }: Trust & { port: number }): Promise<Wire> {
    const socket = connectTls({ host: '127.0.0.1', port, ...trust }).setNoDelay(true)
    await once(socket, 'secureConnect')
    return new Wire(socket, trust)
  }

  /** Without TLS until `C: (TLS)`. */
  static async connectPlain({ port, ...trust }: Trust & { port: number }): Promise<Wire> {
    const socket = connectPlain(port, '127.0.0.1').setNoDelay(true)
    await once(socket, 'connect')
    return new Wire(socket, trust)
  }

  send(octets: Buffer | string): void {
    this.socket.write(octets)
  }

  /** The next line without its CRLF, one character an octet; `(closed)` at the end. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#received.indexOf('\r\n')
      if (end >= 0) return this.octets(end + 2).then((line) => line.toString('latin1', 0, end))
      if (this.#ended && this.#arrived.length === 0) return '(closed)'
      await this.#more()
    }
  }

  async octets(count: number): Promise<Buffer> {
    const missing = (): number =>
      count - this.#received.length - this.#arrived.reduce((sum, { length }) => sum + length, 0)
    while (missing() > 0 && !this.#ended) await this.#news()
    this.#join()
    const octets = this.#received.subarray(0, count)
    this.#received = this.#received.subarray(count)
    return octets
  }

  /** Lines up to the one that begins with the tag, that one included. */
  async answer(tag: string): Promise<string[]> {
    const lines: string[] = []
    for (;;) {
      const line = await this.line()
      lines.push(line)
      if (line.startsWith(`${tag} `) || line === '(closed)') return lines
    }
  }

  /** Sends a command and reads its answer. */
  command(tag: string, command: string): Promise<string[]> {
    this.send(`${tag} ${command}\r\n`)
    return this.answer(tag)
  }

  /** `C:` lines are sent, `S:` lines are what must come; indentation and empty lines count for nothing. */
  async play(script: string): Promise<void> {
    for (const line of script.split('\n')) {
      const [, side, text] = /^\s*([CS]): ?(.*)$/.exec(line) ?? []
      if (side === 'C' && text === '(TLS)') await this.#startTls()
      else if (side === 'C') this.send(`${text}\r\n`)
      else if (side === 'S') expect(await this.line()).toMatch(pattern(text!))
      else if (line.trim() !== '') throw new Error(`neither C: nor S: ${line}`)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.socket.destroyed) return
    this.socket.destroy()
    await once(this.socket, 'close')
  }

  async #startTls(): Promise<void> {
    this.socket.removeAllListeners()
    const secure = connectTls({ socket: this.socket, ...this.#trust })
    await once(secure, 'secureConnect')
    this.socket = this.#listen(secure)
  }

  #listen(socket: Socket): Socket {
    const end = (): void => {
      this.#ended = true
      this.#wake()
    }
    const arrived = (chunk: Buffer): void => {
      this.#arrived.push(chunk)
      this.#wake()
    }
    return socket.on('data', arrived).on('end', end).on('close', end).on('error', end)
  }

  async #more(): Promise<void> {
    if (this.#arrived.length === 0) await this.#news()
    this.#join()
  }

  #join(): void {
    this.#received = Buffer.concat([this.#received, ...this.#arrived])
    this.#arrived = []
  }

  #news(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve))
  }
}

function pattern(expected: string): RegExp {
  const parts = expected.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`)
}
