import { failure } from '../errors/failure.ts'
import type { FindingCode } from '../errors/codes.ts'
import type { SparekeyError } from '../errors/sparekey-error.ts'
import { firstMatch } from '../tables/first-match.ts'
import { rows, type Said } from './refusal-table.ts'

/**
 * A refusal of the identity service's (RFC 6749, 5.2 and 4.1.2.1), and what it means to a person. Holds nothing that was
 * sent: what a server repeats of it is taken out.
 */
export type Refusal = {
  /** RFC 6749's word, such as `invalid_grant`; empty where the HTTP status is all there was. */
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
  const error = typeof body['error'] === 'string' ? body['error'] : ''
  if (error === '' && !refusesByItself(status)) return undefined
  const clean = (text: string) =>
    hidden.reduce((rest, secret) => rest.replaceAll(secret, '[hidden]'), text).replaceAll(/[\p{Cc}\s]+/gu, ' ')
  const text = clean(typeof body['error_description'] === 'string' ? body['error_description'] : '')
  const [description = ''] = text.split(/ Trace ID: /)
  const aadsts = numberIn(body['error_codes'], text)
  const traceId = /Trace ID: ([\da-f-]{36})/i.exec(text)?.[1]
  return {
    error: clean(error).slice(0, 100),
    description: description.trim().slice(0, maxDescription),
    ...(aadsts !== undefined && { aadsts }),
    ...(status !== undefined && { status }),
    ...(traceId !== undefined && { traceId }),
  }
}

/** Too many requests, and errors of the server's own: the status says that it refuses, whatever the body says. */
function refusesByItself(status = 0): boolean {
  return status === 429 || status >= 500
}

function numberIn(codes: unknown, text: string): number | undefined {
  const first: unknown = Array.isArray(codes) ? codes[0] : undefined
  if (typeof first === 'number' && Number.isSafeInteger(first) && first > 0) return first
  const named = /\bAADSTS(\d{4,9})\b/.exec(text)?.[1]
  return named === undefined ? undefined : Number(named)
}

/** The error that crosses the API: the finding, the number, and the server's own sentence. */
export function refusalFailure(refusal: Refusal, flow: Said['flow'] = 'other'): SparekeyError {
  const { error, aadsts, description, status, traceId } = refusal
  const reply = description === '' ? error : description
  return failure(findingBehind(refusal, flow), {
    ...(error !== '' && { error }),
    ...(reply !== '' && { reply }),
    ...(aadsts !== undefined && { aadsts }),
    ...(status !== undefined && { status }),
    ...(traceId !== undefined && { traceId }),
  })
}

export function findingBehind(
  refusal: Pick<Refusal, 'error' | 'aadsts' | 'description' | 'status'>,
  flow: Said['flow'] = 'other',
): FindingCode {
  const { error, aadsts = 0, description, status = 400 } = refusal
  const row = firstMatch(rows, { error, aadsts, description, flow })
  if (row) return row.code
  if (status === 429) return 'throttled'
  return status >= 500 ? 'server-unavailable' : 'unknown-refusal'
}
