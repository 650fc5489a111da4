import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Certificate } from './certificate.ts'
import { Mismatch } from './wire/player.ts'
import { Wire, type Handshake } from './wire/wire.ts'

/** What is done with each connection: a transcript to play, or anything else. */
export type Script = string | ((peer: Peer) => unknown)

export type ScriptOptions = {
  /** TLS from the first octet. */
  readonly tls?: Certificate
  /** No TLS until `C: (TLS)` or `startTls`. */
  readonly starttls?: Certificate
}

/** Ends its connections when it is disposed of, and throws if a client said something that was not in the transcript. */
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
  const mismatches: Mismatch[] = []
  const serve = async (peer: Peer): Promise<void> => {
    try {
      if (tls) await peer.startTls(handshake(tls))
      await (typeof script === 'string' ? peer.play(script) : script(peer))
    } catch (error) {
      // A client may leave whenever it likes; what it says has to be what is written.
      if (error instanceof Mismatch && !error.left) mismatches.push(error)
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
      if (mismatches[0]) throw mismatches[0]
    },
  }
}

/** The server's end of one connection. */
export class Peer extends Wire {
  readonly #heard: string[]

  constructor(socket: Socket, heard: string[], handshake: Handshake | undefined) {
    super(socket, 'S', handshake)
    this.#heard = heard
  }

  override async rawLine(): Promise<Buffer> {
    const octets = await super.rawLine()
    if (octets.length > 0) this.#heard.push(octets.toString().replace(/\r\n$/, ''))
    return octets
  }
}

function handshake({ cert, key }: Certificate): Handshake {
  return (plain) => {
    const socket = new TLSSocket(plain, { isServer: true, cert, key })
    return { socket, done: once(socket, 'secure') }
  }
}
