/**
 * What a person sees when the identity service cannot send him back to the application: the number, the words, the ids.
 * Microsoft's words stay English, as its own pages leave them; what is around them is in the visitor's language.
 */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { Refusal } from '../../identity/refusal.ts'
import { languageCookie, languageOf, type Language } from '../languages.ts'
import { mockBanner } from '../mock-banner.ts'
import { traceOf } from '../trace.ts'
import { words } from '../../voices/oauth.ts'
import { noStore } from './refuse.ts'

const texts = {
  en: {
    title: 'Sign in to your account',
    heading: 'Sign in',
    sorry: 'Sorry, but we’re having trouble signing you in.',
    nextStep: 'The application asked in a way that cannot be answered. Whoever made it needs the lines below.',
    another: 'Sign in with a different account',
    requestId: 'Request ID',
    correlationId: 'Correlation ID',
    timestamp: 'Timestamp',
  },
  ja: {
    title: 'アカウントにサインイン',
    heading: 'サインイン',
    sorry: '申し訳ありませんが、サインイン中に問題が発生しました。',
    nextStep:
      'アプリケーションからの要求に問題があるため、続行できません。以下の内容をアプリケーションの開発元にお知らせください。',
    another: '別のアカウントでサインインする',
    requestId: '要求 ID',
    correlationId: '関連付け ID',
    timestamp: 'タイムスタンプ',
  },
} as const satisfies Record<Language, Record<string, string>>

/** @param signInPage where somebody else can sign in, if that would help */
export function errorPage(
  context: Context,
  refusal: Refusal,
  at: Date,
  signInPage?: string,
): Response | Promise<Response> {
  const { traceId, correlationId } = traceOf(context, at)
  const language = languageOf(getCookie(context, languageCookie), context.req.header('accept-language'))
  const text = texts[language]
  const { mock, meaning } = mockBanner[language]
  const policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'"
  noStore(context).header('content-security-policy', policy)
  const wayOut = signInPage ? html`<a href="${signInPage}">${text.another}</a>` : text.nextStep
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${text.title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/style.css" />
      </head>
      <body>
        <p class="banner" role="note"><strong>${mock}</strong> ${meaning}</p>
        <main>
          <h1>${text.heading}</h1>
          <p>${text.sorry}</p>
          <p lang="en">${words(refusal)}</p>
          <p>${wayOut}</p>
          <dl>
            <dt>${text.requestId}</dt>
            <dd>${traceId}</dd>
            <dt>${text.correlationId}</dt>
            <dd>${correlationId}</dd>
            <dt>${text.timestamp}</dt>
            <dd>${at.toISOString()}</dd>
          </dl>
        </main>
      </body>
    </html>`
  return context.html(page, 400)
}
