import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { BlockList, isIP } from 'node:net'
import * as v from 'valibot'
import { isDay, isoDate } from './dates.ts'
import { errorWord, SparekeyError } from './errors.ts'
import { defaultTimeoutMs, hostNotFound, type Network, type Route } from './network.ts'

/**
 * The server map (contract, section 5): where official names really are. It decides where secrets go, so a map that
 * others can write, or that points away from this machine, is refused; and nothing outside it is resolved or contacted.
 */
export type ServerMap = v.InferOutput<typeof serverMapSchema> & {
  /** Where the map came from, for messages. */
  source: string
}

const target = v.pipe(
  v.string(),
  v.check((text) => parseTarget(text) !== undefined, 'must be HOST:PORT, such as 127.0.0.1:40993'),
)
const httpUrl = v.pipe(v.string(), v.url('must be a URL'), v.regex(/^https?:/, 'must be an http or https URL'))
const isoDay = v.pipe(v.string(), v.check(isDay, 'must be a date such as 2021-05-01'))

const serverMapSchema = v.looseObject({
  version: v.literal(1, 'must be 1'),
  asOf: v.optional(isoDay),
  now: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => !Number.isNaN(Date.parse(text)), 'must be an ISO 8601 time'),
    ),
  ),
  ca: v.optional(v.pipe(v.string(), v.includes('-----BEGIN CERTIFICATE-----', 'must be a certificate in PEM'))),
  connect: v.record(target, target),
  mx: v.optional(v.record(v.string(), v.array(v.string()))),
  open: v.optional(v.record(httpUrl, httpUrl)),
  clientId: v.optional(v.string()),
  api: v.optional(httpUrl),
  portal: v.optional(httpUrl),
})

/** A map lists a dozen hosts and a certificate: a megabyte is no map. */
const maxMapBytes = 1_048_576

/**
 * Reads and checks a map file.
 * @param allowRemote accept targets that are not loopback addresses.
 * @throws SparekeyError `file-missing`, `file-unreadable`, `map-not-private`, `bad-server-map` (`details.mistakes`: one
 * line each with its JSON path) or `map-not-local`.
 */
export async function readServerMap(path: string, options: { allowRemote?: boolean } = {}): Promise<ServerMap> {
  let file: FileHandle
  try {
    // Without O_NONBLOCK a named pipe would keep the program waiting for ever.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    throw unreadable(path, error)
  }
  let text: string
  try {
    await refuseForeignHands(path, file)
    text = await file.readFile('utf8')
  } catch (error) {
    throw error instanceof SparekeyError ? error : unreadable(path, error)
  } finally {
    await file.close()
  }
  return parseServerMap(parseJson(path, text), { source: path, ...options })
}

/** Checks a map that is already an object, such as a test server's; errors as of `readServerMap`. */
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

/** `127.0.0.1:993`, `[::1]:993` or `name:993`. */
function parseTarget(text: string): Route | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+)):(\d{1,5})$/i.exec(text)
  if (!match) return undefined
  const [, v6, name, digits] = match
  const port = Number(digits)
  if (port < 1 || port > 65_535 || (v6 !== undefined && isIP(v6) !== 6)) return undefined
  return { host: v6 ?? name!, port }
}

/** `localhost` is this machine without asking a resolver (RFC 6761, section 6.3). */
function routesOf(place: Route): Route[] {
  if (place.host.toLowerCase() !== 'localhost') return [place]
  return [
    { host: '127.0.0.1', port: place.port },
    { host: '::1', port: place.port },
  ]
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

/** Whoever may write the map may send the owner's secret where they like. */
async function refuseForeignHands(path: string, file: FileHandle): Promise<void> {
  const stat = await file.stat()
  if (!stat.isFile()) throw new SparekeyError('file-unreadable', `${path} is not a file.`, { details: { path } })
  if (stat.size > maxMapBytes) throw badMap(path, [`$: larger than ${maxMapBytes} bytes`])
  const ownId = process.getuid?.()
  if (ownId === undefined) return
  if ((stat.mode & 0o022) === 0 && (stat.uid === ownId || stat.uid === 0)) return
  throw new SparekeyError(
    'map-not-private',
    `The server map ${path} can be written by others, who could send your password elsewhere: make it yours alone (chmod 600).`,
    { details: { path } },
  )
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's message quotes the file, which may be one the person did not mean to show.
    throw badMap(path, ['$: not JSON'])
  }
}

function mistake(issue: v.BaseIssue<unknown>): string {
  const steps = issue.path ?? []
  const path = steps.map(({ key }) => (typeof key === 'number' ? `[${key}]` : pathKey(String(key)))).join('')
  if (issue.received === 'undefined') return `$${path}: is missing`
  const where = steps.at(-1)?.origin === 'key' ? 'the name ' : ''
  return `$${path}: ${where}${issue.message.replace(/^Invalid \w+: /, '')}`
}

function pathKey(key: string): string {
  return /^[a-z_]\w*$/i.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}

function badMap(source: string, mistakes: string[]): SparekeyError {
  return new SparekeyError('bad-server-map', `The server map ${source} has mistakes: ${mistakes.join('; ')}`, {
    details: { path: source, mistakes },
  })
}

function unreadable(path: string, cause: unknown): SparekeyError {
  const word = errorWord(cause)
  const missing = word === 'ENOENT' || word === 'ENOTDIR'
  return new SparekeyError(
    missing ? 'file-missing' : 'file-unreadable',
    missing ? `The file ${path} does not exist.` : `The file ${path} cannot be read (${word ?? 'unknown error'}).`,
    { details: { path }, cause },
  )
}
