import { refuseUnsendable } from '../secret.ts'
import { failure } from './failure.ts'

/** Who signs in, and with what: a password or app password exactly as it is to be sent, or an OAuth 2.0 access token. */
export type Credentials = { username: string; proof: Proof }
export type Proof = { kind: 'secret'; secret: string } | { kind: 'token'; token: string }

/**
 * Refuses what no mail protocol can carry, before a connection is made: a line end would begin a command of its own, and
 * NUL separates the fields of SASL PLAIN (RFC 4616, section 2). Throws `bad-secret` or, for the username, `bad-address`.
 */
export function checkCredentials({ username, proof }: Credentials): void {
  refuseUnsendable(proof.kind === 'secret' ? proof.secret : proof.token)
  if (username === '' || /[\0\r\n]/.test(username)) {
    throw failure('bad-address', 'The username is empty or holds a NUL or a line end. Nothing was sent.')
  }
}
