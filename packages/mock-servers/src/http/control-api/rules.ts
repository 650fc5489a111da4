/** `/rules` (docs/reference/control-api.md): the sign-in rules in force at a date, with the evidence for each. */
import { Hono } from 'hono'
import type { Clock } from '../../clock/clock.ts'
import { parseInstant } from '../../clock/iso-time.ts'
import { rulesInForce } from '../../sign-in/rules-in-force.ts'
import { mistaken } from './mistaken.ts'

export function ruleRoutes(clock: Clock): Hono {
  const routes = new Hono()

  routes.get('/', (context) => {
    const asked = context.req.query('asOf')
    const at = asked === undefined ? clock.now() : parseInstant(asked)
    if (!at) return mistaken(context, [{ path: '?asOf', code: 'not-an-instant', params: { example: '2026-11-22' } }])
    return context.json({ asOf: at.toISOString(), ...rulesInForce(at) })
  })

  return routes
}
