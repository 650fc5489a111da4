/** Refused for the application that asks. */
import type { OAuthReason } from '../identity/oauth-reason.ts'
import type { OAuthWords } from './oauth-words.ts'

export const clients = {
  'client-unknown': {
    error: 'unauthorized_client',
    status: 400,
    code: 700016,
    text: "Application with identifier '{clientId}' was not found in the directory '{tenant}'.",
    evidence: 'MS-OAUTH-16',
  },
  'client-disabled': {
    error: 'unauthorized_client',
    status: 400,
    code: 7000112,
    text: "Application '{clientId}'({clientName}) is disabled.",
    evidence: 'MS-OAUTH-30',
  },
  'client-secret-missing': {
    error: 'invalid_client',
    status: 401,
    code: 7000218,
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    evidence: 'MS-OAUTH-15',
  },
  'client-secret-wrong': {
    error: 'invalid_client',
    status: 401,
    code: 7000215,
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{clientId}'.",
    evidence: 'MS-OAUTH-31',
  },
  'client-secret-needless': {
    error: 'invalid_client',
    status: 401,
    code: 700025,
    text: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    evidence: 'MS-OAUTH-32',
  },
  'client-not-for-personal': {
    error: 'invalid_request',
    status: 400,
    code: 9002332,
    text: "Application '{clientId}'({clientName}) is configured for use by Microsoft Entra users only. Please do not use the /consumers endpoint to serve this request.",
    evidence: 'MS-OAUTH-33',
  },
  'client-not-for-work': {
    error: 'invalid_request',
    status: 400,
    code: 9002331,
    text: "Application '{clientId}'({clientName}) is configured for use by Microsoft Account users only. Please use the /consumers endpoint to serve this request.",
    evidence: 'MS-OAUTH-34',
  },
} as const satisfies Partial<Record<OAuthReason, OAuthWords>>
