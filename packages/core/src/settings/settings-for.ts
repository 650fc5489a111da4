import { isDay } from '../network/dates.ts'
import { SparekeyError } from '../errors/sparekey-error.ts'
import type { Network } from '../network/network.ts'
import { parseAddress } from './address.ts'
import { homeAt, homeBehind } from './domains.ts'
import { serversOn } from './servers.ts'
import type { Home, Settings } from './settings.ts'

/**
 * The right settings of an address on a day. Asks DNS at most once, for the exchange hosts of a domain that is not
 * Microsoft's by name.
 * @param asOf ISO date; the network's own day if left out.
 * @throws SparekeyError `bad-address`, `bad-date`, `not-a-microsoft-address`, `mx-elsewhere`, `host-not-found` (DNS gave no answer)
 */
export async function settingsFor(
  text: string,
  options: { network: Network; asOf?: string | undefined },
): Promise<Settings> {
  const { address, domain } = parseAddress(text)
  const asOf = dayOf(options)
  const { home, source, exchange } = await homeOf(domain, options.network)
  if (!home) throw notMicrosoft(address, domain, exchange)
  const { account, cloud } = home
  return {
    address,
    account,
    ...(cloud !== 'global' && { cloud }),
    source,
    asOf,
    servers: serversOn(asOf, account, address, cloud),
  }
}

/** @throws SparekeyError `bad-date` */
export function dayOf(options: { network: Network; asOf?: string | undefined }): string {
  const day = options.asOf ?? options.network.asOf()
  if (isDay(day)) return day
  throw new SparekeyError('bad-date', { date: day })
}

/** Whose accounts are at a domain, and how that became known; without a `home`, who has its mail, if anybody has. */
export async function homeOf(
  domain: string,
  network: Network,
): Promise<{ home: Home | undefined; source: Settings['source']; exchange?: string }> {
  const home = homeAt(domain)
  if (home) return { home, source: 'domain' }
  const exchanges = await network.resolveMx(domain)
  const [exchange] = exchanges
  const source = network.serverMap === undefined ? 'mx' : 'servers-file'
  return { home: homeBehind(exchanges), source, ...(exchange !== undefined && { exchange }) }
}

/** @param exchange the host that has the domain's mail, if the domain has mail at all */
export function notMicrosoft(address: string, domain: string, exchange?: string): SparekeyError {
  return exchange === undefined
    ? new SparekeyError('not-a-microsoft-address', { address, domain })
    : new SparekeyError('mx-elsewhere', { address, domain, exchange })
}
