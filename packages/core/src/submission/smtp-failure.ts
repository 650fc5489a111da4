import type { NodemailerError } from 'nodemailer'
import type { Circumstances, ErrorCode } from '../errors/details.ts'
import { failure, protocolBroken, socketFailure, withCircumstances } from '../errors/failure.ts'
import type { SparekeyError } from '../errors/sparekey-error.ts'
import type { Hide } from '../wire/hide-proof.ts'
import { failureSaid } from '../wire/said.ts'

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

/** A refusal in so many words, by the cause that they tell; `message-refused` if they tell none. */
export function refused(response: string, hide: Hide): SparekeyError {
  const reply = hide(response)
  const said = failureSaid('smtp', reply)
  return said ? failure<ErrorCode>(said.code, { ...said.details, reply }) : failure('message-refused', { reply })
}

function unanswered(error: NodemailerError, hide: Hide): SparekeyError {
  const { code, response } = error
  if (response !== undefined) return notSmtp(hide(response))
  if (code === 'EPROTOCOL') return protocolBroken('no-smtp')
  if (code === 'EMESSAGE') return failure('message-too-large', {})
  if (code === 'EENVELOPE') return failure('bad-address', { problem: 'not-for-an-envelope' })
  return socketFailure(error)
}

export function notSmtp(reply: string): SparekeyError {
  return protocolBroken('no-smtp-reply', { reply })
}

export function delivery(handedOver: boolean): Circumstances {
  return handedOver ? { delivery: 'unknown' } : {}
}
