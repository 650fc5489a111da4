/**
 * Tells visitors apart by their cookies: the browser, the session, the language. Sessions end where they are kept, with their
 * account or its password: whoever is found here is the owner.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { randomId } from '../../identity/random-id.ts'
import { sessionCookie, type WebSession } from '../../identity/web-sessions.ts'
import { languageCookie, languageOf } from '../../http/languages.ts'
import { signInPath } from '../../http/paths.ts'
import { messages } from './words.ts'
import type { Env, OwnerEnv, AccountPageOptions } from './options.ts'
import { pathWithReturn } from './return-path.ts'

export function recogniseVisitors({ identity, clock }: AccountPageOptions): MiddlewareHandler<Env> {
  const key = randomBytes(32)
  const { cookieName } = identity.webSessions
  const visitCookie = `${cookieName}.visit`
  return async (context, next) => {
    const visit = knownVisit(getCookie(context, visitCookie)) ?? beginVisit(context, visitCookie)
    const session = identity.webSessions.find(getCookie(context, cookieName))
    const language = languageOf(getCookie(context, languageCookie), context.req.header('accept-language'))
    // Bound to browser and session: a token from before a sign-in is worth nothing after it.
    const formToken = createHmac('sha256', key).update(`${visit} ${session?.id}`).digest('base64url')
    context.set('visitor', { language, messages: messages[language], visit, session, formToken, now: clock.now() })
    await next()
  }
}

/** Sends whoever is not signed in to the sign-in page, and back here afterwards. */
export const ownersOnly: MiddlewareHandler<OwnerEnv> = async (context, next) => {
  const { session } = context.get('visitor')
  if (!session) {
    const { pathname, search } = new URL(context.req.url)
    const back = context.req.method === 'GET' ? pathname + search : '/'
    return context.redirect(pathWithReturn(signInPath, back), 303)
  }
  context.set('session', session)
  context.set('account', session.account)
  return next()
}

/** Writes the cookie of a session that has begun or, without one, has ended. */
export function rememberSession(context: Context, cookieName: string, session: WebSession | null): void {
  context.header('set-cookie', sessionCookie(cookieName, session?.id ?? null, { secure: isSecure(context) }), {
    append: true,
  })
}

function knownVisit(cookie: string | undefined): string | undefined {
  return cookie !== undefined && /^[\w-]{43}$/.test(cookie) ? cookie : undefined
}

function beginVisit(context: Context, cookieName: string): string {
  const visit = randomId()
  setCookie(context, cookieName, visit, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(context) })
  return visit
}

function isSecure(context: Context): boolean {
  return new URL(context.req.url).protocol === 'https:'
}
