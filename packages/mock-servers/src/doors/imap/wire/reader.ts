/**
 * Lines and counted octets out of a stream, pulled when they are wanted. Looks at each octet once and keeps no more than
 * was asked for and one chunk of the stream: a line without an end is refused at its limit, not collected.
 */

/** A line is longer than it may be; what follows on the stream cannot be told apart any more. */
export class LineTooLong extends Error {
  override name = 'LineTooLong'
  /** As much of the line as it may have. */
  readonly start: Buffer

  constructor(start: Buffer) {
    super()
    this.start = start
  }
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const firstRoom = 16_384

export class Reader {
  readonly #source: AsyncIterator<Buffer, undefined>
  readonly #onInput: () => void
  #chunks: Buffer[] = []
  #size = 0
  #discarding = false

  /** @param onInput called for every chunk that arrives */
  constructor(source: AsyncIterable<Buffer>, onInput: () => void = () => undefined) {
    this.#source = source[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>
    this.#onInput = onInput
  }

  /** The next line without its CRLF (or LF); `undefined` at the end of the stream. Throws `LineTooLong`. */
  async line(limit: number): Promise<Buffer | undefined> {
    let searched = 0
    for (let index = 0; ; index++) {
      while (index === this.#chunks.length) if (!(await this.#more())) return undefined
      const chunk = this.#chunks[index]!
      const at = chunk.indexOf(lineFeed)
      if (at >= 0) {
        const line = withoutEnd(this.#take(searched + at + 1))
        if (line.length > limit) throw new LineTooLong(line.subarray(0, limit))
        return line
      }
      searched += chunk.length
      if (searched > limit + 1) throw new LineTooLong(this.#take(limit))
    }
  }

  /** Exactly so many octets, in memory of their own; `undefined` if the stream ends before. */
  async octets(count: number): Promise<Buffer | undefined> {
    // Grows with what really came: who announces much and sends little costs little.
    let octets = Buffer.allocUnsafeSlow(Math.min(count, firstRoom))
    let length = 0
    while (length < count) {
      while (this.#size === 0) if (!(await this.#more())) return undefined
      const next = this.#take(Math.min(this.#chunks[0]!.length, count - length))
      if (length + next.length > octets.length) {
        const larger = Buffer.allocUnsafeSlow(Math.min(count, Math.max(octets.length * 2, length + next.length)))
        octets.copy(larger, 0, 0, length)
        octets = larger
      }
      next.copy(octets, length)
      length += next.length
    }
    return octets
  }

  /** Throws away everything up to the end of the stream; whoever still reads is told that it has come. */
  async discard(): Promise<void> {
    this.#discarding = true
    while (!(await this.#next()).done);
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#next()
    if (done || this.#discarding) return false
    if (value.length > 0) this.#chunks.push(value)
    this.#size += value.length
    this.#onInput()
    return true
  }

  /** A stream that breaks has ended. */
  #next(): Promise<IteratorResult<Buffer, undefined>> {
    return this.#source.next().catch(() => ({ value: undefined, done: true }))
  }

  #take(count: number): Buffer {
    let whole = 0
    let missing = count
    while (missing > 0 && this.#chunks[whole]!.length <= missing) missing -= this.#chunks[whole++]!.length
    // All at once: to shift them off one by one would cost the square of their number.
    const taken = this.#chunks.splice(0, whole)
    if (missing > 0) {
      const [chunk] = this.#chunks
      taken.push(chunk!.subarray(0, missing))
      this.#chunks[0] = chunk!.subarray(missing)
    }
    this.#size -= count
    return taken.length === 1 ? taken[0]! : Buffer.concat(taken, count)
  }
}

function withoutEnd(line: Buffer): Buffer {
  return line.subarray(0, line.at(-2) === carriageReturn ? -2 : -1)
}
