/** The claims of an id token (OpenID Connect Core, 2) as Microsoft's version 2.0 has them (MS-OAUTH-19). */
import type { Account } from '../directory/account.ts'
import type { OpenIdScope } from './scopes.ts'
import { subjectOf } from './subject.ts'

const lifetimeSeconds = 3600

export function idTokenClaims(about: {
  account: Account
  clientId: string
  scopes: ReadonlySet<OpenIdScope>
  nonce: string | undefined
  at: Date
}): Record<string, unknown> {
  const { account, clientId, scopes, nonce } = about
  const { objectId, tenantId, subject } = subjectOf(account, clientId)
  const at = Math.floor(about.at.getTime() / 1000)
  return {
    ver: '2.0',
    iss: issuerOf(tenantId),
    sub: subject,
    aud: clientId,
    exp: at + lifetimeSeconds,
    iat: at,
    nbf: at,
    ...(scopes.has('profile') && {
      name: account.address.slice(0, account.address.lastIndexOf('@')),
      preferred_username: account.address,
      oid: objectId,
    }),
    ...(scopes.has('email') && { email: account.address }),
    tid: tenantId,
    ...(nonce !== undefined && { nonce }),
  }
}

export function issuerOf(tenantId: string): string {
  return `https://login.microsoftonline.com/${tenantId}/v2.0`
}
