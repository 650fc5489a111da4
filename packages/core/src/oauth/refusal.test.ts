import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingCodes } from '../errors/codes.ts'
import { findingBehind, readRefusal, refusalFailure } from './refusal.ts'

const trace =
  ' Trace ID: 255d1aef-8c98-452f-ac51-23d051240864 Correlation ID: fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7 Timestamp: 2026-11-22 09:00:00Z'
const said = (error: string, text: string, codes?: number[]) =>
  readRefusal({ error, error_description: text + trace, ...(codes && { error_codes: codes }) })!

describe('what Microsoft says when it refuses', () => {
  test.for([
    ['MS-OAUTH-06', 'expired_token', 70020, 'This device code has expired.', 'sign-in-timeout'],
    ['MS-OAUTH-07', 'bad_verification_code', 70018, 'Invalid verification code', 'token-refused'],
    [
      'MS-OAUTH-08',
      'authorization_declined',
      70018,
      'The user declined the authorization request.',
      'sign-in-declined',
    ],
    [
      'MS-OAUTH-09',
      'invalid_grant',
      70000,
      'The user could not be authenticated as the grant is expired.',
      'token-expired',
    ],
    [
      'MS-OAUTH-10',
      'invalid_grant',
      70000,
      "The provided value for the input parameter 'refresh_token' or 'assertion' is not valid.",
      'token-refused',
    ],
    [
      'MS-OAUTH-11',
      'invalid_grant',
      70000,
      'The request was denied because one or more scopes requested are unauthorized or expired.',
      'consent-missing',
    ],
    [
      'MS-OAUTH-12',
      'invalid_grant',
      65001,
      'The user or administrator has not consented to use the application',
      'consent-missing',
    ],
    ['MS-OAUTH-13', 'invalid_grant', 700082, 'The refresh token has expired due to inactivity.', 'token-expired'],
    ['MS-OAUTH-14', 'invalid_grant', 50173, 'The provided grant has expired due to it being revoked', 'token-refused'],
    [
      'MS-OAUTH-15',
      'invalid_client',
      7000218,
      'The request body must contain the following parameter',
      'client-refused',
    ],
    ['MS-OAUTH-16', 'unauthorized_client', 700016, 'Application with identifier was not found', 'client-refused'],
    ['MS-OAUTH-17', 'invalid_request', 28000, 'it contains more than one resource.', 'scope-wrong'],
    ['a second step', 'interaction_required', 50076, 'you must use multi-factor authentication', 'sign-in-again'],
    [
      'a second step not set up',
      'interaction_required',
      50079,
      'you must enroll in multi-factor authentication',
      'sign-in-again',
    ],
    [
      'conditional access',
      'interaction_required',
      53003,
      'Access has been blocked by Conditional Access policies.',
      'policy-blocked',
    ],
    [
      'security defaults',
      'interaction_required',
      530035,
      'Access has been blocked by security defaults.',
      'security-defaults',
    ],
    ['a client switched off', 'unauthorized_client', 7000112, "Application 'x' is disabled.", 'client-refused'],
    [
      'a client for work accounts',
      'invalid_request',
      9002332,
      'configured for use by Microsoft Entra users only.',
      'client-refused',
    ],
    ['another kind of account', 'interaction_required', 50020, 'does not exist in tenant', 'account-not-admitted'],
    ['a locked account', 'invalid_grant', 50053, 'The account is locked', 'account-blocked'],
    ['a code used twice', 'invalid_grant', 54005, 'OAuth2 Authorization code was already redeemed', 'token-refused'],
    ['a wrong verifier', 'invalid_grant', 501481, 'The Code_Verifier does not match', 'token-refused'],
    ['consent declined', 'access_denied', 65004, 'User declined to consent to access the app.', 'sign-in-declined'],
    [
      'nobody signed in',
      'login_required',
      50058,
      'A silent sign-in request was sent but no user is signed in.',
      'sign-in-again',
    ],
    [
      'a bad scope',
      'invalid_scope',
      70011,
      "The provided value for the input parameter 'scope' is not valid.",
      'scope-wrong',
    ],
    [
      'a parameter missing',
      'invalid_request',
      900144,
      'The request body must contain the following parameter',
      'request-malformed',
    ],
    ['throttling', 'invalid_request', 90055, 'too many incoming requests', 'throttled'],
    [
      'a fault of its own',
      'temporarily_unavailable',
      90033,
      'A transient error has occurred. Please try again.',
      'server-unavailable',
    ],
  ] as const)('%s', ([, error, aadsts, text, code]) => {
    const refusal = said(error, `AADSTS${aadsts}: ${text}`, [aadsts])
    expect([findingBehind(refusal), refusal.aadsts]).toEqual([code, aadsts])
    const failure = refusalFailure(refusal)
    expect(failure).toMatchObject({
      code,
      message: expect.stringMatching(new RegExp(` \\(${error}, AADSTS${aadsts}\\)\\.$`)),
      details: { error, aadsts, reply: `AADSTS${aadsts}: ${text}`, traceId: '255d1aef-8c98-452f-ac51-23d051240864' },
    })
    expect(failure.cause).toBeUndefined()
  })

  test.for([
    ['access_denied', 'sign-in-declined'],
    ['authorization_declined', 'sign-in-declined'],
    ['expired_token', 'sign-in-timeout'],
    ['consent_required', 'consent-missing'],
    ['interaction_required', 'sign-in-again'],
    ['login_required', 'sign-in-again'],
    ['account_selection_required', 'sign-in-again'],
    ['invalid_client', 'client-refused'],
    ['unauthorized_client', 'client-refused'],
    ['unsupported_grant_type', 'client-refused'],
    ['invalid_grant', 'token-refused'],
    ['bad_verification_code', 'token-refused'],
    ['slow_down', 'throttled'],
    ['server_error', 'server-unavailable'],
    ['temporarily_unavailable', 'server-unavailable'],
    ['invalid_request', 'request-malformed'],
    ['invalid_instance', 'request-malformed'],
    ['invalid_scope', 'scope-wrong'],
    ['unsupported_response_type', 'client-refused'],
    ['invalid_resource', 'client-refused'],
    ['invalid_target', 'client-refused'],
    ['a word of next year’s', 'unknown-refusal'],
  ] as const)('%s without any number', ([error, code]) => {
    expect(refusalFailure(readRefusal({ error })!)).toMatchObject({ code, details: { error, reply: error } })
  })

  test('what nobody said is left out', () => {
    const refusal = readRefusal({ error: 'x' })!
    expect(refusal).toStrictEqual({ error: 'x', description: '' })
    expect(refusalFailure(refusal).details).toStrictEqual({ error: 'x', reply: 'x' })
    expect(readRefusal({ error: 'x' }, { status: 400 })).toStrictEqual({ error: 'x', description: '', status: 400 })
  })

  test('a sentence is one line without blanks around it', () => {
    const read = readRefusal({ error: 'a\r\n\r\nb', error_description: ' \tone\r\n\r\n two\u0000 \u0007three \n' })
    expect(read).toMatchObject({ error: 'a b', description: 'one two three' })
  })

  test.for([1, 50076, Number.MAX_SAFE_INTEGER])('the number %i stands beside a sentence that has none', (aadsts) => {
    const body = { error: 'x', error_codes: [aadsts, 7], error_description: 'AADSTS123: no number' }
    expect(readRefusal(body)!.aadsts).toBe(aadsts)
  })

  test('the number is found in the sentence, too', () => {
    expect(said('invalid_grant', 'AADSTS700082: The refresh token has expired').aadsts).toBe(700082)
    expect(
      readRefusal({ error: 'x', error_codes: ['AADSTS1'], error_description: 'no number' })!.aadsts,
    ).toBeUndefined()
  })

  test.for([[0], [-50076], [1.5], [Number.NaN], ['50076'], [null], [[50076]], []].map((codes) => [codes] as const))(
    'codes such as %j are none, and the number in the sentence counts',
    ([codes]) => {
      const body = { error: 'x', error_codes: codes, error_description: 'AADSTS700082: The refresh token has expired' }
      expect(readRefusal(body)!.aadsts).toBe(700082)
    },
  )

  test.for([
    [undefined, 'unknown-refusal'],
    [400, 'unknown-refusal'],
    [428, 'unknown-refusal'],
    [429, 'throttled'],
    [430, 'unknown-refusal'],
    [499, 'unknown-refusal'],
    [500, 'server-unavailable'],
    [503, 'server-unavailable'],
    [599, 'server-unavailable'],
  ] as const)('words that mean nothing go by the HTTP status %j: %s', ([status, code]) => {
    expect(findingBehind({ error: 'x', description: '', ...(status !== undefined && { status }) })).toBe(code)
  })

  test('a word of more than 100 characters, or a sentence of more than 500, is cut', () => {
    const cut = (error: number, description: number) => {
      const read = readRefusal({ error: 'e'.repeat(error), error_description: 'd'.repeat(description) })!
      return [read.error.length, read.description.length]
    }
    expect([cut(100, 500), cut(101, 501)]).toEqual([
      [100, 500],
      [100, 500],
    ])
  })

  test('a number nobody has heard of goes by the word beside it', () => {
    expect(findingBehind(said('invalid_grant', 'AADSTS999999: News.', [999999]))).toBe('token-refused')
    expect(findingBehind(said('interaction_required', 'AADSTS999998: News.', [999998]))).toBe('sign-in-again')
  })
})

test('what was sent is taken out of what comes back', () => {
  const hidden = ['M.C5-secret!token', 'a verifier']
  const refusal = readRefusal(
    {
      error: 'invalid_grant',
      error_description: "AADSTS70000: 'M.C5-secret!token' with 'a verifier'\r\nTrace ID: none",
    },
    { hidden },
  )!
  expect(refusal.description).toBe("AADSTS70000: '[hidden]' with '[hidden]'")
})

test('a server that says nothing but its status is not quoted', () => {
  expect(refusalFailure(readRefusal({}, { status: 503 })!)).toMatchObject({
    code: 'server-unavailable',
    message: 'The server cannot do this at the moment (HTTP 503).',
    details: { status: 503 },
  })
  expect(refusalFailure(readRefusal({}, { status: 429 })!).details).toEqual({ status: 429 })
  expect(refusalFailure(readRefusal({ error_description: 'AADSTS90033: x' }, { status: 500 })!).details).toEqual({
    status: 500,
    aadsts: 90_033,
    reply: 'AADSTS90033: x',
  })
})

test('nothing a server says breaks it, and everything it says becomes one plain line and a finding', () => {
  const anyBody = fc.dictionary(
    fc.constantFrom('error', 'error_description', 'error_codes', 'other'),
    fc.oneof(hostileText, fc.jsonValue(), fc.array(fc.integer())),
  )
  fc.assert(
    fc.property(anyBody, fc.option(fc.integer({ min: 100, max: 999 }), { nil: undefined }), (body, status) => {
      const refusal = readRefusal(body, status === undefined ? {} : { status })
      const worded = typeof body['error'] === 'string' && body['error'] !== ''
      const refusedByStatus = status !== undefined && (status === 429 || status >= 500)
      expect(refusal !== undefined).toBe(worded || refusedByStatus)
      if (refusal === undefined) return
      const failure = refusalFailure(refusal)
      expect(findingCodes).toContain(failure.code)
      const { reply = '' } = failure.details as { reply?: string }
      expect(reply).not.toMatch(/\p{Cc}/u)
      expect(reply.length).toBeLessThanOrEqual(500)
    }),
  )
})
