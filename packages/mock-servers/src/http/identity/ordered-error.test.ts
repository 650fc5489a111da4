import { describe, expect, test } from 'vitest'
import { readyMadeClient } from '../../identity/clients.ts'
import { hanako, mail, refresh, startTokenEndpoint } from '../../testing/token-endpoint.ts'

describe('an ordered error', () => {
  test('comes as often as ordered, at its endpoint, in Microsoft’s shape', async () => {
    await using mock = await startTokenEndpoint()
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
    await using mock = await startTokenEndpoint()
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
      await using mock = await startTokenEndpoint()
      expect((await mock.api('POST', '/oauth-errors', order)).status).toBe(422)
    },
  )

  test('quotes the request it ends', async () => {
    await using mock = await startTokenEndpoint()
    await mock.api('POST', '/oauth-errors', { code: 700016 })
    expect((await mock.token(refresh('x'), { tenant: 'organizations' })).json['error_description']).toContain(
      `Application with identifier '${readyMadeClient.id}' was not found in the directory 'organizations'.`,
    )
  })

  test('is forgotten at a reset', async () => {
    await using mock = await startTokenEndpoint()
    await mock.api('POST', '/oauth-errors', { code: 53003 })
    mock.microsoft.reset()
    expect((await mock.token(refresh(await mock.refreshTokenOf(hanako)))).status).toBe(200)
  })
})

describe('tokens handed out by the API', () => {
  test('are what a sign-in would have given', async () => {
    await using mock = await startTokenEndpoint()
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
    await using mock = await startTokenEndpoint()
    expect((await mock.api('POST', `/accounts/${hanako}/tokens`, body)).status).toBe(status)
    expect((await mock.api('POST', '/accounts/nobody@hotmail.com/tokens', { scopes: ['openid'] })).status).toBe(404)
  })
})
