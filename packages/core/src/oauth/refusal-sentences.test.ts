import { expect, test } from 'vitest'
import { findingBehind, readRefusal } from './refusal.ts'
import { numbers } from './refusal-table.ts'

/** Where a number does not tell, the sentence and the way of signing in do. */
const said = (error: string, text: string) => readRefusal({ error, error_description: text })!

test.for([
  [
    'invalid_scope',
    "The provided value for the input parameter 'scope' is not valid. The scope 'x' is not configured for this tenant.",
    'scope-wrong',
  ],
  ['invalid_request', "The provided value for the input parameter 'scope' is not valid.", 'scope-wrong'],
  [
    'invalid_request',
    "The provided value for the input parameter 'redirect_uri' is not valid. The expected value is a URI.",
    'client-refused',
  ],
  ['invalid_request', "The provided value for the input parameter 'client_id' is not valid.", 'client-refused'],
  ['invalid_request', "The request is not valid for the application's 'userAudience' configuration.", 'client-refused'],
  ['unauthorized_client', 'The client does not exist or is not enabled for consumers.', 'client-refused'],
  ['invalid_grant', "The provided value for the input parameter 'refresh_token' is not valid.", 'token-refused'],
  ['invalid_grant', 'The user could not be authenticated or the grant is expired.', 'token-expired'],
  ['access_denied', 'The user has denied access to the scope requested by the client application.', 'sign-in-declined'],
  ['invalid_request', "The request must include a 'scope' input parameter.", 'request-malformed'],
] as const)('the service for personal accounts says %s, %s', ([error, text, code]) => {
  expect(findingBehind(said(error, text))).toBe(code)
})

test.for([
  [53003, 'policy-blocked', 'device-code-blocked'],
  [530003, 'policy-blocked', 'device-code-blocked'],
  [530036, 'device-code-blocked', 'device-code-blocked'],
  [50105, 'policy-blocked', 'policy-blocked'],
  [50076, 'sign-in-again', 'sign-in-again'],
] as const)('AADSTS%i means something else to a device with a code', ([aadsts, otherwise, onDevice]) => {
  const refusal = { error: 'interaction_required', aadsts, description: '' }
  expect([findingBehind(refusal), findingBehind(refusal, 'device')]).toEqual([otherwise, onDevice])
})

test.for(['invalid_request', 'access_denied'])('a number that is not known, behind %s', (error) => {
  expect(findingBehind(said(error, 'AADSTS4711: Something new.'))).toBe('unknown-refusal')
})

test('AADSTS90023 is told by its sentence', () => {
  const meaning = (text: string) => findingBehind(said('invalid_request', `AADSTS90023: ${text}`))
  expect(meaning('No applicable permissions were found for this user.')).toBe('scope-wrong')
  expect(meaning('msaredir=1 is only supported on the common tenant.')).toBe('request-malformed')
})

test.for([
  ["The provided value for the input parameter 'scope' is not valid.", 'scope-wrong'],
  ["The provided value for the input parameter 'redirect_uri' is not valid.", 'client-refused'],
  ["The provided value for the 'code' parameter is not valid.", 'token-refused'],
  ['The user could not be authenticated as the grant is expired.', 'token-expired'],
] as const)('AADSTS70000 is told by its sentence: %s', ([text, code]) => {
  expect(findingBehind(said('invalid_grant', `AADSTS70000: ${text}`))).toBe(code)
})

test('every number that is listed means by itself what it is listed with', () => {
  for (const { aadsts, code } of numbers) {
    expect([aadsts, findingBehind({ error: '', aadsts, description: '' })]).toEqual([aadsts, code])
  }
  expect(numbers).toContainEqual({ aadsts: 70000, code: 'token-refused' })
  expect(new Set(numbers.map(({ aadsts }) => aadsts)).size).toBe(numbers.length)
})
