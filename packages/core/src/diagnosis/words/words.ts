import type { Observation } from '../../probe/observation.ts'
import type { StepName } from '../../protocols/step.ts'
import type { AccountKind, Protocol, Security } from '../../settings/settings.ts'
import type { Difference } from '../compare.ts'
import type { FindingCode } from '../../errors/codes.ts'
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
  differences: readonly (Difference & { protocol: Protocol })[]
}

/** What a person is told of a finding. */
export type Text = { title: string; explanation: string; nextSteps: NextStep[] }

type About<Code extends FindingCode> = Record<Code, (about: Circumstances) => Text>

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
export type MailboxWords = About<'protocol-off' | 'mailbox-not-connected' | 'throttled' | 'server-unavailable'>
export type SendingWords = About<'smtp-auth-off-mailbox' | 'smtp-auth-off-tenant' | 'sender-not-allowed'>
export type OauthWords = About<
  | 'token-refused'
  | 'token-expired'
  | 'token-wrong-account'
  | 'sign-in-declined'
  | 'sign-in-timeout'
  | 'sign-in-again'
  | 'consent-missing'
  | 'client-refused'
  | 'account-not-admitted'
  | 'clock-wrong'
>
export type SettingsWords = About<'ok' | 'settings-differ' | 'not-a-microsoft-address'>
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
>

/** Every text for findings. A finding that belongs to no subject does not compile either. */
export type Words = {
  findings: About<FindingCode>
  /** Quotes what the finding rests on; follows the explanation. */
  said: (quote: string, by: 'server' | 'machine') => string
}
