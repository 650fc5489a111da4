import { isoDate } from './dates.ts'
import { defaultTimeoutMs, hostNotFound, type Network, type Route } from './network.ts'
import { parseTarget, type ServerMap } from './server-map.ts'

/**
 * The network a map describes. Its clock starts at the map's time and runs on; a host outside the map is
 * `host-not-found`, a domain outside it has no MX.
 */
export function mappedNetwork(map: ServerMap, options: { timeoutMs?: number } = {}): Network {
  const routes = new Map(Object.entries(map.connect).map(([name, place]) => [name.toLowerCase(), place]))
  const exchanges = new Map(Object.entries(map.mx ?? {}).map(([domain, hosts]) => [domain.toLowerCase(), hosts]))
  const readAt = Date.now()
  const startsAt = Date.parse(map.now ?? map.asOf ?? '') || readAt
  const now = () => new Date(startsAt + (Date.now() - readAt))
  return {
    serverMap: map.source,
    now,
    asOf: () => map.asOf ?? isoDate(now()),
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    ca: map.ca,
    async resolve(host, port) {
      const place = routes.get(`${host.toLowerCase()}:${port}`)
      if (place === undefined) throw hostNotFound(`${host}:${port}`, `not in ${map.source}`)
      return routesOf(parseTarget(place)!)
    },
    async resolveMx(domain) {
      return (exchanges.get(domain.toLowerCase()) ?? []).map((host) => host.toLowerCase())
    },
  }
}

/** `localhost` is this machine without asking a resolver (RFC 6761, section 6.3). */
function routesOf(place: Route): Route[] {
  if (place.host.toLowerCase() !== 'localhost') return [place]
  return [
    { host: '127.0.0.1', port: place.port },
    { host: '::1', port: place.port },
  ]
}
