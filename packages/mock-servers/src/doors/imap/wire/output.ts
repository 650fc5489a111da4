/**
 * The one way out of a session: pieces leave in the order they were written, in large writes, and no faster than the
 * client reads. Keeps references to messages, never copies of large ones.
 */
import type { Duplex } from 'node:stream'

/** The client has gone, or is being sent away; whoever is still answering stops. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost'
}

const chunkOctets = 65_536

export class Output {
  readonly #socket: Duplex
  #pieces: Buffer[] = []
  #size = 0
  #flowing: Promise<void> | undefined

  constructor(socket: Duplex) {
    this.#socket = socket
  }

  /** True when enough has been written that it should flow before more is. */
  get full(): boolean {
    return this.#size >= chunkOctets
  }

  /** @param piece a string holds one octet a character */
  write(piece: Buffer | string): void {
    const octets = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
    this.#pieces.push(octets)
    this.#size += octets.length
  }

  line(text: string): void {
    this.write(`${text}\r\n`)
  }

  /** Resolves when the socket has taken everything written. Throws `ConnectionLost`. */
  flow(): Promise<void> {
    this.#flowing ??= this.#drain().finally(() => (this.#flowing = undefined))
    return this.#flowing
  }

  async #drain(): Promise<void> {
    while (this.#size > 0) {
      for (const chunk of this.#chunks()) {
        if (!this.#socket.writable) throw new ConnectionLost()
        if (!this.#socket.write(chunk)) await this.#writable()
      }
    }
  }

  /** What is waiting, in pieces of about one chunk: small ones together, large ones cut without copying. */
  *#chunks(): Generator<Buffer> {
    const pieces = this.#pieces
    this.#pieces = []
    this.#size = 0
    let small: Buffer[] = []
    let size = 0
    for (const piece of pieces) {
      if (size > 0 && size + piece.length > chunkOctets) {
        yield Buffer.concat(small, size)
        small = []
        size = 0
      }
      if (piece.length > chunkOctets) {
        for (let at = 0; at < piece.length; at += chunkOctets) yield piece.subarray(at, at + chunkOctets)
      } else {
        small.push(piece)
        size += piece.length
      }
    }
    if (size > 0) yield Buffer.concat(small, size)
  }

  #writable(): Promise<void> {
    return new Promise((resolve) => {
      const socket = this.#socket
      const go = (): void => {
        socket.off('drain', go)
        socket.off('close', go)
        resolve()
      }
      socket.on('drain', go)
      socket.on('close', go)
    })
  }
}
