import type { Protocol } from '../settings/settings.ts'
import { imapRows } from './imap.ts'
import { pop3Rows } from './pop3.ts'
import { smtpDeliveryRows } from './smtp-delivery.ts'
import { signaturesOn, type Meaning, type Signature, type Sureness } from './signature.ts'
import { smtpSendingRows } from './smtp-sending.ts'
import { smtpSignInRows } from './smtp-sign-in.ts'
import { smtpStandardRows } from './smtp-standard.ts'

export type { Meaning, Signature, Sureness } from './signature.ts'

/**
 * The sentences by which servers say why: first match wins. Patterns look at the sentence and not at the number, which one
 * refusal shares with another; each names its evidence.
 */
export const signatures: readonly Signature[] = [
  ...signaturesOn('imap', imapRows),
  ...signaturesOn('pop3', pop3Rows),
  ...signaturesOn('smtp', [...smtpSignInRows, ...smtpSendingRows, ...smtpStandardRows]),
]

/** The same of replies that a report quotes: whoever received the message said them, and seldom about a sign-in. */
const inReports = signaturesOn('smtp', [
  ...smtpSendingRows,
  ...smtpDeliveryRows,
  ...smtpSignInRows,
  ...smtpStandardRows,
])

/**
 * What a reply means, and how surely; `undefined` if no signature knows it.
 * @param before said before the sign-in: to refuse a command there is no fault of the program's, but of the server's
 */
export function readReply(
  protocol: Protocol,
  reply: string,
  before = false,
): { means: Meaning; certainty: Sureness } | undefined {
  const signature = signatureOf(protocol, reply)
  if (!signature || (before && signature.means === 'client-protocol-error')) return undefined
  return { means: signature.means, certainty: signature.certainty }
}

/** Where in a reply the sentence stands that it is known by. */
export function sentenceIn(protocol: Protocol, reply: string): { start: number; end: number } | undefined {
  const match = signatureOf(protocol, reply)?.pattern.exec(reply)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}

/** What a reply in a report means of the message that it is about, and how surely. */
export function readReported(reply: string): { means: Meaning; certainty: Sureness } | undefined {
  const signature = inReports.find(({ pattern }) => pattern.test(reply))
  return signature && { means: signature.means, certainty: signature.certainty }
}

function signatureOf(protocol: Protocol, reply: string): Signature | undefined {
  return signatures.find(({ on, pattern }) => on === protocol && pattern.test(reply))
}
