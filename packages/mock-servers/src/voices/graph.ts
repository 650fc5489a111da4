/** What Microsoft Graph says to `POST /me/sendMail`. Says what was decided, decides nothing. */
import type { Trace } from './oauth.ts'
import type { Said } from './said.ts'

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

type GraphWords = Said & { readonly status: 400 | 401 | 403 | 413 | 501 | 507; readonly error: string }

export const refusals = {
  'token-missing': {
    status: 401,
    error: 'InvalidAuthenticationToken',
    text: 'Access token is empty.',
    evidence: 'MS-OAUTH-54',
  },
  'token-unknown': {
    status: 401,
    error: 'InvalidAuthenticationToken',
    text: 'CompactToken parsing failed with error code: 80049217',
    evidence: 'MS-OAUTH-54',
  },
  'token-expired': {
    status: 401,
    error: 'InvalidAuthenticationToken',
    text: 'Lifetime validation failed, the token is expired.',
    evidence: 'MS-OAUTH-54',
  },
  'token-revoked': {
    status: 401,
    error: 'InvalidAuthenticationToken',
    text: 'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    evidence: 'MS-OAUTH-54',
  },
  'wrong-audience': {
    status: 401,
    error: 'InvalidAuthenticationToken',
    text: 'Access token validation failure. Invalid audience.',
    evidence: 'MS-OAUTH-54',
  },
  'missing-scope': {
    status: 403,
    error: 'ErrorAccessDenied',
    text: 'Access is denied. Check credentials and try again.',
    evidence: 'MS-OAUTH-55',
  },
  'account-suspended': {
    status: 403,
    error: 'ErrorAccountSuspend',
    text: 'Account suspended. Follow the instructions in your Inbox to verify your account.',
    evidence: 'MS-OAUTH-55',
  },
  'body-not-base64': {
    status: 400,
    error: 'ErrorMimeContentInvalidBase64String',
    text: 'Invalid base64 string for MIME content.',
    evidence: 'MS-OAUTH-56',
  },
  'no-recipients': {
    status: 400,
    error: 'ErrorInvalidRecipients',
    text: "At least one recipient is not valid., A message can't be sent because it contains no recipients.",
    evidence: 'MS-OAUTH-57',
  },
  'send-as-denied': {
    status: 403,
    error: 'ErrorSendAsDenied',
    text: 'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account., Cannot submit message.',
    evidence: 'MS-OAUTH-58',
  },
  'mailbox-full': {
    status: 507,
    error: 'ErrorQuotaExceeded',
    text: 'The process failed to get the correct properties., Cannot save changes made to an item to store.',
    evidence: 'MS-OAUTH-59',
  },
  'too-large': { status: 413, error: 'BadRequest', text: 'Maximum request length exceeded.', evidence: 'MS-OAUTH-59' },
  'not-mime': {
    status: 400,
    error: 'ErrorMimeContentInvalid',
    text: 'The MIME content is invalid.',
    evidence: 'MS-OAUTH-59',
  },
  // Microsoft would answer; the mock has this one call, in this one form.
  'not-emulated': {
    status: 501,
    error: 'NotImplemented',
    text: 'The mock takes POST /v1.0/me/sendMail only, with a MIME message in base64 as text/plain.',
    evidence: 'RFC 9110, section 15.6.2',
  },
} as const satisfies Record<GraphRefusal, GraphWords>

export function errorBody(reason: GraphRefusal, { traceId, correlationId, at }: Trace): object {
  const { error: code, text: message } = refusals[reason]
  const date = at.toISOString().slice(0, 19)
  return { error: { code, message, innerError: { date, 'request-id': traceId, 'client-request-id': correlationId } } }
}
