/**
 * New app passwords on their way from the form that made them to the one page that shows them. Each waits for its own
 * session, is handed out once, and is gone then; what nobody has fetched is gone with the next one.
 */
import type { Account } from '../../directory/account.ts'
import type { NewAppPassword } from '../../directory/app-passwords.ts'
import type { Directory } from '../../directory/directory.ts'
import type { WebSession } from '../../identity/web-sessions.ts'

const maxAtOnce = 100

export class ShownOnce {
  readonly #waiting = new Map<string, { account: Account; made: NewAppPassword }>()

  /** A secret that has become worthless, or whose owner is gone, is not kept. */
  constructor(directory: Directory) {
    directory.onChange(({ kind, account }) => {
      if (kind !== 'two-step' && kind !== 'removed') return
      for (const [session, waiting] of this.#waiting) if (waiting.account === account) this.#waiting.delete(session)
    })
  }

  put({ id, account }: WebSession, made: NewAppPassword): void {
    if (this.#waiting.size >= maxAtOnce) this.#waiting.delete(this.#waiting.keys().next().value!)
    this.#waiting.set(id, { account, made })
  }

  take({ id }: WebSession): NewAppPassword | undefined {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    return waiting?.made
  }
}
