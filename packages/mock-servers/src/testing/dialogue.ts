/**
 * A client for line protocols in tests: plays a transcript as RFCs print them and fails at the first line that differs.
 * Waits for what the server sends, never for time to pass.
 */
import { once } from 'node:events'
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { expect } from 'vitest'

/** Whose certificates are believed, and the name they must be for. */
type Trust = { ca: string; servername: string }

export class Dialogue implements AsyncDisposable {
  readonly #trust: Trust
  #socket: Socket
  #received = Buffer.alloc(0)
  #ended = false
  #wake: () => void = () => undefined

  private constructor(socket: Socket, trust: Trust) {
    this.#socket = this.#listen(socket)
    this.#trust = trust
  }

  static async open(port: number, trust: Trust): Promise<Dialogue> {
    const socket = connectPlain(port, '127.0.0.1')
    const dialogue = new Dialogue(socket, trust)
    await once(socket, 'connect')
    return dialogue
  }

  /**
   * `C: ` sends a line, `S: ` expects one; `C: <TLS>` starts TLS
   * and verifies the certificate; `S: <END>` expects the server to hang up.
   */
  async play(transcript: string): Promise<void> {
    const steps = transcript.split('\n').map((line) => line.trimStart())
    for (const step of steps.filter((line) => /^[CS]:/.test(line))) {
      const text = step.slice(3)
      if (step.startsWith('C:') && text === '<TLS>') await this.#startTls()
      else if (step.startsWith('C:')) this.send(`${text}\r\n`)
      else if (text === '<END>') await this.end()
      else {
        const line = await this.line()
        expect(line).toBe(text)
      }
    }
  }

  send(data: string | Buffer): void {
    this.#socket.write(data)
  }

  /** The next line, without its line end. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#received.indexOf('\r\n')
      if (end >= 0) {
        const line = this.#received.toString('utf8', 0, end)
        this.#received = this.#received.subarray(end + 2)
        return line
      }
      if (this.#ended) throw new Error(`the server hung up after: ${JSON.stringify(this.#received.toString())}`)
      await this.#news()
    }
  }

  /** Waits until the server has hung up, having said nothing more. */
  async end(): Promise<void> {
    while (!this.#ended) await this.#news()
    if (this.#received.length > 0) throw new Error(`the server went on: ${JSON.stringify(this.#received.toString())}`)
  }

  /** Goes away without a word. */
  vanish(): void {
    this.#socket.destroy()
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#socket.destroy()
    return Promise.resolve()
  }

  async #startTls(): Promise<void> {
    const plain = this.#socket
    plain.removeAllListeners()
    const secure = connectTls({ socket: plain, ...this.#trust })
    await once(secure, 'secureConnect')
    this.#socket = this.#listen(secure)
  }

  #listen(socket: Socket): Socket {
    socket.on('data', (data: Buffer) => {
      this.#received = Buffer.concat([this.#received, data])
      this.#wake()
    })
    const ended = () => {
      this.#ended = true
      this.#wake()
    }
    socket.on('end', ended).on('close', ended).on('error', ended)
    return socket
  }

  #news(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}
