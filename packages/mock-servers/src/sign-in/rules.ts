/**
 * The sign-in rules, in order: the first that matches decides. Order is meaning, and is tested. A rule's `on` names the
 * protocols it holds on, each with the evidence for what Microsoft answers there; `because` is for people who read the
 * journal, never for the wire. Rows of docs/microsoft-sign-in.md that stand behind the order are cited beside it.
 */
import type { Protocol } from '../directory/protocol.ts'
import type { AcceptanceReason, RefusalReason } from './decision.ts'
import type { SignInFacts } from './facts.ts'

export type Rule = {
  on: Partial<Record<Protocol, string>>
  because: string
  when: (facts: SignInFacts) => boolean
} & (
  | { outcome: 'refused'; reason: RefusalReason }
  | {
      outcome: 'accepted'
      reason: AcceptanceReason
      /** False: let in, and then refused every command. */
      connected: boolean
    }
)

export const RULES = [
  // Said by the server itself, before it looks at any account.
  {
    outcome: 'refused',
    reason: 'basic-auth-disabled',
    on: { pop3: 'MS-POP3-08', imap: 'MS-IMAP-11' },
    because: 'The servers take no passwords at all any more, and say so before they look at any account.',
    when: (facts) => isSecret(facts) && facts.basicAuth === 'disabled',
  },

  // SMTP looks at the settings of the mailbox that is named before it looks at the proof (MS-ACC-10).
  {
    outcome: 'refused',
    reason: 'smtp-auth-off-mailbox',
    on: { smtp: 'MS-SMTP-14' },
    because: 'SMTP AUTH is switched off for this mailbox.',
    when: (facts) => facts.account === 'known' && facts.protocolSwitch === 'off',
  },
  {
    outcome: 'refused',
    reason: 'smtp-auth-off-tenant',
    on: { smtp: 'MS-SMTP-15' },
    because: 'The administrator has switched SMTP AUTH off for the whole organisation.',
    when: (facts) => facts.account === 'known' && facts.tenantSmtpAuth === 'off',
  },

  // Passwords are retired: right, wrong and app passwords get one answer (MS-CAL-01, MS-CAL-02, MS-CAL-04).
  {
    outcome: 'refused',
    reason: 'client-submission-retired',
    on: { smtp: 'MS-SMTP-18' },
    because:
      'Work accounts no longer send with a password, unless the administrator has switched SMTP AUTH on himself.',
    when: (facts) => isSecret(facts) && facts.kind === 'work' && facts.basicAuth !== 'accepted',
  },
  {
    outcome: 'refused',
    reason: 'basic-auth-refused',
    on: { pop3: 'MS-POP3-07', imap: 'MS-IMAP-09', smtp: 'MS-SMTP-12' },
    because: 'Passwords are retired for this kind of account, app passwords too, though the servers still offer them.',
    when: (facts) => isSecret(facts) && facts.basicAuth !== 'accepted',
  },

  // Who is it, and may he sign in at all?
  {
    outcome: 'refused',
    reason: 'unknown-account',
    on: { pop3: 'MS-POP3-13', imap: 'MS-IMAP-18', smtp: 'MS-SMTP-11' },
    because: 'No account has the address that was sent with the token, as its own or as an alias.',
    when: (facts) => facts.account === 'unknown' && !isSecret(facts),
  },
  {
    outcome: 'refused',
    reason: 'unknown-account',
    on: { pop3: 'MS-POP3-07', imap: 'MS-IMAP-09', smtp: 'MS-SMTP-09' },
    because: 'No account has this address, as its own or as an alias.',
    when: (facts) => facts.account === 'unknown',
  },
  {
    outcome: 'refused',
    reason: 'token-refused',
    on: { pop3: 'MS-POP3-13', imap: 'MS-IMAP-18', smtp: 'MS-SMTP-11' },
    because: 'The token was never issued.',
    when: (facts) => facts.proof === 'unknown-token',
  },
  {
    outcome: 'refused',
    reason: 'token-refused',
    on: { pop3: 'MS-POP3-13', imap: 'MS-IMAP-18', smtp: 'MS-SMTP-11' },
    because: 'The token was revoked, as by a new password or by signing out everywhere.',
    when: (facts) => facts.proof === 'revoked-token',
  },
  {
    outcome: 'refused',
    reason: 'token-expired',
    on: { pop3: 'MS-POP3-13', imap: 'MS-IMAP-18', smtp: 'MS-SMTP-11' },
    because: "The token's time is over: the program must get a new one with its refresh token.",
    when: (facts) => facts.proof === 'expired-token',
  },
  {
    outcome: 'refused',
    reason: 'token-wrong-audience',
    on: { pop3: 'MS-POP3-13', imap: 'MS-IMAP-18', smtp: 'MS-SMTP-11' },
    because: 'The token was issued for another service than mail, such as Graph.',
    when: (facts) => facts.proof === 'wrong-audience-token',
  },
  {
    outcome: 'refused',
    reason: 'token-missing-scope',
    on: { pop3: 'MS-POP3-13', imap: 'MS-IMAP-18', smtp: 'MS-SMTP-11' },
    because: 'The token was issued for mail, but not for this protocol.',
    when: (facts) => facts.proof === 'missing-scope-token',
  },
  {
    outcome: 'refused',
    reason: 'account-blocked',
    on: { pop3: 'MS-POP3-07', imap: 'MS-IMAP-12', smtp: 'MS-SMTP-09' },
    because: 'Account protection has blocked the account, until its owner signs in on the web (MS-ACC-09).',
    when: (facts) => facts.standing === 'blocked',
  },

  // What is the secret? One wire text for all of these (MS-ACC-07).
  {
    outcome: 'refused',
    reason: 'app-password-while-two-step-off',
    on: { pop3: 'MS-POP3-07', imap: 'MS-IMAP-09', smtp: 'MS-SMTP-09' },
    because: 'This app password became worthless when two-step verification was switched off (MS-ACC-06).',
    when: (facts) => isAppPassword(facts) && facts.twoStep === 'off',
  },
  {
    outcome: 'refused',
    reason: 'app-password-removed',
    on: { pop3: 'MS-POP3-07', imap: 'MS-IMAP-09', smtp: 'MS-SMTP-09' },
    because: 'This was an app password of the account, and has been removed since (MS-ACC-05).',
    when: (facts) => facts.proof === 'former-app-password',
  },
  {
    outcome: 'refused',
    reason: 'app-password-needed',
    on: { pop3: 'MS-POP3-07', imap: 'MS-IMAP-09', smtp: 'MS-SMTP-09' },
    because: 'The password is right, but two-step verification is on: mail programs need an app password.',
    when: (facts) => facts.proof === 'password' && facts.twoStep === 'on',
  },

  // The secret is right. Tenant policies are weighed after it, and only against secrets (MS-ACC-11).
  {
    outcome: 'refused',
    reason: 'security-defaults',
    on: { pop3: 'MS-POP3-07', imap: 'MS-IMAP-09', smtp: 'MS-SMTP-16' },
    because: "The organisation's security defaults refuse every sign-in with a password alone.",
    when: (facts) => isRightSecret(facts) && facts.tenantPolicy === 'security-defaults',
  },
  {
    outcome: 'refused',
    reason: 'conditional-access',
    on: { pop3: 'MS-POP3-07', imap: 'MS-IMAP-09', smtp: 'MS-SMTP-17' },
    because: "The organisation's conditional access policy refuses sign-ins of this kind.",
    when: (facts) => isRightSecret(facts) && facts.tenantPolicy === 'conditional-access',
  },

  // The token is good, but does it open this mailbox under this name? SMTP wants the name in the token; POP and IMAP
  // take the account's aliases too (MS-ACC-15).
  {
    outcome: 'refused',
    reason: 'token-alias',
    on: { smtp: 'MS-SMTP-11' },
    because: "The token is the account's own, but SMTP takes it only with the account's primary address, not an alias.",
    when: (facts) => facts.proof === 'alias-token',
  },
  {
    outcome: 'refused',
    reason: 'token-wrong-account',
    on: { pop3: 'MS-POP3-13', smtp: 'MS-SMTP-11' },
    because: 'The token is a good one of another account.',
    when: (facts) => facts.proof === 'other-account-token',
  },
  {
    outcome: 'refused',
    reason: 'token-wrong-account',
    on: { imap: 'MS-IMAP-14' },
    because: 'The token is a good one of another account, which gets no connection to this mailbox.',
    when: (facts) => facts.proof === 'other-account-token' && facts.unconnected === 'refused',
  },
  {
    outcome: 'accepted',
    reason: 'token-wrong-account',
    connected: false,
    on: { imap: 'MS-IMAP-13' },
    because: 'The token is a good one of another account: IMAP lets it in, and refuses every later command.',
    when: (facts) => facts.proof === 'other-account-token',
  },

  // The proof is right; is the mailbox open to the protocol?
  {
    outcome: 'refused',
    reason: 'protocol-off',
    on: { pop3: 'MS-POP3-13' },
    because: 'The token is right, but POP is switched off for this mailbox.',
    when: (facts) => isRightToken(facts) && facts.protocolSwitch === 'off',
  },
  {
    outcome: 'refused',
    reason: 'protocol-off',
    on: { pop3: 'MS-POP3-07' },
    because: 'The sign-in is right, but POP is switched off for this mailbox.',
    when: (facts) => isRightSecret(facts) && facts.protocolSwitch === 'off',
  },
  {
    outcome: 'refused',
    reason: 'protocol-off',
    on: { imap: 'MS-IMAP-14' },
    because: 'The token is right, but IMAP is switched off for this mailbox.',
    when: (facts) => isRightToken(facts) && facts.protocolSwitch === 'off' && facts.unconnected === 'refused',
  },
  {
    outcome: 'accepted',
    reason: 'protocol-off',
    connected: false,
    on: { imap: 'MS-IMAP-13' },
    because: 'The sign-in is right, but IMAP is switched off for this mailbox: every later command is refused.',
    when: (facts) => isRight(facts) && facts.protocolSwitch === 'off',
  },

  {
    outcome: 'accepted',
    reason: 'token',
    connected: true,
    on: { pop3: 'MS-POP3-12', imap: 'MS-IMAP-17', smtp: 'MS-SMTP-08' },
    because: 'The token is a valid one for this mailbox and protocol.',
    when: isRightToken,
  },
  {
    outcome: 'accepted',
    reason: 'app-password',
    connected: true,
    on: { pop3: 'MS-POP3-06', imap: 'MS-IMAP-08', smtp: 'MS-SMTP-08' },
    because: 'This is one of the app passwords of the account.',
    when: (facts) => facts.proof === 'app-password',
  },
  {
    outcome: 'accepted',
    reason: 'password',
    connected: true,
    on: { pop3: 'MS-POP3-06', imap: 'MS-IMAP-08', smtp: 'MS-SMTP-08' },
    because: 'The password is right, and two-step verification is off.',
    when: (facts) => facts.proof === 'password',
  },

  // Whatever nothing above has accepted is refused: this rule has no condition.
  {
    outcome: 'refused',
    reason: 'wrong-password',
    on: { pop3: 'MS-POP3-07', imap: 'MS-IMAP-09', smtp: 'MS-SMTP-09' },
    because: 'The secret is neither the password nor an app password of the account.',
    when: () => true,
  },
] as const satisfies readonly Rule[]

/** Every name a refusal can have in the journal. */
export const refusalReasons: ReadonlySet<RefusalReason> = new Set(
  RULES.flatMap((rule) => (rule.outcome === 'refused' ? [rule.reason] : [])),
)

function isSecret({ proof }: SignInFacts): boolean {
  return !proof.endsWith('-token')
}

function isAppPassword({ proof }: SignInFacts): boolean {
  return proof === 'app-password' || proof === 'former-app-password'
}

function isRightSecret({ proof }: SignInFacts): boolean {
  return proof === 'password' || proof === 'app-password'
}

function isRightToken({ proof }: SignInFacts): boolean {
  return proof === 'good-token' || proof === 'alias-token'
}

function isRight(facts: SignInFacts): boolean {
  return isRightSecret(facts) || isRightToken(facts)
}
