/** Why a rule decides as it does: for people who read the journal, never for the wire. The account page has it in Japanese. */
import type { RuleName } from './rules.ts'

export const because: Readonly<Record<RuleName, string>> = {
  'basic-auth-disabled': 'The servers take no passwords at all any more, and say so before they look at any account.',
  'smtp-auth-off-mailbox': 'SMTP AUTH is switched off for this mailbox.',
  'smtp-auth-off-tenant': 'The administrator has switched SMTP AUTH off for the whole organisation.',
  'client-submission-retired':
    'Work accounts no longer send with a password, unless the administrator has switched SMTP AUTH on himself.',
  'basic-auth-refused':
    'Passwords are retired for this kind of account, app passwords too, though the servers still offer them.',
  'unknown-account-token': 'No account has the address that was sent with the token, as its own or as an alias.',
  'unknown-account': 'No account has this address, as its own or as an alias.',
  'token-never-issued': 'The token was never issued.',
  'token-revoked': 'The token was revoked, as by a new password or by signing out everywhere.',
  'token-expired': "The token's time is over: the program must get a new one with its refresh token.",
  'token-wrong-audience': 'The token was issued for another service than mail, such as Graph.',
  'token-missing-scope': 'The token was issued for mail, but not for this protocol.',
  'blocked-token':
    'Account protection has blocked the account: tokens open nothing either, until its owner signs in on the web (MS-ACC-09).',
  'account-blocked': 'Account protection has blocked the account, until its owner signs in on the web (MS-ACC-09).',
  'app-password-while-two-step-off':
    'This app password became worthless when two-step verification was switched off (MS-ACC-06).',
  'app-password-removed': 'This was an app password of the account, and has been removed since (MS-ACC-05).',
  'app-password-needed': 'The password is right, but two-step verification is on: mail programs need an app password.',
  'security-defaults': "The organisation's security defaults refuse every sign-in with a password alone.",
  'conditional-access': "The organisation's conditional access policy refuses sign-ins of this kind.",
  'token-alias':
    "The token is the account's own, but SMTP takes it only with the account's primary address, not an alias.",
  'token-wrong-account': 'The token is a good one of another account.',
  'foreign-token': 'The token is a good one of another account, which gets no connection to this mailbox.',
  'foreign-token-let-in':
    'The token is a good one of another account: IMAP lets it in, and refuses every later command.',
  'pop-off-token': 'The token is right, but POP is switched off for this mailbox.',
  'pop-off': 'The sign-in is right, but POP is switched off for this mailbox.',
  'imap-off': 'The token is right, but IMAP is switched off for this mailbox.',
  'imap-off-let-in': 'The sign-in is right, but IMAP is switched off for this mailbox: every later command is refused.',
  token: 'The token is a valid one for this mailbox and protocol.',
  'app-password': 'This is one of the app passwords of the account.',
  password: 'The password is right, and two-step verification is off.',
  'wrong-password': 'The secret is neither the password nor an app password of the account.',
}
