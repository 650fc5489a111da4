import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** A bare line client: what a person with `openssl s_client` would type. Knows no protocol; certificates are verified. */
export class Wire implements AsyncDisposable {
  #socket: Socket
  #chunks: Buffer[] = []
  #wake: (() => void) | undefined
  #ended = false

  private constructor(socket: Socket) {
    this.#socket = this.#listen(socket)
  }

  /** Implicit TLS, as POP3 and IMAP have it. `host` is the official name the certificate must carry. */
  static async tls(options: { port: number; ca: string; host: string }): Promise<Wire> {
    const socket = connectTls({ host: '127.0.0.1', port: options.port, ca: options.ca, servername: options.host })
    socket.setNoDelay(true)
    await ready(socket, 'secureConnect')
    return new Wire(socket)
  }

  static async plain(options: { port: number }): Promise<Wire> {
    const socket = connectPlain({ host: '127.0.0.1', port: options.port })
    socket.setNoDelay(true)
    await ready(socket, 'connect')
    return new Wire(socket)
  }

  /** Goes on behind TLS on the same connection (STARTTLS, STLS). */
  async upgrade(options: { ca: string; host: string }): Promise<void> {
    this.#socket.removeAllListeners('data')
    const socket = connectTls({ socket: this.#socket, ca: options.ca, servername: options.host })
    await ready(socket, 'secureConnect')
    this.#socket = this.#listen(socket)
  }

  send(text: string | Buffer): void {
    this.#socket.write(text)
  }

  /** Sends a command line and reads the reply up to and with the first line that `last` accepts. */
  async ask(command: string, last: (line: string) => boolean = () => true): Promise<string> {
    this.send(`${command}\r\n`)
    return this.read(last)
  }

  /** Reads lines up to and with the first that `last` accepts; what was read so far if the server hangs up. */
  async read(last: (line: string) => boolean = () => true): Promise<string> {
    const lines: string[] = []
    for (;;) {
      const line = await this.#line()
      if (line === undefined) return lines.join('\r\n')
      lines.push(line)
      if (last(line)) return lines.join('\r\n')
    }
  }

  /** Reads octets, without looking into them, until they end with `tail`; returns how many there were. */
  async drain(tail: RegExp): Promise<number> {
    let count = 0
    let end = ''
    for (;;) {
      for (const chunk of this.#chunks.splice(0)) {
        count += chunk.length
        end = (end + chunk.toString('latin1')).slice(-200)
      }
      if (tail.test(end) || this.#ended) return count
      await this.#more()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.destroy()
  }

  async #line(): Promise<string | undefined> {
    for (;;) {
      const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks)
      const end = all.indexOf('\r\n')
      if (end >= 0) {
        this.#chunks = end + 2 < all.length ? [all.subarray(end + 2)] : []
        return all.toString('utf8', 0, end)
      }
      if (this.#ended) return undefined
      this.#chunks = all.length > 0 ? [all] : []
      await this.#more()
    }
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  #listen(socket: Socket): Socket {
    const ended = () => {
      this.#ended = true
      this.#wake?.()
    }
    socket.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk)
      this.#wake?.()
    })
    socket.on('end', ended)
    socket.on('close', ended)
    socket.on('error', ended)
    return socket
  }
}

function ready(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, resolve)
    socket.once('error', reject)
  })
}
