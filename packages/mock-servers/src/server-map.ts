/**
 * The server map (contract, section 5) as a pure function: where the official names really are, and what else a client
 * needs to take the mock for Microsoft.
 */
import type { Account } from './accounts/account.ts'
import { domainOf } from './accounts/personal-domains.ts'
import { officialMailServers } from './official-names.ts'

type MailDoor = 'pop3' | 'imap' | 'smtp'

/** Where a caller reaches the doors. */
export type Doors = { host: string } & Record<MailDoor | 'http', number>

export type ServerMap = {
  version: 1
  /** The day of `now`: sign-in rules and settings go by it. */
  asOf: string
  now: string
  /** The authority that signed the servers' certificate, PEM. */
  ca: string
  /** Official `host:port` → where it really is. */
  connect: Record<string, string>
  /** Domain → mail exchangers, as DNS would tell them. */
  mx: Record<string, string[]>
  api: string
}

export function serverMap(world: { now: Date; ca: string; accounts: readonly Account[] }, doors: Doors): ServerMap {
  const now = world.now.toISOString()
  const mail = Object.entries(officialMailServers)
  return {
    version: 1,
    asOf: now.slice(0, 10),
    now,
    ca: world.ca,
    connect: Object.fromEntries(mail.map(([name, door]) => [name, `${inUrl(doors.host)}:${doors[door]}`])),
    mx: Object.fromEntries(world.accounts.flatMap(mailExchangers)),
    api: `http://${inUrl(doors.host)}:${doors.http}/api/v1`,
  }
}

/** What tells personal from work domains in DNS (behaviour notes, "Detecting Microsoft from DNS"; MS-ACC-14). */
const exchangerDomains = {
  personal: 'olc.protection.outlook.com',
  work: 'mail.protection.outlook.com',
} as const

function mailExchangers({ kind, address, aliases }: Account): [string, string[]][] {
  const domains = new Set([address, ...aliases].map(domainOf))
  return [...domains].map((domain) => [domain, [`${domain.replaceAll('.', '-')}.${exchangerDomains[kind]}`]])
}

/** An IPv6 address stands in brackets (RFC 3986, 3.2.2). */
function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
