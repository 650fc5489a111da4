import { createPublicKey, verify, type JsonWebKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readyMadeClient } from '../../identity/clients.ts'
import { tenantIdOf } from '../../tokens/subject.ts'
import { type MicrosoftOptions, startMicrosoft } from '../../microsoft.ts'
import { call } from '../../testing/https.ts'

const hanako = 'hanako@hotmail.com'
const taro = 'taro@contoso.example'
const login = 'https://login.microsoftonline.com'
const outlook = 'https://outlook.office.com'
const mail = `${outlook}/IMAP.AccessAsUser.All ${outlook}/SMTP.Send`
const secret = 'a secret that nobody must ever see'

async function start(options: MicrosoftOptions = {}) {
  const microsoft = await startMicrosoft({
    asOf: '2021-05-01T12:00:00Z',
    accounts: [
      { address: hanako, password: 'correct horse' },
      { address: taro, password: 'battery staple' },
    ],
    clients: [
      { id: 'web', name: 'Webmail', type: 'confidential', secret },
      { id: 'off', name: 'Old', enabled: false },
      { id: 'home', name: 'Home', accounts: ['personal'] },
      { id: 'office', name: 'Office', accounts: ['work'] },
    ],
    ...options,
  })
  const token = (form: Record<string, string>, { tenant = 'common', headers = {} } = {}) =>
    call(microsoft, `${login}/${tenant}/oauth2/v2.0/token`, {
      form: { client_id: readyMadeClient.id, ...form },
      headers,
    })
  const refreshTokenOf = async (address: string, scopes = mail.split(' '), clientId?: string) =>
    (await microsoft.oauth.issue(address, scopes, { clientId })).refreshToken
  const api = (method: string, path: string, body?: object) =>
    fetch(`${microsoft.servers.api}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
  return { microsoft, token, refreshTokenOf, api, [Symbol.asyncDispose]: () => microsoft.close() }
}

function refresh(refreshToken: string, scope?: string): Record<string, string> {
  return { grant_type: 'refresh_token', refresh_token: refreshToken, ...(scope !== undefined && { scope }) }
}

describe('a refresh token', () => {
  test('is exchanged for an access token that opens the mailbox, and a new refresh token', async () => {
    await using mock = await start()
    const first = await mock.refreshTokenOf(hanako)
    const answer = await mock.token(refresh(first, `${mail} offline_access`))
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-store' },
      json: {
        token_type: 'Bearer',
        scope: mail,
        expires_in: 3600,
        ext_expires_in: 3600,
        access_token: expect.stringMatching(/^EwB/),
        refresh_token: expect.stringMatching(/^M\.C5/),
      },
    })
    expect(answer.json['refresh_token']).not.toBe(first)
    expect(answer.json).not.toHaveProperty('id_token')
    expect((await mock.token(refresh(first))).status).toBe(200)
  })

  test('leads to a token for one resource, stamped as the request spells it, with everything consented in the echo', async () => {
    await using mock = await start()
    const graph = 'https://graph.microsoft.com/Mail.Send'
    const token = await mock.refreshTokenOf(hanako, [...mail.split(' '), graph])
    const other = await mock.token(refresh(token, 'https://outlook.office365.com/SMTP.Send openid'))
    expect(other.json['scope']).toBe(
      ['IMAP.AccessAsUser.All', 'SMTP.Send', 'Mail.Send']
        .map((name) => `https://outlook.office365.com/${name}`)
        .join(' ') + ' openid',
    )
    expect(await mock.token(refresh(token, `${graph} ${outlook}/SMTP.Send`))).toMatchObject({
      status: 400,
      json: { error: 'invalid_request', error_codes: [28000] },
    })
    expect((await mock.token(refresh(token, graph))).status).toBe(200)
  })

  test('does not reach beyond what was consented to: one sentence for personal, another for work accounts', async () => {
    await using mock = await start()
    const graph = 'https://graph.microsoft.com/Mail.Send'
    expect(await mock.token(refresh(await mock.refreshTokenOf(hanako), graph))).toMatchObject({
      status: 400,
      json: {
        error: 'invalid_grant',
        error_codes: [70000],
        error_description: expect.stringContaining('unauthorized'),
      },
    })
    expect(await mock.token(refresh(await mock.refreshTokenOf(taro), graph))).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant', error_codes: [65001], suberror: 'consent_required' },
    })
  })

  test('is worthless after a new password or signing out everywhere, and after 90 days without use', async () => {
    await using mock = await start()
    const revoked = [await mock.refreshTokenOf(hanako), await mock.refreshTokenOf(taro)] as const
    mock.microsoft.accounts.get(hanako).password = 'another'
    expect((await mock.api('DELETE', `/accounts/${taro}/tokens`)).status).toBe(204)
    expect((await mock.token(refresh(revoked[0]))).json).toMatchObject({ error: 'invalid_grant', error_codes: [70000] })
    expect((await mock.token(refresh(revoked[1]))).json).toMatchObject({ error: 'invalid_grant', error_codes: [50173] })

    const old = await mock.refreshTokenOf(taro)
    mock.microsoft.clock.advance(90 * 24 * 60 * 60 * 1000)
    expect((await mock.token(refresh(old))).json).toMatchObject({
      error_codes: [700082],
      error_description: expect.stringMatching(
        /was issued on 2021-05-01T12:00:0\d\.\d{3}Z and was inactive for 90\.00:00:00/,
      ),
    })
  })

  test('that is none, or belongs to another client, is one that is not valid', async () => {
    await using mock = await start()
    const another = await mock.refreshTokenOf(hanako, mail.split(' '), 'home')
    for (const token of [another, another.slice(0, 40)]) {
      expect(await mock.token(refresh(token))).toMatchObject({
        status: 400,
        json: { error: 'invalid_grant', error_codes: [70000], error_description: expect.stringContaining('assertion') },
      })
    }
  })
})

describe('an id token', () => {
  test('says who it is, in the shape of his tenant, signed with the published key', async () => {
    await using mock = await start()
    const keys = await call(mock.microsoft, `${login}/common/discovery/v2.0/keys`)
    const [jwk] = keys.json['keys'] as JsonWebKey[]
    const claimsOf = async (address: string, tenant: string) => {
      const form = refresh(await mock.refreshTokenOf(address), `${mail} openid profile email`)
      const answer = await mock.token({ ...form, client_info: '1' }, { tenant })
      const [header = '', claims = '', signature = ''] = String(answer.json['id_token']).split('.')
      const key = createPublicKey({ key: jwk!, format: 'jwk' })
      expect(verify('RSA-SHA256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(
        true,
      )
      const parse = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>
      expect(parse(header)).toMatchObject({ alg: 'RS256', kid: jwk!['kid'] })
      const { oid, tid } = parse(claims)
      expect(parse(String(answer.json['client_info']))).toEqual({ uid: oid, utid: tid })
      return parse(claims)
    }
    const seconds = Math.floor(mock.microsoft.clock.now().getTime() / 1000)
    const personal = '9188040d-6c67-4c5b-b112-36a304b66dad'
    expect(await claimsOf(hanako, 'consumers')).toMatchObject({
      ver: '2.0',
      iss: `${login}/${personal}/v2.0`,
      tid: personal,
      aud: readyMadeClient.id,
      preferred_username: hanako,
      name: 'hanako',
      email: hanako,
      oid: expect.stringMatching(/^00000000-0000-0000-/),
      iat: expect.closeTo(seconds, -1),
    })
    const tenant = tenantIdOf('contoso.example')
    expect(await claimsOf(taro, tenant)).toMatchObject({ iss: `${login}/${tenant}/v2.0`, tid: tenant, email: taro })
  })

  test('is silent about what was not asked for', async () => {
    await using mock = await start()
    const { json } = await mock.token(refresh(await mock.refreshTokenOf(hanako), `${mail} openid`))
    const claims = JSON.parse(Buffer.from(String(json['id_token']).split('.')[1]!, 'base64url').toString()) as object
    expect(Object.keys(claims)).toEqual(['ver', 'iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'tid'])
  })
})

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
    await using mock = await start()
    const answer = await mock.token({ ...refresh('x'), ...form }, where)
    expect(answer).toMatchObject({ status, json: { error, error_codes: [code] } })
    expect(answer.text).not.toContain(secret)
  })

  test('that is confidential proves itself in the body or as Basic', async () => {
    await using mock = await start()
    const token = await mock.refreshTokenOf(hanako, mail.split(' '), 'web')
    const body = await mock.token({ ...refresh(token), client_id: 'web', client_secret: secret })
    expect(body.status).toBe(200)
    const basic = Buffer.from(`web:${encodeURIComponent(secret)}`).toString('base64')
    const header = await mock.token(refresh(token), { headers: { authorization: `Basic ${basic}` } })
    expect(header.status).toBe(200)
  })

  test('for one kind of account gets nothing for the other', async () => {
    await using mock = await start()
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
    await using mock = await start()
    expect(await mock.token(form, where)).toMatchObject({ status: 400, json: { error, error_codes: [code] } })
  })

  test('with a scope that does not exist is refused', async () => {
    await using mock = await start()
    expect(await mock.token(refresh(await mock.refreshTokenOf(hanako), `${outlook}/Fax.Send`))).toMatchObject({
      status: 400,
      json: {
        error: 'invalid_scope',
        error_description: expect.stringContaining(`The scope ${outlook}/Fax.Send is not`),
      },
    })
  })

  test('that is no form, is too large, or says one thing twice is malformed; GET is not taken', async () => {
    await using mock = await start()
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
    await using mock = await start()
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
    await using mock = await start()
    const token = await mock.refreshTokenOf(hanako)
    mock.microsoft.accounts.get(hanako).standing = 'blocked'
    expect((await mock.token(refresh(token))).json).toMatchObject({ error: 'invalid_grant', error_codes: [50053] })
  })

  test('of an organisation obeys its policies', async () => {
    await using mock = await start()
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
    await using mock = await start()
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

describe('an ordered error', () => {
  test('comes as often as ordered, at its endpoint, in Microsoft’s shape', async () => {
    await using mock = await start()
    const token = await mock.refreshTokenOf(hanako)
    const ordered = await mock.api('POST', '/oauth-errors', { code: 53003, endpoint: 'token', times: 2 })
    expect(ordered.status).toBe(201)
    expect(await ordered.json()).toEqual({
      id: '1',
      reason: 'conditional-access-blocked',
      code: 53003,
      error: 'interaction_required',
      endpoint: 'token',
      times: 2,
    })
    for (let count = 0; count < 2; count++) {
      expect((await mock.token(refresh(token))).json).toMatchObject({ error_codes: [53003] })
    }
    expect((await mock.token(refresh(token))).status).toBe(200)
  })

  test('may be named where a number has several, and may be taken back', async () => {
    await using mock = await start()
    const token = await mock.refreshTokenOf(hanako)
    await mock.api('POST', '/oauth-errors', { code: 'server-error' })
    expect(await mock.token(refresh(token))).toMatchObject({ status: 500, json: { error: 'server_error' } })
    await mock.api('POST', '/oauth-errors', { code: 70000 })
    await mock.api('POST', '/oauth-errors', { code: 50076 })
    expect(await (await mock.api('GET', '/oauth-errors')).json()).toMatchObject([{ id: '2' }, { id: '3' }])
    expect((await mock.api('DELETE', '/oauth-errors/2')).status).toBe(204)
    expect((await mock.api('DELETE', '/oauth-errors/2')).status).toBe(404)
    expect((await mock.api('DELETE', '/oauth-errors')).status).toBe(204)
    expect((await mock.token(refresh(token))).status).toBe(200)
  })

  test.each([{ code: 12345 }, { code: 'constructor' }, { code: 53003, times: 0 }, { code: 53003, endpoint: 'x' }, {}])(
    '%o cannot be ordered',
    async (order) => {
      await using mock = await start()
      expect((await mock.api('POST', '/oauth-errors', order)).status).toBe(422)
    },
  )

  test('quotes the request it ends', async () => {
    await using mock = await start()
    await mock.api('POST', '/oauth-errors', { code: 700016 })
    expect((await mock.token(refresh('x'), { tenant: 'organizations' })).json['error_description']).toContain(
      `Application with identifier '${readyMadeClient.id}' was not found in the directory 'organizations'.`,
    )
  })

  test('is forgotten at a reset', async () => {
    await using mock = await start()
    await mock.api('POST', '/oauth-errors', { code: 53003 })
    mock.microsoft.reset()
    expect((await mock.token(refresh(await mock.refreshTokenOf(hanako)))).status).toBe(200)
  })
})

describe('tokens handed out by the API', () => {
  test('are what a sign-in would have given', async () => {
    await using mock = await start()
    const scopes = mail.split(' ')
    const given = await mock.api('POST', `/accounts/${hanako}/tokens`, { scopes, expiresIn: 5 })
    expect(given.status).toBe(201)
    const body = (await given.json()) as Record<string, string>
    expect(body).toEqual({
      access_token: expect.stringMatching(/^EwB/),
      refresh_token: expect.stringMatching(/^M\.C5/),
      expires_in: 5,
      scope: mail,
    })
    expect((await mock.token(refresh(body['refresh_token']!))).status).toBe(200)
  })

  test.each([
    [{}, 422],
    [{ scopes: [] }, 422],
    [{ scopes: ['SMTP.Send'] }, 422],
    [{ scopes: ['openid'], clientId: 'nobody' }, 422],
    [{ scopes: ['openid'], expiresIn: 0 }, 422],
  ])('are not given for %o', async (body, status) => {
    await using mock = await start()
    expect((await mock.api('POST', `/accounts/${hanako}/tokens`, body)).status).toBe(status)
    expect((await mock.api('POST', '/accounts/nobody@hotmail.com/tokens', { scopes: ['openid'] })).status).toBe(404)
  })
})
