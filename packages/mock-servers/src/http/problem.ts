/** Errors as RFC 9457 has them: `application/problem+json`, with a title for the kind and a detail for the case. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const titles = {
  400: 'The request cannot be understood',
  403: 'Not allowed',
  404: 'No such thing',
  405: 'Not a method of this resource',
  408: 'Nothing came in time',
  409: 'Not possible at present',
  413: 'Too large',
  422: 'The request has mistakes',
  500: 'A bug in the mock',
  507: 'The mailbox is full',
} as const satisfies Partial<Record<ContentfulStatusCode, string>>

export function problem(context: Context, status: keyof typeof titles, detail: string, more: object = {}): Response {
  const body = JSON.stringify({ type: 'about:blank', title: titles[status], status, detail, ...more })
  return context.body(body, status, { 'content-type': 'application/problem+json' })
}

export function noAccount(context: Context, address: string): Response {
  return problem(context, 404, `no account has the address ${address}`)
}
