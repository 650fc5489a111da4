/**
 * What a token turned out to be, for whoever decides a sign-in. Said by the token store, judged by the rules; holds no
 * token.
 */
import type { Account } from '../directory/account.ts'
import type { Protocol } from '../directory/protocol.ts'

export type TokenStanding =
  | {
      /** `alias`: good, but the user name sent with it is an alias of the account, not the name in the token. */
      kind: 'good' | 'alias'
      expiresAt: Date
    }
  | { kind: 'unknown' | 'revoked' | 'expired' | 'wrong-audience' | 'missing-scope' | 'other-account' }

/** What a token is worth to an account, over that protocol, at that time. */
export type TokenVerifier = (
  token: string,
  context: {
    /** The account the user name refers to. */
    account: Account
    /** As it was sent beside the token. */
    username: string
    protocol: Protocol
    at: Date
  },
) => TokenStanding
