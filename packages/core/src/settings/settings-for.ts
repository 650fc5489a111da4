import { isDay } from '../network/dates.ts'
import { SparekeyError } from '../errors/sparekey-error.ts'
import type { Network } from '../network/network.ts'
import { parseAddress } from './address.ts'
import { isWorkDomain, kindOfExchange, personalDomains } from './domains.ts'
import { serversOn } from './servers.ts'
import type { Settings } from './settings.ts'

/**
 * The right settings of an address on a day. Asks DNS at most once, for the exchange hosts of a domain that is not
 * Microsoft's by name.
 * @param asOf ISO date; the network's own day if left out.
 * @throws SparekeyError `bad-address`, `bad-date`, `not-a-microsoft-address`, `host-not-found` (DNS gave no answer)
 */
export async function settingsFor(
  text: string,
  options: { network: Network; asOf?: string | undefined },
): Promise<Settings> {
  const { address, domain } = parseAddress(text)
  const asOf = dayOf(options)
  const known = await accountKind(domain, options.network)
  if (!known) throw notMicrosoft(address, domain)
  return { address, ...known, asOf, servers: serversOn(asOf, known.account, address) }
}

/** @throws SparekeyError `bad-date` */
export function dayOf(options: { network: Network; asOf?: string | undefined }): string {
  const day = options.asOf ?? options.network.asOf()
  if (isDay(day)) return day
  throw new SparekeyError('bad-date', { date: day })
}

/** The kind of account at a domain and how that became known; `undefined` if the domain is not Microsoft's. */
export async function accountKind(
  domain: string,
  network: Network,
): Promise<{ account: 'personal' | 'work'; source: Settings['source'] } | undefined> {
  if (personalDomains.has(domain)) return { account: 'personal', source: 'domain' }
  if (isWorkDomain(domain)) return { account: 'work', source: 'domain' }
  const account = kindOfExchange(await network.resolveMx(domain))
  return account && { account, source: network.serverMap === undefined ? 'mx' : 'servers-file' }
}

export function notMicrosoft(address: string, domain: string): SparekeyError {
  return new SparekeyError('not-a-microsoft-address', { address, domain })
}
