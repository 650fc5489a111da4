/**
 * Why the identity service refused: the names that routes and tests use. `voices/oauth.ts` has Microsoft's number and words
 * for each; a reason without words does not compile.
 */
export type OAuthReason =
  // the request
  | 'parameter-missing'
  | 'request-malformed'
  | 'method-not-post'
  | 'grant-unsupported'
  | 'grant-not-here'
  | 'response-type-unsupported'
  | 'tenant-unknown'
  | 'instance-unknown'
  | 'scope-invalid'
  | 'two-resources'
  | 'redirect-uri-invalid'
  | 'redirect-uri-mismatch'
  // the client
  | 'client-unknown'
  | 'client-disabled'
  | 'client-secret-missing'
  | 'client-secret-wrong'
  | 'client-secret-needless'
  | 'client-not-for-personal'
  | 'client-not-for-work'
  // the device code
  | 'authorization-pending'
  | 'slow-down'
  | 'device-code-expired'
  | 'device-code-unknown'
  | 'authorization-declined'
  // the authorization code
  | 'code-expired'
  | 'code-used'
  | 'code-redirect-mismatch'
  | 'code-verifier-wrong'
  // the refresh token
  | 'refresh-token-unknown'
  | 'refresh-token-inactive'
  | 'grant-expired'
  | 'grant-revoked'
  // consent and policy
  | 'scope-not-granted'
  | 'consent-missing'
  | 'consent-needed' // the same, where a page could be shown and may not be
  | 'consent-declined'
  | 'sign-in-needed'
  | 'account-not-admitted'
  | 'account-locked'
  | 'second-factor-needed'
  | 'second-factor-enrolment-needed'
  | 'conditional-access-blocked'
  // the service
  | 'server-error'
  | 'temporarily-unavailable'

export type OAuthEndpoint = 'authorize' | 'token' | 'devicecode'
