/** Signing in over POP3: what USER and PASS or AUTH brought, judged by the gate and said by the voice. */
import type { AuthResult, Credentials } from 'pop3-server-mock'
import type { Mailbox } from '../../mail/mailbox.ts'
import type { Attempt, Mechanism } from '../../sign-in/attempt.ts'
import type { Invalidation } from '../../sign-in/session-life.ts'
import { refusal, signedIn, type SignInVerb } from '../../voices/pop3.ts'
import type { DoorOptions } from '../door.ts'

/** Somebody who has signed in. */
export type User = {
  mailbox: Mailbox
  /** Set once the session may not go on: the next command is told. */
  invalidated: Invalidation | undefined
}

type Services = {
  gate: DoorOptions<unknown>['gate']
  mailboxes: (address: string) => Mailbox
}

export function signIn(
  { gate, mailboxes }: Services,
  credentials: Credentials,
  session: { id: string; secure: boolean },
): AuthResult<User> {
  const attempt = attemptFrom(credentials, session)
  const verb: SignInVerb = attempt.mechanism === 'USER' ? 'PASS' : 'AUTH'
  const { decision, reply } = gate.attempt(attempt, (decision) =>
    decision.outcome === 'accepted' ? signedIn[verb].text : refusal(decision.reason, { verb, last: decision.last }),
  )
  if (decision.outcome === 'refused') return { ok: false, reply: { text: reply, close: decision.last } }
  const user: User = { mailbox: mailboxes(decision.address), invalidated: undefined }
  gate.onInvalidated(session.id, (why) => (user.invalidated = why))
  return { ok: true, user }
}

function attemptFrom(credentials: Credentials, { id, secure }: { id: string; secure: boolean }): Attempt {
  if (credentials.mechanism === 'APOP') throw new Error('APOP is disabled')
  return {
    protocol: 'pop3',
    mechanism: credentials.mechanism satisfies Mechanism,
    username: credentials.username,
    proof:
      credentials.mechanism === 'XOAUTH2'
        ? { kind: 'token', token: credentials.token }
        : { kind: 'secret', secret: credentials.password },
    secure,
    session: id,
  }
}
