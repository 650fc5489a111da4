/**
 * What Microsoft's identity service says when it refuses, with its number. Says what was decided, decides nothing; says no
 * more of a request than its client already knows, and never a secret of it.
 */
import type { OAuthReason } from '../identity/oauth-reason.ts'
import type { Refusal, RefusalDetail } from '../identity/refusal.ts'
import { clients } from './oauth-clients.ts'
import { grants } from './oauth-grants.ts'
import { people } from './oauth-people.ts'
import { requests } from './oauth-requests.ts'
import type { OAuthWords } from './oauth-words.ts'
import { fill, type Said } from './said.ts'

/** Only when they are ordered. */
const outages = {
  'server-error': { error: 'server_error', status: 500, text: '', evidence: 'MS-OAUTH-46' },
  'temporarily-unavailable': {
    error: 'temporarily_unavailable',
    status: 503,
    code: 90033,
    text: 'A transient error has occurred. Please try again.',
    evidence: 'MS-OAUTH-47',
  },
} as const satisfies Partial<Record<OAuthReason, OAuthWords>>

export const refusals: Readonly<Record<OAuthReason, OAuthWords>> = {
  ...requests,
  ...clients,
  ...grants,
  ...people,
  ...outages,
}

/** How an answer can be told from all others. */
export type Trace = { traceId: string; correlationId: string; at: Date }

/** A refusal as the body of an answer: keys and order as in MS-OAUTH-04. */
export function errorBody(refusal: Refusal, trace: Trace): Record<string, unknown> {
  const { error, code, suberror } = refusals[refusal.reason]
  return {
    error,
    ...errorDescription(refusal, trace),
    ...(code !== undefined && { error_codes: [code] }),
    timestamp: timestamp(trace.at),
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    ...(code !== undefined && { error_uri: `https://login.microsoftonline.com/error?code=${code}` }),
    ...(suberror !== undefined && { suberror }),
  }
}

/** The same as the parameters of a redirect (RFC 6749, 4.1.2.1). */
export function errorParameters(refusal: Refusal, trace: Trace): Record<string, string> {
  return { error: refusals[refusal.reason].error, ...errorDescription(refusal, trace) }
}

export function statusOf(reason: OAuthReason): OAuthWords['status'] {
  return refusals[reason].status
}

function errorDescription(refusal: Refusal, trace: Trace): { error_description?: string } {
  const said = words(refusal)
  if (said === undefined) return {}
  const { traceId, correlationId, at } = trace
  const traced = `Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp(at)}`
  return { error_description: `${said} ${traced}` }
}

/** `AADSTS50058: A silent …`; undefined where Microsoft says nothing. */
export function words({ reason, details = {} }: Refusal): string | undefined {
  const { text, code } = refusals[reason]
  if (text === '') return undefined
  const said = text.replaceAll(/\{(\w+)\}/g, (_, name) => quoted(details[name as RefusalDetail] ?? ''))
  return code === undefined ? said : `AADSTS${code}: ${said}`
}

/** What a client sent, as far as it may stand in a description (RFC 6749, 5.2). */
function quoted(detail: string): string {
  return detail.slice(0, 200).replaceAll(/[^ !#-[\]-~]/g, '?')
}

/** The first reason with that AADSTS number. */
export function reasonOf(code: number): OAuthReason | undefined {
  const entries = Object.entries(refusals) as [OAuthReason, OAuthWords][]
  return entries.find(([, words]) => words.code === code)?.[0]
}

export function reasonNamed(name: string): OAuthReason | undefined {
  return (Object.keys(refusals) as OAuthReason[]).find((reason) => reason === name)
}

/** Where user codes are typed in, and what the device tells its owner. */
export const devices = {
  personal: {
    page: 'https://www.microsoft.com/link',
    text: 'To sign in, use a web browser to open the page https://www.microsoft.com/link and enter the code {userCode} to authenticate.',
    evidence: 'MS-OAUTH-02',
  },
  any: {
    page: 'https://microsoft.com/devicelogin',
    text: 'To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code {userCode} to authenticate.',
    evidence: 'MS-OAUTH-01',
  },
} as const satisfies Record<'personal' | 'any', Said & { page: string }>

export function deviceMessage(audience: keyof typeof devices, userCode: string): string {
  return fill(devices[audience], { userCode })
}

/** `2026-11-22 09:00:00Z` */
function timestamp(at: Date): string {
  return at.toISOString().replace('T', ' ').replace(/\.\d+/, '')
}
