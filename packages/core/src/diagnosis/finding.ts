import type { StepName } from '../probe/observation.ts'
import type { Protocol } from '../settings/settings.ts'

/** Findings (contract, section 4). A code never changes its meaning; new ones may come. */
export const findingCodes = [
  'ok',
  'app-password-needed',
  'app-password-wrong',
  'password-wrong',
  'basic-auth-retired',
  'account-blocked',
  'protocol-off',
  'mailbox-not-connected',
  'smtp-auth-off-mailbox',
  'smtp-auth-off-tenant',
  'security-defaults',
  'policy-blocked',
  'sender-not-allowed',
  'token-refused',
  'token-expired',
  'token-wrong-account',
  'sign-in-declined',
  'sign-in-timeout',
  'sign-in-again',
  'consent-missing',
  'client-refused',
  'account-not-admitted',
  'clock-wrong',
  'settings-differ',
  'throttled',
  'server-unavailable',
  'unknown-refusal',
  'host-not-found',
  'connection-refused',
  'connection-timeout',
  'connection-dropped',
  'tls-needed',
  'tls-not-spoken',
  'certificate-untrusted',
  'certificate-wrong-name',
  'certificate-expired',
  'not-a-mail-server',
  'not-a-microsoft-address',
] as const

export type FindingCode = (typeof findingCodes)[number]
export type Certainty = 'certain' | 'likely' | 'possible'

export type NextStep = { text: string; url?: string; command?: string }

/** A finding before words: what the pure diagnosis says. */
export type Verdict = {
  code: FindingCode
  certainty: Certainty
  /** The protocol it was found on. */
  protocol?: Protocol
  /** The step it rests on, and what was said there in one line: by the server, else by this machine. */
  evidence?: { step: StepName; quote: string; by: 'server' | 'machine' }
}

/** A finding a person can read, in one language. */
export type Finding = Verdict & { title: string; explanation: string; nextSteps: NextStep[] }
