import { excerpt, failure } from '../errors/failure.ts'
import type { SparekeyError } from '../errors/sparekey-error.ts'
import type { Protocol } from '../settings/settings.ts'
import { meaningOf } from '../signatures/signatures.ts'

/** What is no refusal of the secret. */
const told = ['server-unavailable', 'throttled', 'mailbox-not-connected', 'token-expired'] as const

/**
 * The failure that a server names in a sentence of its own, at the sign-in or later; `undefined` for one that does not, or
 * that refuses the secret. Why it refuses a secret is the diagnosis's to say.
 */
export function failureSaid(protocol: Protocol, reply: string): SparekeyError | undefined {
  const meaning = meaningOf(protocol, reply)
  const code = told.find((known) => known === meaning)
  return code && failure(code, { reply: excerpt(reply) })
}
