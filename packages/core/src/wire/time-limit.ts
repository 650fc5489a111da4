import { SparekeyError } from '../errors/sparekey-error.ts'
import type { Timers } from '../network/network.ts'

/** The time of the machine. */
export const machineTimers: Timers = {
  now: () => performance.now(),
  set: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
}

/**
 * How long another machine may take for one thing, be it in one wait or in several: only waiting counts. The one kind of
 * time limit in this library.
 */
export class TimeLimit {
  readonly ms: number
  readonly timers: Timers
  #used = 0
  #since: number | undefined
  #arm = (): void => undefined

  constructor(ms: number, timers: Timers = machineTimers) {
    this.ms = ms
    this.timers = timers
  }

  /** What is left of the time. */
  get left(): number {
    const running = this.#since === undefined ? 0 : this.timers.now() - this.#since
    return Math.max(0, this.ms - this.#used - running)
  }

  /** All of the time once more, for who made progress. */
  renew(): void {
    this.#used = 0
    if (this.#since === undefined) return
    this.#since = this.timers.now()
    this.#arm()
  }

  /**
   * Waits for a piece of work.
   * @param late ends what the other machine keeps waiting; called when the time is up
   * @param moved whether there was progress after all, for which the time is renewed
   * @throws SparekeyError `connection-timeout` at that moment, whatever becomes of the work
   */
  async wait<T>(
    work: () => Promise<T>,
    late: (error: SparekeyError) => void = () => undefined,
    moved: () => boolean = () => false,
  ): Promise<T> {
    const { timers } = this
    let timer: unknown
    const over = new Promise<never>((_, reject) => {
      const end = () => {
        if (moved()) return this.renew()
        const error = timedOut(this.ms)
        late(error)
        reject(error)
      }
      this.#arm = () => {
        timers.clear(timer)
        timer = timers.set(end, this.left)
      }
    })
    this.#since = timers.now()
    this.#arm()
    try {
      return await Promise.race([work(), over])
    } finally {
      timers.clear(timer)
      this.#arm = () => undefined
      this.#used += timers.now() - this.#since
      this.#since = undefined
    }
  }
}

function timedOut(ms: number): SparekeyError {
  return new SparekeyError('connection-timeout', { error: 'timeout', seconds: Math.round(ms) / 1000 })
}
