/**
 * `/{tenant}/oauth2/v2.0/authorize`: somebody signs in with a browser, consents, and is sent back with a code. The pages for
 * signing in and consenting are the account page's: a request waits here until the browser comes back from them.
 */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { parseScopes } from '../../tokens/scopes.ts'
import type { AuthorizationRequest, PendingAuthorization, Prompt } from '../../identity/authorizations.ts'
import { findClient, isFor } from '../../identity/client-check.ts'
import { isRedirectUriOf } from '../../identity/clients.ts'
import type { Refusal } from '../../identity/refusal.ts'
import type { WebSession } from '../../identity/web-sessions.ts'
import { errorParameters } from '../../voices/oauth.ts'
import { consentPath, resumePath, signInPath } from '../paths.ts'
import { traceOf } from '../trace.ts'
import { errorPage } from './error-page.ts'
import { once, type Parameters } from './form.ts'
import { orderedRefusal } from './ordered.ts'
import { sendBack } from './send-back.ts'
import { authorityOf, type IdentityService } from './service.ts'

type Answer = Response | Promise<Response>

export function authorizeEndpoint(context: Context, service: IdentityService): Answer {
  const at = service.clock.now()
  const query = once(new URL(context.req.url).searchParams)
  const target = query ? targetOf(context, service, query) : { refusal: { reason: 'request-malformed' } as const }
  if ('refusal' in target) return errorPage(context, target.refusal, at)
  const { identity } = service
  const details = detailsOf(query!)
  const tenant = context.req.param('tenant')!
  const ordered = orderedRefusal(identity, 'authorize', { tenant, parameters: query, at })
  if (ordered) return sendBack(context, target, errorParameters(ordered, traceOf(context, at)))
  if ('refusal' in details) return sendBack(context, target, errorParameters(details.refusal, traceOf(context, at)))
  const request = { ...target, ...details }
  const session = sessionOf(context, service)
  return proceed(context, service, identity.authorizations.begin(request, { session: session?.id, at }), session)
}

/** The browser comes back from signing in or from the consent page. */
export function resumeEndpoint(context: Context, service: IdentityService): Answer {
  const at = service.clock.now()
  const pending = service.identity.authorizations.find(context.req.query('request') ?? '', at)
  if (!pending) return errorPage(context, { reason: 'request-malformed' }, at)
  return proceed(context, service, pending, sessionOf(context, service))
}

type Target = Pick<AuthorizationRequest, 'authority' | 'client' | 'redirectUri' | 'responseMode' | 'state'>
type Details = Omit<AuthorizationRequest, keyof Target>

/** Whom to send the browser back to. Until that is certain, errors stay on a page of Microsoft's. */
function targetOf(context: Context, service: IdentityService, query: Parameters): Target | { refusal: Refusal } {
  const tenant = context.req.param('tenant')!
  const authority = authorityOf(service, tenant)
  if (!authority) return { refusal: { reason: 'tenant-unknown', details: { tenant } } }
  const found = findClient(service.identity.clients, query['client_id'], { authority, tenant })
  if ('refusal' in found) return found
  const { client } = found
  const redirectUri = query['redirect_uri']
  if (redirectUri === undefined) return missing('redirect_uri')
  if (!isRedirectUriOf(client, redirectUri)) {
    const reason = authority.name === 'consumers' ? 'redirect-uri-invalid' : 'redirect-uri-mismatch'
    return { refusal: { reason, details: { redirectUri, clientId: client.id } } }
  }
  const responseMode = responseModes.find((mode) => mode === (query['response_mode'] ?? 'query'))
  if (!responseMode) return { refusal: { reason: 'request-malformed' } }
  return { authority, client, redirectUri, responseMode, state: query['state'] }
}

const responseModes = ['query', 'fragment', 'form_post'] as const
const prompts: readonly Prompt[] = ['login', 'select_account', 'consent', 'none']

function detailsOf(query: Parameters): Details | { refusal: Refusal } {
  const responseType = query['response_type']
  if (responseType === undefined) return missing('response_type')
  if (responseType !== 'code') return { refusal: { reason: 'response-type-unsupported', details: { responseType } } }
  const scope = query['scope']
  if (scope === undefined) return missing('scope')
  const parsed = parseScopes(scope)
  if (!parsed.ok) return { refusal: { reason: 'scope-invalid', details: { scope: parsed.unknown } } }
  const prompt = prompts.find((known) => known === query['prompt'])
  const challenge = challengeOf(query)
  if (challenge === 'malformed' || (query['prompt'] !== undefined && !prompt)) {
    return { refusal: { reason: 'request-malformed' } }
  }
  const scopes = scope.split(/\s+/).filter(Boolean)
  return { scopes, nonce: query['nonce'], challenge, prompt, loginHint: query['login_hint'] }
}

/** A challenge without a method is plain (RFC 7636, 4.3). */
function challengeOf(query: Parameters): AuthorizationRequest['challenge'] | 'malformed' {
  const { code_challenge: value, code_challenge_method: method = 'plain' } = query
  if (value === undefined) return query['code_challenge_method'] === undefined ? undefined : 'malformed'
  if ((method !== 'plain' && method !== 'S256') || !/^[\w.~-]{43,128}$/.test(value)) return 'malformed'
  return { method, value }
}

/** The next step of a request: to the account page, or back to the client. */
function proceed(
  context: Context,
  { clock, identity }: IdentityService,
  pending: PendingAuthorization,
  session: WebSession | undefined,
): Answer {
  const at = clock.now()
  const { authorizations, consents } = identity
  const { client, authority, prompt } = pending
  const back = (parameters: Record<string, string>) => {
    authorizations.end(pending.id)
    return sendBack(context, pending, parameters)
  }
  const refuseWith = (refusal: Refusal) => back(errorParameters(refusal, traceOf(context, at)))
  const signInPage = `${signInPath}?${new URLSearchParams({
    return: `${resumePath}?request=${pending.id}`,
    ...(pending.loginHint !== undefined && { login_hint: pending.loginHint }),
  })}`

  if (!session || isTooOld(session, pending)) {
    return prompt === 'none' ? refuseWith({ reason: 'sign-in-needed' }) : context.redirect(signInPage)
  }
  const { account, multiFactor } = session
  const about = { clientId: client.id, clientName: client.name, username: account.address, tenant: authority.name }
  if (!isFor(pending, account)) {
    const refusal: Refusal = { reason: 'account-not-admitted', details: about }
    return prompt === 'none' ? refuseWith(refusal) : errorPage(context, refusal, at, signInPage)
  }
  const answer = pending.consent?.account === account ? pending.consent.decision : undefined
  if (answer === 'declined') return refuseWith({ reason: 'consent-declined' })
  const { permissions } = scopesOf(pending)
  if (answer === 'given') consents.grant(account, client.id, permissions)
  const covered = consents.covers(account, client.id, { permissions })
  if (!covered || (prompt === 'consent' && answer !== 'given')) {
    if (prompt === 'none') return refuseWith({ reason: 'consent-needed', details: about })
    return context.redirect(`${consentPath}?request=${pending.id}`)
  }
  return back({ code: authorizations.issueCode(pending, { account, multiFactor, at }) })
}

/** Whether somebody must sign in again: it was asked for, or another account was, and nobody has since. */
function isTooOld(session: WebSession, { prompt, loginHint, sessionAtStart }: PendingAuthorization): boolean {
  const another = loginHint !== undefined && prompt !== 'none' && !session.account.owns(loginHint)
  const wanted = prompt === 'login' || prompt === 'select_account' || another
  return wanted && session.id === sessionAtStart
}

function scopesOf({ scopes }: AuthorizationRequest) {
  const parsed = parseScopes(scopes.join(' '))
  if (!parsed.ok) throw new Error('a request waits only with scopes that exist')
  return parsed.scopes
}

function sessionOf(context: Context, { identity }: IdentityService): WebSession | undefined {
  return identity.webSessions.find(getCookie(context, identity.webSessions.cookieName))
}

function missing(parameter: string): { refusal: Refusal } {
  return { refusal: { reason: 'parameter-missing', details: { parameter } } }
}
