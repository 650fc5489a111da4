/**
 * What ends a session that has signed in before its client does: its token's time is over, its password is replaced, its
 * account is blocked or removed. Knows sessions by their ids only, and leaves to each protocol what it says then.
 */
import type { Account } from '../directory/account.ts'
import type { AccountChange, Directory } from '../directory/directory.ts'
import type { Clock } from '../clock/clock.ts'

/** Why Microsoft ends a session (MS-IMAP-38, MS-POP3-46). */
export type Invalidation = 'access-token-expired' | 'account-disabled' | 'password-changed'

type SignedIn = {
  account: Account
  /** The end of the token it came in with; a password has none. */
  expiresAt: Date | undefined
  tell: (why: Invalidation) => void
  timer?: ReturnType<typeof setTimeout>
}

/** Node's timers can wait no longer, and go off at once if they are told to. */
const maxWaitMs = 2 ** 31 - 1

export class SessionLife {
  readonly #clock: Clock
  readonly #sessions = new Map<string, SignedIn>()

  constructor({ clock, directory }: { clock: Clock; directory: Directory }) {
    this.#clock = clock
    clock.onChange(() => {
      for (const id of this.#sessions.keys()) this.#watch(id)
    })
    directory.onChange((change) => {
      const why = invalidation(change)
      if (!why) return
      for (const [id, { account }] of this.#sessions) if (account === change.account) this.#end(id, why)
    })
  }

  begin(id: string, { account, expiresAt }: Pick<SignedIn, 'account' | 'expiresAt'>): void {
    this.forget(id)
    this.#sessions.set(id, { account, expiresAt, tell: () => undefined })
    this.#watch(id)
  }

  /** Calls back at most once, when the session must end; never for a session that has not begun. */
  onInvalidated(id: string, tell: (why: Invalidation) => void): void {
    const session = this.#sessions.get(id)
    if (session) session.tell = tell
  }

  /** The connection is gone. */
  forget(id: string): void {
    clearTimeout(this.#sessions.get(id)?.timer)
    this.#sessions.delete(id)
  }

  /** Ends the session if its token has expired, else looks again when it does; with a frozen clock, never. */
  #watch(id: string): void {
    const session = this.#sessions.get(id)
    if (!session?.expiresAt) return
    clearTimeout(session.timer)
    const left = session.expiresAt.getTime() - this.#clock.now().getTime()
    if (left <= 0) this.#end(id, 'access-token-expired')
    else if (!this.#clock.frozen) {
      session.timer = setTimeout(() => this.#watch(id), Math.min(Math.ceil(left), maxWaitMs)).unref()
    }
  }

  #end(id: string, why: Invalidation): void {
    const session = this.#sessions.get(id)
    this.forget(id)
    session?.tell(why)
  }
}

function invalidation({ kind, account }: AccountChange): Invalidation | undefined {
  if (kind === 'password') return 'password-changed'
  if (kind === 'removed' || (kind === 'standing' && account.standing === 'blocked')) return 'account-disabled'
  return undefined
}
