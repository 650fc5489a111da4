import type { Duplex } from 'node:stream'
import { socketFailure } from '../errors/failure.ts'
import type { Network } from '../network/network.ts'
import { dropped } from './connect.ts'
import { Lines } from './lines.ts'
import { leastTransferBytes } from './size-limits.ts'
import { TimeLimit } from './time-limit.ts'

/**
 * Reads a socket line by line or chunk by chunk, on demand, so that a slow reader slows the server down. Every wait ends:
 * with bytes, with the connection's own failure, or when the time is up: a server that drips gets no more time than one
 * that is silent. Between two calls nothing listens to the socket, so that it can be handed on (to TLS, to a library).
 */
export class SocketReader {
  readonly #socket: Duplex
  readonly #time: Pick<Network, 'timeoutMs' | 'timers'>
  readonly #lines = new Lines()
  #bytes = 0
  /** The time of a transfer, and what it has brought since that was last renewed. */
  #transfer: { limit: TimeLimit; bytes: number }

  constructor(socket: Duplex, time: Pick<Network, 'timeoutMs' | 'timers'>) {
    this.#socket = socket
    this.#time = time
    this.#transfer = { limit: this.#limit(), bytes: 0 }
  }

  /** How much was read so far. */
  get bytes(): number {
    return this.#bytes
  }

  /** The next line without its line end. @param limit what it is part of, if that has a time of its own */
  async line(limit = this.#limit()): Promise<string> {
    this.#transfer = { limit: this.#limit(), bytes: 0 }
    for (;;) {
      const line = this.#lines.next()
      if (line !== undefined) return line
      this.#lines.push(await this.#next(limit))
    }
  }

  /**
   * Whatever comes next of a transfer, at least one byte. The time limit is for the wait until enough has come. What the
   * caller does between two chunks takes none of it.
   */
  async chunk(): Promise<Buffer> {
    const rest = this.#lines.takeRest()
    if (rest.length > 0) return rest
    const chunk = await this.#next(this.#transfer.limit)
    this.#transfer.bytes += chunk.length
    if (this.#transfer.bytes >= leastTransferBytes) {
      this.#transfer.bytes = 0
      this.#transfer.limit.renew()
    }
    return chunk
  }

  /** Gives back bytes that belong to the lines that follow. */
  putBack(bytes: Buffer): void {
    this.#lines.push(bytes)
  }

  /** Bytes already read and not yet asked for. */
  get unread(): Buffer {
    return this.#lines.rest
  }

  /** Takes them, and those waiting in the socket. */
  takeUnread(): Buffer {
    const waiting = this.#socket.read() as Buffer | null
    return Buffer.concat([this.#lines.takeRest(), waiting ?? Buffer.alloc(0)])
  }

  #limit(): TimeLimit {
    return new TimeLimit(this.#time.timeoutMs, this.#time.timers)
  }

  async #next(limit: TimeLimit): Promise<Buffer> {
    const waited = limit.wait(
      () => nextChunk(this.#socket),
      (error) => this.#socket.destroy(error),
    )
    const chunk = await waited.catch((error: unknown) => {
      throw socketFailure(error)
    })
    this.#bytes += chunk.length
    return chunk
  }
}

function nextChunk(socket: Duplex): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      const chunk = socket.read() as Buffer | null
      if (chunk === null && !socket.destroyed && !socket.readableEnded) return
      socket.off('readable', settle).off('end', settle).off('close', settle).off('error', settle)
      if (chunk !== null) resolve(chunk)
      else reject(socket.errored ?? dropped())
    }
    socket.on('readable', settle).on('end', settle).on('close', settle).on('error', settle)
    settle()
  })
}
