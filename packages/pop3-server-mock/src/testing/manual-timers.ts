import type { Timers } from '../protocol/options.ts'

/** Time that passes only when a test says so. For tests only. */
export class ManualTimers implements Timers {
  readonly #timers = new Set<{ callback: () => void; due: number }>()
  #now = 0

  set(callback: () => void, milliseconds: number): unknown {
    const timer = { callback, due: this.#now + milliseconds }
    this.#timers.add(timer)
    return timer
  }

  clear(timer: unknown): void {
    this.#timers.delete(timer as { callback: () => void; due: number })
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds
    const due = [...this.#timers].filter((timer) => timer.due <= this.#now)
    // One that is due may have been cleared by the one before it.
    for (const timer of due) if (this.#timers.delete(timer)) timer.callback()
  }
}
