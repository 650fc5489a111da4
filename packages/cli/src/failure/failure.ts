/** How a run fails: a command throws a `Failure`, or lets core's `SparekeyError` through (`tell.ts` tells both). */
import type { FindingCode } from '@sparekey/core'
import type { OwnDetails, SharedDetails } from '../words/failures.ts'

type Details = OwnDetails &
  SharedDetails & {
    usage: { words: readonly string[]; next?: string }
    /** A check found why no server lets anybody in. */
    'not-let-in': { finding: FindingCode; reply?: string }
  }
type Code = keyof Details

class CodedFailure<C extends Code> extends Error {
  override readonly name = 'Failure'
  readonly code: C
  readonly details: Readonly<Details[C]>

  constructor(code: C, details: Readonly<Details[C]>, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.code = code
    this.details = details
  }
}

/** A failure of the command line's own; once its code is known, so are its details. */
export type Failure<C extends Code = Code> = { [Each in C]: CodedFailure<Each> }[C]

export const Failure = CodedFailure as {
  new <C extends Code>(code: C, details: Readonly<Details[C]>, cause?: unknown): Failure<C>
  readonly prototype: Failure
}

/**
 * A mistake on the command line, already in the person's words.
 *
 * @param next where to read more
 */
export function usageFailure(words: string | readonly string[], next?: string): Failure<'usage'> {
  return new Failure('usage', { words: [words].flat(), ...(next !== undefined && { next }) })
}
