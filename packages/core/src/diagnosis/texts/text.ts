import type { Observation, StepName } from '../../probe/observation.ts'
import type { AccountKind, Protocol, Security } from '../../settings/settings.ts'
import type { Difference } from '../compare.ts'
import type { Certainty, FindingCode, NextStep } from '../finding.ts'

/**
 * The shape of the words for findings, the same in every language. A text gets what is known of the case; what is not
 * known (`explain` knows nothing) is left out of its sentences, never shown as a gap.
 */
export type Circumstances = {
  account: AccountKind
  certainty: Certainty
  address?: string
  protocol?: Protocol
  host?: string
  port?: number
  security?: Security
  /** What was signed in with, and the step that tells; unknown for `explain`. */
  credential?: Observation['credential']
  step?: StepName
  /** Whether any sign-in was accepted; unknown for `explain`. */
  signedIn?: boolean
  differences: readonly (Difference & { protocol: Protocol })[]
}

export type Text = { title: string; explanation: string; nextSteps: NextStep[] }

export type Texts = {
  findings: Record<FindingCode, (about: Circumstances) => Text>
  /** Quotes what the finding rests on, to be put right behind the explanation. */
  said: (quote: string, by: 'server' | 'machine') => string
}

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
} as const

export const protocolNames = { imap: 'IMAP', pop3: 'POP3', smtp: 'SMTP' } as const satisfies Record<Protocol, string>

/** Something for personal accounts and for those of an organization. */
type ByKind<T> = Record<Exclude<AccountKind, 'unknown'>, T>

/** The page for this kind of account; none where the kind is not known. */
export function pageFor(account: AccountKind, page: ByKind<string>): { url?: string } {
  return account === 'unknown' ? {} : { url: page[account] }
}

/** Where the mailbox opens in a browser. */
export function webMail(account: AccountKind): { url?: string } {
  return pageFor(account, { personal: pages.webMail, work: pages.workWebMail })
}

/** The steps for this kind of account; where it is not known those for either, each behind the words that say whose it is. */
export function stepsFor(account: AccountKind, steps: ByKind<NextStep[]>, whose: ByKind<string>): NextStep[] {
  if (account !== 'unknown') return steps[account]
  return (['work', 'personal'] as const).flatMap((kind) =>
    steps[kind].map((step) => ({ ...step, text: whose[kind] + step.text })),
  )
}

/** What to run for this address; nothing where its domain does not tell the servers, for it would only say so. */
export function run(
  { account, address = 'ADDRESS' }: Circumstances,
  command: string,
  flags = '',
): { command?: string } {
  return account === 'unknown' ? {} : { command: `sparekey ${command} ${address}${flags}` }
}
