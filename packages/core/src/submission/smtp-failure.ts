import type { NodemailerError } from 'nodemailer'
import type { Circumstances } from '../errors/details.ts'
import { failure, protocolBroken, socketFailure, withCircumstances } from '../errors/failure.ts'
import type { SparekeyError } from '../errors/sparekey-error.ts'
import type { Hide } from '../wire/hide-proof.ts'

export function unavailable(reply: string): SparekeyError {
  return failure('server-unavailable', { reply })
}

/** Microsoft's refusals of a sender who is not the signed-in account: MS-SMTP-27 and MS-SMTP-28. */
const senderRefused = /SendAsDenied|\b5\.7\.60\b/

/** A reply that says no (RFC 5321, section 4.2.1): what it answers was not done. */
export const saysNo = /^[45]\d\d(?:[ -]|$)/

/**
 * Once the message was handed over, only a refusal says that it was not sent. Whatever else goes wrong then leaves it open,
 * and must say so: who took it for a failure would send the message twice.
 */
export function smtpFailure(error: NodemailerError, handedOver: boolean, hide: Hide): SparekeyError {
  const { response = '' } = error
  if (saysNo.test(response)) return refused(response, hide)
  const failed = unanswered(error, hide)
  return handedOver ? withCircumstances(failed, delivery(true), failed.cause) : failed
}

function refused(response: string, hide: Hide): SparekeyError {
  const reply = hide(response)
  if (response.startsWith('4')) return unavailable(reply)
  return senderRefused.test(response) ? failure('sender-not-allowed', { reply }) : failure('message-refused', { reply })
}

function unanswered(error: NodemailerError, hide: Hide): SparekeyError {
  const { code, response } = error
  if (response !== undefined) return notSmtp(hide(response))
  if (code === 'EPROTOCOL') return protocolBroken('no-smtp')
  if (code === 'EMESSAGE') return failure('message-refused', { problem: 'too-large' })
  if (code === 'EENVELOPE') return failure('bad-address', { problem: 'not-for-an-envelope' })
  return socketFailure(error)
}

export function notSmtp(reply: string): SparekeyError {
  return protocolBroken('no-smtp-reply', { reply })
}

export function delivery(handedOver: boolean): Circumstances {
  return handedOver ? { delivery: 'unknown' } : {}
}
