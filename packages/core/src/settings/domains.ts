import type { Cloud, Home } from './settings.ts'

/**
 * The domains of Microsoft's personal mail, as Thunderbird's provider database lists them (MS-ACC-13). No patterns, for
 * there is mail at other people's `hotmail.*`; a domain that is missing here is still told by its MX.
 */
const countries = {
  outlook:
    'at be cl cz de dk es fr hu ie in it jp kr lv my ph pt sa sg sk co.id co.il co.th com.ar com.au com.br com.gr com.tr com.vn',
  hotmail:
    'be ca cl cz de dk es fi fr gr hu it lt lv my nl no ph rs se sg sk co.id co.il co.in co.jp co.kr co.th co.uk co.za com.ar com.au com.br com.hk com.tr com.tw com.vn',
  live: 'at be ca cl cn de dk fi fr hk ie in it jp nl no ru se co.jp co.kr co.uk co.za com.ar com.au com.mx com.my com.ph com.pt com.sg',
} as const

const international = [
  'hotmail.com',
  'live.com',
  'msn.com',
  'outlook.com',
  'windowslive.com',
  'livemail.tw',
  'passport.com', // assumed: Microsoft's in the past, in no list
] as const

export const personalDomains: ReadonlySet<string> = new Set([
  ...international,
  ...Object.entries(countries).flatMap(([name, ends]) => ends.split(' ').map((end) => `${name}.${end}`)),
])

/** Domains that are Microsoft 365 by their name alone (MS-ACC-22). */
const workDomains: readonly { domain: RegExp; cloud: Cloud }[] = [
  { domain: /(?:^|\.)(?:onmicrosoft\.com|office365\.com)$/, cloud: 'global' },
  { domain: /(?:^|\.)onmicrosoft\.us$/, cloud: 'us-government' },
  { domain: /(?:^|\.)partner\.onmschina\.cn$/, cloud: 'china' },
]

/** Whose accounts are at a domain, as far as its name says. */
export function homeAt(domain: string): Home | undefined {
  if (personalDomains.has(domain)) return { account: 'personal', cloud: 'global' }
  const work = workDomains.find((row) => row.domain.test(domain))
  return work && { account: 'work', cloud: work.cloud }
}

/** What an exchange host says of the domain it serves; the first that matches (MS-ACC-14, MS-ACC-22). */
const exchanges: readonly { host: RegExp; home: Home }[] = [
  { host: /\.olc\.protection\.outlook\.com\.?$/, home: { account: 'personal', cloud: 'global' } },
  { host: /\.mail\.protection\.outlook\.com\.?$/, home: { account: 'work', cloud: 'global' } },
  { host: /\.mx\.microsoft\.?$/, home: { account: 'work', cloud: 'global' } },
  { host: /\.mail\.protection\.office365\.us\.?$/, home: { account: 'work', cloud: 'us-government' } },
  { host: /\.mail\.protection\.partner\.outlook\.cn\.?$/, home: { account: 'work', cloud: 'china' } },
]

/** Whose accounts are behind these exchange hosts, `undefined` if they are not Microsoft's. */
export function homeBehind(hosts: readonly string[]): Home | undefined {
  return hosts.flatMap((name) => exchanges.filter(({ host }) => host.test(name)))[0]?.home
}
