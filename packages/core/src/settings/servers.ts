import type {
  AccountKind,
  Authentication,
  Cloud,
  Home,
  Protocol,
  RollOut,
  Security,
  ServerSettings,
} from './settings.ts'

/**
 * Which servers, and which ways to sign in, Microsoft names for whom and since when: two tables. Of the rows that fit, the
 * last whose `since` has come holds; `''` is the beginning.
 */

type Kind = 'personal' | 'work'
type Place = { host: string; port: number; security: Security }
type Front = { kind: Kind; cloud: Cloud; on: readonly Protocol[]; since: string; host: string }

const all = ['pop3', 'imap', 'smtp'] as const
const reading = ['pop3', 'imap'] as const

const ports: Readonly<Record<Protocol, Omit<Place, 'host'>>> = {
  pop3: { port: 995, security: 'tls' },
  imap: { port: 993, security: 'tls' },
  smtp: { port: 587, security: 'starttls' },
}

/** `since` of the move to `outlook.office365.com` is assumed: when passwords began to end, for the page names both. */
const fronts: readonly Front[] = [
  { kind: 'personal', cloud: 'global', on: ['pop3'], since: '', host: 'pop-mail.outlook.com' },
  { kind: 'personal', cloud: 'global', on: ['imap'], since: '', host: 'imap-mail.outlook.com' },
  { kind: 'personal', cloud: 'global', on: ['smtp'], since: '', host: 'smtp-mail.outlook.com' },
  { kind: 'personal', cloud: 'global', on: reading, since: '2024-09-01', host: 'outlook.office365.com' },
  { kind: 'work', cloud: 'global', on: reading, since: '', host: 'outlook.office365.com' },
  { kind: 'work', cloud: 'global', on: ['smtp'], since: '', host: 'smtp.office365.com' },
  // MS-ACC-22
  { kind: 'work', cloud: 'us-government', on: reading, since: '', host: 'outlook.office365.us' },
  { kind: 'work', cloud: 'us-government', on: ['smtp'], since: '', host: 'smtp.office365.us' },
  { kind: 'work', cloud: 'china', on: reading, since: '', host: 'partner.outlook.cn' },
  { kind: 'work', cloud: 'china', on: ['smtp'], since: '', host: 'smtp.partner.outlook.cn' },
]

/** `until`: an end that came to one account after the other; `since` is the first of its days. */
type Era = {
  kind: Kind
  on: readonly Protocol[]
  since: string
  until?: string
  authentication: readonly Authentication[]
}

/** That the national clouds keep the same days is assumed. */
const eras: readonly Era[] = [
  { kind: 'personal', on: all, since: '', authentication: ['password'] },
  // The announcement to owners; personal mailboxes took tokens before, but no page told them to.
  { kind: 'personal', on: all, since: '2024-06-11', authentication: ['password', 'oauth2'] },
  // MS-CAL-02. Announced for the last day; the first is assumed, some days before the first refusal that is dated.
  { kind: 'personal', on: all, since: '2024-09-01', until: '2024-09-16', authentication: ['oauth2'] },
  { kind: 'work', on: all, since: '', authentication: ['password'] },
  // Announced in 2020-04 for IMAP and SMTP, in 2020-05 for POP.
  { kind: 'work', on: all, since: '2020-05-01', authentication: ['password', 'oauth2'] },
  // MS-CAL-01. Announced for the first day; the last is that of the last dated report.
  { kind: 'work', on: reading, since: '2022-10-01', until: '2023-01-30', authentication: ['oauth2'] },
  { kind: 'work', on: ['smtp'], since: '2027-01-01', authentication: ['oauth2'] }, // MS-CAL-04
]

/** The official settings of an account kind on a day (`2021-05-01`), in the order POP3, IMAP, SMTP. */
export function serversOn(day: string, kind: Kind, username: string, cloud: Cloud = 'global'): ServerSettings[] {
  return all.map((protocol) => {
    const { host } = fronts.findLast(
      (front) => front.kind === kind && front.cloud === cloud && front.on.includes(protocol) && front.since <= day,
    )!
    const era = eras.findLast((era) => era.kind === kind && era.on.includes(protocol) && era.since <= day)!
    const rollOut = rollOutOf(era, day)
    return {
      protocol,
      host,
      ...ports[protocol],
      authentication: [...era.authentication],
      spa: false,
      username,
      ...(protocol === 'smtp' && { authenticationRequired: true }),
      ...(rollOut && { rollOut }),
    }
  })
}

/** The days of a roll-out that a day is among, for whoever has no settings at hand. */
export function rollOutOn(day: string, account: AccountKind, protocol: Protocol): RollOut | undefined {
  if (account === 'unknown') return undefined
  return serversOn(day, account, '').find((server) => server.protocol === protocol)?.rollOut
}

function rollOutOf({ since, until }: Era, day: string): RollOut | undefined {
  return until !== undefined && day < until ? { from: since, until } : undefined
}

/** Names of one and the same front end: a program set to either reaches the same mailbox (the older ones still answer in 2026). */
const aliases: Readonly<Record<Cloud, Readonly<Record<Protocol, readonly string[]>>>> = {
  global: {
    pop3: ['pop-mail.outlook.com', 'outlook.office365.com'],
    imap: ['imap-mail.outlook.com', 'outlook.office365.com'],
    smtp: ['smtp-mail.outlook.com', 'smtp.office365.com'],
  },
  'us-government': {
    pop3: ['outlook.office365.us', 'outlook-dod.office365.us'],
    imap: ['outlook.office365.us', 'outlook-dod.office365.us'],
    smtp: ['smtp.office365.us', 'outlook.office365.us', 'outlook-dod.office365.us'],
  },
  china: {
    pop3: ['partner.outlook.cn'],
    imap: ['partner.outlook.cn'],
    smtp: ['smtp.partner.outlook.cn', 'partner.outlook.cn'],
  },
}

/** Whose front end a host is for this protocol; `undefined` if it is none of Microsoft's. */
export function cloudOf(protocol: Protocol, host: string): Cloud | undefined {
  const clouds = Object.keys(aliases) as Cloud[]
  return clouds.find((cloud) => aliases[cloud][protocol].includes(host))
}

/** The kinds of account that a front end may be of. */
export function homesIn(cloud: Cloud): Home[] {
  const work: Home = { account: 'work', cloud }
  return cloud === 'global' ? [{ account: 'personal', cloud }, work] : [work]
}

/** Hosts for programs with old TLS, which tenants could opt into (MS-CAL-07); that SMTP's goes as well is assumed. */
const legacyHost = /^(?:pop|imap|smtp)-legacy\.(?:office365|outlook)\.com$/
const legacyEnd: RollOut = { from: '2026-07-01', until: '2026-12-31' }

/** Whether a host was for programs with old TLS, and how far it is gone on that day: from then on it is no setting. */
export function legacyHostOn(day: string, host: string): 'open' | 'closing' | 'gone' | undefined {
  if (!legacyHost.test(host)) return undefined
  return day < legacyEnd.from ? 'open' : day < legacyEnd.until ? 'closing' : 'gone'
}
