/**
 * The server map (docs/reference/server-map.md) as a pure function: where the official names really are, and what else
 * a client needs to take the mock for Microsoft.
 */
import type { Account } from '../directory/account.ts'
import { domainOf } from '../directory/personal-domains.ts'
import { readyMadeClient } from '../identity/clients.ts'
import { officialMailServers, officialPages, officialWebHosts } from './official-names.ts'

type MailDoor = 'pop3' | 'imap' | 'smtp'

/** Where a caller reaches the doors. */
export type Doors = { host: string } & Record<MailDoor | 'http' | 'https', number>

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
  /** Official page → where a browser on this machine finds it without a certificate. */
  open: Record<string, string>
  /** An application that is registered with the identity service. */
  clientId: string
  api: string
  /** The account page. */
  portal: string
}

export function serverMap(world: { now: Date; ca: string; accounts: readonly Account[] }, doors: Doors): ServerMap {
  const now = world.now.toISOString()
  const at = (door: keyof typeof doors & string) => `${inUrl(doors.host)}:${doors[door]}`
  const servers = [
    ...Object.entries(officialMailServers),
    ...Object.keys(officialWebHosts).map((host) => [`${host}:443`, 'https'] as const),
  ]
  const browser = `http://${at('http')}`
  return {
    version: 1,
    asOf: now.slice(0, 10),
    now,
    ca: world.ca,
    connect: Object.fromEntries(servers.map(([name, door]) => [name, at(door)])),
    mx: Object.fromEntries(world.accounts.flatMap(mailExchangers)),
    open: Object.fromEntries(Object.entries(officialPages).map(([page, path]) => [page, browser + path])),
    clientId: readyMadeClient.id,
    api: `${browser}/api/v1`,
    portal: `${browser}/`,
  }
}

/** What tells personal from work domains in DNS (MS-ACC-14). */
const exchangerDomains = {
  personal: 'olc.protection.outlook.com',
  work: 'mail.protection.outlook.com',
} as const

function mailExchangers({ kind, address, aliases }: Account): [string, string[]][] {
  const domains = new Set([address, ...aliases].map(domainOf))
  return [...domains].map((domain) => [domain, [`${domain.replaceAll('.', '-')}.${exchangerDomains[kind]}`]])
}

/** An IPv6 address is written in brackets (RFC 3986, 3.2.2). */
function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
