/**
 * Which domains Microsoft hands out to private persons (MS-ACC-13): Thunderbird's provider database, hotmail.com.xml.
 * Every other domain is taken to belong to an organisation.
 */
import type { AccountKind } from './account.ts'

const endingsOf = {
  outlook:
    'com at be cl cz de dk es fr hu ie in it jp kr lv my ph pt sa sg sk co.id co.il co.th com.ar com.au com.br com.gr com.tr com.vn',
  hotmail:
    'com be ca cl cz de dk es fi fr gr hu it lt lv my nl no ph rs se sg sk co.id co.il co.in co.jp co.kr co.th co.uk co.za com.ar com.au com.br com.hk com.tr com.tw com.vn',
  live: 'com at be ca cl cn de dk fi fr hk ie in it jp nl no ru se co.jp co.kr co.uk co.za com.ar com.au com.mx com.my com.ph com.pt com.sg',
  msn: 'com',
  windowslive: 'com',
  livemail: 'tw',
  passport: 'com',
} as const

const personalDomains: ReadonlySet<string> = new Set(
  Object.entries(endingsOf).flatMap(([name, endings]) => endings.split(' ').map((ending) => `${name}.${ending}`)),
)

/** The part after the last `@`, lower case; empty if there is none. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1 || address.length).toLowerCase()
}

export function kindOf(address: string): AccountKind {
  return personalDomains.has(domainOf(address)) ? 'personal' : 'work'
}
