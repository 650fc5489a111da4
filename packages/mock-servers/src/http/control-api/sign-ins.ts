/** `/sign-ins` (docs/reference/control-api.md): the journal, oldest first. */
import { Hono } from 'hono'
import type { Directory } from '../../directory/directory.ts'
import type { Journal } from '../../sign-in/journal.ts'
import { mistaken } from './mistaken.ts'
import { isMistake, wordIn } from '../query.ts'

export function signInRoutes(directory: Directory, journal: Journal): Hono {
  const routes = new Hono()

  routes.get('/', (context) => {
    const query = context.req.query()
    const outcome = wordIn(query, 'outcome', ['accepted', 'refused'])
    const protocol = wordIn(query, 'protocol', ['pop3', 'imap', 'smtp'])
    if (isMistake(outcome)) return mistaken(context, [outcome])
    if (isMistake(protocol)) return mistaken(context, [protocol])
    const named = query['address']
    const address = named && (directory.get(named)?.address ?? named)
    return context.json(journal.query({ address, outcome, protocol }))
  })

  return routes
}
