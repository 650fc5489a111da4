/** The mock's identity service with openid-client 6, at dates that are not today's. */
import { type Microsoft, startMicrosoft } from '@sparekey/mock-servers'
import * as client from 'openid-client'
import { describe, expect, test } from 'vitest'
import { ControlApi } from '../support/control-api.ts'
import { officialFetch } from '../support/official-fetch.ts'
import { mailScopes } from '../support/tokens.ts'

const hanako = 'hanako@hotmail.com'
const scope = [...mailScopes, 'https://graph.microsoft.com/Mail.Send', 'offline_access openid profile email'].join(' ')
const redirectUri = 'http://localhost:51004/callback'

async function start(asOf: string) {
  const microsoft = await startMicrosoft({
    asOf,
    accounts: [{ address: hanako, password: 'correct horse' }],
    clients: [
      { id: 'webmail', type: 'confidential', secret: 'a client secret', redirectUris: ['http://localhost/callback'] },
    ],
    limits: { deviceCodeInterval: 1 },
  })
  return { microsoft, ...(await configure(microsoft)), [Symbol.asyncDispose]: () => microsoft.close() }
}

/** As a program does that takes its endpoints from Microsoft's document. */
async function configure(microsoft: Microsoft, clientId = microsoft.servers.clientId, auth = client.None()) {
  const fetch = officialFetch(microsoft.servers)
  const document = await fetch('https://login.microsoftonline.com/consumers/v2.0/.well-known/openid-configuration')
  const metadata = {
    token_endpoint_auth_method: 'none',
    [client.clockSkew]: Math.round((microsoft.clock.now().getTime() - Date.now()) / 1000),
  }
  const configuration = new client.Configuration(
    (await document.json()) as client.ServerMetadata,
    clientId,
    metadata,
    auth,
  )
  configuration[client.customFetch] = (url, options) =>
    fetch(url, { ...options, body: options.body as URLSearchParams })
  client.enableNonRepudiationChecks(configuration)
  return { configuration, fetch }
}

/** A browser in which the owner is signed in and has consented before: it comes back at once. */
async function browse(microsoft: Microsoft, url: URL): Promise<URL> {
  const api = new ControlApi(microsoft.servers.api)
  type Signed = { cookie: { name: string; value: string } }
  const { cookie } = await api.send<Signed>('POST', `/accounts/${hanako}/web-sessions`, {})
  const response = await officialFetch(microsoft.servers)(url, {
    headers: { cookie: `${cookie.name}=${cookie.value}` },
  })
  return new URL(response.headers.get('location')!)
}

describe.each(['2021-05-01', '2026-11-22'])('openid-client on %s', (asOf) => {
  test('signs in with a device code, refreshes, and gets a token for Graph', async () => {
    await using mock = await start(asOf)
    const { microsoft, configuration } = mock
    const device = await client.initiateDeviceAuthorization(configuration, { scope })
    expect(device).toMatchObject({ verification_uri: 'https://www.microsoft.com/link', expires_in: 900, interval: 1 })
    expect(microsoft.oauth.approveDevice(device.user_code, hanako)).toBe(true)
    const tokens = await client.pollDeviceAuthorizationGrant(configuration, device)
    expect(tokens.claims()).toMatchObject({ preferred_username: hanako, email: hanako })
    expect(new Date(tokens.claims()!.iat * 1000).toISOString()).toContain(asOf)

    const graph = { scope: 'https://graph.microsoft.com/Mail.Send offline_access' }
    const refreshed = await client.refreshTokenGrant(configuration, tokens.refresh_token!, graph)
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
    const message = Buffer.from(`From: ${hanako}\r\nTo: ${hanako}\r\nSubject: over Graph\r\n\r\nhello`).toString(
      'base64',
    )
    const sent = await mock.fetch('https://graph.microsoft.com/v1.0/me/sendMail', {
      method: 'POST',
      headers: { authorization: `Bearer ${refreshed.access_token}`, 'content-type': 'text/plain' },
      body: message,
    })
    expect(sent.status).toBe(202)
    await microsoft.mail.waitFor(hanako, { subject: 'over Graph' })
  })

  test('signs in with a browser, PKCE, state and nonce', async () => {
    await using mock = await start(asOf)
    const { microsoft, configuration } = mock
    await microsoft.oauth.issue(hanako, scope.split(' '))
    const verifier = client.randomPKCECodeVerifier()
    const checks = { pkceCodeVerifier: verifier, expectedState: 'a state', expectedNonce: 'a nonce' }
    const url = client.buildAuthorizationUrl(configuration, {
      scope,
      redirect_uri: redirectUri,
      state: checks.expectedState,
      nonce: checks.expectedNonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    const back = await browse(microsoft, url)
    expect(back.origin + back.pathname).toBe(redirectUri)
    const tokens = await client.authorizationCodeGrant(configuration, back, checks)
    expect(tokens.claims()).toMatchObject({ nonce: 'a nonce', preferred_username: hanako })
    await expect(client.authorizationCodeGrant(configuration, back, checks)).rejects.toMatchObject({
      error: 'invalid_grant',
      cause: { error_codes: [54005] },
    })
  })
})

describe('openid-client', () => {
  test('goes on asking while it is told to wait and to slow down, and stops when its owner declines', async () => {
    await using mock = await start('2026-11-22')
    const { microsoft, configuration } = mock
    const api = new ControlApi(microsoft.servers.api)
    const device = await client.initiateDeviceAuthorization(configuration, { scope })
    await api.send('POST', '/oauth-errors', { code: 70016, endpoint: 'token' })
    microsoft.oauth.declineDevice(device.user_code)
    await expect(client.pollDeviceAuthorizationGrant(configuration, device)).rejects.toMatchObject({
      error: 'authorization_declined',
      cause: { error_codes: [70018] },
    })
    const late = await client.initiateDeviceAuthorization(configuration, { scope })
    microsoft.clock.advance(900_000)
    await expect(client.pollDeviceAuthorizationGrant(configuration, late)).rejects.toMatchObject({
      error: 'expired_token',
    })
  })

  test('keeps Microsoft’s numbers', async () => {
    await using mock = await start('2026-11-22')
    const { microsoft, configuration } = mock
    const { refreshToken } = await microsoft.oauth.issue(hanako, mailScopes)
    const api = new ControlApi(microsoft.servers.api)
    for (const code of [50076, 50079, 53003, 65001, 7000112, 700016, 7000218, 70011, 900144, 9002313]) {
      await api.send('POST', '/oauth-errors', { code, endpoint: 'token' })
      await expect(client.refreshTokenGrant(configuration, refreshToken)).rejects.toMatchObject({
        cause: { error_codes: [code] },
      })
    }
    microsoft.accounts.get(hanako).password = 'another'
    await expect(client.refreshTokenGrant(configuration, refreshToken)).rejects.toMatchObject({
      error: 'invalid_grant',
      error_description: expect.stringMatching(
        /^AADSTS70000: The user could not be authenticated as the grant is expired/,
      ),
    })
  })

  test.each([client.ClientSecretPost, client.ClientSecretBasic])('proves itself by %o', async (method) => {
    await using mock = await start('2026-11-22')
    const { refreshToken } = await mock.microsoft.oauth.issue(hanako, mailScopes, { clientId: 'webmail' })
    const right = await configure(mock.microsoft, 'webmail', method('a client secret'))
    expect(await client.refreshTokenGrant(right.configuration, refreshToken)).toHaveProperty('access_token')
    const wrong = await configure(mock.microsoft, 'webmail', method('another'))
    await expect(client.refreshTokenGrant(wrong.configuration, refreshToken)).rejects.toMatchObject({
      error: 'invalid_client',
      cause: { error_codes: [7000215] },
    })
  })
})
