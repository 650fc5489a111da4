import { X509Certificate } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import * as v from 'valibot'
import { isDay } from './dates.ts'
import { SparekeyError } from '../errors/sparekey-error.ts'
import type { Route } from './network.ts'

/**
 * The server map (docs/reference/server-map.md): where official names really are. It decides where secrets go, so one
 * that points away from this machine is refused.
 */
export type ServerMap = v.InferOutput<typeof serverMapSchema> & {
  /** Where the map came from, for messages. */
  source: string
}

const text = v.string('must be text')
const target = v.pipe(
  text,
  v.check((text) => parseTarget(text) !== undefined, 'must be HOST:PORT, such as 127.0.0.1:40993'),
)
const httpUrl = v.pipe(text, v.url('must be a URL'), v.regex(/^https?:/, 'must be an http or https URL'))
const isoDay = v.pipe(text, v.check(isDay, 'must be a date such as 2021-05-01'))

const serverMapSchema = v.looseObject(
  {
    version: v.literal(1, 'must be 1'),
    asOf: v.optional(isoDay),
    now: v.optional(
      v.pipe(
        text,
        v.check((text) => !Number.isNaN(Date.parse(text)), 'must be an ISO 8601 time'),
      ),
    ),
    ca: v.optional(v.pipe(text, v.check(isCertificate, 'must be a certificate in PEM'))),
    connect: v.record(target, target, 'must be an object'),
    mx: v.optional(v.record(text, v.array(text, 'must be a list'), 'must be an object')),
    open: v.optional(v.record(httpUrl, httpUrl, 'must be an object')),
    clientId: v.optional(text),
    api: v.optional(httpUrl),
    portal: v.optional(httpUrl),
  },
  'must be an object',
)

/**
 * Checks a map that is already an object, such as a test server's.
 * @param options.allowRemote accept targets that are not on this machine.
 * @throws SparekeyError `bad-server-map` or `map-not-local`; `details.mistakes` has a line for each, with its JSON path.
 */
export function parseServerMap(value: unknown, options: { source?: string; allowRemote?: boolean } = {}): ServerMap {
  const source = options.source ?? 'server map'
  const result = v.safeParse(serverMapSchema, value)
  if (!result.success) throw badMap(source, result.issues.map(mistake))
  const map = result.output
  const remote = options.allowRemote ? [] : remoteTargets(map)
  if (remote.length > 0) {
    throw new SparekeyError(
      'map-not-local',
      `The server map ${source} points away from this machine: ${remote.join('; ')}`,
      { details: { path: source, mistakes: remote } },
    )
  }
  return { ...map, source }
}

/** `127.0.0.1:993`, `[::1]:993` or `name:993`. */
export function parseTarget(text: string): Route | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+)):(\d{1,5})$/i.exec(text)
  if (!match) return undefined
  const [, v6, name, digits] = match
  const port = Number(digits)
  if (port < 1 || port > 65_535 || (v6 !== undefined && isIP(v6) !== 6)) return undefined
  return { host: v6 ?? name!, port }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).publicKey !== undefined
  } catch {
    return false
  }
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

function isLoopback(host: string): boolean {
  if (host.toLowerCase() === 'localhost') return true
  const family = isIP(host)
  return family !== 0 && loopback.check(host, family === 4 ? 'ipv4' : 'ipv6')
}

/** Every place of a map, mail servers and pages alike, that is not on this machine, with its JSON path. */
function remoteTargets(map: v.InferOutput<typeof serverMapSchema>): string[] {
  const urlHost = (url: string) => new URL(url).hostname.replace(/^\[(.*)\]$/, '$1')
  const places = [
    ...Object.entries(map.connect).map(([name, place]) => [`$.connect["${name}"]`, parseTarget(place)!.host, place]),
    ...Object.entries(map.open ?? {}).map(([name, url]) => [`$.open["${name}"]`, urlHost(url), url]),
    ...(['api', 'portal'] as const).flatMap((key) => (map[key] ? [[`$.${key}`, urlHost(map[key]), map[key]]] : [])),
  ] as [path: string, host: string, place: string][]
  return places.filter(([, host]) => !isLoopback(host)).map(([path, , place]) => `${path}: ${place}`)
}

function mistake(issue: v.BaseIssue<unknown>): string {
  const steps = issue.path ?? []
  const path = steps.map(({ key }) => (typeof key === 'number' ? `[${key}]` : pathKey(String(key)))).join('')
  if (issue.received === 'undefined') return `$${path}: is missing`
  const where = steps.at(-1)?.origin === 'key' ? 'the name ' : ''
  return `$${path}: ${where}${issue.message}`
}

function pathKey(key: string): string {
  return /^[a-z_]\w*$/i.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}

export function badMap(source: string, mistakes: string[]): SparekeyError {
  return new SparekeyError('bad-server-map', `The server map ${source} has mistakes: ${mistakes.join('; ')}`, {
    details: { path: source, mistakes },
  })
}
