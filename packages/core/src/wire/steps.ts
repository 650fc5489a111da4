import { errorWord, SparekeyError } from '../errors/sparekey-error.ts'
import type { Network } from '../network/network.ts'
import { Stop } from '../protocols/dialogue.ts'
import type { Step, StepName } from '../protocols/step.ts'
import type { Hide } from './hide-proof.ts'
import { machineTimers, TimeLimit } from './time-limit.ts'

/** Thrown when a step failed, which is the end of the dialogue. The server's words in it are without the secret. */
export class StepFailed extends Error {
  readonly step: Step

  constructor(step: Step, cause: unknown) {
    super(step.error, { cause })
    this.step = step
  }
}

type UnderWay = { name: StepName; begun: number; time: TimeLimit; heard: string[] }

/** The steps of one way to a server: each is timed, and told as it ends, with what the server said in it. */
export class Steps {
  /** Takes the secret out of whatever the server says. */
  hide: Hide
  readonly #network: Network
  readonly #tell: (step: Step) => void
  #underWay: UnderWay | undefined

  constructor(network: Network, hide: Hide, tell: (step: Step) => void) {
    this.#network = network
    this.hide = hide
    this.#tell = tell
  }

  /** @returns the time that the step may take */
  begin(name: StepName): TimeLimit {
    const { timeoutMs, timers = machineTimers } = this.#network
    const time = new TimeLimit(timeoutMs, timers)
    this.#underWay = { name, begun: timers.now(), time, heard: [] }
    return time
  }

  /** The time of the step under way. */
  get time(): TimeLimit {
    return this.#underWay!.time
  }

  heard(line: string): void {
    this.#underWay!.heard.push(line)
  }

  /** @param reply what to keep of the server's words; all of them if unset. @param rest what came of a line that is not whole */
  end(reply: string | undefined, rest: string): void {
    this.#over({ outcome: 'ok' }, reply ?? this.#words(rest))
  }

  skip(step: StepName, error: string): void {
    this.#tell({ step, outcome: 'skipped', ms: 0, error })
  }

  /** What to throw for an error; itself, if no step is under way or it is a bug, which must not pass for a server's doing. */
  failed(error: unknown, rest: string): unknown {
    const word = this.#underWay && wordOf(error)
    if (word === undefined) return error
    const said = error instanceof Stop ? error.reply : undefined
    // A line without end is cut, and of a secret that was cut first the rest would stay.
    const cut = word === 'endless' ? this.hide(rest).slice(0, 80) : rest
    return new StepFailed(this.#over({ outcome: 'failed', error: word }, said ?? this.#words(cut)), error)
  }

  #over(outcome: Pick<Step, 'outcome' | 'error'>, said: string): Step {
    const { name, begun, time } = this.#underWay!
    this.#underWay = undefined
    const ms = Math.round(time.timers.now() - begun)
    const step = { step: name, ms, ...outcome, ...(said !== '' && { reply: this.hide(said) }) }
    this.#tell(step)
    return step
  }

  #words(rest: string): string {
    return [...this.#underWay!.heard, ...(rest === '' ? [] : [rest])].join('\n')
  }
}

/** The word for an error that has one: a dialogue's, ours, or the machine's. */
export function wordOf(error: unknown): string | undefined {
  if (error instanceof Stop) return error.word
  if (error instanceof SparekeyError) {
    if (error.code === 'not-a-mail-server') return error.details.problem
    return ('error' in error.details && error.details.error) || error.code
  }
  return errorWord(error)
}
