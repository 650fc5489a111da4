type Timer = { readonly callback: () => void; readonly due: number }

/** Time that passes only when a test says so. */
export class ManualClock {
  #now: number
  readonly #timers = new Set<Timer>()
  #armed: (() => void)[] = []

  constructor(start: string | number | Date = 0) {
    this.#now = new Date(start).getTime()
  }

  now(): Date {
    return new Date(this.#now)
  }

  /** Calls back when this much time has passed, from `advance`. */
  readonly set = (callback: () => void, milliseconds: number): unknown => {
    const timer = { callback, due: this.#now + milliseconds }
    this.#timers.add(timer)
    for (const tell of this.#armed.splice(0)) tell()
    return timer
  }

  readonly clear = (timer: unknown): void => {
    this.#timers.delete(timer as Timer)
  }

  /** How long each timer has to wait yet, the shortest time first. */
  get waiting(): readonly number[] {
    return [...this.#timers].map(({ due }) => due - this.#now).toSorted((a, b) => a - b)
  }

  /** Resolves as soon as a timer waits: whoever is to be timed has begun. */
  async armed(): Promise<void> {
    if (this.#timers.size === 0) await new Promise<void>((resolve) => this.#armed.push(resolve))
  }

  /** Lets time pass: what is due on the way is called at its own time, in order, also if it was set on the way. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.due)
      next.callback()
    }
    this.#now = end
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers].filter(({ due }) => due <= end).toSorted((a, b) => a.due - b.due)[0]
  }
}
