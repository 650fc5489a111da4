/**
 * `/{tenant}/oauth2/v2.0/token`: codes, device codes and refresh tokens become tokens, in the order in which Microsoft
 * checks: the request, the client, the grant, the account, the scopes. Every other grant is refused.
 */
import type { Context } from 'hono'
import type { Account } from '../../directory/account.ts'
import { parseScopes, resourceOf, type Permission, type ScopeRequest } from '../../tokens/scopes.ts'
import { findClient, isFor, secretRefusal } from '../../identity/client-check.ts'
import type { Client } from '../../identity/clients.ts'
import { idTokenClaims } from '../../tokens/id-token.ts'
import { policyRefusal } from '../../identity/policy.ts'
import type { Refusal } from '../../identity/refusal.ts'
import { signingKey } from '../../tokens/signing-key.ts'
import { subjectOf } from '../../tokens/subject.ts'
import type { Authority } from '../../identity/authority.ts'
import { formOf, type Parameters } from './form.ts'
import { orderedRefusal } from './ordered.ts'
import { noStore, refuse } from './refuse.ts'
import { authorityOf, type IdentityService } from './service.ts'

/** A token request whose client is known. */
type Asked = {
  service: IdentityService
  authority: Authority
  tenant: string
  client: Client
  form: Parameters
  at: Date
}

/** What a grant turned out to give. */
type Granted = {
  account: Account
  multiFactor: boolean
  /** What was asked for when it was granted: holds where the request itself names no scope. */
  scopes: readonly string[]
  nonce?: string | undefined
}

type Outcome<T> = T | { refusal: Refusal }

const grants = new Map<string, (asked: Asked) => Outcome<Granted>>([
  ['authorization_code', fromCode],
  ['refresh_token', fromRefreshToken],
  ['urn:ietf:params:oauth:grant-type:device_code', fromDeviceCode],
  ['device_code', fromDeviceCode],
])

export async function tokenEndpoint(context: Context, service: IdentityService): Promise<Response> {
  const form = await formOf(context)
  const at = service.clock.now()
  const asked = examine(context, form, service, at)
  if ('refusal' in asked) return refuse(context, asked.refusal, at)
  const granted = grants.get(asked.form['grant_type']!)!(asked)
  if ('refusal' in granted) return refuse(context, granted.refusal, at)
  const weighed = weigh(asked, granted)
  if ('refusal' in weighed) return refuse(context, weighed.refusal, at)
  return noStore(context).json(await issue(asked, granted, weighed.scopes))
}

/** Everything that can be told without looking at the grant. */
function examine(context: Context, form: Parameters | undefined, service: IdentityService, at: Date): Outcome<Asked> {
  const { identity } = service
  const tenant = context.req.param('tenant')!
  const ordered = orderedRefusal(identity, 'token', { tenant, parameters: form, at })
  if (ordered) return { refusal: ordered }
  if (!form) return { refusal: { reason: 'request-malformed' } }
  const authority = authorityOf(service, tenant)
  if (!authority) return { refusal: { reason: 'tenant-unknown', details: { tenant } } }
  const grantType = form['grant_type']
  if (grantType === undefined) return missing('grant_type')
  const shared = authority.name === 'common' || authority.name === 'consumers'
  if (shared && (grantType === 'password' || grantType === 'client_credentials')) {
    return { refusal: { reason: 'grant-not-here' } }
  }
  if (!grants.has(grantType)) return { refusal: { reason: 'grant-unsupported', details: { grantType } } }

  const shown = credentials(context, form)
  const found = findClient(identity.clients, shown.id, { authority, tenant })
  if ('refusal' in found) return found
  const refusal = secretRefusal(identity.clients, found.client, shown.secret)
  return refusal ? { refusal } : { service, authority, tenant, client: found.client, form, at }
}

/** In the body, or as Basic (RFC 6749, 2.3.1). A client assertion is a secret the mock does not know. */
function credentials(context: Context, form: Parameters): { id: string | undefined; secret: string | undefined } {
  const [, encoded] = /^basic ([\w+/=]+)$/i.exec(context.req.header('authorization') ?? '') ?? []
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(encoded ? Buffer.from(encoded, 'base64').toString() : '') ?? []
  if (id !== undefined && secret !== undefined) return { id: formDecoded(id), secret: formDecoded(secret) }
  return { id: form['client_id'], secret: form['client_secret'] ?? form['client_assertion'] }
}

function formDecoded(text: string): string {
  return new URLSearchParams(`x=${text.replaceAll('&', '%26')}`).get('x') ?? ''
}

function fromCode({ service, client, form, at }: Asked): Outcome<Granted> {
  const { code, redirect_uri: redirectUri, code_verifier: verifier } = form
  if (code === undefined) return missing('code')
  if (redirectUri === undefined) return missing('redirect_uri')
  const redeemed = service.identity.authorizations.redeem(code, { clientId: client.id, redirectUri, verifier, at })
  if (redeemed.outcome !== 'redeemed') return { refusal: { reason: codeRefusals[redeemed.outcome] } }
  const { account, multiFactor, request } = redeemed
  return { account, multiFactor, scopes: request.scopes, nonce: request.nonce }
}

const codeRefusals = {
  unknown: 'request-malformed',
  expired: 'code-expired',
  used: 'code-used',
  'wrong-redirect': 'code-redirect-mismatch',
  'wrong-verifier': 'code-verifier-wrong',
} as const

function fromDeviceCode({ service, client, form, at }: Asked): Outcome<Granted> {
  const code = form['device_code'] ?? form['code']
  if (code === undefined) return missing('device_code')
  const polled = service.identity.deviceCodes.poll(code, client.id, at)
  if (polled.outcome !== 'approved') return { refusal: { reason: deviceRefusals[polled.outcome] } }
  return { account: polled.account, multiFactor: polled.multiFactor, scopes: polled.request.scopes }
}

const deviceRefusals = {
  pending: 'authorization-pending',
  'slow-down': 'slow-down',
  declined: 'authorization-declined',
  expired: 'device-code-expired',
  unknown: 'device-code-unknown',
} as const

function fromRefreshToken({ service, client, form, at }: Asked): Outcome<Granted> {
  const token = form['refresh_token']
  if (token === undefined) return missing('refresh_token')
  const standing = service.identity.tokens.grant(token, at)
  if (standing.kind === 'unknown' || standing.grant.clientId !== client.id) {
    return { refusal: { reason: 'refresh-token-unknown' } }
  }
  const { grant } = standing
  if (standing.kind === 'good') return grant
  // Personal accounts have one sentence for both (MS-OAUTH-09).
  if (grant.account.kind === 'personal') return { refusal: { reason: 'grant-expired' } }
  return standing.kind === 'revoked'
    ? { refusal: { reason: 'grant-revoked' } }
    : { refusal: { reason: 'refresh-token-inactive', details: { issuedAt: grant.issuedAt.toISOString() } } }
}

/** Whether the account gets a token here and now, and for what. */
function weigh(asked: Asked, { account, multiFactor, scopes: granted }: Granted): Outcome<{ scopes: ScopeRequest }> {
  const { service, authority, tenant, client, form } = asked
  const details = { clientId: client.id, clientName: client.name, tenant, username: account.address }
  if (!isFor({ authority, client }, account)) return { refusal: { reason: 'account-not-admitted', details } }
  const organisation = service.directory.tenantOf(account)
  const policy = policyRefusal(account, organisation, multiFactor)
  if (policy) return { refusal: { reason: policy, details } }

  const parsed = parseScopes(form['scope'] ?? granted.join(' '))
  if (!parsed.ok) return { refusal: { reason: 'scope-invalid', details: { scope: parsed.unknown } } }
  const { scopes } = parsed
  if (form['scope'] !== undefined && scopes.resources.length > 1) return { refusal: { reason: 'two-resources' } }
  const consented = service.identity.consents.of(account, client.id)
  if (ofResource(scopes.permissions, scopes).every((permission) => consented.has(permission))) return { scopes }
  return { refusal: { reason: account.kind === 'personal' ? 'scope-not-granted' : 'consent-missing', details } }
}

async function issue({ service, client, form, at }: Asked, granted: Granted, scopes: ScopeRequest): Promise<object> {
  const { consents, tokens } = service.identity
  const { account, multiFactor, nonce } = granted
  const clientId = client.id
  const consented = consents.of(account, clientId)
  const permitted = ofResource(consented, scopes).map((permission) => scopes.stamp + permission)
  const issued = await tokens.issue({ account, clientId, scopes: [...permitted, ...scopes.openId], at, multiFactor })
  const sign = scopes.openId.has('openid') ? (await signingKey()).sign : undefined
  return {
    token_type: 'Bearer',
    scope: scopeEcho(consented, scopes),
    expires_in: issued.expiresInSeconds,
    ext_expires_in: issued.expiresInSeconds,
    access_token: issued.accessToken,
    ...(scopes.openId.has('offline_access') && { refresh_token: issued.refreshToken }),
    ...(sign && { id_token: sign(idTokenClaims({ account, clientId, scopes: scopes.openId, nonce, at })) }),
    ...(form['client_info'] === '1' && { client_info: clientInfo(account, client) }),
  }
}

/** Those of the resource the token will be for: the one the request names first, Graph if it names none. */
function ofResource(permissions: ReadonlySet<Permission>, { resources }: ScopeRequest): Permission[] {
  const resource = resources[0] ?? 'graph'
  return [...permissions].filter((permission) => resourceOf(permission) === resource)
}

/** All that was ever consented to, stamped with the resource of this request (MS-OAUTH-49). */
function scopeEcho(consented: ReadonlySet<Permission>, { stamp, openId }: ScopeRequest): string {
  const told = [...openId].filter((scope) => scope !== 'offline_access')
  return [...[...consented].map((permission) => stamp + permission), ...told].join(' ')
}

/** What Microsoft's own libraries know an account by; they ask for it with `client_info=1`. */
function clientInfo(account: Account, client: Client): string {
  const { objectId, tenantId } = subjectOf(account, client.id)
  return Buffer.from(JSON.stringify({ uid: objectId, utid: tenantId })).toString('base64url')
}

function missing(parameter: string): { refusal: Refusal } {
  return { refusal: { reason: 'parameter-missing', details: { parameter } } }
}
