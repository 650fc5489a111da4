import { describe, expect, test } from 'vitest'
import { failureOf } from '@sparekey/testkit/failure'
import { clientId, idToken, refused, startIdentityEndpoint, tokens, type Said } from '../testing/identity-endpoint.ts'
import { identityService } from './identity-service.ts'

const now = '2026-11-22T09:00:00Z'
const at = new Date(now)

describe('the life of an access token', () => {
  test.for([
    [0, 0],
    [1, 1],
    [3599, 3599],
    [86_399, 86_399],
    [86_400, 86_400],
    [86_401, 86_400],
    [Number.MAX_SAFE_INTEGER, 86_400],
    [1e300, 86_400],
    ['7200', 7200],
    [undefined, 3600],
  ] as const)(
    'of which Microsoft says expires_in %j is %d s: a day at most, an hour if it says nothing',
    async ([said, life]) => {
      await using server = await startIdentityEndpoint(() => tokens({ expires_in: said, id_token: idToken({}, at) }), {
        now,
      })
      const service = await identityService({ clientId, tenant: 'consumers', network: server.network })
      expect(await service.tokens('refresh_token', { refresh_token: 'x' })).toMatchObject({
        kind: 'granted',
        granted: { expiresAt: new Date(at.getTime() + life * 1000) },
      })
    },
  )

  test.for([-1, 'soon', null, {}])('that Microsoft gives as %j is an answer nobody can use', async (said) => {
    await using server = await startIdentityEndpoint(() => tokens({ expires_in: said }))
    const service = await identityService({ clientId, tenant: 'consumers', network: server.network })
    expect(await failureOf(() => service.tokens('refresh_token', { refresh_token: 'x' }))).toMatchObject({
      code: 'protocol-broken',
    })
  })
})

test.for([
  [undefined, 5],
  [1, 1],
  [7, 7],
] as const)('of an interval of %j seconds a device hears %d', async ([interval, intervalSeconds]) => {
  const json = { device_code: 'd', user_code: 'ABCD1234', verification_uri: 'https://x.example/', expires_in: 900 }
  await using server = await startIdentityEndpoint(() => ({ json: { ...json, interval } }))
  const service = await identityService({ clientId, tenant: 'consumers', network: server.network })
  expect(await service.deviceCode('openid')).toMatchObject({ granted: { intervalSeconds, message: '' } })
})

test('a request that is given up ends at once', async () => {
  const stop = new AbortController()
  await using server = await startIdentityEndpoint(async () => {
    stop.abort()
    await new Promise(() => undefined)
    return undefined
  })
  const { signal } = stop
  const service = await identityService({ clientId, tenant: 'consumers', network: server.network, signal })
  const failure = await failureOf(() => service.tokens('refresh_token', { refresh_token: 'x' }))
  expect(failure).toMatchObject({ code: 'aborted' })
})

test('an answer that is wrong is told by openid-client’s word for it, and by nothing it holds', async () => {
  await using server = await startIdentityEndpoint(() => tokens({ id_token: idToken({ aud: 'another client' }) }))
  const service = await identityService({ clientId, tenant: 'consumers', network: server.network })
  const failure = await failureOf(() => service.tokens('refresh_token', { refresh_token: 'x' }))
  expect(failure).toMatchObject({
    code: 'protocol-broken',
    details: { problem: 'identity-answer', word: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' },
  })
  expect((failure as Error).cause).toBeUndefined()
})

test.for(['code', 'code_verifier', 'device_code', 'refresh_token'])(
  'a %s that Microsoft repeats in a refusal is hidden',
  async (parameter) => {
    await using server = await startIdentityEndpoint(({ form }) =>
      refused('invalid_grant', 70000, `The value '${form[parameter]}' is not valid.`),
    )
    const service = await identityService({ clientId, tenant: 'consumers', network: server.network })
    const answer = await service.tokens('refresh_token', { [parameter]: 'the-secret-itself' })
    expect(answer).toMatchObject({ refusal: { description: "AADSTS70000: The value '[hidden]' is not valid." } })
  },
)

test('a tenant is one segment of the path, whatever it is called', async () => {
  await using server = await startIdentityEndpoint(() => tokens())
  const service = await identityService({ clientId, tenant: '../common?x=#', network: server.network })
  await service.tokens('refresh_token', { refresh_token: 'x' })
  expect(server.asked.map(({ path }) => path)).toEqual(['/..%2Fcommon%3Fx%3D%23/oauth2/v2.0/token'])
})

describe('an answer that is no success', () => {
  const answerTo = async (said: Said) => {
    await using server = await startIdentityEndpoint(() => said)
    const service = await identityService({ clientId, tenant: 'consumers', network: server.network })
    try {
      return await service.tokens('refresh_token', { refresh_token: 'a-refresh-token' })
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  test.for([
    [
      { status: 500, body: 'busy' },
      { error: '', description: '', status: 500 },
    ],
    [
      { status: 503, json: {} },
      { error: '', description: '', status: 503 },
    ],
    [
      { status: 599, json: [] },
      { error: '', description: '', status: 599 },
    ],
    [
      { status: 503, body: 'null' },
      { error: '', description: '', status: 503 },
    ],
    [
      { status: 500, json: { error: 'server_error' } },
      { error: 'server_error', status: 500 },
    ],
    [
      { status: 429, json: {} },
      { error: '', description: '', status: 429 },
    ],
    [{ status: 401, json: { error: 'invalid_client' } }, { error: 'invalid_client' }],
    [
      { status: 400, json: { error: 'x', error_description: 'AADSTS70000: y' } },
      { error: 'x', aadsts: 70000, status: 400 },
    ],
  ] as [Said, object][])('such as %j is a refusal', async ([said, refusal]) => {
    expect(await answerTo(said)).toMatchObject({ kind: 'refused', refusal })
  })

  test.for([
    { status: 400, json: {} },
    { status: 400, json: [] },
    { status: 400, json: { error: '' } },
    { status: 400, json: { error: 7 } },
    { status: 404, json: {} },
    { status: 428, body: 'no' },
    { status: 302, headers: { location: 'https://evil.example/' }, body: '' },
    { status: 200, json: [] },
    { status: 200, body: '' },
  ] as Said[])('such as %j is no answer of an identity service’s', async (said) => {
    expect(await answerTo(said)).toBe('protocol-broken')
  })
})

describe('the clocks of this machine and of Microsoft', () => {
  const minutes = (count: number) => new Date(at.getTime() + count * 60_000)
  test.for([
    ['issued 4 minutes ahead', idToken({}, minutes(4)), undefined],
    ['issued 7 minutes ahead', idToken({}, minutes(7)), 'clock-wrong'],
    ['over for 3 minutes', idToken({}, minutes(-63)), undefined],
    ['over for 6 minutes', idToken({}, minutes(-66)), 'clock-wrong'],
  ] as const)('an id token %s: five minutes do not matter', async ([, id_token, code]) => {
    await using server = await startIdentityEndpoint(() => tokens({ id_token }), { now })
    const service = await identityService({ clientId, tenant: 'consumers', network: server.network })
    const failure = await failureOf(() => service.tokens('refresh_token', { refresh_token: 'x' }))
    expect((failure as { code?: string } | undefined)?.code).toBe(code)
  })
})
