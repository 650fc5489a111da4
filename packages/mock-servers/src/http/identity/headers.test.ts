import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Clock } from '../../clock/clock.ts'
import { Directory } from '../../directory/directory.ts'
import { readyMadeClient } from '../../identity/clients.ts'
import { Identity } from '../../identity/identity.ts'
import { identityRoutes } from './routes.ts'

const login = 'https://login.microsoftonline.com'
const imap = 'https://outlook.office.com/IMAP.AccessAsUser.All'
const redirectUri = 'http://localhost:51004'

/** Hanako is signed in and has consented. */
async function start() {
  const clock = new Clock(new Date('2026-11-22T09:00:00Z'))
  const directory = new Directory({ now: () => clock.now() })
  const account = directory.add({ address: 'hanako@hotmail.com', password: 'x' })
  const identity = new Identity({ directory, clients: [], deviceCodeInterval: 5 })
  const routes = identityRoutes({ directory, clock, identity })
  const about = { account, clientId: readyMadeClient.id, scopes: [imap], at: clock.now() }
  const { refreshToken } = await identity.handOut(about)
  const session = identity.webSessions.begin(account, { multiFactor: false, at: clock.now() })
  const cookie = `${identity.webSessions.cookieName}=${session.id}`

  const answerTo = async (path: string, init: RequestInit = {}) => {
    const answer = await routes.request(login + path, { headers: { cookie }, ...init })
    const { 'content-length': _, ...fields } = Object.fromEntries(answer.headers)
    return { status: answer.status, fields, text: await answer.text() }
  }
  const post = (endpoint: string, form: Record<string, string>) =>
    answerTo(`/common/oauth2/v2.0/${endpoint}`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: readyMadeClient.id, ...form }),
    })
  const authorize = (change: Record<string, string> = {}, init?: RequestInit) => {
    const query = { client_id: readyMadeClient.id, response_type: 'code', redirect_uri: redirectUri, scope: imap }
    return answerTo(`/common/oauth2/v2.0/authorize?${new URLSearchParams({ ...query, ...change })}`, init)
  }
  return { answerTo, authorize, post, refreshToken }
}
type Mock = Awaited<ReturnType<typeof start>>

const uncached = { 'cache-control': 'no-store', pragma: 'no-cache' }
const json = { 'content-type': 'application/json' }
const html = { 'content-type': 'text/html; charset=UTF-8' }

describe('an answer of the identity service has exactly these fields', () => {
  test.each<[string, (mock: Mock) => ReturnType<Mock['answerTo']>, number, Record<string, string>]>([
    [
      'tokens',
      ({ post, refreshToken }) => post('token', { grant_type: 'refresh_token', refresh_token: refreshToken }),
      200,
      { ...json, ...uncached },
    ],
    ['tokens that are refused', ({ post }) => post('token', { grant_type: 'x' }), 400, { ...json, ...uncached }],
    [
      'tokens for a client that proves nothing',
      ({ post }) => post('token', { grant_type: 'refresh_token', client_secret: 'x' }),
      401,
      { ...json, ...uncached },
    ],
    ['tokens by GET', ({ answerTo }) => answerTo('/common/oauth2/v2.0/token'), 400, { ...json, ...uncached }],
    ['a device code', ({ post }) => post('devicecode', { scope: imap }), 200, { ...json, ...uncached }],
    ['a device code that is refused', ({ post }) => post('devicecode', {}), 400, { ...json, ...uncached }],
    ['the configuration', ({ answerTo }) => answerTo('/common/v2.0/.well-known/openid-configuration'), 200, json],
    [
      'the configuration of no tenant',
      ({ answerTo }) => answerTo('/nowhere.example/v2.0/.well-known/openid-configuration'),
      400,
      { ...json, ...uncached },
    ],
    ['the keys', ({ answerTo }) => answerTo('/common/discovery/v2.0/keys'), 200, json],
    [
      'a page for who cannot be sent back',
      ({ authorize }) => authorize({ redirect_uri: 'https://evil.example/' }),
      400,
      {
        ...html,
        ...uncached,
        'content-security-policy':
          "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      },
    ],
    [
      'a way back that says no',
      ({ authorize }) => authorize({ scope: 'x', state: 's' }),
      302,
      { ...uncached, location: expect.stringMatching(/^http:\/\/localhost:51004\/\?error=invalid_scope&/) as string },
    ],
    [
      'a way back with a code',
      ({ authorize }) => authorize(),
      302,
      { ...uncached, location: expect.stringMatching(/^http:\/\/localhost:51004\/\?code=[^&]+$/) as string },
    ],
    [
      'a way to the sign-in page',
      ({ authorize }) => authorize({}, { headers: {} }),
      302,
      { location: expect.stringMatching(/^\/signin\?return=/) as string },
    ],
    [
      'a way to the consent page',
      ({ authorize }) => authorize({ prompt: 'consent' }),
      302,
      { location: expect.stringMatching(/^\/consent\?request=/) as string },
    ],
  ])('%s', async (_, ask, status, fields) => {
    const answer = await ask(await start())
    expect([answer.status, answer.fields]).toEqual([status, fields])
  })

  test('a form that the browser posts back, whose only script is named by its hash', async () => {
    const { status, fields, text } = await (await start()).authorize({ response_mode: 'form_post' })
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(text)!
    const hash = createHash('sha256').update(script).digest('base64')
    expect([status, fields]).toEqual([
      200,
      { ...html, ...uncached, 'content-security-policy': `default-src 'none'; script-src 'sha256-${hash}'` },
    ])
  })
})
