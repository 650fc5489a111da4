/** A refusal of the identity service as a value: the reason, and what its words may mention. */
import type { OAuthReason } from './oauth-reason.ts'

/** What of a request may be said again; a code, a token, a verifier or a secret never. */
export type RefusalDetail =
  | 'parameter'
  | 'method'
  | 'clientId'
  | 'clientName'
  | 'tenant'
  | 'scope'
  | 'redirectUri'
  | 'grantType'
  | 'responseType'
  | 'username'
  | 'issuedAt'

export type Refusal = { readonly reason: OAuthReason; readonly details?: Partial<Record<RefusalDetail, string>> }
