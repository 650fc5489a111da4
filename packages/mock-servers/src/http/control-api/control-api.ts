/** The control API under `/api/v1` (docs/reference/control-api.md): one file a resource, put together here. */
import { Hono } from 'hono'
import type { Directory } from '../../directory/directory.ts'
import type { Clock } from '../../clock/clock.ts'
import type { MailStore } from '../../mail/store.ts'
import type { Doors, ServerMap } from '../../server-map/server-map.ts'
import type { Identity } from '../../identity/identity.ts'
import type { Journal } from '../../sign-in/journal.ts'
import { accountRoutes, appPasswordRoutes } from './accounts.ts'
import { clockRoutes } from './clock.ts'
import { noForeignPages } from '../guard.ts'
import { mailRoutes } from './mail.ts'
import { outboundRoutes } from './outbound.ts'
import { oauthErrorRoutes } from './oauth-errors.ts'
import { problem } from '../problem.ts'
import { ruleRoutes } from './rules.ts'
import { serverRoutes } from './servers.ts'
import { deviceCodeRoutes, webSessionRoutes } from './sign-in-aids.ts'
import { signInRoutes } from './sign-ins.ts'
import { tenantRoutes } from './tenants.ts'
import { tokenRoutes } from './tokens.ts'

export type ControlApiOptions = {
  directory: Directory
  store: MailStore
  clock: Clock
  identity: Identity
  journal: Journal
  reset: () => void
  doors: () => Doors
  map: (doors: Doors) => ServerMap
  /** Aborted when the mock closes. */
  closing: AbortSignal
}

export function controlApi(options: ControlApiOptions): Hono {
  const { directory, store, clock, identity, journal, doors, map } = options
  const app = new Hono()
  app.use(noForeignPages)
  app.notFound((context) => {
    const { method, path } = context.req
    const allowed = methodsOf(app, path)
    if (allowed.length === 0) return problem(context, 404, `${method} ${path} is not part of the API`)
    context.header('allow', allowed.join(', '))
    return problem(context, 405, `${path} knows ${allowed.join(', ')}`)
  })
  app.onError((error, context) => problem(context, 500, `unexpected ${error.name}: please report what led to it`))

  const api = app.basePath('/api/v1')
  api.get('/health', (context) => context.json({ status: 'ok' }))
  api.route('/servers', serverRoutes(doors, map))
  api.route('/accounts', accountRoutes(directory))
  api.route('/accounts', appPasswordRoutes(directory))
  api.route('/accounts', mailRoutes(directory, store, options.closing))
  api.route('/accounts', tokenRoutes(directory, clock, identity))
  api.route('/accounts', webSessionRoutes(directory, clock, identity))
  api.route('/device-codes', deviceCodeRoutes(directory, clock, identity))
  api.route('/tenants', tenantRoutes(directory))
  api.route('/outbound', outboundRoutes(store))
  api.route('/sign-ins', signInRoutes(directory, journal))
  api.route('/clock', clockRoutes(clock))
  api.route('/rules', ruleRoutes(clock))
  api.route('/oauth-errors', oauthErrorRoutes(identity.faults))
  api.post('/reset', (context) => {
    options.reset()
    return context.body(null, 204)
  })
  return app
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The methods for which there is a route with that path; what runs before every method is none. */
function methodsOf(app: Hono, path: string): string[] {
  return methods.filter((method) => app.router.match(method, path)[0].some(([[, route]]) => route.method === method))
}
