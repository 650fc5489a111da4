/** What Microsoft Graph says to `POST /me/sendMail`, word for word, with the evidence beside it. Decides nothing. */
import type { Trace } from './oauth.ts'

/** Why Graph did not send a message. */
export type GraphRefusal =
  | 'token-missing'
  | 'token-unknown'
  | 'token-expired'
  | 'token-revoked'
  | 'wrong-audience'
  | 'missing-scope'
  | 'account-suspended'
  | 'body-not-base64'
  | 'no-recipients'
  | 'send-as-denied'
  | 'mailbox-full'
  | 'too-large'
  | 'not-mime'
  | 'not-emulated'

type Words = { status: 400 | 401 | 403 | 413 | 501 | 507; code: string; message: string }

export const refusals = {
  // MS-OAUTH-54: of tokens
  'token-missing': { status: 401, code: 'InvalidAuthenticationToken', message: 'Access token is empty.' },
  'token-unknown': {
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: 'CompactToken parsing failed with error code: 80049217',
  },
  'token-expired': {
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: 'Lifetime validation failed, the token is expired.',
  },
  'token-revoked': {
    status: 401,
    code: 'InvalidAuthenticationToken',
    message:
      'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
  },
  'wrong-audience': {
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: 'Access token validation failure. Invalid audience.',
  },
  // MS-OAUTH-55
  'missing-scope': {
    status: 403,
    code: 'ErrorAccessDenied',
    message: 'Access is denied. Check credentials and try again.',
  },
  'account-suspended': {
    status: 403,
    code: 'ErrorAccountSuspend',
    message: 'Account suspended. Follow the instructions in your Inbox to verify your account.',
  },
  // MS-OAUTH-56
  'body-not-base64': {
    status: 400,
    code: 'ErrorMimeContentInvalidBase64String',
    message: 'Invalid base64 string for MIME content.',
  },
  // MS-OAUTH-57
  'no-recipients': {
    status: 400,
    code: 'ErrorInvalidRecipients',
    message: "At least one recipient is not valid., A message can't be sent because it contains no recipients.",
  },
  // MS-OAUTH-58
  'send-as-denied': {
    status: 403,
    code: 'ErrorSendAsDenied',
    message:
      'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account., Cannot submit message.',
  },
  // MS-OAUTH-59
  'mailbox-full': {
    status: 507,
    code: 'ErrorQuotaExceeded',
    message: 'The process failed to get the correct properties., Cannot save changes made to an item to store.',
  },
  'too-large': { status: 413, code: 'BadRequest', message: 'Maximum request length exceeded.' },
  'not-mime': { status: 400, code: 'ErrorMimeContentInvalid', message: 'The MIME content is invalid.' },
  // Microsoft would answer; the mock has this one call, in this one form.
  'not-emulated': {
    status: 501,
    code: 'NotImplemented',
    message: 'The mock takes POST /v1.0/me/sendMail only, with a MIME message in base64 as text/plain.',
  },
} as const satisfies Record<GraphRefusal, Words>

export function errorBody(reason: GraphRefusal, { traceId, correlationId, at }: Trace): object {
  const { code, message } = refusals[reason]
  const date = at.toISOString().slice(0, 19)
  return { error: { code, message, innerError: { date, 'request-id': traceId, 'client-request-id': correlationId } } }
}
