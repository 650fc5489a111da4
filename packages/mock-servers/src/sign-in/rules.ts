/**
 * The sign-in rules, in order: the first that fits decides. Order is meaning, and is tested. A rule's `on` names the
 * protocols it holds on, each with the row of docs/microsoft-sign-in.md for what Microsoft answers there; why is in
 * because.ts. Rows that the order rests on are cited beside it. docs/sign-in-rules.md shows the whole table.
 */
import type { Protocol } from '../directory/protocol.ts'
import type { AcceptanceReason, RefusalReason } from './decision.ts'
import type { SignInFacts } from './facts.ts'
import type { Pattern } from './first-match.ts'

type Rule = {
  /** Only where several rules have one reason, which else is their name. */
  readonly name?: string
  readonly when: Pattern<SignInFacts>
  readonly on: Partial<Record<Protocol, string>>
} & (
  | { readonly refuse: RefusalReason }
  /** `connected: false`: let in, and then refused every command. */
  | { readonly accept: AcceptanceReason; readonly connected?: false }
)

const secret = ['password', 'app-password', 'former-app-password', 'wrong-secret'] as const
const rightSecret = ['password', 'app-password'] as const
const anyAppPassword = ['app-password', 'former-app-password'] as const
const rightToken = ['good-token', 'alias-token'] as const
const badToken = [
  'unknown-token',
  'revoked-token',
  'expired-token',
  'wrong-audience-token',
  'missing-scope-token',
] as const
const foreign = 'other-account-token'
const token = [...rightToken, ...badToken, foreign] as const
const retired = ['refused', 'disabled'] as const

const disabled = { pop3: 'MS-POP3-08', imap: 'MS-IMAP-11' } as const
const submission = { smtp: 'MS-SMTP-18' } as const
const plain = { pop3: 'MS-POP3-07', imap: 'MS-IMAP-09', smtp: 'MS-SMTP-09' } as const
const noToken = { pop3: 'MS-POP3-13', imap: 'MS-IMAP-18', smtp: 'MS-SMTP-11' } as const
const blocked = { ...plain, imap: 'MS-IMAP-12' } as const
const blockedToken = { ...noToken, imap: 'MS-IMAP-12' } as const
const securityDefaults = { ...plain, smtp: 'MS-SMTP-16' } as const
const policy = { ...plain, smtp: 'MS-SMTP-17' } as const
const foreignToken = { pop3: 'MS-POP3-13', smtp: 'MS-SMTP-11' } as const
const atOnce = { imap: 'MS-IMAP-14' } as const
const later = { imap: 'MS-IMAP-13' } as const
const loggedOn = { pop3: 'MS-POP3-06', imap: 'MS-IMAP-08', smtp: 'MS-SMTP-08' } as const
const authenticated = { pop3: 'MS-POP3-12', imap: 'MS-IMAP-17', smtp: 'MS-SMTP-08' } as const

export const rules = [
  // Said by the server itself, before it looks at any account.
  { refuse: 'basic-auth-disabled', when: { proof: secret, basicAuth: 'disabled' }, on: disabled },

  // SMTP looks at the settings of the mailbox that is named before it looks at the proof (MS-ACC-10).
  { refuse: 'smtp-auth-off-mailbox', when: { account: 'known', protocolSwitch: 'off' }, on: { smtp: 'MS-SMTP-14' } },
  { refuse: 'smtp-auth-off-tenant', when: { account: 'known', tenantSmtpAuth: 'off' }, on: { smtp: 'MS-SMTP-15' } },

  // Passwords are retired: right, wrong and app passwords get one answer (MS-CAL-01, MS-CAL-02, MS-CAL-04).
  { refuse: 'client-submission-retired', when: { proof: secret, kind: 'work', basicAuth: retired }, on: submission },
  { refuse: 'basic-auth-refused', when: { proof: secret, basicAuth: retired }, on: { ...plain, smtp: 'MS-SMTP-12' } },

  // Who is it, and may he sign in at all?
  { refuse: 'unknown-account', name: 'unknown-account-token', when: { account: 'unknown', proof: token }, on: noToken },
  { refuse: 'unknown-account', when: { account: 'unknown' }, on: plain },
  { refuse: 'token-refused', name: 'token-never-issued', when: { proof: 'unknown-token' }, on: noToken },
  { refuse: 'token-refused', name: 'token-revoked', when: { proof: 'revoked-token' }, on: noToken },
  { refuse: 'token-expired', when: { proof: 'expired-token' }, on: noToken },
  { refuse: 'token-wrong-audience', when: { proof: 'wrong-audience-token' }, on: noToken },
  { refuse: 'token-missing-scope', when: { proof: 'missing-scope-token' }, on: noToken },
  { refuse: 'account-blocked', name: 'blocked-token', when: { standing: 'blocked', proof: token }, on: blockedToken },
  { refuse: 'account-blocked', when: { standing: 'blocked' }, on: blocked },

  // What is the secret? One wire text for all of these (MS-ACC-07).
  { refuse: 'app-password-while-two-step-off', when: { proof: anyAppPassword, twoStep: 'off' }, on: plain },
  { refuse: 'app-password-removed', when: { proof: 'former-app-password' }, on: plain },
  { refuse: 'app-password-needed', when: { proof: 'password', twoStep: 'on' }, on: plain },

  // The secret is right. Tenant policies are weighed after it, and only against secrets (MS-ACC-11).
  {
    refuse: 'security-defaults',
    when: { proof: rightSecret, tenantPolicy: 'security-defaults' },
    on: securityDefaults,
  },
  { refuse: 'conditional-access', when: { proof: rightSecret, tenantPolicy: 'conditional-access' }, on: policy },

  // The token is good, but does it open this mailbox under this name? SMTP wants the name in the token; POP and IMAP
  // take the account's aliases too (MS-ACC-15).
  { refuse: 'token-alias', when: { proof: 'alias-token' }, on: { smtp: 'MS-SMTP-11' } },
  { refuse: 'token-wrong-account', when: { proof: foreign }, on: foreignToken },
  {
    refuse: 'token-wrong-account',
    name: 'foreign-token',
    when: { proof: foreign, unconnected: 'refused' },
    on: atOnce,
  },
  {
    accept: 'token-wrong-account',
    name: 'foreign-token-let-in',
    when: { proof: foreign },
    connected: false,
    on: later,
  },

  // The proof is right; is the mailbox open to the protocol?
  {
    refuse: 'protocol-off',
    name: 'pop-off-token',
    when: { proof: rightToken, protocolSwitch: 'off' },
    on: { pop3: 'MS-POP3-13' },
  },
  {
    refuse: 'protocol-off',
    name: 'pop-off',
    when: { proof: rightSecret, protocolSwitch: 'off' },
    on: { pop3: 'MS-POP3-07' },
  },
  {
    refuse: 'protocol-off',
    name: 'imap-off',
    when: { proof: rightToken, protocolSwitch: 'off', unconnected: 'refused' },
    on: atOnce,
  },
  {
    accept: 'protocol-off',
    name: 'imap-off-let-in',
    when: { proof: [...rightSecret, ...rightToken], protocolSwitch: 'off' },
    connected: false,
    on: later,
  },

  { accept: 'token', when: { proof: rightToken }, on: authenticated },
  { accept: 'app-password', when: { proof: 'app-password' }, on: loggedOn },
  { accept: 'password', when: { proof: 'password' }, on: loggedOn },

  // Whatever nothing above has accepted is refused: this rule has no condition.
  { refuse: 'wrong-password', when: {}, on: plain },
] as const satisfies readonly Rule[]

type NameOf<One> = One extends { readonly name: infer Name }
  ? Name
  : One extends { readonly refuse: infer Reason }
    ? Reason
    : One extends { readonly accept: infer Reason }
      ? Reason
      : never

export type RuleName = NameOf<(typeof rules)[number]>

/** Every name a refusal can have in the journal. */
export const refusalReasons: ReadonlySet<RefusalReason> = new Set(
  rules.flatMap((rule) => ('refuse' in rule ? [rule.refuse] : [])),
)
