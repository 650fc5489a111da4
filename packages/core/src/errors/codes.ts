/** Every code that a finding or an error may have. Imports nothing, so that every other folder may name a code. */

/** Findings (docs/reference/findings.md#codes). A code never changes its meaning; new ones may come. */
export const findingCodes = [
  'ok',
  'app-password-needed',
  'app-password-wrong',
  'password-wrong',
  'basic-auth-retired',
  'account-blocked',
  'protocol-off',
  'mailbox-not-connected',
  'no-mailbox',
  'shared-mailbox-name',
  'smtp-auth-off-mailbox',
  'smtp-auth-off-tenant',
  'smtp-auth-probably-off',
  'security-defaults',
  'policy-blocked',
  'program-cannot-oauth',
  'sender-not-allowed',
  'not-authenticated',
  'sender-unverified',
  'sender-restricted',
  'tenant-restricted',
  'quota-exceeded',
  'too-many-recipients',
  'mailbox-full',
  'message-too-large',
  'recipient-refused',
  'recipient-unreachable',
  'relay-refused',
  'sender-distrusted',
  'token-refused',
  'token-expired',
  'token-wrong-account',
  'token-wrong-audience',
  'token-app-only',
  'token-too-long',
  'sign-in-declined',
  'sign-in-timeout',
  'sign-in-again',
  'consent-missing',
  'scope-wrong',
  'request-malformed',
  'client-refused',
  'program-too-old',
  'device-code-blocked',
  'account-not-admitted',
  'clock-wrong',
  'settings-differ',
  'legacy-host-retired',
  'throttled',
  'idle-timeout',
  'server-unavailable',
  'unknown-refusal',
  'client-protocol-error',
  'host-not-found',
  'connection-refused',
  'connection-timeout',
  'connection-dropped',
  'tls-needed',
  'tls-not-spoken',
  'tls-too-old',
  'certificate-untrusted',
  'certificate-wrong-name',
  'certificate-expired',
  'not-a-mail-server',
  'mock-not-running',
  'not-a-microsoft-address',
  'mx-elsewhere',
] as const

/** The code of a finding. */
export type FindingCode = (typeof findingCodes)[number]

/**
 * What `explain` says of a text that leaves the cause open (docs/reference/findings.md#texts-that-leave-the-cause-open).
 * No check finds them: it knows the account, the day and what was sent.
 */
export const explanationCodes = ['plain-refusal', 'ambiguous', 'not-recognised'] as const

/** The code of an explanation that is no finding. */
export type ExplanationCode = (typeof explanationCodes)[number]

/** Failures that are not findings about a mail server: input, files, messages. */
export const problemCodes = [
  'bad-address',
  'bad-date',
  'bad-using',
  'bad-secret',
  'bad-server-map',
  'map-not-private',
  'map-not-local',
  'bad-message',
  'file-missing',
  'file-unreadable',
  'folder-missing',
  'message-missing',
  'protocol-broken',
  'sign-in-refused',
  'account-missing',
  'message-refused',
  'aborted',
  'usage',
] as const

/** The code of a failure that is no finding. */
export type ProblemCode = (typeof problemCodes)[number]
