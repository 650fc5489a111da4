import { excerpt, failure } from '../errors/failure.ts'
import type { SparekeyError } from '../errors/sparekey-error.ts'
import type { Protocol } from '../settings/settings.ts'
import { readReply } from '../signatures/signatures.ts'

/**
 * The failure that a server names in a sentence of its own, at the sign-in or later; `undefined` for one that does not, or
 * that refuses the secret. Why it refuses a secret hangs on more than the sentence.
 * @param before said before the sign-in
 */
export function failureSaid(protocol: Protocol, reply: string, before = false): SparekeyError | undefined {
  const read = readReply(protocol, reply, before)
  if (!read) return undefined
  const { means: code, certainty } = read
  if (code === 'plain-refusal' || code === 'password-wrong' || code === 'unknown-refusal') return undefined
  const details = { reply: excerpt(reply), ...(certainty !== 'certain' && { certainty }) }
  return code === 'tls-needed' ? failure(code, { ...details, problem: 'no-tls' }) : failure(code, details)
}
