import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { failureOf } from '@sparekey/testkit/failure'
import { clientId, idToken, refused, startIdentityEndpoint, tokens } from '../testing/identity-endpoint.ts'
import { accessTokenFor, type TokenVault } from './access.ts'
import type { StoredSignIn } from './grant.ts'

const key = 'hanako'
const kept: StoredSignIn = {
  username: 'hanako@hotmail.com',
  cloud: 'global',
  tenant: 'consumers',
  clientId,
  refreshToken: 'refresh-1',
}

/** A vault that does one thing at a time for everybody, and notes what it did. */
function vaultWith(signIn?: StoredSignIn, options: { write?: () => void } = {}): TokenVault & { log: string[] } {
  const entries = new Map(signIn && [[key, signIn]])
  const log: string[] = []
  let last: Promise<unknown> = Promise.resolve()
  return {
    log,
    async read(name) {
      log.push(`read ${entries.get(name)?.refreshToken}`)
      return entries.get(name)
    },
    async write(name, entry) {
      options.write?.()
      log.push(`write ${entry.refreshToken}`)
      expect(Object.keys(entry).sort()).toEqual(['clientId', 'cloud', 'refreshToken', 'tenant', 'username'])
      entries.set(name, entry)
    },
    withLock(_name, work) {
      const next = last.then(work)
      last = next.catch(() => undefined)
      return next
    },
  }
}

/** A service that takes each refresh token once. */
function rotatingService() {
  let current = 1
  return startIdentityEndpoint(({ form }) => {
    if (form['refresh_token'] !== `refresh-${current}`) {
      return refused('invalid_grant', 70000, `The provided value '${form['refresh_token']}' is not valid.`)
    }
    current++
    return tokens({ access_token: `access-${current}`, refresh_token: `refresh-${current}` })
  })
}

test('a fresh access token comes from what is kept, and what it brings is kept before it is given out', async () => {
  await using server = await rotatingService()
  const vault = vaultWith(kept)
  const grant = await accessTokenFor(vault, key, 'outlook', server.network)
  expect(grant).toMatchObject({ username: 'hanako@hotmail.com', accessToken: 'access-2', refreshToken: 'refresh-2' })
  expect(vault.log).toEqual(['read refresh-1', 'write refresh-2'])
  expect(server.asked).toEqual([
    expect.objectContaining({
      path: '/consumers/oauth2/v2.0/token',
      form: {
        grant_type: 'refresh_token',
        client_id: clientId,
        refresh_token: 'refresh-1',
        scope:
          'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/POP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access openid profile email',
      },
    }),
  ])
})

test('one for Graph comes from the same refresh token', async () => {
  const scope = 'https://graph.microsoft.com/Mail.Send https://graph.microsoft.com/IMAP.AccessAsUser.All'
  await using server = await startIdentityEndpoint(() => tokens({ scope, access_token: 'for-graph' }))
  expect((await accessTokenFor(vaultWith(kept), key, 'graph', server.network)).accessToken).toBe('for-graph')
  expect(server.asked[0]!.form['scope']).toBe(
    'https://graph.microsoft.com/Mail.Send offline_access openid profile email',
  )
})

test('many at once each get one, though each refresh token serves once', async () => {
  await using server = await rotatingService()
  const vault = vaultWith(kept)
  const grants = await Promise.all([1, 2, 3, 4].map(() => accessTokenFor(vault, key, 'outlook', server.network)))
  expect(grants.map(({ accessToken }) => accessToken)).toEqual(['access-2', 'access-3', 'access-4', 'access-5'])
})

test('what a refresh leaves out stays as it was', async () => {
  await using server = await startIdentityEndpoint(() =>
    tokens({ refresh_token: undefined, id_token: undefined, scope: undefined }),
  )
  const vault = vaultWith(kept)
  await accessTokenFor(vault, key, 'outlook', server.network)
  expect(vault.log).toEqual(['read refresh-1', 'write refresh-1'])
})

test('a work account goes back to its own tenant', async () => {
  const tenant = '11111111-2222-4333-8444-555555555555'
  await using server = await startIdentityEndpoint(() => tokens({ id_token: idToken({ tid: tenant }) }))
  await accessTokenFor(vaultWith({ ...kept, tenant }), key, 'outlook', server.network)
  expect(server.asked[0]!.path).toBe(`/${tenant}/oauth2/v2.0/token`)
})

test.for([
  [
    'has run out',
    refused('invalid_grant', 700082, 'The refresh token has expired due to inactivity.'),
    'token-expired',
  ],
  [
    'was revoked',
    refused('invalid_grant', 50173, 'The provided grant has expired due to it being revoked'),
    'token-refused',
  ],
  ['was cut in half', refused('invalid_grant', 70000, "'refresh-1' is not valid."), 'token-refused'],
  ['does not cover this', refused('invalid_grant', 65001, 'has not consented'), 'consent-missing'],
  ['needs its owner', refused('interaction_required', 50076, 'you must use multi-factor'), 'sign-in-again'],
  ['is not answered', undefined, 'connection-dropped'],
  ['meets a service that is down', { status: 503, body: 'busy' }, 'server-unavailable'],
] as const)('a refresh token that %s leaves the account as it was', async ([, said, code]) => {
  await using server = await startIdentityEndpoint(() => said)
  const vault = vaultWith(kept)
  const failure = await failureOf(() => accessTokenFor(vault, key, 'outlook', server.network))
  expect(failure).toMatchObject({ code })
  expect(vault.log).toEqual(['read refresh-1'])
  expect(server.asked).toHaveLength(1)
  expect(inspect(failure, { depth: Infinity, showHidden: true })).not.toContain('refresh-1')
})

test('where nothing is kept, nothing is asked', async () => {
  await using server = await rotatingService()
  await expect(accessTokenFor(vaultWith(), key, 'outlook', server.network)).rejects.toMatchObject({
    code: 'account-missing',
    details: { address: key },
  })
  expect(server.asked).toEqual([])
})

test('what cannot be kept is not given out', async () => {
  await using server = await rotatingService()
  const vault = vaultWith(kept, {
    write: () => {
      throw new Error('the disk is full')
    },
  })
  await expect(accessTokenFor(vault, key, 'outlook', server.network)).rejects.toThrow('the disk is full')
})

test('whoever waits may give up', async () => {
  const stop = new AbortController()
  await using server = await startIdentityEndpoint(() => {
    stop.abort()
    return new Promise(() => undefined)
  })
  await expect(
    accessTokenFor(vaultWith(kept), key, 'outlook', server.network, { signal: stop.signal }),
  ).rejects.toMatchObject({ code: 'aborted' })
})
