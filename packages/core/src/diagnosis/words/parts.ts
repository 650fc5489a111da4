import type { AccountKind, Cloud, Protocol } from '../../settings/settings.ts'
import type { ByKind, Circumstances, Step } from './words.ts'

/** The pages the next steps lead to (docs/microsoft-sign-in.md, Accounts). */
export const pages = {
  security: 'https://account.microsoft.com/security',
  createAppPassword: 'https://account.live.com/proofs/AppPassword',
  additionalSecurity: 'https://account.live.com/proofs/manage/additional',
  workSecurity: 'https://mysignins.microsoft.com/security-info',
  activity: 'https://account.live.com/activity',
  webMail: 'https://outlook.live.com/',
  workWebMail: 'https://outlook.office.com/',
  smtpAuthOff: 'https://aka.ms/smtp_auth_disabled',
  /** Where applications are registered (client IDs). */
  appRegistrations: 'https://entra.microsoft.com/',
  concurrentSending: 'https://aka.ms/concurrent_sending',
  adminCenter: 'https://admin.microsoft.com/',
  entraAdminCenter: 'https://entra.microsoft.com/',
  /** Who is kept from sending, for administrators to release. */
  restrictedEntities: 'https://security.microsoft.com/restrictedentities',
  /** Takes the address of a sending server off Microsoft's list. */
  delist: 'https://sender.office.com/',
  olderTls: 'https://aka.ms/smtp_auth_tls',
} as const

/** Outlook on the web, which is the name of the mail services too (MS-ACC-22, Microsoft: national clouds). */
const outlooks = {
  global: 'https://outlook.office.com',
  'us-government': 'https://outlook.office365.us',
  china: 'https://partner.outlook.cn',
} as const satisfies Record<Cloud, string>

/** The service that permissions and tokens are for, as it stands in front of them. */
export function outlookIn({ cloud }: Circumstances): string {
  return outlooks[cloud ?? 'global']
}

/** Microsoft's own descriptions, which hold in every cloud. */
const descriptions: readonly string[] = [pages.smtpAuthOff, pages.concurrentSending, pages.olderTls]

/** A page as it is in the cloud of the account; none where only the global one is known. */
export function pageIn(cloud: Circumstances['cloud'], page: string): string | undefined {
  if (cloud === undefined || descriptions.includes(page)) return page
  return page === pages.workWebMail ? `${outlooks[cloud]}/` : undefined
}

export const protocolNames = { imap: 'IMAP', pop3: 'POP3', smtp: 'SMTP' } as const satisfies Record<Protocol, string>

/** The page for this kind of account; where it is not known those for either. */
export function pageFor(account: AccountKind, pages: ByKind<string>): Pick<Step, 'url' | 'pages'> {
  return account === 'unknown' ? { pages } : { url: pages[account] }
}

/** A sentence for this kind of account; where it is not known those for either, which therefore say whose they are. */
export function sentenceFor(account: AccountKind, { personal, work }: ByKind<string>, between: string): string {
  return account === 'unknown' ? personal + between + work : { personal, work }[account]
}

/** Whose mailbox an administrator's command is about. Only a name that every shell reads as one word is written out. */
export function identity({ address = '' }: Circumstances): string {
  return /^[\w.+-]+@[\w.-]+$/.test(address) ? address : 'ADDRESS'
}

/** What an administrator types to allow SMTP AUTH (MS-ACC-17): for one mailbox, and for all that do not say otherwise. */
export const smtpAuthOn = {
  mailbox: (about: Circumstances) =>
    `Set-CASMailbox -Identity ${identity(about)} -SmtpClientAuthenticationDisabled $false`,
  organization: 'Set-TransportConfig -SmtpClientAuthenticationDisabled $false',
} as const

/** Where the mailbox opens in a browser. */
export function webMail(account: AccountKind): ReturnType<typeof pageFor> {
  return pageFor(account, { personal: pages.webMail, work: pages.workWebMail })
}

/** The steps for this kind of account; where it is not known those for either, each behind the words that say whose it is. */
export function stepsFor(account: AccountKind, steps: ByKind<Step[]>, whose: ByKind<string>): Step[] {
  if (account !== 'unknown') return steps[account]
  return (['work', 'personal'] as const).flatMap((kind) =>
    steps[kind].map((step) => ({ ...step, text: whose[kind] + step.text })),
  )
}

/** What the mail program could receive by instead: a protocol that took the same credential. SMTP only sends. */
export function otherWayIn({ acceptedOn }: Circumstances): string | undefined {
  return acceptedOn === undefined || acceptedOn === 'smtp' ? undefined : protocolNames[acceptedOn]
}

/** Whether the switch of the mailbox may be behind a plain refusal: no other protocol shows that it is not. */
export function switchMayBeOff({ alone, protocol }: Circumstances): boolean {
  return alone === true && (protocol === 'imap' || protocol === 'pop3')
}

/** What to run for this address; nothing where its domain does not tell the servers, for it would only say so. */
export function run({ account, address }: Circumstances, command: string, flags = ''): { command?: string } {
  if (account === 'unknown' && address !== undefined) return {}
  return { command: `sparekey ${command} ${address ?? 'ADDRESS'}${flags}` }
}
