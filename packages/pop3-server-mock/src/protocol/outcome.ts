/**
 * What the state machine wants done next. It does nothing itself: whoever holds the socket carries an outcome out, and
 * hands what came of it to `next`, which is the outcome after that. Every chain ends in something to say.
 */
import type { Commit, MaildropMessage } from './maildrop.ts'
import type { AuthResult, Refusal } from './options.ts'
import type { Credentials } from './sasl.ts'

export type Say = {
  readonly do: 'say'
  /** Without the last CRLF; `undefined`: nothing is said. */
  readonly text: string | undefined
  /** What follows: the next command, the end of the connection, or the TLS handshake. */
  readonly after: 'command' | 'close' | 'tls'
}

export type Outcome<User> =
  | Say
  | {
      readonly do: 'authenticate'
      readonly credentials: Credentials
      next(result: AuthResult<User>): Outcome<User>
    }
  | {
      readonly do: 'open'
      next(result: readonly MaildropMessage[] | Refusal): Outcome<User>
    }
  | {
      readonly do: 'commit'
      readonly commit: Commit
      next(refusal: Refusal | void): Outcome<User>
    }
  | {
      /** If the content is there, it follows the status line. */
      readonly do: 'send'
      readonly message: MaildropMessage
      /** TOP: so many lines of the body; `undefined`: all of it. */
      readonly lines: number | undefined
      next(content: 'there' | 'gone' | 'unreadable'): Say
    }
