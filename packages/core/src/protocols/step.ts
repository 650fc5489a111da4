/** The ladder every probe climbs; the first failed step skips the rest. With STARTTLS the greeting comes before `tls`. */
export type StepName = 'resolve' | 'connect' | 'tls' | 'greeting' | 'capabilities' | 'sign-in'

/** What went wrong where no machine has a word for it; other words are Node's own (`ECONNREFUSED`, `ERR_TLS_…`). */
export type ProbeWord =
  /** The server map knows no place for the host and port. */
  | 'not-in-server-map'
  /** Nobody listens where the server map leads. */
  | 'mock-gone'
  /** No answer within the time of a step. */
  | 'timeout'
  /** The server ended the connection. */
  | 'closed'
  /** A line, or the lines of one step, beyond every measure. */
  | 'endless'
  /** TLS bytes where the protocol's text was expected. */
  | 'tls-spoken'
  /** A greeting or answer that is not of this protocol. */
  | 'other-protocol'
  /** The server said no, in the words of `reply`. */
  | 'refused'
  /** The connection would have stayed unencrypted. */
  | 'no-tls'
  | 'starttls-missing'
  | 'starttls-refused'
  /** Bytes slipped in between the answer to STARTTLS and TLS. */
  | 'bytes-before-tls'
  /** Signed in before TLS, so that STARTTLS cannot be asked for (RFC 9051, section 11.1). */
  | 'preauth'
  /** The server's capability line leaves no way to send a password. */
  | 'password-not-offered'
  /** The same for a token. */
  | 'token-not-offered'
  /** No sign-in was asked for. */
  | 'not-asked'

/** One step of the ladder, as it went. */
export type Step = {
  step: StepName
  outcome: 'ok' | 'failed' | 'skipped'
  /** Whole milliseconds the step took; 0 for a skipped one. */
  ms: number
  /** The server's own words, raw, lines joined by `\n`; never a secret, even if the server repeats one. */
  reply?: string
  /** Why the step failed or was skipped: a `ProbeWord` or Node's own word. */
  error?: string
}
