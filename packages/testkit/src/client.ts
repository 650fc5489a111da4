import { once } from 'node:events'
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { Wire, type Handshake } from './wire/wire.ts'

/** Whose certificates are believed, and the name they must be for: `localhost` unless it is said. */
export type Trust = { readonly ca: string; readonly servername?: string }

export type ConnectOptions = {
  /** TLS from the first octet. */
  readonly tls?: Trust
  /** No TLS until `C: (TLS)` or `startTls`. */
  readonly starttls?: Trust
  /** Keeps this side open when the server has closed its own. */
  readonly allowHalfOpen?: boolean
}

/** A client that knows no protocol: it says the `C:` lines of a transcript and demands the `S:` lines. */
export class Client extends Wire {
  /** Connects to a port of this machine, and shakes hands if it is to be `tls`. */
  static async connect(port: number, { tls, starttls, allowHalfOpen = false }: ConnectOptions = {}): Promise<Client> {
    const address = { port, host: '127.0.0.1', allowHalfOpen }
    const socket = tls ? connectTls({ ...address, ...trusting(tls) }) : connect(address)
    socket.setNoDelay(true)
    // Listens before the handshake is over: some servers speak at once.
    const client = new Client(socket, 'C', starttls && handshake(starttls))
    await once(socket, tls ? 'secureConnect' : 'connect')
    return client
  }
}

function handshake(trust: Trust): Handshake {
  return (plain) => {
    const socket = connectTls({ socket: plain, ...trusting(trust) })
    return { socket, done: once(socket, 'secureConnect') }
  }
}

/** Of a certificate only what a client needs: it must not show one itself. */
function trusting({ ca, servername = 'localhost' }: Trust): Required<Trust> {
  return { ca, servername }
}
