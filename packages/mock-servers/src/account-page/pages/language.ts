/** The choice of language: remembered by the browser, for every page. */
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { asLanguage, languageCookie } from '../../http/languages.ts'
import type { Env } from '../visit/options.ts'
import { returnPath } from '../visit/return-path.ts'

const aYear = 365 * 24 * 60 * 60

export function chooseLanguage(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/language', (context) => {
    const { to, return: back } = context.req.query()
    const language = asLanguage(to)
    if (language) {
      setCookie(context, languageCookie, language, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: aYear })
    }
    return context.redirect(returnPath(back), 303)
  })
  return routes
}
