/** `/tenants` (docs/reference/control-api.md): what a work organisation's administrator has decided. */
import { Hono } from 'hono'
import type { Directory } from '../../directory/directory.ts'
import type { Tenant } from '../../directory/tenant.ts'
import { parseTenant } from '../../config/config.ts'
import { tenantIdOf } from '../../tokens/subject.ts'
import { jsonBody } from '../body.ts'
import { mistaken } from './mistaken.ts'

export function tenantRoutes(directory: Directory): Hono {
  const routes = new Hono()

  routes.get('/', (context) => context.json(directory.tenants().map(told)))

  routes.put('/:domain', async (context) => {
    const body = await jsonBody(context)
    if ('refusal' in body) return body.refusal
    const parsed = parseTenant(body.value, context.req.param('domain'))
    if (!parsed.ok) return mistaken(context, parsed.mistakes)
    return context.json(told(directory.setTenant(parsed.value)))
  })

  return routes
}

/** With the id used in paths and tokens of the identity service; `smtpAuth` is null while nobody has decided it. */
function told({ smtpAuth = null, ...tenant }: Omit<Tenant, 'smtpAuth'> & { smtpAuth?: boolean | null | undefined }) {
  return { id: tenantIdOf(tenant.domain), smtpAuth, ...tenant }
}
