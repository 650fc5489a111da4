/** `/oauth-errors` (docs/reference/control-api.md): errors ordered for the next calls of the identity service. */
import { Hono } from 'hono'
import { parseOAuthError } from '../../config/config.ts'
import type { OAuthFault, OAuthFaults } from '../../identity/oauth-faults.ts'
import { reasonNamed, reasonOf, refusals } from '../../voices/oauth.ts'
import { jsonBody } from '../body.ts'
import { problem } from '../problem.ts'
import { mistaken } from './mistaken.ts'

export function oauthErrorRoutes(faults: OAuthFaults): Hono {
  const routes = new Hono()

  routes.get('/', (context) => context.json(faults.list().map(told)))

  routes.post('/', async (context) => {
    const body = await jsonBody(context)
    if ('refusal' in body) return body.refusal
    const parsed = parseOAuthError(body.value)
    if (!parsed.ok) return mistaken(context, parsed.mistakes)
    const { code, endpoint, times = 1 } = parsed.value
    const reason = typeof code === 'number' ? reasonOf(code) : reasonNamed(code)
    if (!reason) {
      const known = Object.keys(refusals)
      return mistaken(context, [{ path: '$.code', code: 'aadsts-without-words', params: { known } }])
    }
    return context.json(told(faults.order({ reason, endpoint, times })), 201)
  })

  routes.delete('/', (context) => {
    faults.clear()
    return context.body(null, 204)
  })

  routes.delete('/:id', (context) => {
    const id = context.req.param('id')
    return faults.cancel(Number(id))
      ? context.body(null, 204)
      : problem(context, 404, `no error with the id ${id} is still to come`)
  })

  return routes
}

function told({ id, reason, endpoint, times }: OAuthFault) {
  const { error, code }: { error: string; code?: number } = refusals[reason]
  return { id: String(id), reason, code: code ?? null, error, endpoint: endpoint ?? null, times }
}
