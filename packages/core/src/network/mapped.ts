import { SparekeyError } from '../errors/sparekey-error.ts'
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
      if (place === undefined) throw hostNotFound(`${host}:${port}`, 'not-in-server-map')
      return routesOf(parseTarget(place)!)
    },
    async resolveMx(domain) {
      return (exchanges.get(domain.toLowerCase()) ?? []).map((host) => host.toLowerCase())
    },
    pageFor(url) {
      const page = pageIn(map.open ?? {}, url)
      if (page === undefined) throw new SparekeyError('host-not-found', { host: new URL(url).host, map: map.source })
      return page
    },
  }
}

/**
 * The map's page for a URL: that of the longest entry which is the URL or, up to a `/`, `?` or `#`, its beginning; with the
 * rest of the URL behind it.
 */
function pageIn(open: Readonly<Record<string, string>>, url: string): string | undefined {
  const { href } = new URL(url)
  const entries = Object.entries(open).map(([official, page]) => ({ base: new URL(official).href, page }))
  const fitting = entries.filter(({ base }) => href.startsWith(base) && /^(?:$|[/?#])/.test(rest(href, base)))
  const longest = fitting.toSorted((a, b) => b.base.length - a.base.length)[0]
  if (longest?.base === href) return longest.page
  return longest && longest.page.replace(/\/$/, '') + rest(href, longest.base)
}

/** What follows a beginning, from its last `/` on. */
function rest(href: string, base: string): string {
  return href.slice(base.endsWith('/') ? base.length - 1 : base.length)
}

/** `localhost` is this machine without asking a resolver (RFC 6761, section 6.3). */
function routesOf(place: Route): Route[] {
  if (place.host.toLowerCase() !== 'localhost') return [place]
  return [
    { host: '127.0.0.1', port: place.port },
    { host: '::1', port: place.port },
  ]
}
