/**
 * The account page: what its owner sees and switches, the pages of sign-in and consent, and the mailbox. Rendered on the
 * server and complete without JavaScript. It shows an account to whoever has signed in to it, and to nobody else.
 *
 * Answers every path, unknown ones too: give it, by `fetch`, the requests that belong to nobody else.
 */
import { Hono } from 'hono'
import type { Env, PortalOptions } from './options.ts'

export function portal(_options: PortalOptions): Hono<Env> {
  return new Hono<Env>()
}
