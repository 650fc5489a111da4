import { excerpt, failure } from '../errors/failure.ts'
import type { SparekeyError } from '../errors/sparekey-error.ts'
import type { Protocol } from '../settings/settings.ts'
import { meaningOf } from '../signatures/signatures.ts'

const messages = {
  'server-unavailable': 'The server cannot do this at the moment.',
  throttled: 'The server asks to wait.',
  'mailbox-not-connected': 'The server signed in but could not open the mailbox.',
  'token-expired': 'The access token has run out.',
} as const

/**
 * The failure that a server names in a sentence of its own, at the sign-in or later; `undefined` for one that does not, or
 * that refuses the secret. Why it refuses a secret is the diagnosis's to say.
 */
export function failureSaid(protocol: Protocol, reply: string): SparekeyError | undefined {
  const meaning = meaningOf(protocol, reply)
  if (meaning === undefined || !(meaning in messages)) return undefined
  const code = meaning as keyof typeof messages
  return failure(code, messages[code], { reply: excerpt(reply) })
}
