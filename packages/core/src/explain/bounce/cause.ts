import type { FindingCode } from '../../errors/codes.ts'
import { readReported } from '../../signatures/signatures.ts'

/** What a message was not delivered for, as far as a server's words, or a report's numbers, tell. */
export type DeliveryCause = { code: FindingCode; certainty: 'certain' | 'likely' | 'possible' }

/** Between two servers, what else would be a fault of one's own connection. */
const between: ReadonlySet<string> = new Set<FindingCode>(['connection-dropped', 'idle-timeout', 'server-unavailable'])

/** A reply of which only the class is known, or that refuses a sign-in without a reason, tells no cause. */
export function causeIn(reply: string): DeliveryCause | undefined {
  const read = readReported(reply)
  if (read === undefined || read.certainty === 'possible' || read.means === 'plain-refusal') return undefined
  const { means, certainty } = read
  return between.has(means) ? { code: 'recipient-unreachable', certainty: 'likely' } : { code: means, certainty }
}

/** What a mail system tells in words of its own: then it speaks of the recipient, and never of trust. */
export function causeInWords(words: string): DeliveryCause | undefined {
  const cause = causeIn(words)
  return cause && ofRecipient.has(cause.code) ? { code: cause.code, certainty: 'likely' } : undefined
}

const ofRecipient: ReadonlySet<string> = new Set<FindingCode>([
  'recipient-refused',
  'recipient-unreachable',
  'mailbox-full',
  'message-too-large',
])

/** By the number alone (RFC 3463), where nobody said a word. */
export function causeOfStatus(status: string): DeliveryCause | undefined {
  const cause = causeIn(status)
  return cause && { ...cause, certainty: 'possible' }
}
