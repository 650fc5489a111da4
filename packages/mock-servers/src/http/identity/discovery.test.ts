import { describe, expect, test } from 'vitest'
import { startMicrosoft } from '../../microsoft.ts'
import { tenantIdOf } from '../../tokens/subject.ts'
import { call } from '../../testing/https.ts'

const login = 'https://login.microsoftonline.com'
const personal = '9188040d-6c67-4c5b-b112-36a304b66dad'

async function start() {
  const microsoft = await startMicrosoft({ accounts: [{ address: 'taro@contoso.example', password: 'x' }] })
  const get = (path: string) => call(microsoft, login + path)
  return { get, [Symbol.asyncDispose]: () => microsoft.close() }
}

describe('discovery', () => {
  const tenant = tenantIdOf('contoso.example')

  test.each([
    ['common', 'common', '{tenantid}'],
    ['organizations', 'organizations', '{tenantid}'],
    ['consumers', personal, personal],
    ['contoso.example', tenant, tenant],
    [tenant, tenant, tenant],
  ])('of %s names its endpoints and issuer', async (segment, base, issuer) => {
    await using mock = await start()
    expect((await mock.get(`/${segment}/v2.0/.well-known/openid-configuration`)).json).toMatchObject({
      issuer: `${login}/${issuer}/v2.0`,
      authorization_endpoint: `${login}/${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${login}/${base}/oauth2/v2.0/token`,
      device_authorization_endpoint: `${login}/${base}/oauth2/v2.0/devicecode`,
      jwks_uri: `${login}/${base}/discovery/v2.0/keys`,
    })
  })

  test('knows no tenant that is not there', async () => {
    await using mock = await start()
    const answer = await mock.get('/nowhere.example/v2.0/.well-known/openid-configuration')
    expect(answer).toMatchObject({ status: 400, json: { error_codes: [90002] } })
  })

  test('of instances knows one host', async () => {
    await using mock = await start()
    const ask = (endpoint: string) =>
      mock.get(`/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(endpoint)}`)
    expect((await ask(`${login}/organizations/oauth2/v2.0/authorize`)).json).toMatchObject({
      tenant_discovery_endpoint: `${login}/organizations/v2.0/.well-known/openid-configuration`,
      metadata: [{ preferred_network: 'login.microsoftonline.com' }],
    })
    for (const other of ['https://login.evil.example/common', 'nonsense', `${login}/`]) {
      expect(await ask(other)).toMatchObject({ status: 400, json: { error: 'invalid_instance', error_codes: [50049] } })
    }
  })
})

test('the published key has no private part', async () => {
  await using mock = await start()
  const { json } = await mock.get('/common/discovery/v2.0/keys')
  expect(json).toEqual({
    keys: [
      {
        kty: 'RSA',
        use: 'sig',
        kid: expect.any(String),
        x5t: expect.any(String),
        n: expect.any(String),
        e: 'AQAB',
      },
    ],
  })
  expect((await mock.get('/consumers/discovery/v2.0/keys')).json).toEqual(json)
})
