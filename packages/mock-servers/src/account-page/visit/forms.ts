/**
 * What every form must pass before anything is done with it: its size, its type, where it comes from, and the token that
 * only a page of ours, shown to the same visitor, can hold. There is no way around it: every POST passes it.
 */
import { timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env } from './options.ts'

/** The name of the hidden field. */
export const tokenField = 'token'
const maxOctets = 16_384

export type FormRefusal = 'too-large' | 'not-a-form' | 'foreign'

export const limitForms = (refuse: (context: Context<Env>, why: FormRefusal) => Response | Promise<Response>) =>
  bodyLimit({ maxSize: maxOctets, onError: (context) => refuse(context as Context<Env>, 'too-large') })

/** Puts what was sent into the context. */
export function acceptForms(
  refuse: (context: Context<Env>, why: FormRefusal) => Response | Promise<Response>,
): MiddlewareHandler<Env> {
  return async (context, next) => {
    if (['GET', 'HEAD'].includes(context.req.method)) return next()
    const [type] = (context.req.header('content-type') ?? '').split(';')
    if (type?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') return refuse(context, 'not-a-form')
    if (!isFromHere(context)) return refuse(context, 'foreign')
    const form = new URLSearchParams(await context.req.text())
    if (!same(form.get(tokenField) ?? '', context.get('visitor').formToken)) return refuse(context, 'foreign')
    context.set('form', form)
    return next()
  }
}

/**
 * Our pages ask browsers for no referrer, and then a browser's Origin is `null` even for our own forms (Fetch standard,
 * "append a request Origin header"): what it knows of the site is in Sec-Fetch-Site.
 */
function isFromHere(context: Context): boolean {
  const origin = context.req.header('origin') ?? 'null'
  if (origin !== 'null') return origin === new URL(context.req.url).origin
  return ['same-origin', 'none'].includes(context.req.header('sec-fetch-site') ?? 'none')
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
