/** Failures that have words of the command line's own, and what those words speak of. */
import type { ErrorDetails, ProblemCode } from '@sparekey/core'

/** Why there is no secret. */
export type MissingSecret =
  | 'empty-line'
  | 'empty-token-line'
  | 'nothing-typed'
  | 'nobody-to-ask-for-mail'
  | 'nobody-to-ask-for-login'

/** What is wrong in a file of JSON that a person has written; `path` is a JSON path. */
export type FileMistake = { path: string; code: 'not-json' | 'not-an-object' | 'unknown-key' | 'not-a-client-id' }

/** A mistake that is in the person's words already, by whoever knows the file. */
type ToldMistake = { line: string }

/** Failures of the command line's own, and what each speaks of: foreign text, made plain where it is shown. */
export type OwnDetails = {
  'missing-secret': { why: MissingSecret }
  'bad-config': { path: string; mistakes: readonly (FileMistake | ToldMistake)[] }
  'bad-client-id': object
  'client-id-missing': { path: string }
  'no-token': { address: string }
  'keyring-unavailable': object
  'store-not-private': { path: string; mend: string }
  'store-damaged': { path: string }
  'store-busy': { path: string }
  'port-in-use': { host: string; port: number; word: string }
  'cannot-listen': { host: string; port: number; word: string }
  'output-exists': { path: string }
  'output-failed': { path: string }
  'write-failed': { word: string }
  interrupted: object
  internal: { word: string }
}

export type OwnCode = keyof OwnDetails

/** Failures that core knows as well. `config` is the file that leads to this one, `word` the machine's. */
export type SharedDetails = {
  'account-missing': { address: string }
  'bad-secret': object
  /** `isMap`: it is the server map of the run. */
  'file-missing': { path: string; config?: string; isMap?: boolean }
  'file-unreadable': { path: string; word?: string; config?: string }
}

type CoreCode = Exclude<ProblemCode, keyof SharedDetails | 'usage'>

/** What the words of each failure speak of; its mistakes are lines by then. */
export type ProblemDetails = { [C in OwnCode]: WithLines<OwnDetails[C]> } & SharedDetails & {
    [C in CoreCode]: WithLines<ErrorDetails<C>>
  }

/** The words of these failures. */
export type Problems<C extends keyof ProblemDetails> = {
  problems: { [Each in C]: (of: ProblemDetails[Each]) => string }
}

/** For failures that leave a person with something to do that does not fit into the sentence. */
export type Remedies<C extends keyof ProblemDetails> = {
  remedies: { [Each in C]: (of: ProblemDetails[Each]) => readonly string[] }
}

type WithLines<D> = D extends { mistakes: unknown } ? { path: string; mistakes: readonly string[] } : D
