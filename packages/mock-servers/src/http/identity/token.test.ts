import { describe, expect, test } from 'vitest'
import { call } from '../../testing/https.ts'
import {
  hanako,
  login,
  mail,
  outlook,
  refresh,
  secret,
  startTokenEndpoint,
  taro,
} from '../../testing/token-endpoint.ts'

describe('a client', () => {
  test.each([
    [{ client_id: 'nobody' }, {}, 400, 'unauthorized_client', 700016],
    [{ client_id: 'off' }, {}, 400, 'unauthorized_client', 7000112],
    [{ client_id: 'web' }, {}, 401, 'invalid_client', 7000218],
    [{ client_id: 'web', client_secret: 'wrong' }, {}, 401, 'invalid_client', 7000215],
    [{ client_secret: secret }, {}, 401, 'invalid_client', 700025],
    [{ client_id: 'office' }, { tenant: 'consumers' }, 400, 'invalid_request', 9002332],
    [{ client_id: 'home' }, { tenant: 'organizations' }, 400, 'invalid_request', 9002331],
    [{ client_id: '' }, {}, 400, 'invalid_request', 900144],
  ])('%o at %o gets %i %s', async (form, where, status, error, code) => {
    await using mock = await startTokenEndpoint()
    const answer = await mock.token({ ...refresh('x'), ...form }, where)
    expect(answer).toMatchObject({ status, json: { error, error_codes: [code] } })
    expect(answer.text).not.toContain(secret)
  })

  test('that is confidential proves itself in the body or as Basic', async () => {
    await using mock = await startTokenEndpoint()
    const token = await mock.refreshTokenOf(hanako, mail.split(' '), 'web')
    const body = await mock.token({ ...refresh(token), client_id: 'web', client_secret: secret })
    expect(body.status).toBe(200)
    const basic = Buffer.from(`web:${encodeURIComponent(secret)}`).toString('base64')
    const header = await mock.token(refresh(token), { headers: { authorization: `Basic ${basic}` } })
    expect(header.status).toBe(200)
  })

  test('for one kind of account gets nothing for the other', async () => {
    await using mock = await startTokenEndpoint()
    const token = await mock.refreshTokenOf(taro, mail.split(' '), 'home')
    expect((await mock.token({ ...refresh(token), client_id: 'home' })).json).toMatchObject({ error_codes: [50020] })
  })
})

describe('a request', () => {
  test.each([
    ['another grant', { grant_type: 'urn:x' }, {}, 'unsupported_grant_type', 70003],
    ['a password', { grant_type: 'password' }, { tenant: 'common' }, 'invalid_request', 9001023],
    [
      'a password at a tenant',
      { grant_type: 'password' },
      { tenant: 'organizations' },
      'unsupported_grant_type',
      70003,
    ],
    ['client credentials', { grant_type: 'client_credentials' }, { tenant: 'consumers' }, 'invalid_request', 9001023],
    ['no grant', { grant_type: '' }, {}, 'invalid_request', 900144],
    ['no refresh token', { grant_type: 'refresh_token' }, {}, 'invalid_request', 900144],
    ['no device code', { grant_type: 'device_code' }, {}, 'invalid_request', 900144],
    ['no code', { grant_type: 'authorization_code' }, {}, 'invalid_request', 900144],
    ['no redirect address', { grant_type: 'authorization_code', code: 'x' }, {}, 'invalid_request', 900144],
    [
      'a code that is none',
      { grant_type: 'authorization_code', code: 'x', redirect_uri: 'x' },
      {},
      'invalid_request',
      9002313,
    ],
    [
      'a tenant that is not there',
      { grant_type: 'refresh_token' },
      { tenant: 'nowhere.example' },
      'invalid_request',
      90002,
    ],
  ])('with %s is refused', async (_, form, where, error, code) => {
    await using mock = await startTokenEndpoint()
    expect(await mock.token(form, where)).toMatchObject({ status: 400, json: { error, error_codes: [code] } })
  })

  test('with a scope that does not exist is refused', async () => {
    await using mock = await startTokenEndpoint()
    expect(await mock.token(refresh(await mock.refreshTokenOf(hanako), `${outlook}/Fax.Send`))).toMatchObject({
      status: 400,
      json: {
        error: 'invalid_scope',
        error_description: expect.stringContaining(`The scope ${outlook}/Fax.Send is not`),
      },
    })
  })

  test('that is no form, is too large, or says one thing twice is malformed; GET is not taken', async () => {
    await using mock = await startTokenEndpoint()
    const url = `${login}/common/oauth2/v2.0/token`
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const given of [
      { body: '{}', headers: { 'content-type': 'application/json' } },
      { body: `x=${'x'.repeat(70_000)}`, headers },
      { body: 'grant_type=a&grant_type=b', headers },
    ]) {
      expect((await call(mock.microsoft, url, given)).json).toMatchObject({ error_codes: [9002313] })
    }
    expect((await call(mock.microsoft, url)).json).toMatchObject({ error_codes: [900561] })
  })

  test('is answered with ids to find it by, its own among them, at the mock’s time', async () => {
    await using mock = await startTokenEndpoint()
    const id = '00001111-aaaa-2222-bbbb-3333cccc4444'
    const { json } = await mock.token(refresh('x'), { headers: { 'client-request-id': id } })
    expect(json).toMatchObject({
      trace_id: expect.stringMatching(/^[\da-f-]{36}$/),
      correlation_id: id,
      timestamp: expect.stringMatching(/^2021-05-01 12:00:0\dZ$/),
      error_uri: 'https://login.microsoftonline.com/error?code=70000',
    })
    expect(json['error_description']).toBe(
      "AADSTS70000: The provided value for the input parameter 'refresh_token' or 'assertion' is not valid. " +
        `Trace ID: ${String(json['trace_id'])} Correlation ID: ${id} Timestamp: ${String(json['timestamp'])}`,
    )
  })
})

describe('an account', () => {
  test('that is blocked gets no token', async () => {
    await using mock = await startTokenEndpoint()
    const token = await mock.refreshTokenOf(hanako)
    mock.microsoft.accounts.get(hanako).standing = 'blocked'
    expect((await mock.token(refresh(token))).json).toMatchObject({ error: 'invalid_grant', error_codes: [50053] })
  })

  test('of an organisation obeys its policies', async () => {
    await using mock = await startTokenEndpoint()
    const account = mock.microsoft.accounts.get(taro)
    const token = await mock.refreshTokenOf(taro)
    const tenant = (settings: object) => mock.api('PUT', '/tenants/contoso.example', settings)
    await tenant({ conditionalAccess: true })
    expect((await mock.token(refresh(token))).json).toMatchObject({ error_codes: [53003], suberror: 'message_only' })
    await tenant({ securityDefaults: true })
    expect((await mock.token(refresh(token))).json).toMatchObject({ error_codes: [50079], suberror: 'basic_action' })
    account.twoStep = true
    expect((await mock.token(refresh(token))).json).toMatchObject({
      error: 'interaction_required',
      error_codes: [50076],
    })
    expect((await mock.token(refresh(await mock.refreshTokenOf(taro)))).status).toBe(200)
    account.twoStep = false
    await tenant({})
    expect((await mock.token(refresh(token))).status).toBe(200)
  })

  test('signs in only at a tenant it belongs to', async () => {
    await using mock = await startTokenEndpoint()
    const tokens: Record<string, string> = {
      [hanako]: await mock.refreshTokenOf(hanako),
      [taro]: await mock.refreshTokenOf(taro),
    }
    const status = async (address: string, tenant: string) =>
      (await mock.token(refresh(tokens[address]!), { tenant })).status
    expect([await status(hanako, 'common'), await status(hanako, 'consumers')]).toEqual([200, 200])
    expect([await status(hanako, 'organizations'), await status(hanako, 'contoso.example')]).toEqual([400, 400])
    expect([await status(taro, 'organizations'), await status(taro, 'contoso.example')]).toEqual([200, 200])
    expect(await status(taro, 'consumers')).toBe(400)
  })
})
