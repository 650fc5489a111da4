/** Where everything is: OpenID configuration, keys, and which hosts belong together (MS-OAUTH-51). Official names only. */
import type { Context } from 'hono'
import { issuerOf } from '../../tokens/id-token.ts'
import { signingKey } from '../../tokens/signing-key.ts'
import type { Authority } from '../../identity/authority.ts'
import { refuse } from './refuse.ts'
import { authorityOf, type IdentityService } from './service.ts'

const host = 'login.microsoftonline.com'

export function openIdConfiguration(context: Context, service: IdentityService): Response {
  const tenant = context.req.param('tenant')!
  const authority = authorityOf(service, tenant)
  if (!authority) return refuse(context, { reason: 'tenant-unknown', details: { tenant } }, service.clock.now())
  const base = `https://${host}/${'tenantId' in authority ? authority.tenantId : authority.name}`
  return context.json({
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: issuer(authority),
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'preferred_username', 'name', 'tid', 'ver', 'email'],
    cloud_instance_name: 'microsoftonline.com',
    msgraph_host: 'graph.microsoft.com',
  })
}

export async function keys(context: Context): Promise<Response> {
  const { publicKey } = await signingKey()
  return context.json({ keys: [publicKey] })
}

/** One cloud, one host: what libraries ask before they trust an authority they do not know. */
export function instanceDiscovery(context: Context, { clock }: IdentityService): Response {
  const asked = context.req.query('authorization_endpoint') ?? ''
  const [, tenant = ''] = URL.canParse(asked) && new URL(asked).host === host ? new URL(asked).pathname.split('/') : []
  if (tenant === '') return refuse(context, { reason: 'instance-unknown' }, clock.now())
  return context.json({
    tenant_discovery_endpoint: `https://${host}/${tenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: 'login.windows.net', aliases: [host] }],
  })
}

/** Whose tenant is only known with the account has a placeholder, as Microsoft's documents do. */
function issuer(authority: Authority): string {
  return issuerOf('tenantId' in authority ? authority.tenantId : '{tenantid}')
}
