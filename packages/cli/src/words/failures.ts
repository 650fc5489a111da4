/** Failures of the command line's own, and what the words of a failure speak of. */

export type OwnCode =
  | 'missing-secret'
  | 'bad-config'
  | 'bad-client-id'
  | 'client-id-missing'
  | 'no-token'
  | 'keyring-unavailable'
  | 'store-not-private'
  | 'store-damaged'
  | 'store-busy'
  | 'port-in-use'
  | 'cannot-listen'
  | 'output-exists'
  | 'output-failed'
  | 'write-failed'
  | 'interrupted'
  | 'internal'

/** What a failure speaks of; the values are foreign text, made plain where they are shown. */
export type Details = Readonly<Record<string, string | number | readonly string[]>>

/** Why there is no secret. */
export type MissingSecret = 'empty-line' | 'nothing-typed' | 'nobody-to-ask-for-mail' | 'nobody-to-ask-for-login'
