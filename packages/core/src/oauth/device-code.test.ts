import { expect, test } from 'vitest'
import { mappedNetwork } from '../network/mapped.ts'
import { parseServerMap } from '../network/server-map.ts'
import { clientId, idToken, refused, startIdentityEndpoint, tokens } from '../testing/identity-endpoint.ts'
import { signInWithDeviceCode, type DeviceCodePrompt } from './device-code.ts'
import { virtualTime, code, pending, service, endpoint } from '../testing/device-code.ts'

test('the owner types a code in, and the program gets the name and the tokens', async () => {
  const at = new Date('2026-11-22T09:00:00Z')
  await using server = await startIdentityEndpoint(
    ({ path }, nth) =>
      path.endsWith('/devicecode') ? code() : nth === 2 ? pending : tokens({ id_token: idToken({}, at) }),
    { now: at.toISOString() },
  )
  const prompts: DeviceCodePrompt[] = []
  const grant = await signInWithDeviceCode(
    { account: 'personal', clientId, network: server.network, onCode: (prompt) => void prompts.push(prompt) },
    virtualTime(),
  )
  expect(prompts).toEqual([
    {
      userCode: 'ABCD1234',
      verificationUri: 'https://www.microsoft.com/link',
      openUri: 'https://www.microsoft.com/link',
      expiresAt: new Date('2026-11-22T09:15:00Z'),
      message:
        'To sign in, use a web browser to open the page https://www.microsoft.com/link and enter the code ABCD1234 to authenticate.',
    },
  ])
  expect(grant).toEqual({
    username: 'hanako@hotmail.com',
    cloud: 'global',
    tenant: 'consumers',
    clientId,
    accessToken: 'EwB-the-access-token',
    refreshToken: 'M.C5-the-refresh-token',
    expiresAt: new Date('2026-11-22T09:59:59Z'),
    scopes: ['IMAP.AccessAsUser.All', 'POP.AccessAsUser.All', 'SMTP.Send'],
  })
  expect(server.asked.map(({ host, path }) => host + path)).toEqual([
    'login.microsoftonline.com/consumers/oauth2/v2.0/devicecode',
    'login.microsoftonline.com/consumers/oauth2/v2.0/token',
    'login.microsoftonline.com/consumers/oauth2/v2.0/token',
  ])
  expect(server.asked[0]!.form).toEqual({
    client_id: clientId,
    scope:
      'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/POP.AccessAsUser.All https://outlook.office.com/SMTP.Send https://graph.microsoft.com/Mail.Send offline_access openid profile email',
  })
  expect(server.asked[1]!.form).toEqual({
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: clientId,
    device_code: 'a-device-code',
    scope:
      'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/POP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access openid profile email',
  })
})

test('a work account signs in as an organization, in its own cloud, and keeps its tenant', async () => {
  const tid = '11111111-2222-4333-8444-555555555555'
  const claims = { tid, iss: `https://login.microsoftonline.us/${tid}/v2.0`, preferred_username: 'taro@contoso.us' }
  await using server = await startIdentityEndpoint(({ path }) =>
    path.endsWith('/devicecode')
      ? code({ verification_uri: 'https://microsoft.com/deviceloginus' })
      : tokens({ id_token: idToken(claims) }),
  )
  const grant = await signInWithDeviceCode(
    { account: 'work', cloud: 'us-government', clientId, network: server.network, onCode: () => undefined },
    virtualTime(),
  )
  expect(grant).toMatchObject({ username: 'taro@contoso.us', tenant: tid, cloud: 'us-government' })
  expect(server.asked.map(({ servername, path }) => servername + path)).toEqual([
    'login.microsoftonline.us/organizations/oauth2/v2.0/devicecode',
    'login.microsoftonline.us/organizations/oauth2/v2.0/token',
  ])
})

test('there are no personal accounts outside the global cloud', async () => {
  await using server = await service()
  const { network } = server
  await expect(
    signInWithDeviceCode({ account: 'personal', cloud: 'china', clientId, network, onCode: () => undefined }),
  ).rejects.toMatchObject({ code: 'usage' })
  expect(server.asked).toEqual([])
})

test('a service that lets a device ask for one resource only is asked for the mail servers alone', async () => {
  await using server = await startIdentityEndpoint(({ path, form }) => {
    if (path.endsWith('/token')) return tokens()
    return form['scope']!.includes('graph') ? refused('invalid_request', 28000, 'more than one resource.') : code()
  })
  const { network } = server
  await signInWithDeviceCode({ account: 'personal', clientId, network, onCode: () => undefined }, virtualTime())
  expect(server.asked.map(endpoint)).toEqual(['devicecode', 'devicecode', 'token'])
})

test('two sign-ins at once do not disturb each other', async () => {
  await using server = await startIdentityEndpoint(({ path, form }, nth) => {
    if (path.endsWith('/devicecode')) return code({ device_code: `device-${nth}`, user_code: `CODE-${nth}` })
    const preferred_username = form['device_code'] === 'device-1' ? 'hanako@hotmail.com' : 'taro@outlook.jp'
    return tokens({ id_token: idToken({ preferred_username }) })
  })
  const { network } = server
  const codes: string[] = []
  const signIn = () =>
    signInWithDeviceCode(
      { account: 'personal', clientId, network, onCode: ({ userCode }) => void codes.push(userCode) },
      virtualTime(),
    )
  const grants = await Promise.all([signIn(), signIn()])
  expect(grants.map(({ username }) => username).sort()).toEqual(['hanako@hotmail.com', 'taro@outlook.jp'])
  expect(codes.sort()).toEqual(['CODE-1', 'CODE-2'])
})

const prompt = async (open: Record<string, string>) => {
  await using server = await service(tokens())
  const connect = { 'login.microsoftonline.com:443': `127.0.0.1:${server.port}` }
  const network = mappedNetwork(parseServerMap({ version: 1, connect, ca: server.network.ca, open }))
  let shown: DeviceCodePrompt | undefined
  await signInWithDeviceCode(
    { account: 'personal', clientId, network, onCode: (prompt) => void (shown = prompt) },
    virtualTime(),
  )
  return shown!
}

test('with a server map the page to open is the map’s, in Microsoft’s sentence as well', async () => {
  const { openUri, message } = await prompt({ 'https://www.microsoft.com/link': 'http://127.0.0.1:40080/link' })
  expect(openUri).toBe('http://127.0.0.1:40080/link')
  expect(message).toContain('open the page http://127.0.0.1:40080/link and enter')
  expect(message).not.toContain('www.microsoft.com')
})

test('with a server map without a page in the map, none is shown', async () => {
  await expect(prompt({ 'https://www.microsoft.com/linked': 'http://127.0.0.1:1/' })).rejects.toMatchObject({
    code: 'host-not-found',
  })
})
