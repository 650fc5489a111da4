/** Refused for the person who signs in, what he consented to, and what his organisation permits. */
import type { OAuthReason } from '../identity/oauth-reason.ts'
import type { OAuthWords } from './oauth-words.ts'

export const people = {
  'scope-not-granted': {
    error: 'invalid_grant',
    status: 400,
    code: 70000,
    text: 'The request was denied because one or more scopes requested are unauthorized or expired. The user must first sign in and grant the client application access to the requested scope.',
    evidence: 'MS-OAUTH-11',
  },
  'consent-missing': {
    error: 'invalid_grant',
    status: 400,
    code: 65001,
    text: "The user or administrator has not consented to use the application with ID '{clientId}' named '{clientName}'. Send an interactive authorization request for this user and resource.",
    suberror: 'consent_required',
    evidence: 'MS-OAUTH-12',
  },
  // the name of the error at /authorize is official
  'consent-needed': {
    error: 'interaction_required',
    status: 400,
    code: 65001,
    text: "The user or administrator has not consented to use the application with ID '{clientId}' named '{clientName}'. Send an interactive authorization request for this user and resource.",
    evidence: 'MS-OAUTH-12',
  },
  'consent-declined': {
    error: 'access_denied',
    status: 400,
    code: 65004,
    text: 'User declined to consent to access the app.',
    evidence: 'MS-OAUTH-39',
  },
  'sign-in-needed': {
    error: 'login_required',
    status: 400,
    code: 50058,
    text: 'A silent sign-in request was sent but no user is signed in.',
    evidence: 'MS-OAUTH-40',
  },
  'account-not-admitted': {
    error: 'interaction_required',
    status: 400,
    code: 50020,
    text: "User account '{username}' does not exist in tenant '{tenant}' and cannot access the application '{clientId}'({clientName}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different account.",
    evidence: 'MS-OAUTH-41',
  },
  'account-locked': {
    error: 'invalid_grant',
    status: 400,
    code: 50053,
    text: "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
    evidence: 'MS-OAUTH-42',
  },
  'second-factor-needed': {
    error: 'interaction_required',
    status: 400,
    code: 50076,
    text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
    suberror: 'basic_action',
    evidence: 'MS-OAUTH-43',
  },
  'second-factor-enrolment-needed': {
    error: 'interaction_required',
    status: 400,
    code: 50079,
    text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access the resource.',
    suberror: 'basic_action',
    evidence: 'MS-OAUTH-44',
  },
  'conditional-access-blocked': {
    error: 'interaction_required',
    status: 400,
    code: 53003,
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    suberror: 'message_only',
    evidence: 'MS-OAUTH-45',
  },
} as const satisfies Partial<Record<OAuthReason, OAuthWords>>
