import { errorWord, SparekeyError } from '../errors/sparekey-error.ts'
import type { Step } from './observation.ts'
import type { StepName } from '../protocols/words.ts'
import { WireProblem } from './wire.ts'

/**
 * The steps of one probe: each is timed, bounded in time, and kept with the server's words. It judges nothing; the first
 * step that fails ends the climb.
 */

/** Thrown out of a climb that has ended; its reason is in the last step. */
export class Fallen extends Error {}

type LadderOptions = {
  timeoutMs: number
  /** The server's lines since the last call. */
  heard: () => string[]
  /** Takes the secret out of a reply. */
  hide: (reply: string) => string
  onStep: (step: Step) => void
}

export class Ladder {
  readonly steps: Step[] = []
  readonly #order: readonly StepName[]
  readonly #options: LadderOptions

  constructor(order: readonly StepName[], options: LadderOptions) {
    this.#order = order
    this.#options = options
  }

  /** Does one step's work. All that the server said meanwhile becomes its reply, or that which `work` picks out. */
  async climb<T>(step: StepName, work: (pick: (reply: string) => void) => Promise<T>): Promise<T> {
    const begin = performance.now()
    const elapsed = () => Math.round(performance.now() - begin)
    let picked: string | undefined
    const reply = () => {
      const heard = this.#options.heard().join('\n')
      const said = picked ?? heard
      return said === '' ? {} : { reply: this.#options.hide(said) }
    }
    try {
      const value = await withinTime(
        this.#options.timeoutMs,
        work((said) => (picked = said)),
      )
      this.#add({ step, outcome: 'ok', ms: elapsed(), ...reply() })
      return value
    } catch (error) {
      if (error instanceof WireProblem) picked ??= error.reply
      this.#add({ step, outcome: 'failed', ms: elapsed(), ...reply(), error: wordOf(error) })
      throw new Fallen()
    }
  }

  skip(step: StepName, error: string): void {
    this.#add({ step, outcome: 'skipped', ms: 0, error })
  }

  /** Names every step that was not reached as skipped. */
  skipRest(): void {
    for (const step of this.#order.slice(this.steps.length)) this.#add({ step, outcome: 'skipped', ms: 0 })
  }

  #add(step: Step): void {
    this.steps.push(step)
    this.#options.onStep(step)
  }
}

/** An error of no known kind is a bug of ours and must not pass for something a server did. */
function wordOf(error: unknown): string {
  if (error instanceof WireProblem) return error.word
  if (error instanceof SparekeyError) return String(error.details.error ?? error.code)
  const word = errorWord(error)
  if (word === undefined) throw error
  return word
}

async function withinTime<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WireProblem('timeout')), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
