import { createPublicKey, verify, type JsonWebKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readyMadeClient } from '../../identity/clients.ts'
import { call } from '../../testing/https.ts'
import { hanako, login, mail, outlook, refresh, startTokenEndpoint, taro } from '../../testing/token-endpoint.ts'
import { tenantIdOf } from '../../tokens/subject.ts'

describe('a refresh token', () => {
  test('is exchanged for an access token that opens the mailbox, and a new refresh token', async () => {
    await using mock = await startTokenEndpoint()
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
    await using mock = await startTokenEndpoint()
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
    await using mock = await startTokenEndpoint()
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
    await using mock = await startTokenEndpoint()
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
    await using mock = await startTokenEndpoint()
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
    await using mock = await startTokenEndpoint()
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
    mock.microsoft.clock.freeze(true)
    const iat = Math.floor(mock.microsoft.clock.now().getTime() / 1000)
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
      iat,
      exp: iat + 3600,
    })
    const tenant = tenantIdOf('contoso.example')
    expect(await claimsOf(taro, tenant)).toMatchObject({ iss: `${login}/${tenant}/v2.0`, tid: tenant, email: taro })
  })

  test('is silent about what was not asked for', async () => {
    await using mock = await startTokenEndpoint()
    const { json } = await mock.token(refresh(await mock.refreshTokenOf(hanako), `${mail} openid`))
    const claims = JSON.parse(Buffer.from(String(json['id_token']).split('.')[1]!, 'base64url').toString()) as object
    expect(Object.keys(claims)).toEqual(['ver', 'iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'tid'])
  })
})
