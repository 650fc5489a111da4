/** A server that says exactly what a test tells it to, and keeps what it was told. Not part of the product. */
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { TLSSocket } from 'node:tls'
import type { Network } from '../network/network.ts'
import type { Certificate } from './certificates.ts'

export type ScriptedServer = AsyncDisposable & {
  port: number
  /** Every line heard on every connection, in order: what a client has let out. */
  heard: string[]
  connections: number
}

/** Plays `script` for each connection, which stays open after it until someone ends it. */
export async function startScripted(
  script: (peer: Peer) => unknown,
  options: { tls?: Certificate } = {},
): Promise<ScriptedServer> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    scripted.connections++
    sockets.add(socket)
    socket.on('error', () => undefined)
    const peer = new Peer(socket, heard)
    void (async () => {
      if (options.tls) await peer.startTls(options.tls)
      await script(peer)
    })().catch(() => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const scripted = {
    port: (server.address() as AddressInfo).port,
    heard,
    connections: 0,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  return scripted
}

export class Peer {
  #socket: Socket
  #buffer = ''
  #ended = false
  #wake = (): void => undefined
  readonly #heard: string[]

  constructor(socket: Socket, heard: string[]) {
    this.#socket = socket
    this.#heard = heard
    this.#listen()
  }

  /** What the client has sent and `line` has not given yet. */
  get unread(): string {
    return this.#buffer
  }

  /** Sends bytes; a string's characters are one byte each. */
  send(...texts: (string | Buffer)[]): this {
    for (const text of texts) this.#socket.write(typeof text === 'string' ? Buffer.from(text, 'latin1') : text)
    return this
  }

  /** Sends each piece in a segment of its own. */
  async sendApart(...pieces: (string | Buffer)[]): Promise<void> {
    for (const piece of pieces) {
      this.send(piece)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  /** Sends the pieces one by one with so much time in between, until they are at an end or the client has left. */
  async drip(pieces: Iterable<string | Buffer>, everyMs: number): Promise<void> {
    for (const piece of pieces) {
      if (this.#ended) return
      this.send(piece)
      await setTimeout(everyMs)
    }
  }

  /** The client's next line; rejects when it has left. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#buffer.indexOf('\r\n')
      if (end >= 0) {
        const line = this.#buffer.slice(0, end)
        this.#buffer = this.#buffer.slice(end + 2)
        this.#heard.push(line)
        return line
      }
      if (this.#ended) throw new Error('the client has left')
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  /** Answers each line of the client by the first pattern that fits it, until one answers `undefined`. */
  async answer(
    ...answers: readonly (readonly [RegExp, string | ((line: string) => string) | undefined])[]
  ): Promise<void> {
    for (;;) {
      const line = await this.line()
      const found = answers.find(([pattern]) => pattern.test(line))
      if (!found) throw new Error(`unexpected: ${line}`)
      if (found[1] === undefined) return
      this.send(typeof found[1] === 'string' ? found[1] : found[1](line))
    }
  }

  /** Goes on behind TLS. */
  async startTls({ cert, key }: Certificate): Promise<void> {
    const plain = this.#socket
    plain.removeAllListeners('data').removeAllListeners('close')
    const secure = new TLSSocket(plain, { isServer: true, cert, key })
    secure.on('error', () => undefined)
    this.#socket = secure
    this.#buffer = ''
    this.#listen()
    await once(secure, 'secure')
  }

  end(): void {
    this.#socket.end()
  }

  /** Resets the connection. */
  reset(): void {
    this.#socket.resetAndDestroy()
  }

  #listen(): void {
    this.#socket.on('data', (chunk: Buffer) => {
      this.#buffer += chunk.toString('latin1')
      this.#wake()
    })
    this.#socket.on('close', () => {
      this.#ended = true
      this.#wake()
    })
    this.#socket.on('end', () => {
      this.#ended = true
      this.#wake()
    })
  }
}

/** A network on which every name is this port of this machine. */
export function networkTo(port: number, options: { ca?: string; timeoutMs?: number } = {}): Network {
  return {
    serverMap: undefined,
    now: () => new Date('2021-05-01T00:00:00Z'),
    asOf: () => '2021-05-01',
    timeoutMs: options.timeoutMs ?? 5000,
    ca: options.ca,
    resolve: async () => [{ host: '127.0.0.1', port }],
    resolveMx: async () => [],
    pageFor: (url) => url,
  }
}
