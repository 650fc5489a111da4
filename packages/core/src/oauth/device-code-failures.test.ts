import { expect, test } from 'vitest'
import { failureOf } from '@sparekey/testkit/failure'
import { clientId, idToken, refused, startIdentityEndpoint, tokens } from '../testing/identity-endpoint.ts'
import { signInWithDeviceCode } from './device-code.ts'
import { virtualTime, code, pending, service, endpoint } from '../testing/device-code.ts'

test.for([
  ['declined', refused('authorization_declined', 70018, 'The user declined.'), 'sign-in-declined', 70018],
  ['run out', refused('expired_token', 70020, 'This device code has expired.'), 'sign-in-timeout', 70020],
  [
    'with a code nobody gave out',
    refused('bad_verification_code', 70018, 'Invalid verification code'),
    'token-refused',
    70018,
  ],
  ['that policy forbids', refused('interaction_required', 53003, 'Conditional Access'), 'device-code-blocked', 53003],
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
] as const)('a sign-in that does not come about: %s', async ([, answer, finding, aadsts]) => {
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

test('a sign-in that does not come about: because the client is unknown, before anything is shown', async () => {
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

test('a sign-in that does not come about: because the one who asked gives up while waiting', async () => {
  await using server = await service(pending)
  const stop = new AbortController()
  const { network } = server
  const onCode = () => stop.abort()
  await expect(
    signInWithDeviceCode({ account: 'personal', clientId, network, onCode, signal: stop.signal }),
  ).rejects.toMatchObject({ code: 'aborted' })
  expect(server.asked.map(endpoint)).toEqual(['devicecode'])
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

const signInAt = async (now: string, issued: string) => {
  await using server = await startIdentityEndpoint(
    ({ path }) => (path.endsWith('/devicecode') ? code() : tokens({ id_token: idToken({}, new Date(issued)) })),
    { now },
  )
  const { network } = server
  return await signInWithDeviceCode({ account: 'personal', clientId, network, onCode: () => undefined }, virtualTime())
}

test.for(['2021-05-01T00:00:12Z', '2026-11-22T09:00:00Z', '2031-01-01T00:00:00Z'])(
  'the clock is the network’s: %s',
  async (now) => {
    const { expiresAt } = await signInAt(now, now)
    expect(expiresAt.getTime() - Date.parse(now)).toBe(3_599_000)
  },
)

test('the clock may be a few minutes off', async () => {
  expect((await signInAt('2026-11-22T09:00:00Z', '2026-11-22T09:04:00Z')).username).toBe('hanako@hotmail.com')
})

test.for([
  ['ahead', '2026-11-22T12:00:00Z'],
  ['behind', '2026-11-22T06:00:00Z'],
] as const)('the clock that is hours %s is told as what it is', async ([, now]) => {
  await expect(signInAt(now, '2026-11-22T09:00:00Z')).rejects.toMatchObject({ code: 'clock-wrong' })
})
