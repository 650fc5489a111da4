import { failure } from '../errors/failure.ts'
import type { SparekeyError } from '../errors/sparekey-error.ts'
import { maxLineBytes } from './size-limits.ts'

const LF = 0x0a
const CR = 0x0d

/**
 * Bytes from a server, cut into lines. Sans I/O: bytes are pushed in, lines are taken out. It never holds more of an
 * unfinished line than `maxBytes`, and never decodes across two lines.
 */
export class Lines {
  readonly #maxBytes: number
  #rest: Buffer = Buffer.alloc(0)

  constructor(maxBytes = maxLineBytes) {
    this.#maxBytes = maxBytes
  }

  push(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
  }

  /**
   * The next whole line without its line end (a lone LF is taken for one, as every client does), or `undefined` if more
   * bytes are needed. Throws `not-a-mail-server` on a line that does not end.
   */
  next(): string | undefined {
    const end = this.#rest.indexOf(LF)
    if (end > this.#maxBytes || (end < 0 && this.#rest.length > this.#maxBytes)) {
      throw endless()
    }
    if (end < 0) return undefined
    const line = this.#rest.subarray(0, this.#rest[end - 1] === CR ? end - 1 : end).toString('utf8')
    this.#rest = this.#rest.subarray(end + 1)
    return line
  }

  /** What was pushed and not taken as a line. */
  get rest(): Buffer {
    return this.#rest
  }

  /** Takes all of it: the beginning of a multi-line body. */
  takeRest(): Buffer {
    const rest = this.#rest
    this.#rest = Buffer.alloc(0)
    return rest
  }
}

/** The server sends what comes to no end. */
export function endless(): SparekeyError {
  return failure('not-a-mail-server', { problem: 'endless' })
}
