/** What a person sees when the identity service cannot send him back to the application: the number, the words, the ids. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Refusal } from '../../identity/refusal.ts'
import { words } from '../../voices/oauth.ts'
import { noStore, traceOf } from './refuse.ts'

/** @param signInPage where somebody else can sign in, if that would help */
export function errorPage(
  context: Context,
  refusal: Refusal,
  at: Date,
  signInPage?: string,
): Response | Promise<Response> {
  const { traceId, correlationId } = traceOf(context, at)
  noStore(context).header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>Sign in to your account</title>
      </head>
      <body>
        <main>
          <h1>Sign in</h1>
          <p>Sorry, but we’re having trouble signing you in.</p>
          <p>${words(refusal)}</p>
          ${signInPage && html`<p><a href="${signInPage}">Sign in with a different account</a></p>`}
          <dl>
            <dt>Request Id</dt>
            <dd>${traceId}</dd>
            <dt>Correlation Id</dt>
            <dd>${correlationId}</dd>
            <dt>Timestamp</dt>
            <dd>${at.toISOString()}</dd>
          </dl>
        </main>
      </body>
    </html>`
  return context.html(page, 400)
}
