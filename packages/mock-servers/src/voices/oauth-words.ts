import type { Said } from './said.ts'

/** A refusal of the identity service. A text that is empty says that Microsoft was seen to leave it out. */
export type OAuthWords = Said & {
  /** What programs go by (RFC 6749, 5.2; RFC 8628, 3.5). */
  readonly error: string
  readonly status: 400 | 401 | 500 | 503
  /** The AADSTS number; personal accounts' side of the house has words without one. */
  readonly code?: number
  readonly suberror?: string
}
