/** The mock's identity service with Microsoft's own library, so that it is not shaped by another one. */
import { InteractionRequiredAuthError, PublicClientApplication, type NetworkRequestOptions } from '@azure/msal-node'
import { type Microsoft, startMicrosoft } from '@sparekey/mock-servers'
import { describe, expect, test } from 'vitest'
import { ControlApi } from '../support/control-api.ts'
import { type Fetch, officialFetch } from '../support/official-fetch.ts'
import { mailScopes } from '../support/tokens.ts'

const hanako = 'hanako@hotmail.com'
const taro = 'taro@contoso.example'
const redirectUri = 'http://localhost:51004'
const graph = ['https://graph.microsoft.com/Mail.Send']

function start(asOf: string) {
  return startMicrosoft({
    asOf,
    accounts: [
      { address: hanako, password: 'correct horse' },
      { address: taro, password: 'battery staple' },
    ],
    limits: { deviceCodeInterval: 1 },
  })
}

function program(microsoft: Microsoft, tenant = 'common'): PublicClientApplication {
  const fetch = officialFetch(microsoft.servers)
  return new PublicClientApplication({
    auth: { clientId: microsoft.servers.clientId, authority: `https://login.microsoftonline.com/${tenant}` },
    system: {
      networkClient: {
        sendGetRequestAsync: (url, options) => exchange(fetch, 'GET', url, options),
        sendPostRequestAsync: (url, options) => exchange(fetch, 'POST', url, options),
      },
    },
  })
}

async function exchange<T>(fetch: Fetch, method: string, url: string, options: NetworkRequestOptions = {}) {
  const response = await fetch(url, { method, headers: options.headers, body: options.body })
  return { headers: Object.fromEntries(response.headers), body: (await response.json()) as T, status: response.status }
}

describe.each(['2021-05-01', '2026-11-22'])('msal-node on %s', (asOf) => {
  test.each([
    [hanako, 'common'],
    [hanako, 'consumers'],
    [taro, 'common'],
    [taro, 'organizations'],
    [taro, 'contoso.example'],
  ])('signs %s in with a device code at %s, and silently afterwards', async (address, tenant) => {
    await using microsoft = await start(asOf)
    const application = program(microsoft, tenant)
    const first = await application.acquireTokenByDeviceCode({
      scopes: mailScopes,
      deviceCodeCallback: ({ userCode }) => {
        microsoft.oauth.approveDevice(userCode, address)
      },
    })
    expect(first).toMatchObject({ account: { username: address }, tokenType: 'Bearer' })
    expect(first!.scopes).toEqual(expect.arrayContaining(mailScopes))
    const account = first!.account!
    const cached = await application.acquireTokenSilent({ account, scopes: mailScopes })
    expect(cached).toMatchObject({ fromCache: true, accessToken: first!.accessToken })
    const fresh = await application.acquireTokenSilent({ account, scopes: mailScopes, forceRefresh: true })
    expect(fresh).toMatchObject({ fromCache: false })
    expect(fresh.accessToken).not.toBe(first!.accessToken)
  })

  test('signs in with a browser', async () => {
    await using microsoft = await start(asOf)
    const application = program(microsoft, 'consumers')
    const scopes = [...mailScopes, ...graph]
    await microsoft.oauth.issue(hanako, scopes)
    const url = await application.getAuthCodeUrl({ scopes, redirectUri, responseMode: 'query' })
    const api = new ControlApi(microsoft.servers.api)
    type Signed = { cookie: { name: string; value: string } }
    const { cookie } = await api.send<Signed>('POST', `/accounts/${hanako}/web-sessions`, {})
    const response = await officialFetch(microsoft.servers)(url, {
      headers: { cookie: `${cookie.name}=${cookie.value}` },
    })
    const code = new URL(response.headers.get('location')!).searchParams.get('code')!
    const signedIn = await application.acquireTokenByCode({ code, scopes: mailScopes, redirectUri })
    expect(signedIn).toMatchObject({ account: { username: hanako } })
    const other = await application.acquireTokenSilent({ account: signedIn.account!, scopes: graph })
    expect(other.scopes).toEqual(expect.arrayContaining(graph))
    expect(other.accessToken).not.toBe(signedIn.accessToken)
  })
})

describe('msal-node', () => {
  test('knows that a person is needed when Microsoft says so', async () => {
    await using microsoft = await start('2026-11-22')
    const application = program(microsoft)
    const signedIn = await application.acquireTokenByDeviceCode({
      scopes: mailScopes,
      deviceCodeCallback: ({ userCode }) => {
        microsoft.oauth.approveDevice(userCode, taro)
      },
    })
    const silently = () =>
      application.acquireTokenSilent({ account: signedIn!.account!, scopes: mailScopes, forceRefresh: true })
    const api = new ControlApi(microsoft.servers.api)
    for (const code of [50076, 53003, 65001]) {
      await api.send('POST', '/oauth-errors', { code, endpoint: 'token' })
      const refused = await silently().catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(InteractionRequiredAuthError)
      expect(refused).toMatchObject({ errorMessage: expect.stringContaining(`AADSTS${code}: `) })
    }
    microsoft.oauth.signOutEverywhere(taro)
    await expect(silently()).rejects.toMatchObject({ errorCode: 'invalid_grant' })
  })

  test('is told that a code was declined, or has expired', async () => {
    await using microsoft = await start('2026-11-22')
    const signIn = (deviceCodeCallback: (device: { userCode: string }) => void) =>
      program(microsoft).acquireTokenByDeviceCode({ scopes: mailScopes, deviceCodeCallback })
    await expect(signIn(({ userCode }) => void microsoft.oauth.declineDevice(userCode))).rejects.toThrow(
      'authorization_declined',
    )
    await expect(signIn(() => microsoft.clock.advance(900_000))).rejects.toThrow('expired_token')
  })
})
