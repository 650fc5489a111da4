import type { ErrorCode, ErrorDetails } from './details.ts'
import { messageOf } from './messages.ts'

class CodedError<Code extends ErrorCode> extends Error {
  override readonly name = 'SparekeyError'
  readonly code: Code
  readonly details: ErrorDetails<Code>

  constructor(code: Code, details: ErrorDetails<Code>, options?: ErrorOptions) {
    super(messageOf(code, details), options)
    this.code = code
    this.details = details
  }
}

/**
 * The one error type that crosses this library's API. Its `code` says what kind of failure it is, so that a program maps
 * codes to exit codes or words in one table; once the code is known, so are the `details`. Its `message` is one line of
 * English: what happened and, where it helps, what to do. It never carries a secret, in no field.
 */
export type SparekeyError<Code extends ErrorCode = ErrorCode> = { [C in Code]: CodedError<C> }[Code]

export const SparekeyError = CodedError as {
  new <Code extends ErrorCode>(code: Code, details: ErrorDetails<Code>, options?: ErrorOptions): SparekeyError<Code>
  readonly prototype: SparekeyError
}

/** The machine's word for an error (`ECONNREFUSED`), or `undefined` if it has none. */
export function errorWord(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
