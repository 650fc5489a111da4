/**
 * What Microsoft's identity service says when it refuses, word for word, with its number and the evidence beside it. Says
 * what was decided, decides nothing; says no more of a request than its client already knows, and never a secret of it.
 */
import type { OAuthReason } from '../identity/oauth-reason.ts'
import type { Refusal, RefusalDetail } from '../identity/refusal.ts'

type Words = {
  /** What programs go by (RFC 6749, 5.2; RFC 8628, 3.5). */
  error: string
  status: 400 | 401 | 500 | 503
  /** The AADSTS number; personal accounts' side of the house has words without one. */
  code?: number
  /** `{name}` is filled in. Microsoft was seen to leave it out altogether. */
  text?: string
  suberror?: string
}

export const refusals = {
  // MS-OAUTH-22
  'parameter-missing': {
    error: 'invalid_request',
    status: 400,
    code: 900144,
    text: "The request body must contain the following parameter: '{parameter}'.",
  },
  // MS-OAUTH-23
  'request-malformed': {
    error: 'invalid_request',
    status: 400,
    code: 9002313,
    text: 'Invalid request. Request is malformed or invalid.',
  },
  // MS-OAUTH-50
  'method-not-post': {
    error: 'invalid_request',
    status: 400,
    code: 900561,
    text: 'The endpoint only accepts POST requests. Received a {method} request.',
  },
  // MS-OAUTH-24
  'grant-unsupported': {
    error: 'unsupported_grant_type',
    status: 400,
    code: 70003,
    text: "The app requested an unsupported grant type '{grantType}'.",
  },
  // MS-OAUTH-25
  'grant-not-here': {
    error: 'invalid_request',
    status: 400,
    code: 9001023,
    text: 'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
  },
  // MS-OAUTH-26
  'response-type-unsupported': {
    error: 'unsupported_response_type',
    status: 400,
    code: 700054,
    text: "response_type '{responseType}' is not enabled for the application.",
  },
  // MS-OAUTH-27
  'tenant-unknown': {
    error: 'invalid_request',
    status: 400,
    code: 90002,
    text: "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
  },
  // MS-OAUTH-52
  'instance-unknown': { error: 'invalid_instance', status: 400, code: 50049, text: 'Unknown or invalid instance.' },
  // MS-OAUTH-28
  'scope-invalid': {
    error: 'invalid_scope',
    status: 400,
    code: 70011,
    text: "The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
  },
  // MS-OAUTH-17
  'two-resources': {
    error: 'invalid_request',
    status: 400,
    code: 28000,
    text: 'Provided value for the input parameter scope is not valid because it contains more than one resource.',
  },
  // MS-OAUTH-20
  'redirect-uri-invalid': {
    error: 'invalid_request',
    status: 400,
    text: "The provided value for the input parameter 'redirect_uri' is not valid.",
  },
  // MS-OAUTH-29
  'redirect-uri-mismatch': {
    error: 'invalid_request',
    status: 400,
    code: 50011,
    text: "The redirect URI '{redirectUri}' specified in the request does not match the redirect URIs configured for the application '{clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to troubleshoot this error.",
  },

  // MS-OAUTH-16
  'client-unknown': {
    error: 'unauthorized_client',
    status: 400,
    code: 700016,
    text: "Application with identifier '{clientId}' was not found in the directory '{tenant}'.",
  },
  // MS-OAUTH-30
  'client-disabled': {
    error: 'unauthorized_client',
    status: 400,
    code: 7000112,
    text: "Application '{clientId}'({clientName}) is disabled.",
  },
  // MS-OAUTH-15
  'client-secret-missing': {
    error: 'invalid_client',
    status: 401,
    code: 7000218,
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  // MS-OAUTH-31
  'client-secret-wrong': {
    error: 'invalid_client',
    status: 401,
    code: 7000215,
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{clientId}'.",
  },
  // MS-OAUTH-32
  'client-secret-needless': {
    error: 'invalid_client',
    status: 401,
    code: 700025,
    text: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  },
  // MS-OAUTH-33
  'client-not-for-personal': {
    error: 'invalid_request',
    status: 400,
    code: 9002332,
    text: "Application '{clientId}'({clientName}) is configured for use by Microsoft Entra users only. Please do not use the /consumers endpoint to serve this request.",
  },
  // MS-OAUTH-34
  'client-not-for-work': {
    error: 'invalid_request',
    status: 400,
    code: 9002331,
    text: "Application '{clientId}'({clientName}) is configured for use by Microsoft Account users only. Please use the /consumers endpoint to serve this request.",
  },

  // MS-OAUTH-04; MS-OAUTH-05 says the same in other words
  'authorization-pending': {
    error: 'authorization_pending',
    status: 400,
    code: 70016,
    text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  },
  // MS-OAUTH-48
  'slow-down': {
    error: 'slow_down',
    status: 400,
    text: 'The device asks too often: it must wait at least 5 seconds longer between two requests.',
  },
  // MS-OAUTH-06
  'device-code-expired': {
    error: 'expired_token',
    status: 400,
    code: 70020,
    text: "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
  },
  // MS-OAUTH-07
  'device-code-unknown': {
    error: 'bad_verification_code',
    status: 400,
    code: 70018,
    text: 'Invalid verification code due to User typing in wrong user code for device code flow.',
  },
  // MS-OAUTH-08
  'authorization-declined': {
    error: 'authorization_declined',
    status: 400,
    code: 70018,
    text: 'The user declined the authorization request.',
  },

  // MS-OAUTH-36
  'code-expired': {
    error: 'invalid_grant',
    status: 400,
    code: 70008,
    text: 'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  },
  // MS-OAUTH-35
  'code-used': {
    error: 'invalid_grant',
    status: 400,
    code: 54005,
    text: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  },
  // MS-OAUTH-37
  'code-redirect-mismatch': {
    error: 'invalid_grant',
    status: 400,
    code: 500112,
    text: 'The reply address does not match the reply address provided when requesting Authorization code.',
  },
  // MS-OAUTH-38
  'code-verifier-wrong': {
    error: 'invalid_grant',
    status: 400,
    code: 501481,
    text: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },

  // MS-OAUTH-10
  'refresh-token-unknown': {
    error: 'invalid_grant',
    status: 400,
    code: 70000,
    text: "The provided value for the input parameter 'refresh_token' or 'assertion' is not valid.",
  },
  // MS-OAUTH-13
  'refresh-token-inactive': {
    error: 'invalid_grant',
    status: 400,
    code: 700082,
    text: 'The refresh token has expired due to inactivity. The token was issued on {issuedAt} and was inactive for 90.00:00:00.',
  },
  // MS-OAUTH-09
  'grant-expired': {
    error: 'invalid_grant',
    status: 400,
    code: 70000,
    text: 'The user could not be authenticated as the grant is expired. The user must sign in again.',
  },
  // MS-OAUTH-14
  'grant-revoked': {
    error: 'invalid_grant',
    status: 400,
    code: 50173,
    text: 'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
  },

  // MS-OAUTH-11
  'scope-not-granted': {
    error: 'invalid_grant',
    status: 400,
    code: 70000,
    text: 'The request was denied because one or more scopes requested are unauthorized or expired. The user must first sign in and grant the client application access to the requested scope.',
  },
  // MS-OAUTH-12
  'consent-missing': {
    error: 'invalid_grant',
    status: 400,
    code: 65001,
    text: "The user or administrator has not consented to use the application with ID '{clientId}' named '{clientName}'. Send an interactive authorization request for this user and resource.",
    suberror: 'consent_required',
  },
  // MS-OAUTH-12; the name of the error at /authorize is official
  'consent-needed': {
    error: 'interaction_required',
    status: 400,
    code: 65001,
    text: "The user or administrator has not consented to use the application with ID '{clientId}' named '{clientName}'. Send an interactive authorization request for this user and resource.",
  },
  // MS-OAUTH-39
  'consent-declined': {
    error: 'access_denied',
    status: 400,
    code: 65004,
    text: 'User declined to consent to access the app.',
  },
  // MS-OAUTH-40
  'sign-in-needed': {
    error: 'login_required',
    status: 400,
    code: 50058,
    text: 'A silent sign-in request was sent but no user is signed in.',
  },
  // MS-OAUTH-41
  'account-not-admitted': {
    error: 'interaction_required',
    status: 400,
    code: 50020,
    text: "User account '{username}' does not exist in tenant '{tenant}' and cannot access the application '{clientId}'({clientName}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different account.",
  },
  // MS-OAUTH-42
  'account-locked': {
    error: 'invalid_grant',
    status: 400,
    code: 50053,
    text: "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
  },
  // MS-OAUTH-43
  'second-factor-needed': {
    error: 'interaction_required',
    status: 400,
    code: 50076,
    text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
    suberror: 'basic_action',
  },
  // MS-OAUTH-44
  'second-factor-enrolment-needed': {
    error: 'interaction_required',
    status: 400,
    code: 50079,
    text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access the resource.',
    suberror: 'basic_action',
  },
  // MS-OAUTH-45
  'conditional-access-blocked': {
    error: 'interaction_required',
    status: 400,
    code: 53003,
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    suberror: 'message_only',
  },

  // MS-OAUTH-46: no description at all
  'server-error': { error: 'server_error', status: 500 },
  // MS-OAUTH-47
  'temporarily-unavailable': {
    error: 'temporarily_unavailable',
    status: 503,
    code: 90033,
    text: 'A transient error has occurred. Please try again.',
  },
} as const satisfies Record<OAuthReason, Words>

/** How an answer can be told from all others. */
export type Trace = { traceId: string; correlationId: string; at: Date }

/** A refusal as the body of an answer: keys and order as in MS-OAUTH-04. */
export function errorBody(refusal: Refusal, trace: Trace): Record<string, unknown> {
  const { error, code, suberror }: Words = refusals[refusal.reason]
  return {
    error,
    ...errorDescription(refusal, trace),
    ...(code !== undefined && { error_codes: [code] }),
    timestamp: timestamp(trace.at),
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    ...(code !== undefined && { error_uri: `https://login.microsoftonline.com/error?code=${code}` }),
    ...(suberror !== undefined && { suberror }),
  }
}

/** The same as the parameters of a redirect (RFC 6749, 4.1.2.1). */
export function errorParameters(refusal: Refusal, trace: Trace): Record<string, string> {
  return { error: refusals[refusal.reason].error, ...errorDescription(refusal, trace) }
}

export function statusOf(reason: OAuthReason): Words['status'] {
  return refusals[reason].status
}

function errorDescription(refusal: Refusal, trace: Trace): { error_description?: string } {
  const said = words(refusal)
  if (said === undefined) return {}
  const { traceId, correlationId, at } = trace
  const traced = `Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp(at)}`
  return { error_description: `${said} ${traced}` }
}

/** `AADSTS50058: A silent …`; undefined where Microsoft says nothing. */
export function words({ reason, details = {} }: Refusal): string | undefined {
  const { text, code }: Words = refusals[reason]
  if (text === undefined) return undefined
  const said = text.replaceAll(/\{(\w+)\}/g, (_, name) => quoted(details[name as RefusalDetail] ?? ''))
  return code === undefined ? said : `AADSTS${code}: ${said}`
}

/** What a client sent, as far as it may stand in a description (RFC 6749, 5.2). */
function quoted(detail: string): string {
  return detail.slice(0, 200).replaceAll(/[^ !#-[\]-~]/g, '?')
}

/** The first reason with that AADSTS number. */
export function reasonOf(code: number): OAuthReason | undefined {
  const entries = Object.entries(refusals) as [OAuthReason, Words][]
  return entries.find(([, words]) => words.code === code)?.[0]
}

export function reasonNamed(name: string): OAuthReason | undefined {
  return (Object.keys(refusals) as OAuthReason[]).find((reason) => reason === name)
}

/** Where user codes are typed in (MS-OAUTH-01, MS-OAUTH-02). */
export const devicePages = {
  personal: 'https://www.microsoft.com/link',
  any: 'https://microsoft.com/devicelogin',
} as const

/** What the device tells its owner (MS-OAUTH-01, MS-OAUTH-02). */
export function deviceMessage(page: string, userCode: string): string {
  return `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`
}

/** `2026-11-22 09:00:00Z` */
function timestamp(at: Date): string {
  return at.toISOString().replace('T', ' ').replace(/\.\d+/, '')
}
