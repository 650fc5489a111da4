import type { ErrorDetails } from '../errors/details.ts'
import { SparekeyError } from '../errors/sparekey-error.ts'

/**
 * Who signs in, and with what. A secret only ever goes out as a password, a token only ever by XOAUTH2. Nothing here may
 * put either into an error or a log.
 */

/** A password or app password exactly as it is to be sent, or an OAuth 2.0 access token. Never both. */
export type Proof = { secret: string; token?: undefined } | { token: string; secret?: undefined }

/** A user name, and what proves that it is the user's. */
export type Credentials = { username: string } & Proof

/** No password, and no token of Microsoft's, comes near this. */
const maxProofBytes = 16_384

/**
 * Refuses what no mail protocol can carry in one command, before a connection is made: a line end would begin a command of
 * its own, NUL and the other control characters separate the fields of SASL's messages (RFC 4616, section 2).
 * @throws SparekeyError `bad-secret`, for the username `bad-address`, `usage` for a secret and a token at once
 */
export function checkCredentials({ username, ...proof }: Credentials): void {
  checkProof(proof)
  checkUsername(username)
}

/** The same for the name alone. */
export function checkUsername(username: string): void {
  if (username === '' || /[\0-\x1f\x7f]/.test(username)) {
    throw new SparekeyError('bad-address', { problem: 'not-a-username' })
  }
}

/** The same for the proof alone. */
export function checkProof(proof: Proof): void {
  if (proof.secret !== undefined && proof.token !== undefined) {
    throw new SparekeyError('usage', { problem: 'password-and-token' })
  }
  const what = proof.token === undefined ? 'password' : 'token'
  const problem = problemOf(proof)
  if (problem !== undefined) throw new SparekeyError('bad-secret', { what, problem })
}

function problemOf({ secret, token }: Proof): ErrorDetails<'bad-secret'>['problem'] | undefined {
  const sent = token ?? secret
  if (sent === '') return 'empty'
  if (Buffer.byteLength(sent) > maxProofBytes) return 'too-long'
  if (/[\0\r\n]/.test(sent)) return 'control-character'
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) return 'not-a-token'
  return undefined
}
