/** A protocol by which mail programs reach a mailbox. */
export type Protocol = 'pop3' | 'imap' | 'smtp'
/** How TLS begins: at once, after STARTTLS (STLS), or never. */
export type Security = 'tls' | 'starttls' | 'none'
/** Whose account it is: a person's at Microsoft, or one of an organization at Microsoft 365. */
export type AccountKind = 'personal' | 'work' | 'unknown'
/** Microsoft's clouds: the one that everybody is in, that of the US Government, and that of 21Vianet in China. */
export type Cloud = 'global' | 'us-government' | 'china'
/** Whose account it is, and in which cloud: personal ones are in the global one. */
export type Home = { account: 'personal'; cloud: 'global' } | { account: 'work'; cloud: Cloud }
/** A way to sign in that Microsoft names for a server. */
export type Authentication = 'password' | 'oauth2'

/** A server by its official name, and how it is spoken to. */
export type Endpoint = { protocol: Protocol; host: string; port: number; security: Security }

/** What a mail program has to be set to, for one protocol. */
export type ServerSettings = Endpoint & {
  authentication: Authentication[]
  /** Secure Password Authentication, Microsoft's name for NTLM: never on for these servers. */
  spa: false
  username: string
  /** SMTP only: "my server requires authentication". */
  authenticationRequired?: true
  /**
   * The days (ISO dates) in which Microsoft ended passwords, one account after the other, if the day of the settings is among
   * them: the settings are those of the end.
   */
  rollOut?: RollOut
}

/** From the first account to the last. */
export type RollOut = { from: string; until: string }

/**
 * The right server settings of an address at a date: what `sparekey settings` prints (docs/reference/json.md#settings).
 */
export type Settings = {
  address: string
  account: AccountKind
  /** Left out for the global one. */
  cloud?: Exclude<Cloud, 'global'>
  /** How the account kind became known. */
  source: 'domain' | 'mx' | 'servers-file'
  /** ISO date (`2021-05-01`). */
  asOf: string
  servers: ServerSettings[]
}
