import type { Authentication, Endpoint, Protocol, ServerSettings, Settings } from './settings.ts'

/**
 * Which servers and which ways to sign in Microsoft names for whom, since when. Rows of one kind and protocol stand in
 * order of time; the last whose `since` has come holds.
 */
type Row = Endpoint & {
  kind: 'personal' | 'work'
  /** ISO date from which the row holds; `''` from the beginning. */
  since: string
  authentication: Authentication[]
  evidence: string
}

const personalPop = { kind: 'personal', protocol: 'pop3', port: 995, security: 'tls' } as const
const personalImap = { kind: 'personal', protocol: 'imap', port: 993, security: 'tls' } as const
const personalSmtp = {
  kind: 'personal',
  protocol: 'smtp',
  host: 'smtp-mail.outlook.com',
  port: 587,
  security: 'starttls',
} as const
const workPop = { kind: 'work', protocol: 'pop3', host: 'outlook.office365.com', port: 995, security: 'tls' } as const
const workImap = { kind: 'work', protocol: 'imap', host: 'outlook.office365.com', port: 993, security: 'tls' } as const
const workSmtp = {
  kind: 'work',
  protocol: 'smtp',
  host: 'smtp.office365.com',
  port: 587,
  security: 'starttls',
} as const

/** The article's settings are of 2021-05; the day Microsoft named `outlook.office365.com` instead is not recorded. */
const article = 'the article of 2021-05'
const announcement = 'announcement to owners of 2024-06-11: sign in with Microsoft instead'
const hostChange = "Microsoft's settings page; its date assumed to be that of the end of passwords"
const workOAuth = 'Exchange team announcements of 2020-04 and 2020-05'
const workEnd = 'basic authentication ends for tenants from 2022-10-01'
const submissionEnd = 'Exchange team, revision of 2026-01-27: off by default after December 2026'

const rows: readonly Row[] = [
  { ...personalPop, since: '', host: 'pop-mail.outlook.com', authentication: ['password'], evidence: article },
  {
    ...personalPop,
    since: '2024-06-11',
    host: 'pop-mail.outlook.com',
    authentication: ['password', 'oauth2'],
    evidence: announcement,
  },
  {
    ...personalPop,
    since: '2024-09-16',
    host: 'outlook.office365.com',
    authentication: ['oauth2'],
    evidence: hostChange,
  },
  { ...personalImap, since: '', host: 'imap-mail.outlook.com', authentication: ['password'], evidence: article },
  {
    ...personalImap,
    since: '2024-06-11',
    host: 'imap-mail.outlook.com',
    authentication: ['password', 'oauth2'],
    evidence: announcement,
  },
  {
    ...personalImap,
    since: '2024-09-16',
    host: 'outlook.office365.com',
    authentication: ['oauth2'],
    evidence: hostChange,
  },
  { ...personalSmtp, since: '', authentication: ['password'], evidence: article },
  { ...personalSmtp, since: '2024-06-11', authentication: ['password', 'oauth2'], evidence: announcement },
  { ...personalSmtp, since: '2024-09-16', authentication: ['oauth2'], evidence: hostChange },
  { ...workPop, since: '', authentication: ['password'], evidence: article },
  { ...workPop, since: '2020-05-01', authentication: ['password', 'oauth2'], evidence: workOAuth },
  { ...workPop, since: '2022-10-01', authentication: ['oauth2'], evidence: workEnd },
  { ...workImap, since: '', authentication: ['password'], evidence: article },
  { ...workImap, since: '2020-05-01', authentication: ['password', 'oauth2'], evidence: workOAuth },
  { ...workImap, since: '2022-10-01', authentication: ['oauth2'], evidence: workEnd },
  { ...workSmtp, since: '', authentication: ['password'], evidence: article },
  { ...workSmtp, since: '2020-05-01', authentication: ['password', 'oauth2'], evidence: workOAuth },
  { ...workSmtp, since: '2027-01-01', authentication: ['oauth2'], evidence: submissionEnd },
]

const protocols: readonly Protocol[] = ['pop3', 'imap', 'smtp']

/** The official settings of an account kind on a day (`2021-05-01`), in the order POP3, IMAP, SMTP. */
export function serversOn(day: string, kind: 'personal' | 'work', username: string): Settings['servers'] {
  return protocols.map((protocol) => {
    const row = rows.findLast((row) => row.kind === kind && row.protocol === protocol && row.since <= day)!
    const { host, port, security, authentication } = row
    const server: ServerSettings = {
      protocol,
      host,
      port,
      security,
      authentication: [...authentication],
      spa: false,
      username,
    }
    return protocol === 'smtp' ? { ...server, authenticationRequired: true } : server
  })
}

/** Names of one and the same front end (catalogue: "Hosts"): a program set to either reaches the same mailbox. */
const aliases: Record<Protocol, readonly string[]> = {
  pop3: ['pop-mail.outlook.com', 'outlook.office365.com'],
  imap: ['imap-mail.outlook.com', 'outlook.office365.com'],
  smtp: ['smtp-mail.outlook.com', 'smtp.office365.com'],
}

/** Whether a host is one of Microsoft's for this protocol. */
export function isOfficialHost(protocol: Protocol, host: string): boolean {
  return aliases[protocol].includes(host.toLowerCase())
}
