/** What a file of this folder says about its verbs. It writes untagged lines itself and returns the tagged one. */
import type { Argument } from '../syntax/parse.ts'
import type { Result } from '../session/refusal.ts'
import type { Session } from '../session/session.ts'

export type Request = {
  session: Session
  tag: string
  /** Without `UID`. */
  verb: string
  args: readonly Argument[]
  /** The set names UIDs, not numbers. */
  uid: boolean
}

/** When a verb may be used; anywhere else it is in the wrong state (MS-IMAP-28). */
export type CommandState = 'any' | 'anonymous' | 'signed-in' | 'selected'

export type CommandRules = {
  verbs: readonly string[]
  state: CommandState
  /** Fewest and most; anything else is the wrong number (MS-IMAP-25). */
  args: readonly [number, number]
}

export type CommandFile = CommandRules & { run(request: Request): Result | Promise<Result> }
