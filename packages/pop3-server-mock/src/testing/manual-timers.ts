import type { Timers } from '../options.ts'

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
    for (const timer of [...this.#timers]) {
      if (timer.due > this.#now || !this.#timers.delete(timer)) continue
      timer.callback()
    }
  }
}
