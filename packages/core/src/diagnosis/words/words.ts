import type { Observation } from '../../probe/observation.ts'
import type { StepName } from '../../protocols/step.ts'
import type { AccountKind, Cloud, Protocol, RollOut, Security } from '../../settings/settings.ts'
import type { Difference } from '../compare.ts'
import type { ExplanationCode, FindingCode } from '../../errors/codes.ts'
import type { Certainty, NextStep } from '../finding.ts'

/** A language that findings are told in. */
export type Language = 'en' | 'ja'

/**
 * What is known of a case. A text names what it knows; what is not known (`explain` knows nothing) is left out of its
 * sentences, never shown as a gap.
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
  /** The national cloud that the account is in; unset for the global one. */
  cloud?: Exclude<Cloud, 'global'>
  /** The days in which Microsoft ended passwords here, if the day of the case is among them. */
  rollOut?: RollOut
  /** No other protocol was tried in the same run. */
  alone?: boolean
  /** A protocol that took the same credential in the same run. */
  acceptedOn?: Protocol
  /** The host to which the domain's mail goes (MX). */
  exchange?: string
  program?: MailProgram
  /** Whose mailbox or server the sentence is about; unknown for `explain` without a bounce. */
  side?: 'sender' | 'recipient'
  differences: readonly (Difference & { protocol: Protocol })[]
}

/** The mail program that is in use, as far as pages say what it can do. */
type MailProgram = {
  name: Readonly<Record<Language, string>>
  /** Where it chooses OAuth 2.0, in the words of its own menus and files. */
  switch?: Readonly<Partial<Record<Language, string>>>
  /** The first version that does. */
  since?: string
  /** What its user can do instead, in whole sentences. */
  instead?: Readonly<Record<Language, string>>
}

/** What a person is told of a finding. */
export type Text = { title: string; explanation: string; nextSteps: NextStep[] }

/** A code that has words. */
export type WordedCode = FindingCode | ExplanationCode

/** Something for personal accounts and for those of an organization. */
export type ByKind<T> = Record<Exclude<AccountKind, 'unknown'>, T>

/** A step as a language writes it: of the pages for either kind of account, `textOf` makes what is told. */
export type Step = NextStep & { pages?: ByKind<string> }

type About<Code extends WordedCode> = Record<
  Code,
  (about: Circumstances) => Omit<Text, 'nextSteps'> & { nextSteps: Step[] }
>

/** The findings by subject. A language has one file for each subject: a finding that is missing from it does not compile. */
export type SignInWords = About<
  | 'app-password-needed'
  | 'app-password-wrong'
  | 'password-wrong'
  | 'basic-auth-retired'
  | 'account-blocked'
  | 'security-defaults'
  | 'policy-blocked'
  | 'unknown-refusal'
>
export type MailboxWords = About<
  | 'protocol-off'
  | 'mailbox-not-connected'
  | 'no-mailbox'
  | 'shared-mailbox-name'
  | 'throttled'
  | 'idle-timeout'
  | 'server-unavailable'
>
export type SmtpAuthWords = About<
  'smtp-auth-off-mailbox' | 'smtp-auth-off-tenant' | 'smtp-auth-probably-off' | 'not-authenticated'
>
export type SendingWords = About<
  | 'sender-not-allowed'
  | 'sender-unverified'
  | 'sender-restricted'
  | 'tenant-restricted'
  | 'quota-exceeded'
  | 'too-many-recipients'
  | 'message-too-large'
  | 'relay-refused'
>
export type DeliveryWords = About<'mailbox-full' | 'recipient-refused' | 'recipient-unreachable' | 'sender-distrusted'>
export type TokenWords = About<
  | 'token-refused'
  | 'token-expired'
  | 'token-wrong-account'
  | 'token-wrong-audience'
  | 'token-app-only'
  | 'token-too-long'
>
export type OauthWords = About<
  | 'sign-in-declined'
  | 'sign-in-timeout'
  | 'sign-in-again'
  | 'consent-missing'
  | 'account-not-admitted'
  | 'device-code-blocked'
  | 'clock-wrong'
>
export type ProgramWords = About<
  | 'program-cannot-oauth'
  | 'program-too-old'
  | 'client-refused'
  | 'scope-wrong'
  | 'request-malformed'
  | 'client-protocol-error'
  | 'tls-too-old'
>
export type SettingsWords = About<
  'ok' | 'settings-differ' | 'legacy-host-retired' | 'not-a-microsoft-address' | 'mx-elsewhere'
>
export type NetworkWords = About<
  | 'host-not-found'
  | 'connection-refused'
  | 'connection-timeout'
  | 'connection-dropped'
  | 'tls-needed'
  | 'tls-not-spoken'
  | 'certificate-untrusted'
  | 'certificate-wrong-name'
  | 'certificate-expired'
  | 'not-a-mail-server'
  | 'mock-not-running'
>
export type ExplanationWords = About<ExplanationCode>

/** Every text. A code that belongs to no subject does not compile either. */
export type Words = {
  findings: About<WordedCode>
  /** Quotes what the finding rests on; follows the explanation. */
  said: (quote: string, by: 'server' | 'machine') => string
  /** In front of a page that is only for this kind of account; what stands between it and a sentence. */
  whose: ByKind<string> & { between: string }
  /** A title that says nothing of how sure it is, for a finding that is not certain. */
  unsure: (title: string, certainty: Exclude<Certainty, 'certain'>) => string
}
