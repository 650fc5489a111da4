import { failure } from '../errors/failure.ts'
import type { FindingCode } from '../errors/codes.ts'
import type { ErrorDetails, SparekeyError } from '../errors/sparekey-error.ts'

/**
 * A refusal of the identity service's (RFC 6749, 5.2 and 4.1.2.1), and what it means to a person. Holds nothing that was
 * sent: what a server repeats of it is taken out.
 */
export type Refusal = {
  /** RFC 6749's word, such as `invalid_grant`. */
  error: string
  /** Microsoft's number: 50076 for `AADSTS50076`. */
  aadsts?: number
  /** The server's sentence, in one line; empty where it said none. */
  description: string
  /** HTTP status; unknown for what came by way of the browser. */
  status?: number
  /** By which an administrator finds the sign-in in the log. */
  traceId?: string
}

const maxDescription = 500

/**
 * Reads a refusal from whatever stood in the answer.
 * @param hidden what was sent and must not come back
 */
export function readRefusal(
  body: Readonly<Record<string, unknown>>,
  { status, hidden = [] }: { status?: number; hidden?: readonly string[] } = {},
): Refusal | undefined {
  if (typeof body['error'] !== 'string' || body['error'] === '') return undefined
  const clean = (text: string) =>
    hidden.reduce((rest, secret) => rest.replaceAll(secret, '[hidden]'), text).replaceAll(/[\p{Cc}\s]+/gu, ' ')
  const text = clean(typeof body['error_description'] === 'string' ? body['error_description'] : '')
  const [description = ''] = text.split(/ Trace ID: /)
  const aadsts = numberIn(body['error_codes'], text)
  const traceId = /Trace ID: ([\da-f-]{36})/i.exec(text)?.[1]
  return {
    error: clean(body['error']).slice(0, 100),
    description: description.trim().slice(0, maxDescription),
    ...(aadsts !== undefined && { aadsts }),
    ...(status !== undefined && { status }),
    ...(traceId !== undefined && { traceId }),
  }
}

function numberIn(codes: unknown, text: string): number | undefined {
  const first: unknown = Array.isArray(codes) ? codes[0] : undefined
  if (typeof first === 'number' && Number.isSafeInteger(first) && first > 0) return first
  const named = /\bAADSTS(\d{4,9})\b/.exec(text)?.[1]
  return named === undefined ? undefined : Number(named)
}

/** The error that crosses the API: the finding, the number, and the server's own sentence. */
export function refusalFailure(refusal: Refusal): SparekeyError {
  const { error, aadsts, description, traceId } = refusal
  const name = aadsts === undefined ? error : `${error}, AADSTS${aadsts}`
  const details: ErrorDetails = {
    error,
    ...(aadsts !== undefined && { aadsts }),
    reply: description === '' ? error : description,
    ...(traceId !== undefined && { traceId }),
  }
  return failure(findingBehind(refusal), `Microsoft refused to give a token (${name}).`, details)
}

/** What a refusal must say to fall under a row; what a row leaves out may be anything. */
type Row = {
  code: FindingCode
  aadsts?: readonly number[]
  error?: readonly string[]
  says?: RegExp
}

/**
 * First match wins, and the order is meaning: what people did, then Microsoft's numbers, then the bare words of RFC 6749
 * and 8628. The numbers without an evidence id are from Microsoft's "authentication and authorization error codes".
 */
const rows: readonly Row[] = [
  // MS-OAUTH-08; access_denied is RFC 6749's word for it, in the redirect
  { code: 'sign-in-declined', error: ['authorization_declined'] },
  { code: 'sign-in-declined', aadsts: [65004] },
  // MS-OAUTH-06
  { code: 'sign-in-timeout', error: ['expired_token'] },
  { code: 'sign-in-timeout', aadsts: [70019, 70020] },
  // MS-OAUTH-11, MS-OAUTH-09, MS-OAUTH-10 share a number
  { code: 'consent-missing', aadsts: [70000], says: /scopes requested are unauthorized/i },
  { code: 'token-expired', aadsts: [70000], says: /expired/i },
  // MS-OAUTH-13
  { code: 'token-expired', aadsts: [70008, 70043, 70044, 700081, 700082, 700084, 50089] },
  // MS-OAUTH-10, MS-OAUTH-14, MS-OAUTH-07
  { code: 'token-refused', aadsts: [70000, 70018, 50132, 50133, 50173, 54005, 500112, 501481, 700005, 9002341] },
  // MS-OAUTH-12
  { code: 'consent-missing', aadsts: [65001, 90008, 90093, 90094, 90095, 650052, 650054] },
  {
    code: 'sign-in-again',
    aadsts: [
      50055, 50058, 50072, 50074, 50076, 50078, 50079, 50085, 50125, 50135, 50139, 50144, 50158, 50192, 50199, 51006,
      700020,
    ],
  },
  { code: 'security-defaults', aadsts: [530035] },
  {
    code: 'policy-blocked',
    aadsts: [
      50002, 50005, 50097, 50105, 50127, 50129, 50131, 50155, 50187, 53000, 53001, 53002, 53003, 53004, 53009, 53010,
      53011, 500021, 500022, 500212, 500213, 530032, 530034,
    ],
  },
  { code: 'account-blocked', aadsts: [50053, 50057] },
  {
    code: 'account-not-admitted',
    aadsts: [16000, 16003, 50014, 50020, 50034, 50128, 50177, 50178, 51004, 90002, 90038, 90072, 500200, 500208],
  },
  {
    // MS-OAUTH-15, MS-OAUTH-16
    code: 'client-refused',
    aadsts: [
      50011, 50194, 65002, 65005, 70001, 70002, 70003, 70004, 90099, 90124, 90130, 500011, 650056, 650057, 700011,
      700016, 700025, 700027, 900971, 1000031, 7000112, 7000215, 7000218, 7000222, 9001023, 9002331, 9002332, 9002346,
    ],
  },
  { code: 'throttled', aadsts: [50088, 50166, 50196, 90055] },
  {
    code: 'server-unavailable',
    aadsts: [40010, 50000, 50033, 50087, 70012, 80001, 80002, 80005, 80014, 90006, 90012, 90024, 90033, 90036, 90090],
  },

  { code: 'sign-in-declined', error: ['access_denied'] },
  { code: 'consent-missing', error: ['consent_required'] },
  { code: 'sign-in-again', error: ['interaction_required', 'login_required', 'account_selection_required'] },
  { code: 'client-refused', error: ['invalid_client', 'unauthorized_client', 'unsupported_grant_type'] },
  { code: 'client-refused', error: ['invalid_request'], says: /redirect_uri/ },
  { code: 'token-refused', error: ['invalid_grant', 'bad_verification_code'] },
  { code: 'throttled', error: ['slow_down'] },
  { code: 'server-unavailable', error: ['server_error', 'temporarily_unavailable'] },
]

export function findingBehind(refusal: Pick<Refusal, 'error' | 'aadsts' | 'description' | 'status'>): FindingCode {
  const { error, aadsts = 0, description, status = 400 } = refusal
  const row = rows.find(
    (row) =>
      (row.aadsts?.includes(aadsts) ?? true) &&
      (row.error?.includes(error) ?? true) &&
      (row.says?.test(description) ?? true),
  )
  if (row) return row.code
  if (status === 429) return 'throttled'
  return status >= 500 ? 'server-unavailable' : 'unknown-refusal'
}
