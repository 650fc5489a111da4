/** The ids that answers of the identity service and of Graph carry, for whoever asks about one. */
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { Trace } from '../voices/oauth.ts'

/** A client may name its request (`client-request-id`), to find it again. */
export function traceOf(context: Context, at: Date): Trace {
  const named = context.req.header('client-request-id') ?? context.req.query('client-request-id') ?? ''
  const correlationId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(named) ? named.toLowerCase() : randomUUID()
  return { traceId: randomUUID(), correlationId, at }
}
