import type { NodemailerError } from 'nodemailer'
import { failure, protocolBroken, socketFailure } from '../errors/failure.ts'
import type { ErrorDetails, SparekeyError } from '../errors/sparekey-error.ts'
import type { Hide } from '../wire/hide-proof.ts'

export function unavailable(reply: string): SparekeyError {
  return failure('server-unavailable', 'The server cannot do this at the moment.', { reply })
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
  if (!handedOver) return failed
  const message = `${failed.message} The message may have been sent: look before sending it again.`
  return failure(failed.code, message, { ...failed.details, ...delivery(true) }, failed.cause)
}

function refused(response: string, hide: Hide): SparekeyError {
  const reply = hide(response)
  if (response.startsWith('4')) return unavailable(reply)
  return senderRefused.test(response)
    ? failure('sender-not-allowed', 'The account may not send as this sender.', { reply })
    : failure('message-refused', 'The server refused the message.', { reply })
}

function unanswered(error: NodemailerError, hide: Hide): SparekeyError {
  const { code, response } = error
  if (response !== undefined) return notSmtp(hide(response))
  if (code === 'EPROTOCOL') return protocolBroken('The server did not speak SMTP.')
  if (code === 'EMESSAGE') return failure('message-refused', 'The message is larger than the server takes.')
  if (code === 'EENVELOPE') return failure('bad-address', error.message)
  return socketFailure(error)
}

export function notSmtp(reply: string): SparekeyError {
  return protocolBroken('The server did not answer as SMTP does.', reply)
}

export function delivery(handedOver: boolean): ErrorDetails {
  return handedOver ? { delivery: 'unknown' } : {}
}
