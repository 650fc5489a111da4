/** Refused for what the request says. */
import type { OAuthReason } from '../identity/oauth-reason.ts'
import type { OAuthWords } from './oauth-words.ts'

export const requests = {
  'parameter-missing': {
    error: 'invalid_request',
    status: 400,
    code: 900144,
    text: "The request body must contain the following parameter: '{parameter}'.",
    evidence: 'MS-OAUTH-22',
  },
  'request-malformed': {
    error: 'invalid_request',
    status: 400,
    code: 9002313,
    text: 'Invalid request. Request is malformed or invalid.',
    evidence: 'MS-OAUTH-23',
  },
  'method-not-post': {
    error: 'invalid_request',
    status: 400,
    code: 900561,
    text: 'The endpoint only accepts POST requests. Received a {method} request.',
    evidence: 'MS-OAUTH-50',
  },
  'grant-unsupported': {
    error: 'unsupported_grant_type',
    status: 400,
    code: 70003,
    text: "The app requested an unsupported grant type '{grantType}'.",
    evidence: 'MS-OAUTH-24',
  },
  'grant-not-here': {
    error: 'invalid_request',
    status: 400,
    code: 9001023,
    text: 'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
    evidence: 'MS-OAUTH-25',
  },
  'response-type-unsupported': {
    error: 'unsupported_response_type',
    status: 400,
    code: 700054,
    text: "response_type '{responseType}' is not enabled for the application.",
    evidence: 'MS-OAUTH-26',
  },
  'tenant-unknown': {
    error: 'invalid_request',
    status: 400,
    code: 90002,
    text: "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
    evidence: 'MS-OAUTH-27',
  },
  'instance-unknown': {
    error: 'invalid_instance',
    status: 400,
    code: 50049,
    text: 'Unknown or invalid instance.',
    evidence: 'MS-OAUTH-52',
  },
  'scope-invalid': {
    error: 'invalid_scope',
    status: 400,
    code: 70011,
    text: "The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
    evidence: 'MS-OAUTH-28',
  },
  'two-resources': {
    error: 'invalid_request',
    status: 400,
    code: 28000,
    text: 'Provided value for the input parameter scope is not valid because it contains more than one resource.',
    evidence: 'MS-OAUTH-17',
  },
  'redirect-uri-invalid': {
    error: 'invalid_request',
    status: 400,
    text: "The provided value for the input parameter 'redirect_uri' is not valid.",
    evidence: 'MS-OAUTH-20',
  },
  'redirect-uri-mismatch': {
    error: 'invalid_request',
    status: 400,
    code: 50011,
    text: "The redirect URI '{redirectUri}' specified in the request does not match the redirect URIs configured for the application '{clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to troubleshoot this error.",
    evidence: 'MS-OAUTH-29',
  },
} as const satisfies Partial<Record<OAuthReason, OAuthWords>>
