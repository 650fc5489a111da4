/** Refusals as answers: JSON for programs. Never cached, and never with anything of a request but what the voice quotes. */
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { Refusal } from '../../identity/refusal.ts'
import { errorBody, statusOf, type Trace } from '../../voices/oauth.ts'

export function refuse(context: Context, refusal: Refusal, at: Date): Response {
  return noStore(context).json(errorBody(refusal, traceOf(context, at)), statusOf(refusal.reason))
}

/** A client may name its request (`client-request-id`), to find it again. */
export function traceOf(context: Context, at: Date): Trace {
  const named = context.req.header('client-request-id') ?? context.req.query('client-request-id') ?? ''
  const correlationId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(named) ? named.toLowerCase() : randomUUID()
  return { traceId: randomUUID(), correlationId, at }
}

/** RFC 6749, 5.1. */
export function noStore(context: Context): Context {
  context.header('cache-control', 'no-store')
  context.header('pragma', 'no-cache')
  return context
}
