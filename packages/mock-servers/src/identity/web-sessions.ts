/**
 * Who is signed in in which browser. A session is made by the sign-in page and found again by its cookie; its id changes
 * with every sign-in, and nothing but the id ever leaves.
 */
import type { Account } from '../directory/account.ts'
import { randomId, typableCode } from './random-id.ts'

export type WebSession = {
  readonly id: string
  readonly account: Account
  /** Whether a second factor was shown. */
  readonly multiFactor: boolean
  readonly signedInAt: Date
}

/** The oldest are forgotten beyond this. */
const maxSessions = 1000

export class WebSessions {
  /** Named differently in every instance: cookies do not tell the ports of one machine apart. */
  readonly cookieName = `ESTSAUTH${typableCode(6)}`
  readonly #sessions = new Map<string, WebSession>()

  begin(account: Account, { multiFactor, at }: { multiFactor: boolean; at: Date }): WebSession {
    if (this.#sessions.size >= maxSessions) this.#sessions.delete(this.#sessions.keys().next().value!)
    const session = { id: randomId(), account, multiFactor, signedInAt: at }
    this.#sessions.set(session.id, session)
    return session
  }

  /** @param id the cookie's value, if there is a cookie */
  find(id: string | undefined): WebSession | undefined {
    return id === undefined ? undefined : this.#sessions.get(id)
  }

  end(id: string): void {
    this.#sessions.delete(id)
  }

  /** In every browser: its owner signs out everywhere, changes his password, or is gone. */
  endAll(account: Account): void {
    for (const session of this.#sessions.values()) if (session.account === account) this.end(session.id)
  }

  reset(): void {
    this.#sessions.clear()
  }
}

/**
 * The `Set-Cookie` field for a session, or for its end. Lax: a link from elsewhere to the authorization endpoint must find
 * its session, a form from elsewhere must not.
 */
export function sessionCookie(name: string, id: string | null, { secure }: { secure: boolean }): string {
  const attributes = [
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
    ...(id === null ? ['Max-Age=0'] : []),
  ]
  return [`${name}=${id ?? ''}`, ...attributes].join('; ')
}
