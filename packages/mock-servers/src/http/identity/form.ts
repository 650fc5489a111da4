/** The body of a request to the identity service: `application/x-www-form-urlencoded`, each parameter once (RFC 6749, 3.2). */
import type { Context } from 'hono'
import { bodyOf } from '../body.ts'

export type Parameters = Readonly<Record<string, string | undefined>>

const octets = 64 * 1024

/** Undefined for whatever is no such form, is too large, or says one thing twice. */
export async function formOf(context: Context): Promise<Parameters | undefined> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  const body = await bodyOf(context, octets)
  if (type !== 'application/x-www-form-urlencoded' || body === undefined) return undefined
  return once(new URLSearchParams(body.toString()))
}

/** A parameter without a value counts as left out (RFC 6749, 3.1). Undefined if one is given twice. */
export function once(given: URLSearchParams): Parameters | undefined {
  const parameters: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [name, value] of given) {
    if (name in parameters) return undefined
    if (value !== '') parameters[name] = value
  }
  return parameters
}
