/** Refusals as answers: JSON for programs. Never cached, and never with anything of a request but what the voice quotes. */
import type { Context } from 'hono'
import type { Refusal } from '../../identity/refusal.ts'
import { errorBody, statusOf } from '../../voices/oauth.ts'
import { traceOf } from '../trace.ts'

export function refuse(context: Context, refusal: Refusal, at: Date): Response {
  return noStore(context).json(errorBody(refusal, traceOf(context, at)), statusOf(refusal.reason))
}

/** RFC 6749, 5.1. */
export function noStore(context: Context): Context {
  context.header('cache-control', 'no-store')
  context.header('pragma', 'no-cache')
  return context
}
