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

/** The code of a finding. */
export type FindingCode = (typeof findingCodes)[number]

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
