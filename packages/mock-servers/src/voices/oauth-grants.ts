/** Refused for the code or the refresh token, or for what it was given for. */
import type { OAuthReason } from '../identity/oauth-reason.ts'
import type { OAuthWords } from './oauth-words.ts'

export const grants = {
  // MS-OAUTH-05 says the same in other words
  'authorization-pending': {
    error: 'authorization_pending',
    status: 400,
    code: 70016,
    text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
    evidence: 'MS-OAUTH-04',
  },
  'slow-down': {
    error: 'slow_down',
    status: 400,
    text: 'The device asks too often: it must wait at least 5 seconds longer between two requests.',
    evidence: 'MS-OAUTH-48',
  },
  'device-code-expired': {
    error: 'expired_token',
    status: 400,
    code: 70020,
    text: "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
    evidence: 'MS-OAUTH-06',
  },
  'device-code-unknown': {
    error: 'bad_verification_code',
    status: 400,
    code: 70018,
    text: 'Invalid verification code due to User typing in wrong user code for device code flow.',
    evidence: 'MS-OAUTH-07',
  },
  'authorization-declined': {
    error: 'authorization_declined',
    status: 400,
    code: 70018,
    text: 'The user declined the authorization request.',
    evidence: 'MS-OAUTH-08',
  },
  'code-expired': {
    error: 'invalid_grant',
    status: 400,
    code: 70008,
    text: 'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    evidence: 'MS-OAUTH-36',
  },
  'code-used': {
    error: 'invalid_grant',
    status: 400,
    code: 54005,
    text: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    evidence: 'MS-OAUTH-35',
  },
  'code-redirect-mismatch': {
    error: 'invalid_grant',
    status: 400,
    code: 500112,
    text: 'The reply address does not match the reply address provided when requesting Authorization code.',
    evidence: 'MS-OAUTH-37',
  },
  'code-verifier-wrong': {
    error: 'invalid_grant',
    status: 400,
    code: 501481,
    text: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    evidence: 'MS-OAUTH-38',
  },
  'refresh-token-unknown': {
    error: 'invalid_grant',
    status: 400,
    code: 70000,
    text: "The provided value for the input parameter 'refresh_token' or 'assertion' is not valid.",
    evidence: 'MS-OAUTH-10',
  },
  'refresh-token-inactive': {
    error: 'invalid_grant',
    status: 400,
    code: 700082,
    text: 'The refresh token has expired due to inactivity. The token was issued on {issuedAt} and was inactive for 90.00:00:00.',
    evidence: 'MS-OAUTH-13',
  },
  'grant-expired': {
    error: 'invalid_grant',
    status: 400,
    code: 70000,
    text: 'The user could not be authenticated as the grant is expired. The user must sign in again.',
    evidence: 'MS-OAUTH-09',
  },
  'grant-revoked': {
    error: 'invalid_grant',
    status: 400,
    code: 50173,
    text: 'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
    evidence: 'MS-OAUTH-14',
  },
} as const satisfies Partial<Record<OAuthReason, OAuthWords>>
