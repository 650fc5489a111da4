import { createHash } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { get, request, type ClientRequest, type IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { mappedNetwork } from '../../network/mapped.ts'
import { parseServerMap } from '../../network/server-map.ts'
import { failureOf } from '@sparekey/testkit/failure'
import {
  clientId,
  idToken,
  refused,
  startIdentityEndpoint,
  tokens,
  type Said,
} from '../../testing/identity-endpoint.ts'
import { signInWithBrowser, type BrowserSignInOptions } from './browser.ts'
import type { OAuthGrant } from '../grant.ts'

type Shown = { status: number; headers: IncomingMessage['headers']; body: string }

/** What a browser does with an address. */
async function visit(url: string | URL, options: { host?: string; method?: string } = {}): Promise<Shown> {
  const { method = 'GET', host } = options
  const asking = request(url, { method, agent: false, headers: host === undefined ? {} : { host } }).end()
  const [response] = (await once(asking, 'response')) as [IncomingMessage]
  let body = ''
  for await (const chunk of response) body += String(chunk)
  return { status: response.statusCode!, headers: response.headers, body }
}

/** What Microsoft's page makes of a sign-in: where the browser is sent back to. */
function back(page: string, answer: Record<string, string>): URL {
  const { searchParams } = new URL(page)
  const url = new URL(searchParams.get('redirect_uri')!)
  for (const [name, value] of Object.entries({ state: searchParams.get('state')!, ...answer })) {
    url.searchParams.set(name, value)
  }
  return url
}

const nonceOf = (page: string) => new URL(page).searchParams.get('nonce')!

/** A service whose id tokens belong to the last page that was opened. */
async function play(
  act: (page: string) => unknown,
  options: Partial<BrowserSignInOptions> & {
    said?: (page: string) => Said | undefined | Promise<Said | undefined>
  } = {},
) {
  let page = ''
  const { said = () => tokens({ id_token: idToken({ nonce: nonceOf(page) }) }), ...rest } = options
  await using server = await startIdentityEndpoint(() => said(page))
  let acted: Promise<unknown> = Promise.resolve()
  let grant: OAuthGrant | undefined
  const failure = await failureOf(async () => {
    grant = await signInWithBrowser({
      account: 'personal',
      clientId,
      network: server.network,
      open: (url) => {
        page = url
        acted = Promise.resolve(act(url))
      },
      ...rest,
    })
  })
  await acted
  return { page, grant, failure, asked: server.asked }
}

const secretWords = /the-code|EwB-the-access-token|M\.C5-the-refresh-token/

test('the browser comes back with a code, which the program redeems with its verifier', async () => {
  let shown: Shown | undefined
  const { page, grant, failure, asked } = await play(
    async (url) => {
      shown = await visit(back(url, { code: 'the-code' }))
    },
    { address: 'hanako@live.jp' },
  )
  expect(failure).toBeUndefined()
  expect(grant).toMatchObject({
    username: 'hanako@hotmail.com',
    tenant: 'consumers',
    accessToken: 'EwB-the-access-token',
  })

  const url = new URL(page)
  expect(url.origin + url.pathname).toBe('https://login.microsoftonline.com/consumers/oauth2/v2.0/authorize')
  const { redirect_uri, state, nonce, code_challenge, ...rest } = Object.fromEntries(url.searchParams)
  expect(redirect_uri).toMatch(/^http:\/\/localhost:\d+$/)
  for (const random of [state, nonce, code_challenge]) expect(random).toMatch(/^[\w-]{43}$/)
  expect(rest).toEqual({
    client_id: clientId,
    response_type: 'code',
    response_mode: 'query',
    code_challenge_method: 'S256',
    login_hint: 'hanako@live.jp',
    scope:
      'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/POP.AccessAsUser.All https://outlook.office.com/SMTP.Send https://graph.microsoft.com/Mail.Send offline_access openid profile email',
  })

  const [{ path, form }] = asked as [(typeof asked)[number]]
  expect(path).toBe('/consumers/oauth2/v2.0/token')
  const { code_verifier, ...sent } = form
  expect(createHash('sha256').update(code_verifier!).digest('base64url')).toBe(code_challenge)
  expect(sent).toEqual({
    grant_type: 'authorization_code',
    client_id: clientId,
    code: 'the-code',
    redirect_uri,
    scope:
      'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/POP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access openid profile email',
  })

  expect(shown).toMatchObject({
    status: 200,
    headers: {
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-type': 'text/html; charset=utf-8',
    },
  })
  expect(shown!.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
  expect(shown!.body).toContain('You are signed in')
  expect(shown!.body).toContain('hanako@hotmail.com')
  expect(shown!.body).not.toMatch(secretWords)
  expect(shown!.body).not.toContain(state!)
})

test('whoever names no address chooses an account, and reads the end in Japanese', async () => {
  let shown: Shown | undefined
  const { page } = await play(
    async (url) => {
      shown = await visit(back(url, { code: 'the-code' }))
    },
    { lang: 'ja' },
  )
  expect(new URL(page).searchParams.get('prompt')).toBe('select_account')
  expect(shown!.body).toContain('<html lang="ja">')
  expect(shown!.body).toContain('サインインしました')
})

test('with a server map the page to open is the map’s, and without one in the map none is opened', async () => {
  await using server = await startIdentityEndpoint(() => tokens({ id_token: idToken({ nonce: nonceOf(opened[0]!) }) }))
  const opened: string[] = []
  const signIn = (open: Record<string, string>) => {
    const connect = { 'login.microsoftonline.com:443': `127.0.0.1:${server.port}` }
    const network = mappedNetwork(parseServerMap({ version: 1, connect, ca: server.network.ca, open }))
    return signInWithBrowser({
      account: 'unknown',
      clientId,
      network,
      open: async (page) => {
        opened.push(page)
        await visit(back(page, { code: 'the-code' }))
      },
    })
  }
  await signIn({ 'https://login.microsoftonline.com': 'http://127.0.0.1:40080' })
  expect(opened).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:40080\/common\/oauth2\/v2\.0\/authorize\?/)])
  await expect(signIn({ 'https://login.microsoftonline.com/consumers': 'http://127.0.0.1:1' })).rejects.toMatchObject({
    code: 'host-not-found',
  })
  expect(opened).toHaveLength(1)
})

describe('what is not the answer', () => {
  test('is turned away, and the wait goes on', async () => {
    const statuses: number[] = []
    const pages: string[] = []
    const { grant, asked } = await play(async (url) => {
      const { origin, port } = new URL(new URL(url).searchParams.get('redirect_uri')!)
      const good = back(url, { code: 'the-code' })
      for (const [where, options] of [
        [back(url, { code: 'a-foreign-code', state: 'a-foreign-state' })],
        [`${origin}/?code=a-foreign-code`],
        [`${origin}/?error=access_denied`],
        [`${origin}/favicon.ico`],
        [good, { method: 'POST' }],
        [good, { method: 'HEAD' }],
        [good, { host: `evil.example:${port}` }],
        [good, { host: `127.0.0.1:${port}` }],
      ] as [string | URL, { host?: string; method?: string }?][]) {
        const { status, body } = await visit(where, options)
        statuses.push(status)
        pages.push(body)
      }
      await visit(good)
    })
    expect(statuses).toEqual([400, 400, 400, 404, 405, 405, 421, 421])
    expect(pages[0]).toContain('This does not belong to the sign-in')
    expect(pages.join()).not.toMatch(/code|state=/)
    expect(grant?.username).toBe('hanako@hotmail.com')
    expect(asked.map(({ form }) => form['code'])).toEqual(['the-code'])
  })

  test('nor is a second one, while the first is being redeemed', async () => {
    const steps = new EventEmitter()
    const [redeeming, seen] = [once(steps, 'redeeming'), once(steps, 'seen')]
    const shown: Shown[] = []
    const { grant, asked } = await play(
      async (url) => {
        const first = visit(back(url, { code: 'the-code' }))
        await redeeming
        shown.push(await visit(back(url, { code: 'another-code' })))
        steps.emit('seen')
        shown.push(await first)
      },
      {
        said: async (page) => {
          steps.emit('redeeming')
          await seen
          return tokens({ id_token: idToken({ nonce: nonceOf(page) }) })
        },
      },
    )
    expect(shown.map(({ status }) => status)).toEqual([410, 200])
    expect(shown[0]!.body).toContain('already finished')
    expect(grant?.username).toBe('hanako@hotmail.com')
    expect(asked.map(({ form }) => form['code'])).toEqual(['the-code'])
  })
})

test('the program listens on every address that localhost may mean, and on no other', async () => {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  const mine = ['127.0.0.1', ...addresses.filter(({ address }) => address === '::1').map(() => '::1')]
  const others = addresses.filter(({ internal, scopeid = 0 }) => !internal && scopeid === 0)
  const { grant } = await play(async (url) => {
    const answer = back(url, { code: 'the-code' })
    const { port, host } = answer
    for (const { address } of others) {
      const asking = get({ host: address, port, timeout: 2000 })
      expect(await once(asking, 'error')).toMatchObject([{ code: 'ECONNREFUSED' }])
    }
    for (const address of mine) {
      const asking = get({ host: address, port, path: '/?code=foreign', headers: { host }, agent: false })
      const [response] = (await once(asking, 'response')) as [IncomingMessage]
      expect(response.resume().statusCode).toBe(400)
    }
    await visit(answer)
  })
  expect(grant?.username).toBe('hanako@hotmail.com')
})

describe('a sign-in that does not come about', () => {
  test.for([
    [
      'cancelled',
      'access_denied',
      'AADSTS65004: User declined to consent to access the app.',
      'sign-in-declined',
      'cancelled',
    ],
    [
      'that policy forbids',
      'interaction_required',
      'AADSTS53003: Access has been blocked',
      'policy-blocked',
      'did not work',
    ],
    ['on a day of trouble, when Microsoft says nothing', 'server_error', '', 'server-unavailable', 'did not work'],
  ] as const)('%s', async ([, error, description, code, title]) => {
    let shown: Shown | undefined
    const { failure, asked } = await play(async (url) => {
      shown = await visit(back(url, { error, ...(description !== '' && { error_description: description }) }))
    })
    expect(failure).toMatchObject({ code, details: { error } })
    expect(shown!.body).toContain(title)
    expect(asked).toEqual([])
  })

  test.for([
    [
      'a code that was used before',
      refused('invalid_grant', 54005, "Code 'the-code' was already redeemed"),
      'token-refused',
    ],
    [
      'a verifier that does not fit',
      refused('invalid_grant', 501481, 'The Code_Verifier does not match'),
      'token-refused',
    ],
    ['an id token of another sign-in', tokens({ id_token: idToken({ nonce: 'another' }) }), 'protocol-broken'],
    ['an id token without a nonce', tokens({ id_token: idToken() }), 'protocol-broken'],
    ['no id token', tokens({ id_token: undefined }), 'protocol-broken'],
    ['no answer', undefined, 'connection-dropped'],
  ] as const)('because of %s', async ([, said, code]) => {
    let shown: Shown | undefined
    const { failure, asked } = await play(
      async (url) => {
        shown = await visit(back(url, { code: 'the-code' }))
      },
      { said: () => said },
    )
    expect(failure).toMatchObject({ code })
    expect(shown).toMatchObject({ status: 200, body: expect.stringContaining('did not work') })
    expect(asked).toHaveLength(1)
    expect(inspect(failure, { depth: Infinity, showHidden: true })).not.toMatch(secretWords)
    expect(inspect(failure, { depth: Infinity, showHidden: true })).not.toContain(asked[0]!.form['code_verifier'])
  })

  test('because the browser never comes back', async () => {
    const { failure } = await play(() => undefined, { timeoutMs: 20 })
    expect(failure).toMatchObject({ code: 'sign-in-timeout' })
  })

  test('because the browser cannot be opened', async () => {
    const { failure } = await play(() => undefined, { open: () => Promise.reject(new Error('no browser here')) })
    expect(failure).toMatchObject({ message: 'no browser here' })
  })

  test('because the one who asked gives up, even while the browser is being opened', async () => {
    const stop = new AbortController()
    const { failure } = await play(() => undefined, {
      signal: stop.signal,
      open: () => {
        stop.abort()
        return new Promise(() => undefined)
      },
    })
    expect(failure).toMatchObject({ code: 'aborted' })
  })

  test('and afterwards nothing listens any more', async () => {
    const { page } = await play(() => undefined, { timeoutMs: 20 })
    const { port } = new URL(new URL(page).searchParams.get('redirect_uri')!)
    const [error] = (await once(get({ host: '127.0.0.1', port }), 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toBe('ECONNREFUSED')
  })
})

test('a browser that leaves before its page has come does not hold anything up', async () => {
  let asking: ClientRequest | undefined
  const { grant } = await play(
    (url) => {
      asking = get(back(url, { code: 'the-code' })).on('error', () => undefined)
    },
    {
      said: (page) => {
        asking!.destroy()
        return tokens({ id_token: idToken({ nonce: nonceOf(page) }) })
      },
    },
  )
  expect(grant?.username).toBe('hanako@hotmail.com')
})

test('two sign-ins at once, in two browsers, do not disturb each other', async () => {
  const names = ['hanako@hotmail.com', 'taro@outlook.jp']
  const signIns = names.map((preferred_username) =>
    play((url) => visit(back(url, { code: 'the-code' })), {
      said: (page) => tokens({ id_token: idToken({ nonce: nonceOf(page), preferred_username }) }),
    }),
  )
  expect((await Promise.all(signIns)).map(({ grant }) => grant?.username)).toEqual(names)
})
