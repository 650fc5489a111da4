import type { Dialogue } from './dialogue.ts'
import type { Login, Mechanism } from './login.ts'

/** How one protocol is spoken up to the sign-in. Each dialogue is a whole exchange, and stops at a no. */
export type Dialect = {
  /** Hears the greeting and stops at what is not this protocol's. */
  greeting(): Dialogue<void>
  /** Asks for TLS, if the server offers it; ends when the handshake may begin. */
  startTls(): Dialogue<void>
  /** What the server offers, as it wrote it: an entry is a word, or a word with its arguments (`AUTH LOGIN XOAUTH2`). */
  capabilities(): Dialogue<string[]>
  /** The SASL mechanisms among what the server offers, in upper case as `offered` is. */
  mechanisms(offered: readonly string[]): string[]
  /** The way to send this password or token, `undefined` if what the server offers leaves none. */
  mechanism(offered: readonly string[], login: Login): Mechanism | undefined
  /** One attempt. */
  signIn(mechanism: Mechanism, login: Login, offered: readonly string[]): Dialogue<Welcome>
  /** Sees whether the mailbox opens. Microsoft may accept a sign-in and have no mailbox for it (MS-IMAP-13, MS-POP3-18). */
  look?(): Dialogue<void>
  readonly goodbye: string
}

export type Welcome = {
  reply: string
  /** What the server offers from here on, if it said so. */
  capabilities?: string[]
}
