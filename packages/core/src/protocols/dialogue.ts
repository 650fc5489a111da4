import type { ProbeWord, StepName } from './step.ts'

/**
 * What a dialogue with a server does next. Whoever drives the dialogue does it, and answers `hear` with the server's next
 * line. A dialogue holds no socket and no clock, so that it is the same over any connection, and in a test over none.
 */
export type Move =
  /** Write a line; its end is added. */
  | { do: 'say'; line: string }
  | { do: 'hear' }
  /** Begin TLS and verify the server. Whatever was received and not heard until then was put in by someone on the way. */
  | { do: 'secure' }
  | { do: 'begin'; step: StepName }
  /** The step went well. `reply`: what to keep of the server's words, if it is not all of them. */
  | { do: 'end'; reply?: string }
  | { do: 'skip'; step: StepName; word: ProbeWord }

export type Dialogue<T> = Generator<Move, T, string>

/** Thrown by a dialogue that cannot go on. The reply is all that was heard in the step, if none is given. */
export class Stop extends Error {
  readonly word: ProbeWord
  readonly reply: string | undefined

  constructor(word: ProbeWord, reply?: string) {
    super(word)
    this.word = word
    this.reply = reply
  }
}

export function* hear(): Dialogue<string> {
  return yield { do: 'hear' }
}

export function* say(line: string): Dialogue<void> {
  yield { do: 'say', line }
}
