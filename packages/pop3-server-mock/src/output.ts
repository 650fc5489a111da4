/**
 * What goes out to a client: gathered, so that the replies to pipelined commands leave together, and held back while the
 * client does not take it, so that a slow client costs no memory.
 */
import type { Writable } from 'node:stream'

const BATCH = 64 * 1024

export class Output {
  readonly #stream: Writable
  #chunks: Buffer[] = []
  #octets = 0

  constructor(stream: Writable) {
    this.#stream = stream
  }

  write(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#octets += chunk.length
  }

  /** Whether enough was gathered to be worth sending. */
  get full(): boolean {
    return this.#octets >= BATCH
  }

  /** Hands everything over, without waiting for the client. */
  release(): void {
    const chunks = this.#chunks
    this.#chunks = []
    this.#octets = 0
    if (!this.#stream.writable) return
    this.#stream.cork()
    for (const chunk of chunks) this.#stream.write(chunk)
    this.#stream.uncork()
  }

  /** Hands everything over, and waits until the client has taken so much of it that more is welcome. */
  async flush(): Promise<void> {
    this.release()
    const stream = this.#stream
    if (!stream.writableNeedDrain || stream.destroyed) return
    await new Promise<void>((resolve) => {
      const done = () => {
        stream.off('drain', done).off('close', done)
        resolve()
      }
      stream.on('drain', done).on('close', done)
    })
  }
}
