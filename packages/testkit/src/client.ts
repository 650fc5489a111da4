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
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen, noDelay: true })
    const trust = tls ?? starttls
    const client = new Client(socket, 'C', trust && handshake(trust))
    await once(socket, 'connect')
    if (tls) await client.startTls()
    return client
  }
}

function handshake(trust: Trust): Handshake {
  return (plain) => {
    // Of a certificate only what a client needs: it must not show one itself.
    const socket = connectTls({ socket: plain, ca: trust.ca, servername: trust.servername ?? 'localhost' })
    return { socket, done: once(socket, 'secureConnect') }
  }
}
