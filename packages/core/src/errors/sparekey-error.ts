import type { FindingCode, ProblemCode } from './codes.ts'

/**
 * The one error type that crosses this library's API. Its `code` says what kind of failure it is, so that a program maps
 * codes to exit codes or words in one table. It must never carry a secret, in no field.
 */

export type ErrorDetails = Readonly<Record<string, string | number | readonly string[]>>

export class SparekeyError extends Error {
  override readonly name = 'SparekeyError'
  readonly code: FindingCode | ProblemCode
  /** What the message speaks of, for programs and translations: `{ host }`, `{ path, mistakes: ['$.connect: …'] }`. */
  readonly details: ErrorDetails

  /** @param message one line of English: what happened and, where it helps, what to do. */
  constructor(
    code: FindingCode | ProblemCode,
    message: string,
    options: { details?: ErrorDetails; cause?: unknown } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.details = options.details ?? {}
  }
}

/** The machine's word for an error (`ECONNREFUSED`), or `undefined` if it has none. */
export function errorWord(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
