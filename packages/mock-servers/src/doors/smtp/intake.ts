/** A message while it comes in, in one buffer that grows by doubling, so that many small pieces cost no more than one. */
export class Intake {
  #buffer = Buffer.allocUnsafeSlow(16 * 1024)
  #length = 0

  get octets(): number {
    return this.#length
  }

  add(piece: Buffer): void {
    const length = this.#length + piece.length
    if (length > this.#buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(length, this.#buffer.length * 2))
      this.#buffer.copy(larger, 0, 0, this.#length)
      this.#buffer = larger
    }
    piece.copy(this.#buffer, this.#length)
    this.#length = length
  }

  /** A copy of exactly what came: the larger buffer must not live on in a mailbox. */
  get raw(): Buffer {
    const raw = Buffer.allocUnsafeSlow(this.#length)
    this.#buffer.copy(raw, 0, 0, this.#length)
    return raw
  }
}
