/**
 * Bodies of requests: JSON of modest size, and messages up to the largest there is. A body that is too large is read to
 * its end all the same, and forgotten: a connection with unread octets could not be used for the answer.
 */
import type { Context } from 'hono'
import { problem } from './problem.ts'

/** What was sent, or the answer to a body that cannot be taken. */
type Body<T> = { value: T } | { refusal: Response }

const jsonOctets = 1024 * 1024
/** MS-SMTP-03: as large as the largest that can be sent. */
const messageOctets = 157_286_400

export async function jsonBody(context: Context): Promise<Body<unknown>> {
  const body = await read(context, jsonOctets)
  if ('refusal' in body) return body
  try {
    return { value: JSON.parse(body.value.toString()) as unknown }
  } catch {
    return { refusal: problem(context, 400, 'the body is not JSON') }
  }
}

export function messageBody(context: Context): Promise<Body<Buffer>> {
  return read(context, messageOctets)
}

async function read(context: Context, limit: number): Promise<Body<Buffer>> {
  const value = await bodyOf(context, limit)
  return value ? { value } : { refusal: problem(context, 413, `at most ${limit} bytes are taken`) }
}

/** Undefined for a body of more octets than the limit. */
export async function bodyOf(context: Context, limit: number): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = []
  let octets = 0
  for await (const piece of context.req.raw.body ?? []) {
    octets += piece.length
    if (octets <= limit) pieces.push(piece)
    else pieces.length = 0
  }
  return octets > limit ? undefined : Buffer.concat(pieces)
}
