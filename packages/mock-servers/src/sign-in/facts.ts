/**
 * All that a sign-in is decided by, as a flat object of small unions: no account, no secret, no date gets this far, so
 * that the rules stay readable and every combination can be tested.
 */
import type { AccountKind, Standing } from '../accounts/account.ts'
import type { Protocol } from './attempt.ts'
import type { BasicAuth } from './calendar.ts'

export type SignInFacts = {
  protocol: Protocol
  account: 'known' | 'unknown'
  /** An unknown account's kind is that of its domain. */
  kind: AccountKind
  standing: Standing
  twoStep: 'on' | 'off'
  /** What the secret or the token turned out to be. */
  proof: 'password' | 'app-password' | 'former-app-password' | 'wrong-secret' | 'good-token' | 'bad-token'
  /** What becomes of passwords on this protocol, for this kind of account and its tenant, at the time of the attempt. */
  basicAuth: BasicAuth
  /** The mailbox's own switch: POP, IMAP, or SMTP AUTH. */
  protocolSwitch: 'on' | 'off'
  /** The tenant's switch for SMTP AUTH; `on` for accounts without a tenant. */
  tenantSmtpAuth: 'on' | 'off'
  tenantPolicy: 'none' | 'security-defaults' | 'conditional-access'
}
