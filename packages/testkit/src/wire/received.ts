/** Octets as they arrive, handed out as a test asks for them. Knows no socket. */
export class Received {
  /** Joined only when somebody looks: a message may come in thousands of pieces. */
  #chunks: Buffer[] = []
  #length = 0
  #ended = false
  #wake: (() => void) | undefined

  push(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#length += chunk.length
    this.#wake?.()
  }

  end(): void {
    this.#ended = true
    this.#wake?.()
  }

  get ended(): boolean {
    return this.#ended
  }

  /** What has arrived and was not taken yet. */
  get unread(): Buffer {
    return this.#joined()
  }

  /** This many octets, or what there was if the end comes first. */
  async take(length: number): Promise<Buffer> {
    while (this.#length < length && !this.#ended) await this.#more()
    return this.#cut(length)
  }

  /** The octets up to and including `mark`, or what there was if the end comes first. */
  async until(mark: string): Promise<Buffer> {
    for (let from = 0; ;) {
      const joined = this.#joined()
      const at = joined.indexOf(mark, from)
      if (at !== -1) return this.#cut(at + Buffer.byteLength(mark))
      if (this.#ended) return this.#cut(joined.length)
      from = Math.max(0, joined.length - Buffer.byteLength(mark) + 1)
      await this.#more()
    }
  }

  /** Takes octets without keeping them until their last 200 match `tail` or the end comes; gives their number. */
  async skip(tail: RegExp): Promise<number> {
    let count = 0
    for (let last = ''; ;) {
      for (const chunk of this.#chunks.splice(0)) {
        count += chunk.length
        last = (last + chunk.toString('latin1', Math.max(0, chunk.length - 200))).slice(-200)
      }
      this.#length = 0
      if (tail.test(last) || this.#ended) return count
      await this.#more()
    }
  }

  async #more(): Promise<void> {
    if (this.#wake) throw new Error('somebody else is waiting for the same octets')
    await new Promise<void>((resolve) => (this.#wake = resolve))
    this.#wake = undefined
  }

  #joined(): Buffer {
    if (this.#chunks.length !== 1) this.#chunks = [Buffer.concat(this.#chunks)]
    return this.#chunks[0]!
  }

  #cut(length: number): Buffer {
    const joined = this.#joined()
    this.#chunks = [joined.subarray(length)]
    this.#length = this.#chunks[0]!.length
    return joined.subarray(0, length)
  }
}
