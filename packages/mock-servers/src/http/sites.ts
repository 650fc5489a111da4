/**
 * Which pages and endpoints answer under which name. Over TLS the names are Microsoft's, each with its own; on the plain
 * listener a browser of this machine finds the same pages, and programs the control API.
 */
import { Hono } from 'hono'
import { officialWebHosts } from '../server-map/official-names.ts'
import { hostName, knownHosts } from './guard.ts'

type Part = { fetch: (request: Request) => Response | Promise<Response> }

export type Parts = {
  /** The control API, with paths that begin `/api/`. */
  api: Part
  /** The identity service, with paths under a tenant. */
  identity: Part
  /** Paths that begin `/v1.0/`. */
  graph: Part
  /** The account page. */
  accountPage: Part
}

const paths: readonly (readonly [keyof Parts, RegExp])[] = [
  ['api', /^\/api\//],
  ['graph', /^\/v1\.0\//],
  ['identity', /^\/[^/]+\/(oauth2|discovery)\/|^\/[^/]+\/v2\.0\/\.well-known\//],
]

/** Host → what is there, the last for every path that is nobody else's. Under any other allowed name, such as `localhost`, everything is. */
const hosts = {
  identity: ['identity', 'accountPage'],
  graph: ['graph'],
  account: ['accountPage'],
} as const satisfies Record<(typeof officialWebHosts)[keyof typeof officialWebHosts], readonly (keyof Parts)[]>

/** @param allowed names under which it answers besides the loopback ones */
export function plainSite(parts: Parts, allowed: readonly string[]): Hono {
  return site(parts, allowed, () => ['api', 'identity', 'accountPage'])
}

/** @param allowed names under which it answers besides Microsoft's and the loopback ones */
export function officialSite(parts: Parts, allowed: readonly string[]): Hono {
  const roles = new Map(Object.entries(officialWebHosts))
  return site(parts, [...roles.keys(), ...allowed], (host) => {
    const role = roles.get(host)
    return role ? hosts[role] : ['identity', 'graph', 'accountPage']
  })
}

function site(parts: Parts, allowed: readonly string[], partsOf: (host: string) => readonly (keyof Parts)[]): Hono {
  const app = new Hono()
  app.use(knownHosts(allowed))
  app.all('*', (context) => {
    const here = partsOf(hostName(context.req.header('host') ?? ''))
    const found = paths.find(([part, path]) => here.includes(part) && path.test(context.req.path))
    return parts[found?.[0] ?? here.at(-1)!].fetch(context.req.raw)
  })
  return app
}
