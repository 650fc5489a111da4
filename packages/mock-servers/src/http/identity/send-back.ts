/** The way back to the client: its own redirect address with the answer in the query, in the fragment, or in a form. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { AuthorizationRequest } from '../../identity/authorizations.ts'
import { noStore } from './refuse.ts'

export function sendBack(
  context: Context,
  { redirectUri, responseMode, state }: Pick<AuthorizationRequest, 'redirectUri' | 'responseMode' | 'state'>,
  answer: Record<string, string>,
): Response | Promise<Response> {
  const parameters = { ...answer, ...(state !== undefined && { state }) }
  if (responseMode === 'form_post') return postForm(context, redirectUri, parameters)
  // One without a path comes back with a slash, as Microsoft's do (MS-OAUTH-20).
  const url = new URL(redirectUri)
  if (responseMode === 'fragment') url.hash = String(new URLSearchParams(parameters))
  else for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value)
  noStore(context)
  return context.redirect(url.href)
}

const submit = 'document.forms[0].submit()'

/** OAuth 2.0 Form Post Response Mode, 2. The only script is the one that is named by its hash; the button does as well. */
function postForm(context: Context, action: string, parameters: Record<string, string>): Response | Promise<Response> {
  const hash = createHash('sha256').update(submit).digest('base64')
  noStore(context).header('content-security-policy', `default-src 'none'; script-src 'sha256-${hash}'`)
  const fields = Object.entries(parameters).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  return context.html(
    html`<!doctype html>
      <html lang="en">
        <title>Working...</title>
        <form method="post" action="${action}">${fields}<button>Continue</button></form>
        ${raw(`<script>${submit}</script>`)}
      </html>`,
  )
}
