import type { Duplex } from 'node:stream'
import { dropped, timedOut } from './connect.ts'
import { socketFailure } from '../errors/failure.ts'
import { Lines } from './lines.ts'
import { leastBytes } from './time-limit.ts'

/**
 * Reads a socket line by line or chunk by chunk, on demand, so that a slow reader slows the server down. Every wait ends:
 * with bytes, with the connection's own failure, or when the step's time is up: a server that drips gets no more time than
 * one that is silent. Between two calls nothing listens to the
 * socket, so that it can be handed on (to TLS, to a library).
 */
export class SocketReader {
  readonly #socket: Duplex
  readonly #timeoutMs: number
  readonly #lines: Lines
  /** How long a transfer was waited for, and what it brought, since it last brought enough. */
  #span = { ms: 0, bytes: 0 }

  constructor(socket: Duplex, options: { timeoutMs: number; maxLineBytes?: number }) {
    this.#socket = socket
    this.#timeoutMs = options.timeoutMs
    this.#lines = new Lines(options.maxLineBytes ?? 8192)
  }

  /** The next line without its line end; the time limit is for the whole line. */
  async line(): Promise<string> {
    this.#span = { ms: 0, bytes: 0 }
    return within(this.#socket, this.#timeoutMs, async () => {
      for (;;) {
        const line = this.#lines.next()
        if (line !== undefined) return line
        this.#lines.push(await nextChunk(this.#socket))
      }
    })
  }

  /** An answer of several lines, which the time limit is for as a whole. */
  async whole<T>(read: () => Promise<T>): Promise<T> {
    return within(this.#socket, this.#timeoutMs, read)
  }

  /**
   * Whatever comes next of a transfer, at least one byte. The time limit is for the wait until enough has come. What the
   * caller does between two chunks takes none of it.
   */
  async chunk(): Promise<Buffer> {
    const rest = this.#lines.takeRest()
    if (rest.length > 0) return rest
    const begin = performance.now()
    const chunk = await within(this.#socket, this.#timeoutMs, () => nextChunk(this.#socket), this.#span.ms)
    this.#span.ms += performance.now() - begin
    this.#span.bytes += chunk.length
    if (this.#span.bytes >= leastBytes) this.#span = { ms: 0, bytes: 0 }
    return chunk
  }

  /** Gives back bytes that belong to the lines that follow. */
  putBack(bytes: Buffer): void {
    this.#lines.push(bytes)
  }

  /** Bytes already read and not yet asked for, those waiting in the socket included. */
  takeUnread(): Buffer {
    const waiting = this.#socket.read() as Buffer | null
    return Buffer.concat([this.#lines.takeRest(), waiting ?? Buffer.alloc(0)])
  }
}

/** Runs one step on a socket, of whose time some may be used up; when its time is up the socket is destroyed and the step fails with `connection-timeout`. */
async function within<T>(socket: Duplex, timeoutMs: number, step: () => Promise<T>, usedMs = 0): Promise<T> {
  const timer = setTimeout(() => socket.destroy(timedOut(timeoutMs)), timeoutMs - usedMs)
  try {
    return await step()
  } catch (error) {
    throw socketFailure(error)
  } finally {
    clearTimeout(timer)
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
