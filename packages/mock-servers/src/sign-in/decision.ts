/**
 * What a sign-in came to. A reason is a rule's name: the journal shows it, every voice has words for it (a missing text
 * is a compile error), and `docs/microsoft-sign-in.md` says where it was seen.
 */
export type RefusalReason =
  | 'unknown-account'
  | 'wrong-password'
  | 'app-password-needed' // the normal password, right, while two-step verification is on
  | 'app-password-removed' // was made for this account once, and removed since
  | 'app-password-while-two-step-off'
  | 'account-blocked' // by Microsoft's account protection
  | 'protocol-off' // POP switched off for the mailbox
  | 'basic-auth-refused' // passwords are retired, though the servers still advertise them
  | 'basic-auth-disabled' // passwords are retired and the server says so, before it looks at any account
  | 'client-submission-retired' // the same for a work account's SMTP, by its own date and in its own words
  | 'smtp-auth-off-mailbox'
  | 'smtp-auth-off-tenant'
  | 'security-defaults'
  | 'conditional-access'
  | 'token-refused' // no token that was ever issued, or one that was revoked
  | 'token-expired'
  | 'token-wrong-audience' // issued for another service, such as Graph
  | 'token-missing-scope' // issued for mail, but not for this protocol
  | 'token-wrong-account' // good, but of another account than the user name names
  | 'token-alias' // good, but the user name beside it is an alias

/** The last two are IMAP's, which accepts sign-ins whose mailbox it will not open. */
export type AcceptanceReason = 'password' | 'app-password' | 'token' | 'protocol-off' | 'token-wrong-account'

export type Decision =
  | {
      outcome: 'accepted'
      reason: AcceptanceReason
      /** The account's primary address. */
      address: string
      /**
       * False where Microsoft says yes to the sign-in and then refuses every command: IMAP switched off for the mailbox,
       * or another account's token (MS-IMAP-13). POP3 and SMTP never have this.
       */
      connected: boolean
    }
  | {
      outcome: 'refused'
      reason: RefusalReason
      /** True if this was the last failure the connection is allowed: the reply says so, and the server hangs up. */
      last: boolean
    }
