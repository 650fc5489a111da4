/**
 * The mock's own time. Sign-in rules, journal, tokens and received dates follow this clock; certificates and socket
 * timers follow the machine's. It starts where the configuration says and runs at real speed unless frozen.
 */
import { parseInstant } from './iso-time.ts'

/** The years that ISO 8601 writes with four digits. */
const earliest = Date.parse('0000-01-01T00:00Z')
const latest = Date.parse('9999-12-31T23:59:59.999Z')

export class Clock {
  readonly #start: number
  readonly #listeners = new Set<() => void>()
  #base: number
  #since = performance.now()
  #frozen = false

  /** @param start the instant the clock shows now, and again after `reset()` */
  constructor(start: Date) {
    this.#start = start.getTime()
    this.#base = this.#start
  }

  /** The current instant of the mock's world. */
  now(): Date {
    return new Date(this.#frozen ? this.#base : this.#base + (performance.now() - this.#since))
  }

  get frozen(): boolean {
    return this.#frozen
  }

  /**
   * Moves to an instant, forwards or backwards; an ISO date without a time means midnight UTC. Throws `RangeError` for
   * whatever is no instant, and then the clock runs on as before.
   */
  set(instant: Date | string): void {
    const date = typeof instant === 'string' ? parseInstant(instant) : instant
    if (!date) throw new RangeError(`not an ISO date: ${String(instant)}`)
    this.#moveTo(date.getTime())
  }

  /** Moves forward (or, with a negative number, back) by milliseconds. Throws `RangeError` beyond the year 9999. */
  advance(milliseconds: number): void {
    this.#moveTo(this.now().getTime() + milliseconds)
  }

  /** Stops the clock at the current instant, or lets it run on from there. */
  freeze(frozen: boolean): void {
    this.#base = this.now().getTime()
    this.#since = performance.now()
    this.#frozen = frozen
    this.#tell()
  }

  reset(): void {
    this.#frozen = false
    this.#moveTo(this.#start)
  }

  /** Calls back whenever somebody moves, freezes or releases the clock. Returns the way to stop listening. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #moveTo(milliseconds: number): void {
    if (!(milliseconds >= earliest && milliseconds <= latest)) throw new RangeError('no such instant')
    this.#base = milliseconds
    this.#since = performance.now()
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
