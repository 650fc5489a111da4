/** What the account page is made from, and what it knows of each request. */
import type { Account } from '../../directory/account.ts'
import type { Directory } from '../../directory/directory.ts'
import type { Clock } from '../../clock/clock.ts'
import type { Identity } from '../../identity/identity.ts'
import type { WebSession } from '../../identity/web-sessions.ts'
import type { MailStore } from '../../mail/store.ts'
import type { Journal } from '../../sign-in/journal.ts'
import type { Language } from '../../http/languages.ts'
import type { Words } from '../words/words.ts'

export type AccountPageOptions = {
  directory: Directory
  store: MailStore
  clock: Clock
  journal: Journal
  identity: Identity
  /** Aborted when the mock closes: ends pages that update live. */
  closing: AbortSignal
}

/** Who asks for a page. */
export type Visitor = {
  language: Language
  messages: Words
  /** This browser, signed in or not: what is begun before a sign-in is kept by it. */
  visit: string
  /** Undefined while nobody is signed in. */
  session: WebSession | undefined
  /** What every form of this visitor must send back. */
  formToken: string
  /** The mock's time. */
  now: Date
}

export type Env = {
  Variables: {
    visitor: Visitor
    /** What was sent, once it has passed `forms.ts`. */
    form: URLSearchParams
  }
}

/** Behind `ownersOnly`: every route there works on this account, and on no other. */
export type OwnerEnv = { Variables: Env['Variables'] & { session: WebSession; account: Account } }
