import { checkProof } from '../credentials/credentials.ts'
import type { FindingCode } from '../errors/codes.ts'
import type { ErrorDetails } from '../errors/details.ts'
import { SparekeyError } from '../errors/sparekey-error.ts'
import type { Network } from '../network/network.ts'
import { clouds, type Cloud } from '../oauth/clouds.ts'
import { networkFetch } from '../wire/network-fetch.ts'
import { excerpt, failure, withCircumstances } from '../errors/failure.ts'

/** A message for Graph, and the token that permits to send it. */
export type GraphMessage = {
  /** For Graph, with `Mail.Send`. */
  accessToken: string
  raw: Buffer
  network: Network
  /** `global` if unset. */
  cloud?: Cloud | undefined
  signal?: AbortSignal | undefined
}

/**
 * Sends one message by Microsoft Graph (MS-OAUTH-53), the way that stays open where SMTP AUTH is off for a mailbox. Graph
 * knows no envelope: it reads the recipients from the message's To, Cc and Bcc, and takes Bcc out before delivery.
 *
 * Asks once, never again. If no clear answer comes, the error's `details.delivery` is `unknown`. Throws `SparekeyError`:
 * what `refusals` names, with `details.reply`; a finding about the network; `bad-secret`, `protocol-broken`, `aborted`.
 */
export async function sendByGraph(message: GraphMessage): Promise<{ reply: string }> {
  const { accessToken, raw, network, cloud = 'global', signal } = message
  checkProof({ token: accessToken })
  const fetch = networkFetch(network, { signal })
  const response = await fetch(`${clouds[cloud].graph}/v1.0/me/sendMail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'text/plain' },
    body: raw.toString('base64'),
  }).catch((error: unknown) => {
    throw lost(error)
  })
  const { status } = response
  if (status === 202) return { reply: '202 Accepted' }
  const said = errorIn(await response.text())
  const words = [said.code, said.message].filter(Boolean).join(': ').replaceAll(accessToken, '[hidden]')
  throw refusal(status, words)
}

type Row = {
  status?: number
  /** How the answer begins: Graph's code, a colon, its sentence. */
  says?: RegExp
  code: Exclude<FindingCode, 'host-not-found' | 'tls-needed' | 'mx-elsewhere'> | 'message-refused'
  problem?: ErrorDetails<'message-refused'>['problem']
}

/** What Graph answers, in order: first match wins. Anything else below 500 is a refusal of the message. */
const refusals: readonly Row[] = [
  { status: 401, says: /\btoken is expired\b/i, code: 'token-expired' }, // MS-OAUTH-54
  { status: 401, says: /\bInvalid audience\b/i, code: 'token-wrong-audience' }, // assumed
  { status: 401, code: 'token-refused' },
  { says: /^ErrorSendAsDenied\b/, code: 'sender-not-allowed' }, // MS-OAUTH-58
  { says: /^ErrorAccountSuspend\b/, code: 'account-blocked' }, // MS-OAUTH-55
  { says: /^ErrorAccessDenied\b/, code: 'consent-missing' },
  { says: /^ErrorMessageSubmissionBlocked\b|\bWASCL UserAction verdict\b/, code: 'sender-unverified' }, // as MS-SMTP-67, assumed
  { says: /^ErrorExceededMessageLimit\b/, code: 'quota-exceeded' }, // assumed: Microsoft's names of errors
  { says: /^(MailboxNot(Enabled|Supported)ForRESTAPI|ErrorNonExistentMailbox)\b/, code: 'no-mailbox' }, // assumed, as that
  { status: 429, code: 'throttled' },
  { status: 503, code: 'server-unavailable' },
  { says: /^ErrorQuotaExceeded\b/, code: 'mailbox-full' }, // MS-OAUTH-59
  { status: 413, code: 'message-too-large' }, // MS-OAUTH-59
  { says: /^ErrorMessageSizeExceeded\b/, code: 'message-too-large' },
  { says: /^ErrorInvalidRecipients\b/, code: 'recipient-refused' }, // MS-OAUTH-57
  { status: 501, code: 'message-refused', problem: 'request-unknown' },
]

function refusal(status: number, words: string): SparekeyError {
  const details = { status, reply: excerpt(`${status} ${words}`.trim()) }
  const row = refusals.find((row) => (row.status ?? status) === status && (row.says?.test(words) ?? true))
  if (row) return failure(row.code, { ...details, ...(row.problem !== undefined && { problem: row.problem }) })
  if (status >= 400 && status < 500) return failure('message-refused', details)
  return status < 400
    ? failure('protocol-broken', { problem: 'graph-unclear', ...details, delivery: 'unknown' })
    : failure('server-unavailable', { ...details, delivery: 'unknown' })
}

/** A request that ended without an answer: it was under way, or it never began. */
function lost(error: unknown): unknown {
  if (!(error instanceof SparekeyError) || error.details.sent === undefined) return error
  return withCircumstances(error, { delivery: 'unknown' }, error)
}

/** `{ "error": { "code": "ErrorSendAsDenied", "message": "…" } }`; nothing of anything else. */
function errorIn(body: string): { code: string; message: string } {
  const nothing = { code: '', message: '' }
  try {
    const { error } = JSON.parse(body) as { error?: { code?: unknown; message?: unknown } }
    const text = (value: unknown) => (typeof value === 'string' ? value.replaceAll(/[\p{Cc}\s]+/gu, ' ') : '')
    return { code: text(error?.code), message: text(error?.message) }
  } catch {
    return nothing
  }
}
