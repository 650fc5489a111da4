import { X509Certificate } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import * as v from 'valibot'
import { isDay } from './dates.ts'
import type { MapMistake, MapMistakeCode } from '../errors/map-mistakes.ts'
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

const example = '127.0.0.1:40993'
const isTarget = (text: string) => parseTarget(text) !== undefined
const isHttp = /^https?:/

const text = v.string(mistake('not-text', {}))
const target = v.pipe(text, v.check(isTarget, mistake('not-a-target', { example })))
const targetName = v.pipe(text, v.check(isTarget, mistake('name-not-a-target', { example })))
const httpUrl = v.pipe(text, v.url(mistake('not-a-url', {})), v.regex(isHttp, mistake('not-an-http-url', {})))
const httpUrlName = v.pipe(
  text,
  v.url(mistake('name-not-a-url', {})),
  v.regex(isHttp, mistake('name-not-an-http-url', {})),
)
const day = v.pipe(text, v.check(isDay, mistake('not-a-day', { example: '2021-05-01' })))
const time = v.pipe(
  text,
  v.check((text) => !Number.isNaN(Date.parse(text)), mistake('not-a-time', {})),
)

const serverMapSchema = v.looseObject(
  {
    version: v.literal(1, mistake('not-version-1', {})),
    asOf: v.optional(day),
    now: v.optional(time),
    ca: v.optional(v.pipe(text, v.check(isCertificate, mistake('not-a-certificate', {})))),
    connect: v.record(targetName, target, mistake('not-an-object', {})),
    mx: v.optional(v.record(text, v.array(text, mistake('not-a-list', {})), mistake('not-an-object', {}))),
    open: v.optional(v.record(httpUrlName, httpUrl, mistake('not-an-object', {}))),
    clientId: v.optional(text),
    api: v.optional(httpUrl),
    portal: v.optional(httpUrl),
  },
  mistake('not-an-object', {}),
)

/**
 * Checks a map that is already an object, such as a test server's.
 * @param options.allowRemote accept targets that are not on this machine.
 * @throws SparekeyError `bad-server-map` or `map-not-local`; `details.mistakes` has each, with its JSON path.
 */
export function parseServerMap(value: unknown, options: { source?: string; allowRemote?: boolean } = {}): ServerMap {
  const source = options.source ?? 'server map'
  const result = v.safeParse(serverMapSchema, value)
  if (!result.success) throw badMap(source, result.issues.map(mistakeOf))
  const map = result.output
  const remote = options.allowRemote ? [] : remoteTargets(map)
  if (remote.length > 0) throw new SparekeyError('map-not-local', { path: source, mistakes: remote })
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
function remoteTargets(map: v.InferOutput<typeof serverMapSchema>): MapMistake[] {
  const urlHost = (url: string) => new URL(url).hostname.replace(/^\[(.*)\]$/, '$1')
  const places = [
    ...Object.entries(map.connect).map(
      ([name, place]) => [['connect', name], parseTarget(place)!.host, place] as const,
    ),
    ...Object.entries(map.open ?? {}).map(([name, url]) => [['open', name], urlHost(url), url] as const),
    ...(['api', 'portal'] as const).flatMap((key) => (map[key] ? [[[key], urlHost(map[key]), map[key]] as const] : [])),
  ]
  return places
    .filter(([, host]) => !isLoopback(host))
    .map(([keys, , target]) => ({ path: jsonPath(keys), code: 'not-local', params: { target } }))
}

/** What valibot carries for us as a message: the mistake, without its place. */
function mistake<Code extends MapMistakeCode>(code: Code, params: MapMistake<Code>['params']): string {
  return JSON.stringify({ code, params })
}

function mistakeOf(issue: v.BaseIssue<unknown>): MapMistake {
  const path = jsonPath((issue.path ?? []).map(({ key }) => key as string | number))
  if (issue.received === 'undefined') return { path, code: 'missing', params: {} }
  return { path, ...(JSON.parse(issue.message) as Pick<MapMistake, 'code' | 'params'>) } as MapMistake
}

/** `$.connect["imap-mail.outlook.com:993"]` */
function jsonPath(keys: readonly (string | number)[]): string {
  const steps = keys.map((key) => {
    if (typeof key === 'number') return `[${key}]`
    return /^[a-z_]\w*$/i.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
  })
  return `$${steps.join('')}`
}

export function badMap(source: string, mistakes: readonly MapMistake[]): SparekeyError {
  return new SparekeyError('bad-server-map', { path: source, mistakes })
}
