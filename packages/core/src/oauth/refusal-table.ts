import type { FindingCode } from '../errors/codes.ts'
import type { Pattern } from '../tables/first-match.ts'

/** What a refusal says, as far as it tells what is meant, and how the sign-in went. */
export type Said = {
  error: string
  aadsts: number
  description: string
  /** `device`: the owner signs in elsewhere, with a code (RFC 8628). */
  flow: 'device' | 'other'
}

type Row = { when: Pattern<Said>; code: FindingCode }

/** Behind these words of RFC 6749 a number that is not known may mean anything. */
const numberless = /^(?!AADSTS\d)/

/**
 * First match wins, and the order is meaning: what people did, then Microsoft's numbers, then the sentences of the service
 * for personal accounts, which has none, then the bare words of RFC 6749 and 8628. Every number is in
 * docs/microsoft-sign-in.md#numbers.
 */
export const rows: readonly Row[] = [
  // MS-OAUTH-08; access_denied is RFC 6749's word for it, in the redirect
  { when: { error: 'authorization_declined' }, code: 'sign-in-declined' },
  { when: { aadsts: 65004 }, code: 'sign-in-declined' },
  // MS-OAUTH-06
  { when: { error: 'expired_token' }, code: 'sign-in-timeout' },
  { when: { aadsts: [70019, 70020] }, code: 'sign-in-timeout' },
  // MS-OAUTH-11, MS-OAUTH-09, MS-OAUTH-10 share a number
  { when: { aadsts: 70000, description: /scopes requested are unauthorized/i }, code: 'consent-missing' },
  { when: { aadsts: 70000, description: /expired/i }, code: 'token-expired' },
  // The service for personal accounts names the parameter behind this number too (assumed).
  { when: { aadsts: 70000, description: /parameter 'scope'/i }, code: 'scope-wrong' },
  { when: { aadsts: 70000, description: /parameter '(?:redirect_uri|client_id)'/i }, code: 'client-refused' },
  // MS-OAUTH-13, MS-OAUTH-63
  { when: { aadsts: [70008, 70043, 70044, 700081, 700082, 700084, 50089] }, code: 'token-expired' },
  // MS-OAUTH-10, MS-OAUTH-14, MS-OAUTH-07
  {
    when: { aadsts: [70000, 70018, 50132, 50133, 50173, 54005, 500112, 501481, 700005, 700007, 9002341] },
    code: 'token-refused',
  },
  // MS-OAUTH-12
  { when: { aadsts: [65001, 90008, 90093, 90094, 90095, 650052, 650054] }, code: 'consent-missing' },
  {
    when: {
      aadsts: [
        16001, 16002, 50055, 50058, 50072, 50074, 50076, 50078, 50079, 50085, 50125, 50135, 50139, 50140, 50143, 50144,
        50158, 50168, 50180, 50192, 50197, 50199, 51006, 160021, 500121, 700020,
      ],
    },
    code: 'sign-in-again',
  },
  { when: { aadsts: [50056, 50064, 50126] }, code: 'password-wrong' },
  { when: { aadsts: 530035 }, code: 'security-defaults' },
  // MS-ACC-18. What asks for a device that is known, or forbids codes: the device with the code cannot show it.
  {
    when: {
      flow: 'device',
      aadsts: [50005, 50097, 50129, 50155, 50187, 53000, 53001, 53003, 530002, 530003, 530004, 530033, 530036, 700003],
    },
    code: 'device-code-blocked',
  },
  { when: { aadsts: 530036 }, code: 'device-code-blocked' },
  {
    when: {
      aadsts: [
        50002, 50005, 50097, 50105, 50127, 50129, 50131, 50155, 50187, 53000, 53001, 53002, 53003, 53004, 53009, 53010,
        53011, 80012, 135011, 500021, 500022, 500212, 500213, 530001, 530002, 530003, 530004, 530021, 530031, 530032,
        530033, 530034, 530084, 700003, 5000224, 5000225,
      ],
    },
    code: 'policy-blocked',
  },
  { when: { aadsts: [50053, 50057, 500571] }, code: 'account-blocked' },
  // MS-OAUTH-27, MS-OAUTH-41, MS-OAUTH-73
  {
    when: {
      aadsts: [
        16000, 16003, 50014, 50020, 50034, 50059, 50128, 50177, 50178, 51004, 54000, 90002, 90019, 90038, 90043, 90051,
        90072, 90084, 90125, 90126, 500200, 500208, 500341, 900021, 900023,
      ],
    },
    code: 'account-not-admitted',
  },
  // MS-OAUTH-17, MS-OAUTH-28, MS-OAUTH-61, MS-OAUTH-65
  {
    when: { aadsts: [28000, 28002, 28003, 65006, 90009, 70011, 650053, 700022, 700023, 1002012] },
    code: 'scope-wrong',
  },
  // MS-OAUTH-66 shares its number with a scope that gives nothing
  { when: { aadsts: 90023, description: /\bmsaredir\b/ }, code: 'request-malformed' },
  { when: { aadsts: 90023 }, code: 'scope-wrong' },
  // MS-OAUTH-64
  { when: { aadsts: [90027, 500201] }, code: 'program-too-old' },
  { when: { aadsts: 1002016 }, code: 'tls-too-old' },
  { when: { aadsts: [80013, 500133, 700024] }, code: 'clock-wrong' },
  // MS-OAUTH-22, MS-OAUTH-23, MS-OAUTH-50, MS-OAUTH-52, MS-OAUTH-70
  {
    when: {
      aadsts: [
        50049, 50050, 50147, 70007, 90004, 90005, 90007, 90013, 90014, 90015, 90056, 90100, 90102, 90107, 90117, 90121,
        165000, 165900, 501491, 700009, 900144, 900561, 901002, 9002313,
      ],
    },
    code: 'request-malformed',
  },
  {
    // MS-OAUTH-15, MS-OAUTH-16, MS-OAUTH-26, MS-OAUTH-62
    when: {
      aadsts: [
        50001, 50011, 50013, 50194, 65002, 65005, 70001, 70002, 70003, 70004, 70005, 90099, 90124, 90130, 500011,
        500014, 500113, 650056, 650057, 700011, 700016, 700021, 700025, 700027, 700030, 700038, 700054, 900382, 900432,
        900971, 1000031, 7000112, 7000215, 7000216, 7000218, 7000222, 7000229, 9001023, 9002325, 9002326, 9002327,
        9002331, 9002332, 9002346,
      ],
    },
    code: 'client-refused',
  },
  { when: { aadsts: [50088, 50166, 50196, 90055] }, code: 'throttled' },
  {
    when: {
      aadsts: [
        40010, 50000, 50033, 50087, 70012, 80001, 80002, 80005, 80007, 80010, 80014, 90006, 90012, 90024, 90033, 90036,
        90090, 90091, 90092,
      ],
    },
    code: 'server-unavailable',
  },

  // The service for personal accounts says it without a number.
  { when: { description: /input parameter 'scope' is not valid/i }, code: 'scope-wrong' }, // mustang#137, 2024-07-19
  { when: { description: /'userAudience' configuration/i }, code: 'client-refused' }, // O365-HomeAssistant#100, 2022-12-20
  { when: { description: /'(?:redirect_uri|client_id|client_secret)'|redirect_uri/ }, code: 'client-refused' }, // email-oauth2-proxy#274, 2024-08-25
  { when: { description: /not enabled for consumers/i }, code: 'client-refused' },
  { when: { error: 'invalid_grant', description: /\bexpired\b/i }, code: 'token-expired' }, // MS-OAUTH-09

  { when: { error: 'access_denied', description: numberless }, code: 'sign-in-declined' },
  { when: { error: 'consent_required' }, code: 'consent-missing' },
  { when: { error: ['interaction_required', 'login_required', 'account_selection_required'] }, code: 'sign-in-again' },
  { when: { error: ['invalid_scope'] }, code: 'scope-wrong' },
  {
    when: {
      error: [
        'invalid_client',
        'unauthorized_client',
        'unsupported_grant_type',
        'unsupported_response_type',
        'invalid_resource',
        'invalid_target',
      ],
    },
    code: 'client-refused',
  },
  { when: { error: ['invalid_grant', 'bad_verification_code'] }, code: 'token-refused' },
  { when: { error: ['invalid_request', 'invalid_instance'], description: numberless }, code: 'request-malformed' },
  { when: { error: 'slow_down' }, code: 'throttled' },
  { when: { error: ['server_error', 'temporarily_unavailable'] }, code: 'server-unavailable' },
]

/** Every number that the table knows, and what it means by itself: without a sentence, and whatever the way of signing in. */
export const numbers: readonly { aadsts: number; code: FindingCode }[] = rows
  .filter(({ when }) => when.flow === undefined && when.description === undefined)
  .flatMap(({ when: { aadsts = [] }, code }) =>
    (typeof aadsts === 'number' ? [aadsts] : aadsts instanceof RegExp ? [] : aadsts).map((aadsts) => ({
      aadsts,
      code,
    })),
  )
  .filter(({ aadsts }, index, all) => all.findIndex((other) => other.aadsts === aadsts) === index)
