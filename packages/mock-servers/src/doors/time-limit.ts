/** Time limits of sessions, by timers that a test can replace. */

export type Timers = {
  set(callback: () => void, milliseconds: number): unknown
  clear(timer: unknown): void
}

/** They keep no process alive. */
export const systemTimers: Timers = {
  set: (callback, milliseconds) => setTimeout(callback, milliseconds).unref(),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
}

/** Calls back once when its time is over, unless it is stopped before. */
export class TimeLimit {
  readonly #timers: Timers
  readonly #milliseconds: number
  readonly #over: () => void
  #timer: unknown

  constructor(timers: Timers, milliseconds: number, over: () => void) {
    this.#timers = timers
    this.#milliseconds = milliseconds
    this.#over = over
    this.restart()
  }

  restart(): void {
    this.stop()
    this.#timer = this.#timers.set(this.#over, this.#milliseconds)
  }

  stop(): void {
    this.#timers.clear(this.#timer)
  }
}
