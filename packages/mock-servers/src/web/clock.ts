/** `/clock` (contract, section 7): the mock's time, which the sign-in rules follow. */
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Clock } from '../clock.ts'
import { parseDuration, parseInstant } from '../iso-time.ts'
import { jsonBody } from './body.ts'
import { mistaken } from './problem.ts'

const Change = v.pipe(
  v.strictObject({
    now: v.optional(parsedBy(parseInstant, 'must be an ISO date or instant, such as 2026-11-22')),
    advance: v.optional(parsedBy(parseDuration, 'must be an ISO duration, such as PT1H')),
    frozen: v.optional(v.boolean('must be true or false')),
  }),
  v.check((change) => Object.keys(change).length > 0, 'must have now, advance or frozen'),
)

export function clockRoutes(clock: Clock): Hono {
  const routes = new Hono()
  const told = () => ({ now: clock.now().toISOString(), frozen: clock.frozen })

  routes.get('/', (context) => context.json(told()))

  routes.put('/', async (context) => {
    const body = await jsonBody(context)
    if ('refusal' in body) return body.refusal
    const parsed = v.safeParse(Change, body.value)
    if (!parsed.success) {
      return mistaken(
        context,
        parsed.issues.map(({ path, message }) => ({
          path: path ? `$.${v.getDotPath({ path } as never)}` : '$',
          message,
        })),
      )
    }
    const { now, advance, frozen } = parsed.output
    try {
      if (now !== undefined) clock.set(new Date(now.getTime() + (advance ?? 0)))
      else if (advance !== undefined) clock.advance(advance)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return mistaken(context, [{ path: '$.advance', message: 'must not lead beyond the year 9999' }])
    }
    if (frozen !== undefined) clock.freeze(frozen)
    return context.json(told())
  })

  return routes
}

/** Text that a parser understands, parsed. */
function parsedBy<T>(parse: (text: string) => T | undefined, message: string) {
  return v.pipe(
    v.string('must be text'),
    v.transform(parse),
    v.custom<T>((value) => value !== undefined, message),
  )
}
