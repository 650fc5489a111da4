/**
 * The right server settings of an address at a date: what `sparekey settings` prints (docs/reference/json.md#settings).
 */
export type Protocol = 'pop3' | 'imap' | 'smtp'
export type Security = 'tls' | 'starttls' | 'none'
export type AccountKind = 'personal' | 'work' | 'unknown'
export type Authentication = 'password' | 'oauth2'

export type Endpoint = { protocol: Protocol; host: string; port: number; security: Security }

export type ServerSettings = Endpoint & {
  authentication: Authentication[]
  /** Secure Password Authentication, Microsoft's name for NTLM: never on for these servers. */
  spa: false
  username: string
  /** SMTP only: "my server requires authentication". */
  authenticationRequired?: true
}

export type Settings = {
  address: string
  account: AccountKind
  /** How the account kind became known. */
  source: 'domain' | 'mx' | 'servers-file'
  /** ISO date (`2021-05-01`). */
  asOf: string
  servers: ServerSettings[]
}
