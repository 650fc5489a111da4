import type { MxRecord } from 'node:dns'
import { lookup, Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { errorWord } from '../errors/sparekey-error.ts'
import { isoDate } from './dates.ts'
import { defaultTimeoutMs, hostNotFound, type Network, type Route } from './network.ts'

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
    throw hostNotFound(domain, word, error)
  }
}
