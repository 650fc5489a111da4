import type { MxRecord } from 'node:dns'
import { lookup, Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isoDate } from './dates.ts'
import { errorWord, SparekeyError } from './errors.ts'

/**
 * How official names are reached. The real network resolves and connects to them; a server map's network knows only what
 * the map lists, so that with a map nothing real is ever resolved or contacted. Probes and clients take a `Network` and
 * never ask which one it is.
 */
export type Network = {
  /** Where the route table came from, for messages; `undefined` on the real network. */
  readonly serverMap: string | undefined
  /** The instant the other side lives in: the map's clock, else the machine's. */
  now(): Date
  /** The ISO date whose rules and settings apply: the map's, else the day of `now()` in UTC. */
  asOf(): string
  /**
   * Milliseconds each network step may take: resolving, connecting, TLS, the greeting, and each command until its answer is
   * whole, however much the server says meanwhile. A transfer (a listing or a message, either way) takes as long as it needs
   * while each such span of time brings 1 KiB of it.
   */
  readonly timeoutMs: number
  /** PEM of the certificate authority to trust instead of the system's. */
  readonly ca: string | undefined
  /** The addresses to connect to for an official name. Rejects with a `SparekeyError` `host-not-found`. */
  resolve(host: string, port: number): Promise<readonly Route[]>
  /** Exchange host names, best first, lower case; empty if the domain has none. */
  resolveMx(domain: string): Promise<readonly string[]>
  /**
   * The page to open in a browser for one of Microsoft's: itself, or with a server map the map's. Throws a `SparekeyError`
   * `host-not-found` if the map has none, so that a real page is never opened in its place.
   */
  pageFor(url: string): string
}

/** `host` is an IP address, or a name if a server map gives one. */
export type Route = { host: string; port: number }

/** What each network step may take: Microsoft has been seen to think 17 s over a refusal (MS-SMTP-13). */
export const defaultTimeoutMs = 30_000

/** What answers questions about names; both reject with an error whose `code` is the resolver's word. */
export type NameResolver = {
  addresses(host: string): Promise<string[]>
  mailExchanges(domain: string, timeoutMs: number): Promise<MxRecord[]>
}

const ofThisMachine: NameResolver = {
  addresses: async (host) => (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address),
  mailExchanges: (domain, timeoutMs) => new Resolver({ timeout: timeoutMs, tries: 1 }).resolveMx(domain),
}

/** The network of this machine: its resolver (another one, if given), its clock, its trust store. */
export function realNetwork(options: { timeoutMs?: number; names?: NameResolver } = {}): Network {
  const { timeoutMs = defaultTimeoutMs, names = ofThisMachine } = options
  return {
    serverMap: undefined,
    now: () => new Date(),
    asOf: () => isoDate(new Date()),
    timeoutMs,
    ca: undefined,
    resolve: (host, port) => resolveReally(names, host, port),
    resolveMx: (domain) => resolveMxReally(names, domain, timeoutMs),
    pageFor: (url) => url,
  }
}

export function hostNotFound(host: string, word: string, cause?: unknown): SparekeyError {
  return new SparekeyError('host-not-found', `The host ${host} was not found (${word}).`, {
    details: { host, error: word },
    cause,
  })
}

async function resolveReally(names: NameResolver, host: string, port: number): Promise<Route[]> {
  if (isIP(host)) return [{ host, port }]
  try {
    return (await names.addresses(host)).map((address) => ({ host: address, port }))
  } catch (error) {
    throw hostNotFound(host, errorWord(error) ?? 'ENOTFOUND', error)
  }
}

/** Answers that say "there is none", as against those that say nothing. */
const noMailExchange = new Set(['ENOTFOUND', 'ENODATA'])

async function resolveMxReally(names: NameResolver, domain: string, timeoutMs: number): Promise<string[]> {
  try {
    const records = await names.mailExchanges(domain, timeoutMs)
    return records.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange.toLowerCase())
  } catch (error) {
    const word = errorWord(error) ?? 'EUNKNOWN'
    if (noMailExchange.has(word)) return []
    throw new SparekeyError('host-not-found', `The mail servers of ${domain} could not be looked up (${word}).`, {
      details: { host: domain, error: word },
      cause: error,
    })
  }
}
