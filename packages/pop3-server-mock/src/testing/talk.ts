/** A session without a socket, for tests of what it says. */
import { expect } from 'vitest'
import type { TOO_LONG } from '../protocol/lines.ts'
import type { Commit, MaildropMessage } from '../protocol/maildrop.ts'
import { settle, type AuthResult, type POP3ServerOptions, type Refusal } from '../protocol/options.ts'
import type { Outcome, Say } from '../protocol/outcome.ts'
import { Session } from '../protocol/session.ts'
import type { Credentials } from '../protocol/sasl.ts'

export const inbox: readonly MaildropMessage[] = [
  { uid: 'u1', content: Buffer.alloc(120) },
  { uid: 'u2', content: Buffer.alloc(200) },
  { uid: 'u3', content: () => undefined, size: 5 },
]

/** Answers everything a session asks for, in place of the handlers, and keeps what it was asked. */
export class Talk {
  readonly session: Session<string>
  readonly credentials: Credentials[] = []
  readonly commits: Commit[] = []
  auth: AuthResult<string> = { ok: true, user: 'mrose' }
  opened: readonly MaildropMessage[] | Refusal = inbox
  committed: Refusal | undefined
  content: 'there' | 'gone' | 'unreadable' = 'there'

  constructor(options: POP3ServerOptions<string> = {}) {
    const peer = { id: 'id', remoteAddress: '127.0.0.1', remotePort: 1, localPort: 110 }
    this.session = new Session(peer, settle({ respCodes: false, ...options }))
  }

  static signedIn(options: POP3ServerOptions<string> = {}): Talk {
    const talk = new Talk(options)
    talk.say('USER mrose')
    talk.say('PASS secret')
    expect(talk.session.state).toBe('transaction')
    return talk
  }

  hear(line: string | Buffer | typeof TOO_LONG): Say {
    let outcome: Outcome<string> = this.session.receive(typeof line === 'string' ? Buffer.from(line) : line)
    for (;;) {
      switch (outcome.do) {
        case 'say':
          return outcome
        case 'authenticate':
          this.credentials.push(outcome.credentials)
          outcome = outcome.next(this.auth)
          break
        case 'open':
          outcome = outcome.next(this.opened)
          break
        case 'commit':
          this.commits.push(outcome.commit)
          outcome = outcome.next(this.committed)
          break
        case 'send':
          outcome = outcome.next(this.content)
      }
    }
  }

  say(line: string | Buffer | typeof TOO_LONG): string | undefined {
    const { text, after } = this.hear(line)
    return after === 'command' ? text : `${text} (${after})`
  }
}
