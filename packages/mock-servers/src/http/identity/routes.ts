/** The identity service's endpoints, under the paths Microsoft has them at. */
import { Hono, type Context } from 'hono'
import { resumePath } from '../paths.ts'
import { authorizeEndpoint, resumeEndpoint } from './authorize.ts'
import { deviceCodeEndpoint } from './device-code.ts'
import { instanceDiscovery, keys, openIdConfiguration } from './discovery.ts'
import { refuse } from './refuse.ts'
import type { IdentityService } from './service.ts'
import { tokenEndpoint } from './token.ts'

export function identityRoutes(service: IdentityService): Hono {
  const routes = new Hono()
  const oauth = '/:tenant/oauth2/v2.0'
  routes.get(resumePath, (context) => resumeEndpoint(context, service))
  routes.get(`${oauth}/authorize`, (context) => authorizeEndpoint(context, service))
  routes.post(`${oauth}/token`, (context) => tokenEndpoint(context, service))
  routes.post(`${oauth}/devicecode`, (context) => deviceCodeEndpoint(context, service))
  const postOnly = (context: Context) =>
    refuse(context, { reason: 'method-not-post', details: { method: context.req.method } }, service.clock.now())
  routes.all(`${oauth}/token`, postOnly)
  routes.all(`${oauth}/devicecode`, postOnly)

  routes.get('/common/discovery/instance', (context) => instanceDiscovery(context, service))
  routes.get('/:tenant/v2.0/.well-known/openid-configuration', (context) => openIdConfiguration(context, service))
  routes.get('/:tenant/discovery/v2.0/keys', keys)
  return routes
}
