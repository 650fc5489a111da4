/**
 * Cuts a byte stream into lines. It keeps at most one unfinished line, and of a line that is too long it keeps nothing:
 * a client that never ends its line can cost no more memory than the limit.
 */
const LF = 0x0a
const CR = 0x0d
const NOTHING = Buffer.alloc(0)

/** Yielded once in place of a line that is longer than the limit; the rest of that line is skipped. */
export const TOO_LONG = Symbol('too long')

export class Lines {
  #buffer: Buffer = NOTHING
  /** So many octets of `#buffer` are known to hold no line feed. */
  #searched = 0
  #skipping = false

  /** Takes over the octets of a chunk. */
  push(chunk: Buffer): void {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk])
  }

  /**
   * The next line without its CRLF (a bare LF ends a line as well), or `undefined` until more octets are pushed.
   *
   * @param limit octets a line may have, its end not counted
   */
  next(limit: number): Buffer | typeof TOO_LONG | undefined {
    if (this.#skipping && !this.#skip()) return undefined
    const end = this.#buffer.indexOf(LF, this.#searched)
    if (end === -1) {
      this.#searched = this.#buffer.length
      // One octet more than the limit may still be the CR of the line's end.
      if (this.#buffer.length <= limit + 1) return undefined
      this.#skipping = true
      this.#skip()
      return TOO_LONG
    }
    const line = this.#buffer.subarray(0, end > 0 && this.#buffer[end - 1] === CR ? end - 1 : end)
    this.#drop(end + 1)
    return line.length > limit ? TOO_LONG : line
  }

  /** Forgets everything that was pushed and not yet taken (RFC 2595, section 4: what came before TLS is worthless). */
  discard(): void {
    this.#drop(this.#buffer.length)
    this.#skipping = false
  }

  /** Drops what belongs to a line that was too long; true once its end was found. */
  #skip(): boolean {
    const end = this.#buffer.indexOf(LF)
    this.#drop(end === -1 ? this.#buffer.length : end + 1)
    this.#skipping = end === -1
    return !this.#skipping
  }

  #drop(octets: number): void {
    this.#buffer = octets === this.#buffer.length ? NOTHING : this.#buffer.subarray(octets)
    this.#searched = 0
  }
}
