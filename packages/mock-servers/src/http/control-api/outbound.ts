/** `/outbound` (docs/reference/control-api.md): what would have left the machine. */
import { Hono } from 'hono'
import { summary } from '../../mail/reading.ts'
import type { MailStore } from '../../mail/store.ts'
import { problem } from '../problem.ts'

export function outboundRoutes(store: MailStore): Hono {
  const routes = new Hono()

  routes.get('/', (context) =>
    context.json(
      store.outbound.map((message) => {
        const { id, from, to, at, raw } = message
        const { messageId, subject } = summary(message)
        return { id, from, to, at, messageId, subject, size: raw.length }
      }),
    ),
  )

  routes.get('/:id', (context) => {
    const id = context.req.param('id')
    const message = store.outbound.find((candidate) => String(candidate.id) === id)
    if (!message) return problem(context, 404, `no outbound message has the id ${id}`)
    return context.body(new Uint8Array(message.raw), 200, { 'content-type': 'message/rfc822' })
  })

  return routes
}
