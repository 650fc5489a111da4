import { inspect } from 'node:util'
import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mappedNetwork } from '../network/mapped.ts'
import { parseServerMap } from '../network/server-map.ts'
import { failureOf } from '@sparekey/testkit/failure'
import {
  clientId,
  idToken,
  refused,
  startIdentityEndpoint,
  tokens,
  type Asked,
  type Said,
} from '../testing/identity-endpoint.ts'
import { signInWithDeviceCode, type DeviceCodePrompt } from './device-code.ts'
import type { Stopwatch } from './polling.ts'

/** Time that passes as soon as somebody waits. */
function virtualTime(): Stopwatch {
  let now = 0
  return {
    now: () => now,
    async wait(milliseconds) {
      now += milliseconds
    },
  }
}

/** MS-OAUTH-02. */
const code = (change: Record<string, unknown> = {}): Said => ({
  json: {
    user_code: 'ABCD1234',
    device_code: 'a-device-code',
    verification_uri: 'https://www.microsoft.com/link',
    expires_in: 900,
    interval: 5,
    message:
      'To sign in, use a web browser to open the page https://www.microsoft.com/link and enter the code ABCD1234 to authenticate.',
    ...change,
  },
})
const pending = refused('authorization_pending', 70016, 'OAuth 2.0 device flow error. Authorization is pending.')

/** Gives out a code, then answers each question by the next of these. */
function service(...answers: (Said | undefined)[]) {
  const rest = [...answers]
  return startIdentityEndpoint(({ path }) => (path.endsWith('/devicecode') ? code() : rest.shift()))
}
const endpoint = ({ path }: Asked) => path.split('/').at(-1)

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

describe('a sign-in that does not come about', () => {
  test.for([
    ['declined', refused('authorization_declined', 70018, 'The user declined.'), 'sign-in-declined', 70018],
    ['run out', refused('expired_token', 70020, 'This device code has expired.'), 'sign-in-timeout', 70020],
    [
      'with a code nobody gave out',
      refused('bad_verification_code', 70018, 'Invalid verification code'),
      'token-refused',
      70018,
    ],
    ['that policy forbids', refused('interaction_required', 53003, 'Conditional Access'), 'policy-blocked', 53003],
    [
      'with a confidential client',
      {
        ...refused('invalid_client', 7000218, 'client_secret'),
        status: 401,
        headers: { 'www-authenticate': 'Bearer realm=""' },
      },
      'client-refused',
      7000218,
    ],
  ] as const)('%s', async ([, answer, finding, aadsts]) => {
    await using server = await service(pending, answer)
    const failure = await failureOf(() =>
      signInWithDeviceCode(
        { account: 'personal', clientId, network: server.network, onCode: () => undefined },
        virtualTime(),
      ),
    )
    expect(failure).toMatchObject({ code: finding, details: { aadsts } })
    expect(server.asked.map(endpoint)).toEqual(['devicecode', 'token', 'token'])
  })

  test('because the client is unknown, before anything is shown', async () => {
    await using server = await startIdentityEndpoint(() =>
      refused('unauthorized_client', 700016, 'Application was not found'),
    )
    const { network } = server
    const onCode = () => expect.unreachable('there is no code')
    await expect(signInWithDeviceCode({ account: 'personal', clientId, network, onCode })).rejects.toMatchObject({
      code: 'client-refused',
      details: { aadsts: 700016 },
    })
  })

  test('because the one who asked gives up while waiting', async () => {
    await using server = await service(pending)
    const stop = new AbortController()
    const { network } = server
    const onCode = () => stop.abort()
    await expect(
      signInWithDeviceCode({ account: 'personal', clientId, network, onCode, signal: stop.signal }),
    ).rejects.toMatchObject({ code: 'aborted' })
    expect(server.asked.map(endpoint)).toEqual(['devicecode'])
  })
})

test('a service that is down for a moment does not end the wait', async () => {
  await using server = await service(
    { status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>busy</h1>' },
    undefined,
    { status: 429, json: {} },
    { status: 500, json: { error: 'server_error' } },
    tokens(),
  )
  const { network } = server
  const grant = await signInWithDeviceCode(
    { account: 'personal', clientId, network, onCode: () => undefined },
    virtualTime(),
  )
  expect(grant.username).toBe('hanako@hotmail.com')
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

describe('with a server map', () => {
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

  test('the page to open is the map’s, in Microsoft’s sentence as well', async () => {
    const { openUri, message } = await prompt({ 'https://www.microsoft.com/link': 'http://127.0.0.1:40080/link' })
    expect(openUri).toBe('http://127.0.0.1:40080/link')
    expect(message).toContain('open the page http://127.0.0.1:40080/link and enter')
    expect(message).not.toContain('www.microsoft.com')
  })

  test('without a page in the map, none is shown', async () => {
    await expect(prompt({ 'https://www.microsoft.com/linked': 'http://127.0.0.1:1/' })).rejects.toMatchObject({
      code: 'host-not-found',
    })
  })
})

describe('the clock', () => {
  const signInAt = async (now: string, issued: string) => {
    await using server = await startIdentityEndpoint(
      ({ path }) => (path.endsWith('/devicecode') ? code() : tokens({ id_token: idToken({}, new Date(issued)) })),
      { now },
    )
    const { network } = server
    return await signInWithDeviceCode(
      { account: 'personal', clientId, network, onCode: () => undefined },
      virtualTime(),
    )
  }

  test.for(['2021-05-01T00:00:12Z', '2026-11-22T09:00:00Z', '2031-01-01T00:00:00Z'])(
    'is the network’s: %s',
    async (now) => {
      const { expiresAt } = await signInAt(now, now)
      expect(expiresAt.getTime() - Date.parse(now)).toBe(3_599_000)
    },
  )

  test('may be a few minutes off', async () => {
    expect((await signInAt('2026-11-22T09:00:00Z', '2026-11-22T09:04:00Z')).username).toBe('hanako@hotmail.com')
  })

  test.for([
    ['ahead', '2026-11-22T12:00:00Z'],
    ['behind', '2026-11-22T06:00:00Z'],
  ] as const)('that is hours %s is told as what it is', async ([, now]) => {
    await expect(signInAt(now, '2026-11-22T09:00:00Z')).rejects.toMatchObject({ code: 'clock-wrong' })
  })
})

describe('an answer that is not what it should be', () => {
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
  ] as const)('%s', async ([, said, finding]) => {
    const failure = await answering(said)
    expect(failure).toMatchObject({ code: finding })
    expect(inspect(failure, { depth: Infinity, showHidden: true })).not.toMatch(secrets)
  })

  test('a telephone number for a name leaves the mail address', async () => {
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
  ] as const)('instead of a device code %s', async ([, first]) => {
    expect(await answering(tokens(), first)).toMatchObject({ code: 'protocol-broken' })
  })

  test('whatever the id token holds', async () => {
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
})
