import type { Security } from '../settings/settings.ts'
import type { Dialect, Welcome } from './dialect.ts'
import type { Dialogue } from './dialogue.ts'
import type { Login } from './login.ts'

/**
 * From the first byte to the open mailbox, for everyone who signs in: what comes after what, and that no secret is said
 * before TLS. How a server is reached, and what becomes of what it says, is the caller's.
 */

/** TLS and the greeting. @returns whether what follows is under TLS */
export function* open(dialect: Dialect, security: Security): Dialogue<boolean> {
  if (security === 'tls') {
    yield { do: 'begin', step: 'tls' }
    yield { do: 'secure' }
    yield { do: 'end' }
  }
  if (security === 'none') yield { do: 'skip', step: 'tls', word: 'no-tls' }
  yield { do: 'begin', step: 'greeting' }
  yield* dialect.greeting()
  yield { do: 'end' }
  if (security === 'starttls') {
    yield { do: 'begin', step: 'tls' }
    yield* dialect.startTls()
    yield { do: 'secure' }
    yield { do: 'end' }
  }
  return security !== 'none'
}

/** What the server offers, asked under TLS: what it said before may be a lie (RFC 3207, section 4.2; RFC 9051, 6.2.1). */
export function* askCapabilities(dialect: Dialect): Dialogue<string[]> {
  yield { do: 'begin', step: 'capabilities' }
  const capabilities = yield* dialect.capabilities()
  yield { do: 'end' }
  return capabilities
}

export type SignIn = {
  /** What `open` said. */
  secure: boolean
  /** What `askCapabilities` gave. */
  offered: readonly string[]
  login: Login
  /** Whether to sign in at all, once it is clear that one could. */
  asked: boolean
  /** Whether to see if the mailbox opens. */
  look: boolean
}

/** At most one attempt. @returns the server's welcome; `undefined` if the step was skipped, with the reason why */
export function* signIn(
  dialect: Dialect,
  { secure, offered, login, asked, look }: SignIn,
): Dialogue<Welcome | undefined> {
  const words = offered.map((line) => line.toUpperCase())
  const mechanism = dialect.mechanism(words, login)
  if (!secure || !mechanism || !asked) {
    const word = !secure ? 'no-tls' : mechanism ? 'not-asked' : notOffered[login.proof]
    yield { do: 'skip', step: 'sign-in', word }
    return undefined
  }
  yield { do: 'begin', step: 'sign-in' }
  const welcome = yield* dialect.signIn(mechanism, login, words)
  if (look && dialect.look) yield* dialect.look()
  yield { do: 'end', reply: welcome.reply }
  return welcome
}

const notOffered = { secret: 'password-not-offered', token: 'token-not-offered' } as const
