/** `/clock` (docs/reference/control-api.md): the mock's time, which the sign-in rules follow. */
import { Hono } from 'hono'
import type { Clock } from '../../clock/clock.ts'
import { parseClockChange } from '../../config/config.ts'
import { jsonBody } from '../body.ts'
import { mistaken } from './mistaken.ts'

export function clockRoutes(clock: Clock): Hono {
  const routes = new Hono()
  const told = () => ({ now: clock.now().toISOString(), frozen: clock.frozen })

  routes.get('/', (context) => context.json(told()))

  routes.put('/', async (context) => {
    const body = await jsonBody(context)
    if ('refusal' in body) return body.refusal
    const parsed = parseClockChange(body.value)
    if (!parsed.ok) return mistaken(context, parsed.mistakes)
    const { now, advance, frozen } = parsed.value
    try {
      if (now !== undefined) clock.set(new Date(now.getTime() + (advance ?? 0)))
      else if (advance !== undefined) clock.advance(advance)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return mistaken(context, [{ path: '$.advance', code: 'beyond-the-year-9999', params: {} }])
    }
    if (frozen !== undefined) clock.freeze(frozen)
    return context.json(told())
  })

  return routes
}
