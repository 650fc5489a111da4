import { SparekeyError } from '../errors/sparekey-error.ts'

/**
 * Who signs in, and with what. A secret only ever goes out as a password, a token only ever by XOAUTH2. Nothing here may
 * put either into an error or a log.
 */

/** A password or app password exactly as it is to be sent, or an OAuth 2.0 access token. Never both. */
export type Proof = { secret: string; token?: undefined } | { token: string; secret?: undefined }

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
    throw new SparekeyError('bad-address', 'The username is empty or holds a control character. Nothing was sent.')
  }
}

/** The same for the proof alone. */
export function checkProof(proof: Proof): void {
  if (proof.secret !== undefined && proof.token !== undefined) {
    throw new SparekeyError('usage', 'A sign-in takes a password or a token, not both. Nothing was sent.')
  }
  const what = proof.token === undefined ? 'password' : 'token'
  const problem = problemOf(proof)
  if (problem === undefined) return
  throw new SparekeyError('bad-secret', `The ${what} was not sent: ${problem}.`, { details: { problem } })
}

function problemOf({ secret, token }: Proof): string | undefined {
  const sent = token ?? secret
  if (sent === '') return 'it is empty'
  if (Buffer.byteLength(sent) > maxProofBytes) return `it is longer than ${maxProofBytes} bytes`
  if (/[\0\r\n]/.test(sent)) return 'it contains a NUL character or a line break, which no mail protocol can carry'
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) return 'it contains a character that no token has'
  return undefined
}
