/** How a run fails: a command throws a `Failure`, or lets core's `SparekeyError` through (`tell.ts` tells both). */
import type { Details, OwnCode } from '../words/failures.ts'

/** A failure of the command line's own. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: OwnCode | 'usage' | 'file-missing' | 'file-unreadable' | 'account-missing' | 'bad-secret'
  readonly details: Details

  constructor(code: Failure['code'], details: Details = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.code = code
    this.details = details
  }
}

/** A mistake on the command line, already in the person's words. */
export class UsageFailure extends Failure {
  /** @param next where to read more */
  constructor(words: string | readonly string[], next?: string) {
    super('usage', { words, ...(next !== undefined && { next }) })
  }
}
