import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { mappedNetwork } from '../../network/mapped.ts'
import { parseServerMap } from '../../network/server-map.ts'
import { clientId, idToken, startIdentityEndpoint, tokens } from '../../testing/identity-endpoint.ts'
import { signInWithBrowser } from './browser.ts'
import { type Shown, visit, back, nonceOf, play, secretWords } from '../../testing/browser.ts'

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

test('two sign-ins at once, in two browsers, do not disturb each other', async () => {
  const names = ['hanako@hotmail.com', 'taro@outlook.jp']
  const signIns = names.map((preferred_username) =>
    play((url) => visit(back(url, { code: 'the-code' })), {
      said: (page) => tokens({ id_token: idToken({ nonce: nonceOf(page), preferred_username }) }),
    }),
  )
  expect((await Promise.all(signIns)).map(({ grant }) => grant?.username)).toEqual(names)
})
