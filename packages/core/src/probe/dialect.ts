import { saslResponses, type SaslMechanism } from '../protocols/sasl.ts'
import type { Wire } from './wire.ts'

/** How a probe speaks one protocol. Each function reads and writes whole exchanges and throws a `WireProblem` at a no. */
export type Dialect = {
  /** Reads the greeting and refuses what is not this protocol's. */
  greeting(wire: Wire): Promise<void>
  /** Asks for TLS; resolves when the handshake may begin. */
  startTls(wire: Wire): Promise<void>
  /** What the server offers, upper case: an entry is a word, or a word with its arguments (`AUTH LOGIN XOAUTH2`). */
  capabilities(wire: Wire): Promise<string[]>
  /** The way to send this password or token, `undefined` if the server's capabilities leave none. */
  mechanism(capabilities: readonly string[], login: Login): Mechanism | undefined
  /** One attempt, and a look whether the mailbox behind it opens. Resolves to the server's word of welcome. */
  signIn(wire: Wire, mechanism: Mechanism, login: Login, capabilities: readonly string[]): Promise<string>
  readonly goodbye: string
}

/** `LOGIN` and `USER` are the protocols' own commands, `PLAIN` and SMTP's `LOGIN` are SASL. */
export type Mechanism = 'LOGIN' | 'USER' | SaslMechanism

export type Login = {
  username: string
  /** A token goes by XOAUTH2 and by nothing else, a secret by anything else. */
  proof: 'secret' | 'token'
  /** Whether name and secret fit into a command without further ado: printable ASCII. */
  printable: boolean
  /** The secret or token, for writing to the wire and nothing else. From this call on it counts as sent. */
  reveal(): string
}

export function saslResponse(mechanism: SaslMechanism, login: Login): string {
  return saslResponses[mechanism](login.username, login.reveal())
}
