import type { Authentication, Protocol, Security, ServerSettings } from './settings.ts'

/**
 * Which servers, and which ways to sign in, Microsoft names for whom and since when: two tables. Of the rows that fit, the
 * last whose `since` has come holds; `''` is the beginning.
 */

type Kind = 'personal' | 'work'
type Place = { kind: Kind; protocol: Protocol; since: string; host: string; port: number; security: Security }

/** `since` of the move to `outlook.office365.com` is assumed: the day passwords ended, for the page names both. */
const places: readonly Place[] = [
  { kind: 'personal', protocol: 'pop3', since: '', host: 'pop-mail.outlook.com', port: 995, security: 'tls' },
  { kind: 'personal', protocol: 'imap', since: '', host: 'imap-mail.outlook.com', port: 993, security: 'tls' },
  { kind: 'personal', protocol: 'smtp', since: '', host: 'smtp-mail.outlook.com', port: 587, security: 'starttls' },
  {
    kind: 'personal',
    protocol: 'pop3',
    since: '2024-09-16',
    host: 'outlook.office365.com',
    port: 995,
    security: 'tls',
  },
  {
    kind: 'personal',
    protocol: 'imap',
    since: '2024-09-16',
    host: 'outlook.office365.com',
    port: 993,
    security: 'tls',
  },
  { kind: 'work', protocol: 'pop3', since: '', host: 'outlook.office365.com', port: 995, security: 'tls' },
  { kind: 'work', protocol: 'imap', since: '', host: 'outlook.office365.com', port: 993, security: 'tls' },
  { kind: 'work', protocol: 'smtp', since: '', host: 'smtp.office365.com', port: 587, security: 'starttls' },
]

type Era = { kind: Kind; on: readonly Protocol[]; since: string; authentication: readonly Authentication[] }

const all = ['pop3', 'imap', 'smtp'] as const

const eras: readonly Era[] = [
  { kind: 'personal', on: all, since: '', authentication: ['password'] },
  // The announcement to owners; personal mailboxes took tokens before, but no page told them to.
  { kind: 'personal', on: all, since: '2024-06-11', authentication: ['password', 'oauth2'] },
  { kind: 'personal', on: all, since: '2024-09-16', authentication: ['oauth2'] }, // MS-CAL-02
  { kind: 'work', on: all, since: '', authentication: ['password'] },
  // Announced in 2020-04 for IMAP and SMTP, in 2020-05 for POP.
  { kind: 'work', on: all, since: '2020-05-01', authentication: ['password', 'oauth2'] },
  { kind: 'work', on: ['pop3', 'imap'], since: '2022-10-01', authentication: ['oauth2'] }, // MS-CAL-01
  { kind: 'work', on: ['smtp'], since: '2027-01-01', authentication: ['oauth2'] }, // MS-CAL-04
]

/** The official settings of an account kind on a day (`2021-05-01`), in the order POP3, IMAP, SMTP. */
export function serversOn(day: string, kind: Kind, username: string): ServerSettings[] {
  return all.map((protocol) => {
    const { host, port, security } = places.findLast(
      (place) => place.kind === kind && place.protocol === protocol && place.since <= day,
    )!
    const era = eras.findLast((era) => era.kind === kind && era.on.includes(protocol) && era.since <= day)!
    return {
      protocol,
      host,
      port,
      security,
      authentication: [...era.authentication],
      spa: false,
      username,
      ...(protocol === 'smtp' && { authenticationRequired: true }),
    }
  })
}

/** Names of one and the same front end: a program set to either reaches the same mailbox (the older ones still answer in 2026). */
const aliases: Record<Protocol, readonly string[]> = {
  pop3: ['pop-mail.outlook.com', 'outlook.office365.com'],
  imap: ['imap-mail.outlook.com', 'outlook.office365.com'],
  smtp: ['smtp-mail.outlook.com', 'smtp.office365.com'],
}

/** Whether a host is one of Microsoft's for this protocol. */
export function isOfficialHost(protocol: Protocol, host: string): boolean {
  return aliases[protocol].includes(host)
}
