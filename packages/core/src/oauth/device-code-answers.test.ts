import { inspect } from 'node:util'
import * as fc from 'fast-check'
import { hostileText } from '@sparekey/testkit/hostile'
import { expect, test } from 'vitest'
import { failureOf } from '@sparekey/testkit/failure'
import { clientId, idToken, startIdentityEndpoint, tokens, type Said } from '../testing/identity-endpoint.ts'
import { signInWithDeviceCode } from './device-code.ts'
import { virtualTime, code, service } from '../testing/device-code.ts'

const answering = async (said: Said, first: Said = code()) => {
  await using server = await startIdentityEndpoint(({ path }) => (path.endsWith('/devicecode') ? first : said))
  const { network } = server
  return await failureOf(() =>
    signInWithDeviceCode({ account: 'personal', clientId, network, onCode: () => undefined }, virtualTime()),
  )
}
const secrets = /EwB-the-access-token|M\.C5-the-refresh-token|a-device-code/

test.for([
  ['no JSON', { body: 'EwB-the-access-token' }, 'protocol-broken'],
  [
    'a page',
    { status: 404, headers: { 'content-type': 'text/html' }, body: 'EwB-the-access-token' },
    'protocol-broken',
  ],
  ['JSON of another form', { json: ['EwB-the-access-token'] }, 'protocol-broken'],
  ['no access token', tokens({ access_token: undefined }), 'protocol-broken'],
  ['tokens of another type', tokens({ token_type: 'EwB-the-access-token' }), 'protocol-broken'],
  ['no id token', tokens({ id_token: undefined }), 'protocol-broken'],
  ['an id token cut in half', tokens({ id_token: idToken().slice(0, 200) }), 'protocol-broken'],
  ['an id token for another program', tokens({ id_token: idToken({ aud: 'another' }) }), 'protocol-broken'],
  [
    'an id token of another issuer',
    tokens({ id_token: idToken({ iss: 'https://evil.example/v2.0' }) }),
    'protocol-broken',
  ],
  [
    'an id token that names nobody',
    tokens({ id_token: idToken({ preferred_username: undefined }) }),
    'protocol-broken',
  ],
  [
    'a name that is no address',
    tokens({ id_token: idToken({ preferred_username: '+81 90 0000 0000' }) }),
    'protocol-broken',
  ],
  [
    'a name with a line end',
    tokens({ id_token: idToken({ preferred_username: 'a@hotmail.com\r\nX' }) }),
    'protocol-broken',
  ],
  ['a token that permits nothing', tokens({ scope: 'openid profile' }), 'consent-missing'],
  ['no refresh token', tokens({ refresh_token: undefined }), 'consent-missing'],
] as const)('an answer that is not what it should be: %s', async ([, said, finding]) => {
  const failure = await answering(said)
  expect(failure).toMatchObject({ code: finding })
  expect(inspect(failure, { depth: Infinity, showHidden: true })).not.toMatch(secrets)
})

test('an answer that is not what it should be: a telephone number for a name leaves the mail address', async () => {
  const claims = { preferred_username: '+81 90 0000 0000', email: 'hanako@hotmail.com' }
  await using server = await service(tokens({ id_token: idToken(claims) }))
  const { network } = server
  const { username } = await signInWithDeviceCode(
    { account: 'unknown', clientId, network, onCode: () => undefined },
    virtualTime(),
  )
  expect(username).toBe('hanako@hotmail.com')
})

test.for([
  ['a code nobody can type', code({ user_code: '\u{1b}[2J' })],
  ['a page that is not https', code({ verification_uri: 'http://www.microsoft.com/link' })],
  ['a page that is a program', code({ verification_uri: 'javascript:alert(1)' })],
  ['no device code', code({ device_code: undefined })],
  ['nothing', { json: {} }],
] as const)('an answer that is not what it should be: instead of a device code %s', async ([, first]) => {
  expect(await answering(tokens(), first)).toMatchObject({ code: 'protocol-broken' })
})

test('an answer that is not what it should be: whatever the id token holds', async () => {
  const part = (text: string) => Buffer.from(text).toString('base64url')
  const claim = fc.oneof(hostileText, fc.jsonValue({ maxDepth: 1 }))
  const token = fc.oneof(
    hostileText.filter((text) => text !== ''),
    fc.tuple(fc.json(), fc.json(), hostileText).map((parts) => parts.map(part).join('.')),
    fc
      .dictionary(fc.constantFrom('preferred_username', 'email', 'tid', 'iss', 'aud', 'exp', 'nbf', 'sub'), claim, {
        minKeys: 1,
      })
      .map((claims) => idToken(claims)),
  )
  await fc.assert(
    fc.asyncProperty(token, async (id_token) => {
      const failure = await answering(tokens({ id_token }))
      expect(failure === undefined || failure).not.toBeInstanceOf(TypeError)
      if (failure !== undefined) expect(failure).toHaveProperty('name', 'SparekeyError')
      expect(inspect(failure, { depth: Infinity, showHidden: true })).not.toMatch(secrets)
    }),
    { numRuns: 60 },
  )
})
