/**
 * All that a sign-in is decided by, as a flat object of small unions: no account, no secret, no date gets this far, so
 * that the rules stay readable and every combination can be tried.
 */
export const factValues = {
  protocol: ['pop3', 'imap', 'smtp'],
  account: ['known', 'unknown'],
  /** An unknown account's kind is that of its domain. */
  kind: ['personal', 'work'],
  standing: ['active', 'blocked'],
  twoStep: ['on', 'off'],
  /** What the secret or the token turned out to be. */
  proof: [
    'password',
    'app-password',
    'former-app-password',
    'wrong-secret',
    'good-token',
    'alias-token',
    'unknown-token',
    'revoked-token',
    'expired-token',
    'wrong-audience-token',
    'missing-scope-token',
    'other-account-token',
  ],
  /** What becomes of passwords on this protocol, for this kind of account and its tenant, at the time of the attempt. */
  basicAuth: ['accepted', 'refused', 'disabled'],
  /** The mailbox's own switch: POP, IMAP, or SMTP AUTH. */
  protocolSwitch: ['on', 'off'],
  /** How IMAP treats a valid sign-in whose mailbox it will not open. */
  unconnected: ['let-in', 'refused'],
  /** The tenant's switch for SMTP AUTH; `on` for accounts without a tenant. */
  tenantSmtpAuth: ['on', 'off'],
  tenantPolicy: ['none', 'security-defaults', 'conditional-access'],
} as const

export type SignInFacts = { [Fact in keyof typeof factValues]: (typeof factValues)[Fact][number] }

/** Every combination of values that are given for each fact. */
export function combinations(values: { [Fact in keyof SignInFacts]: readonly SignInFacts[Fact][] }): SignInFacts[] {
  return Object.entries(values).reduce<object[]>(
    (all, [fact, choices]) => all.flatMap((facts) => choices.map((choice) => ({ ...facts, [fact]: choice }))),
    [{}],
  ) as SignInFacts[]
}
