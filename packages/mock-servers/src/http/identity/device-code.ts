/** `/{tenant}/oauth2/v2.0/devicecode`: a sign-in for a device without a browser begins (RFC 8628, 3.1). */
import type { Context } from 'hono'
import { parseScopes } from '../../tokens/scopes.ts'
import { findClient } from '../../identity/client-check.ts'
import { deviceCodeSeconds } from '../../identity/device-codes.ts'
import { deviceMessage, devices } from '../../voices/oauth.ts'
import { formOf } from './form.ts'
import { orderedRefusal } from './ordered.ts'
import { noStore, refuse } from './refuse.ts'
import { authorityOf, type IdentityService } from './service.ts'

export async function deviceCodeEndpoint(context: Context, service: IdentityService): Promise<Response> {
  const { clock, identity } = service
  const form = await formOf(context)
  const at = clock.now()
  const tenant = context.req.param('tenant')!
  const ordered = orderedRefusal(identity, 'devicecode', { tenant, parameters: form, at })
  if (ordered) return refuse(context, ordered, at)
  if (!form) return refuse(context, { reason: 'request-malformed' }, at)
  const authority = authorityOf(service, tenant)
  if (!authority) return refuse(context, { reason: 'tenant-unknown', details: { tenant } }, at)
  const found = findClient(identity.clients, form['client_id'], { authority, tenant })
  if ('refusal' in found) return refuse(context, found.refusal, at)
  const scope = form['scope']
  if (scope === undefined) return refuse(context, { reason: 'parameter-missing', details: { parameter: 'scope' } }, at)
  const parsed = parseScopes(scope)
  if (!parsed.ok) return refuse(context, { reason: 'scope-invalid', details: { scope: parsed.unknown } }, at)

  const scopes = scope.split(/\s+/).filter(Boolean)
  const { deviceCode, userCode } = identity.deviceCodes.begin({ authority, client: found.client, scopes }, at)
  const audience = authority.name === 'consumers' ? 'personal' : 'any'
  return noStore(context).json({
    user_code: userCode,
    device_code: deviceCode,
    verification_uri: devices[audience].page,
    expires_in: deviceCodeSeconds,
    interval: identity.deviceCodes.interval,
    message: deviceMessage(audience, userCode),
  })
}
