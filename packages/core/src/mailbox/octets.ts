import { badMessage } from '../errors/failure.ts'

/** Below this, pieces are kept and joined. */
const smallOctets = 4 * 1024 * 1024
/** What is set aside for a large message; memory that nothing is written to is never taken. */
const largeOctets = 160 * 1024 * 1024

/** Pieces that were copied are garbage. */
const collectEvery = 1024 * 1024

/**
 * Makes V8 collect now: it does so when 32 MB were asked for outside of its heap, and nothing is taken of what is asked
 * for here. Otherwise garbage of that size is what a large message costs on top of itself.
 */
function collectGarbage(): void {
  Buffer.allocUnsafeSlow(32 * 1024 * 1024)
}

/**
 * A message that comes in pieces, put together without ever being there twice: joined pieces would need the double of
 * Microsoft's 150 MB at the end.
 */
export class Octets {
  readonly #most: number
  readonly #large: number
  #pieces: Buffer[] = []
  #whole: Buffer | undefined
  #length = 0

  /** @param most what a message may have; one octet more is `bad-message` @param large what is set aside for a large one */
  constructor(most: number, large = largeOctets) {
    this.#most = most
    this.#large = large
  }

  get length(): number {
    return this.#length
  }

  push(piece: Buffer): void {
    const length = this.#length + piece.length
    if (length > this.#most) throw badMessage('too-large', { most: this.#most })
    if (length <= smallOctets && !this.#whole) this.#pieces.push(piece)
    else {
      piece.copy(this.#room(length), this.#length)
      if (Math.floor(length / collectEvery) > Math.floor(this.#length / collectEvery)) collectGarbage()
    }
    this.#length = length
  }

  /** All of it. */
  take(): Buffer {
    const whole = this.#whole
    if (!whole) return Buffer.concat(this.#pieces)
    const exact = whole.subarray(0, this.#length)
    // What is kept should not hold on to much more than itself.
    return this.#length < whole.length / 2 ? Buffer.from(exact) : exact
  }

  #room(length: number): Buffer {
    if (this.#whole && length <= this.#whole.length) return this.#whole
    const room = Buffer.allocUnsafeSlow(Math.min(this.#most, Math.max(this.#large, 2 * length)))
    if (this.#whole) this.#whole.copy(room)
    else Buffer.concat(this.#pieces).copy(room)
    this.#pieces = []
    return (this.#whole = room)
  }
}
