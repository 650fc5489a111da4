/** One sign-in as a door saw it, before anybody judged it. */
import type { Protocol } from '../directory/protocol.ts'

/** SASL mechanism or the protocol's own command (`LOGIN` on IMAP, `USER` on POP3), upper case. */
export type Mechanism = 'USER' | 'LOGIN' | 'PLAIN' | 'XOAUTH2'

type Proof = { kind: 'secret'; secret: string } | { kind: 'token'; token: string }

export type Attempt = {
  protocol: Protocol
  mechanism: Mechanism
  /** As typed; the directory knows aliases. */
  username: string
  proof: Proof
  /** True inside TLS. */
  secure: boolean
  /** The connection's id: failures are counted by it, the journal names it. */
  session: string
}
