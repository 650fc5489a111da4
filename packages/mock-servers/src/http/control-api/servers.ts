/**
 * `/servers` (docs/reference/control-api.md): the server map, for whoever reaches the mock under other names and ports.
 */
import { isIP } from 'node:net'
import { Hono } from 'hono'
import type { Mistake } from '../../config/mistake.ts'
import type { Doors, ServerMap } from '../../server-map/server-map.ts'
import { mistaken } from './mistaken.ts'
import { isMistake, numberIn } from '../query.ts'

/** @param map the server map for callers who reach the doors there */
export function serverRoutes(doors: () => Doors, map: (doors: Doors) => ServerMap): Hono {
  const routes = new Hono()

  routes.get('/', (context) => {
    const query = context.req.query()
    const own = doors()
    const host = query['host'] ?? own.host
    const ports = (['pop3', 'imap', 'smtp', 'http', 'https'] as const).map(
      (door) => [door, numberIn(query, door, { min: 1, max: 65_535, whole: true }, own[door])] as const,
    )
    const mistakes: Mistake[] = ports.map(([, port]) => port).filter(isMistake)
    if (!isHost(host)) mistakes.push({ path: '?host', code: 'not-a-host', params: {} })
    if (mistakes.length > 0) return mistaken(context, mistakes)
    return context.json(map({ ...own, ...Object.fromEntries(ports), host }))
  })

  return routes
}

function isHost(host: string): boolean {
  return isIP(host) !== 0 || /^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i.test(host)
}
