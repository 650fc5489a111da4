import type { FindingCode } from '../errors/codes.ts'
import type { Pattern } from '../tables/first-match.ts'

/** What a refusal says, as far as it tells what is meant. */
type Said = { error: string; aadsts: number; description: string }

type Row = { when: Pattern<Said>; code: FindingCode }

/**
 * First match wins, and the order is meaning: what people did, then Microsoft's numbers, then the bare words of RFC 6749
 * and 8628. The numbers without an evidence id are from Microsoft's "authentication and authorization error codes".
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
  // MS-OAUTH-13
  { when: { aadsts: [70008, 70043, 70044, 700081, 700082, 700084, 50089] }, code: 'token-expired' },
  // MS-OAUTH-10, MS-OAUTH-14, MS-OAUTH-07
  {
    when: { aadsts: [70000, 70018, 50132, 50133, 50173, 54005, 500112, 501481, 700005, 9002341] },
    code: 'token-refused',
  },
  // MS-OAUTH-12
  { when: { aadsts: [65001, 90008, 90093, 90094, 90095, 650052, 650054] }, code: 'consent-missing' },
  {
    when: {
      aadsts: [
        50055, 50058, 50072, 50074, 50076, 50078, 50079, 50085, 50125, 50135, 50139, 50144, 50158, 50192, 50199, 51006,
        700020,
      ],
    },
    code: 'sign-in-again',
  },
  { when: { aadsts: 530035 }, code: 'security-defaults' },
  {
    when: {
      aadsts: [
        50002, 50005, 50097, 50105, 50127, 50129, 50131, 50155, 50187, 53000, 53001, 53002, 53003, 53004, 53009, 53010,
        53011, 500021, 500022, 500212, 500213, 530032, 530034,
      ],
    },
    code: 'policy-blocked',
  },
  { when: { aadsts: [50053, 50057] }, code: 'account-blocked' },
  {
    when: {
      aadsts: [16000, 16003, 50014, 50020, 50034, 50128, 50177, 50178, 51004, 90002, 90038, 90072, 500200, 500208],
    },
    code: 'account-not-admitted',
  },
  {
    // MS-OAUTH-15, MS-OAUTH-16
    when: {
      aadsts: [
        50011, 50194, 65002, 65005, 70001, 70002, 70003, 70004, 90099, 90124, 90130, 500011, 650056, 650057, 700011,
        700016, 700025, 700027, 900971, 1000031, 7000112, 7000215, 7000218, 7000222, 9001023, 9002331, 9002332, 9002346,
      ],
    },
    code: 'client-refused',
  },
  { when: { aadsts: [50088, 50166, 50196, 90055] }, code: 'throttled' },
  {
    when: {
      aadsts: [40010, 50000, 50033, 50087, 70012, 80001, 80002, 80005, 80014, 90006, 90012, 90024, 90033, 90036, 90090],
    },
    code: 'server-unavailable',
  },

  { when: { error: 'access_denied' }, code: 'sign-in-declined' },
  { when: { error: 'consent_required' }, code: 'consent-missing' },
  { when: { error: ['interaction_required', 'login_required', 'account_selection_required'] }, code: 'sign-in-again' },
  { when: { error: ['invalid_client', 'unauthorized_client', 'unsupported_grant_type'] }, code: 'client-refused' },
  { when: { error: 'invalid_request', description: /redirect_uri/ }, code: 'client-refused' },
  { when: { error: ['invalid_grant', 'bad_verification_code'] }, code: 'token-refused' },
  { when: { error: 'slow_down' }, code: 'throttled' },
  { when: { error: ['server_error', 'temporarily_unavailable'] }, code: 'server-unavailable' },
]

/** Every number that the table knows by itself, and what it means. */
export const numbers: readonly { aadsts: number; code: FindingCode }[] = rows
  .flatMap(({ when: { aadsts = [] }, code }) =>
    (typeof aadsts === 'number' ? [aadsts] : aadsts instanceof RegExp ? [] : aadsts).map((aadsts) => ({
      aadsts,
      code,
    })),
  )
  .filter(({ aadsts }, index, all) => all.findIndex((other) => other.aadsts === aadsts) === index)
