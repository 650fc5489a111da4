import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Certificate } from './certificate.ts'
import { Mismatch } from './wire/player.ts'
import { Left, Wire, type Handshake } from './wire/wire.ts'

/** What is done with each connection: a transcript to play, or anything else. */
export type Script = string | ((peer: Peer) => unknown)

export type ScriptOptions = {
  /** TLS from the first octet. */
  readonly tls?: Certificate
  /** No TLS until `C: (TLS)` or `startTls`. */
  readonly starttls?: Certificate
}

/** Ends its connections when it is disposed of, and throws what went wrong in a script, such as a line not in a transcript. */
export type ScriptedServer = AsyncDisposable & {
  readonly port: number
  /** Every line read on any connection, in order: what a client has let out. */
  readonly heard: readonly string[]
  /** How many there were so far. */
  readonly connections: number
}

/** A server that says exactly what a test tells it to. A connection stays open after its script until someone ends it. */
export async function startScripted(script: Script, { tls, starttls }: ScriptOptions = {}): Promise<ScriptedServer> {
  const heard: string[] = []
  const peers: Peer[] = []
  const faults: unknown[] = []
  const serve = async (peer: Peer): Promise<void> => {
    try {
      if (tls) await peer.startTls(tls)
      await (typeof script === 'string' ? peer.play(script) : script(peer))
    } catch (error) {
      // A client may leave whenever it likes; what it says has to be what is written.
      if (!(error instanceof Left || (error instanceof Mismatch && error.left))) faults.push(error)
      await peer[Symbol.asyncDispose]()
    }
  }
  const server = createServer({ noDelay: true }, (socket) => {
    const peer = new Peer(socket, heard, starttls && handshake(starttls))
    peers.push(peer)
    void serve(peer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    get connections() {
      return peers.length
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      await Promise.all([closed, ...peers.map((peer) => peer[Symbol.asyncDispose]())])
      if (faults.length > 0) throw faults[0]
    },
  }
}

type Octets = string | Uint8Array

/** A pattern of what a client may say, and the answer as it is or as it is made; `undefined` ends the answers. */
export type Answer = readonly [RegExp, Octets | ((line: string) => Octets) | undefined]

/** The server's end of one connection. */
export class Peer extends Wire {
  readonly #heard: string[]

  constructor(socket: Socket, heard: string[], handshake: Handshake | undefined) {
    super(socket, 'S', handshake)
    this.#heard = heard
  }

  /** Answers each line of the client by the first pattern that fits it, until one is not answered. */
  async answer(...answers: readonly Answer[]): Promise<void> {
    for (;;) {
      const line = await this.line()
      const found = answers.find(([pattern]) => pattern.test(line))
      if (!found) throw new Error(`nothing is written about: ${line}`)
      const [, answer] = found
      if (answer === undefined) return
      this.send(typeof answer === 'function' ? answer(line) : answer)
    }
  }

  /** Sends each piece in a segment of its own; rejects with `Left` when nobody is there to take it. */
  async sendApart(...pieces: readonly Octets[]): Promise<void> {
    for (const piece of pieces) {
      if (this.ended) throw new Left()
      this.send(piece)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  override async rawLine(): Promise<Buffer> {
    const octets = await super.rawLine()
    if (octets.length > 0) this.#heard.push(octets.toString().replace(/\r\n$/, ''))
    return octets
  }

  /** The handshake of STARTTLS and STLS, with another certificate than the one of `starttls` if it is given. */
  override startTls(certificate?: Certificate): Promise<void> {
    return certificate ? this.upgrade(handshake(certificate)) : super.startTls()
  }
}

function handshake({ cert, key }: Certificate): Handshake {
  return (plain) => {
    const socket = new TLSSocket(plain, { isServer: true, cert, key })
    const left = once(plain, 'close').then(() => Promise.reject(new Left()))
    const refused = (cause: unknown) => Promise.reject(new Left({ cause })) // whoever does not like a certificate leaves
    return { socket, done: Promise.race([once(socket, 'secure').catch(refused), left]) }
  }
}
