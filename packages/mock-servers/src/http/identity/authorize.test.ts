import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Directory } from '../../directory/directory.ts'
import { Clock } from '../../clock/clock.ts'
import { readyMadeClient } from '../../identity/clients.ts'
import { Identity } from '../../identity/identity.ts'
import { identityRoutes } from './routes.ts'

const hanako = 'hanako@hotmail.com'
const login = 'https://login.microsoftonline.com'
const verifier = 'a-verifier-that-is-43-characters-long-at-least'
const challenge = createHash('sha256').update(verifier).digest('base64url')
const imap = 'https://outlook.office.com/IMAP.AccessAsUser.All'
const redirectUri = 'http://localhost:51004'

/** The identity service without sockets, and a browser that follows it by hand. */
function start() {
  const clock = new Clock(new Date('2026-11-22T09:00:00Z'))
  const directory = new Directory({ now: () => clock.now() })
  directory.add({ address: hanako, password: 'x', aliases: ['hana@outlook.jp'] })
  directory.add({ address: 'taro@contoso.example', password: 'x' })
  const clients = [{ id: 'home', name: 'Home', accounts: ['personal'], redirectUris: ['http://localhost'] } as const]
  const identity = new Identity({ directory, clients, deviceCodeInterval: 5 })
  const routes = identityRoutes({ directory, clock, identity })
  const at = clock.now()
  let cookie = ''

  const get = async (path: string) => {
    const response = await routes.request(new URL(path, login).href, { headers: { cookie } })
    const location = response.headers.get('location')
    return { status: response.status, headers: response.headers, text: await response.text(), location }
  }
  const authorize = (query: Record<string, string | undefined> = {}, tenant = 'common') => {
    const parameters = {
      client_id: readyMadeClient.id,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: `${imap} https://graph.microsoft.com/Mail.Send offline_access openid`,
      state: 'a state',
      nonce: 'a nonce',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...query,
    }
    const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return get(`/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams(given)}`)
  }
  const signIn = (address = hanako) => {
    const session = identity.webSessions.begin(directory.get(address)!, { multiFactor: false, at })
    cookie = `${identity.webSessions.cookieName}=${session.id}`
  }
  const answer = (consentPage: string | null, decision: 'given' | 'declined', address = hanako) => {
    const id = new URL(consentPage!, login).searchParams.get('request')!
    expect(identity.authorizations.answer(id, { decision, account: directory.get(address)! }, at)).toBe(true)
    return get(`/common/oauth2/v2.0/reprocess?request=${id}`)
  }
  const redeem = async (code: string | null, more: Record<string, string> = {}) => {
    const body = new URLSearchParams({
      client_id: readyMadeClient.id,
      grant_type: 'authorization_code',
      code: code ?? '',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...more,
    })
    const response = await routes.request(`${login}/common/oauth2/v2.0/token`, { method: 'POST', body })
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }
  return { clock, directory, identity, routes, get, authorize, signIn, answer, redeem }
}

/** What stands in the query of an address. */
function parameters(location: string | null): Record<string, string> {
  return Object.fromEntries(new URL(location!, login).searchParams)
}

describe('a browser', () => {
  test('signs in, consents, and comes back with a code that becomes tokens', async () => {
    const mock = start()
    const first = await mock.authorize({ login_hint: hanako })
    expect(first.status).toBe(302)
    expect(first.location).toMatch(
      /^\/signin\?return=%2Fcommon%2Foauth2%2Fv2\.0%2Freprocess%3Frequest%3D[\w-]+&login_hint=/,
    )
    mock.signIn()
    const consent = await mock.get(parameters(first.location)['return']!)
    expect(consent.location).toMatch(/^\/consent\?request=[\w-]+$/)
    const back = await mock.answer(consent.location, 'given')
    expect(back.location).toMatch(/^http:\/\/localhost:51004\/\?code=M\.C5[\w.%-]+&state=a\+state$/)
    expect(back.headers.get('cache-control')).toBe('no-store')

    const { code } = parameters(back.location)
    const tokens = await mock.redeem(code!)
    expect(tokens).toMatchObject({ status: 200, json: { refresh_token: expect.any(String) } })
    const claims = Buffer.from(String(tokens.json['id_token']).split('.')[1]!, 'base64url').toString()
    expect(JSON.parse(claims)).toMatchObject({ nonce: 'a nonce' })
    expect(mock.identity.tokens.find(String(tokens.json['access_token']))).toMatchObject({ resource: 'outlook' })
    expect((await mock.redeem(code!)).json).toMatchObject({ error: 'invalid_grant', error_codes: [54005] })
  })

  test('that is signed in and has consented is sent back at once, until it is asked for more', async () => {
    const mock = start()
    mock.signIn()
    await mock.answer((await mock.authorize()).location, 'given')
    expect(parameters((await mock.authorize()).location)).toHaveProperty('code')
    const more = await mock.authorize({ scope: 'https://outlook.office.com/SMTP.Send' })
    expect(more.location).toMatch(/^\/consent/)
    expect((await mock.authorize({ prompt: 'consent' })).location).toMatch(/^\/consent/)
  })

  test.each(['login', 'select_account'])('must sign in anew for prompt=%s', async (prompt) => {
    const mock = start()
    mock.signIn()
    await mock.answer((await mock.authorize()).location, 'given')
    const { location } = await mock.authorize({ prompt })
    expect(location).toMatch(/^\/signin/)
    const resume = parameters(location)['return']!
    expect((await mock.get(resume)).location).toMatch(/^\/signin/)
    mock.signIn()
    expect(parameters((await mock.get(resume)).location)).toHaveProperty('code')
  })

  test('must sign in anew when another account is hinted at, but not for an alias', async () => {
    const mock = start()
    mock.signIn()
    expect((await mock.authorize({ login_hint: 'taro@contoso.example' })).location).toMatch(/^\/signin/)
    expect((await mock.authorize({ login_hint: 'hana@outlook.jp' })).location).toMatch(/^\/consent/)
  })

  test('is shown nothing for prompt=none', async () => {
    const mock = start()
    const refused = async () => parameters((await mock.authorize({ prompt: 'none' })).location)
    expect(await refused()).toMatchObject({
      error: 'login_required',
      error_description: expect.stringMatching(/^AADSTS50058: /),
      state: 'a state',
    })
    mock.signIn()
    expect(await refused()).toMatchObject({
      error: 'interaction_required',
      error_description: expect.stringContaining('65001'),
    })
    await mock.answer((await mock.authorize()).location, 'given')
    expect(await refused()).toHaveProperty('code')
  })

  test('comes back without a code when somebody declines, and the request is over', async () => {
    const mock = start()
    mock.signIn()
    const { location } = await mock.authorize()
    expect(parameters((await mock.answer(location, 'declined')).location)).toMatchObject({
      error: 'access_denied',
      error_description: expect.stringMatching(/^AADSTS65004: User declined/),
      state: 'a state',
    })
    const again = await mock.get(`/common/oauth2/v2.0/reprocess?request=${parameters(location)['request']}`)
    expect(again).toMatchObject({ status: 400, location: null })
  })

  test('cannot use what somebody else consented to', async () => {
    const mock = start()
    mock.signIn('taro@contoso.example')
    const { location } = await mock.authorize()
    expect((await mock.answer(location, 'given', hanako)).location).toMatch(/^\/consent/)
  })

  test('may be answered in the fragment or in a form', async () => {
    const mock = start()
    mock.signIn()
    await mock.answer((await mock.authorize()).location, 'given')
    const fragment = await mock.authorize({ response_mode: 'fragment' })
    expect(fragment.location).toMatch(/^http:\/\/localhost:51004\/#code=[\w.%-]+&state=a\+state$/)
    const form = await mock.authorize({ response_mode: 'form_post', state: '"><script>' })
    expect(form.status).toBe(200)
    expect(form.text).toContain('<form method="post" action="http://localhost:51004">')
    expect(form.text).toContain('name="state" value="&quot;&gt;&lt;script&gt;"')
    const script = /<script>(.*)<\/script>/.exec(form.text)![1]!
    const hash = createHash('sha256').update(script).digest('base64')
    expect(form.headers.get('content-security-policy')).toBe(`default-src 'none'; script-src 'sha256-${hash}'`)
  })

  test('stays on a page where an account does not belong, with a way to another', async () => {
    const mock = start()
    mock.signIn()
    const page = await mock.authorize({}, 'organizations')
    expect(page).toMatchObject({ status: 400, location: null })
    expect(page.text).toContain('AADSTS50020')
    expect(page.text).toMatch(/<a href="\/signin\?return=[^"]+">Sign in with a different account<\/a>/)
    mock.signIn('taro@contoso.example')
    expect((await mock.authorize({ client_id: 'home' }, 'common')).text).toContain('AADSTS50020')
    expect((await mock.authorize({}, 'organizations')).location).toMatch(/^\/consent/)
  })
})

describe('a request nobody can be sent back from', () => {
  test.each([
    ['of no client', { client_id: undefined }, 'common', 'AADSTS900144'],
    ['of an unknown client', { client_id: '<script>' }, 'common', 'AADSTS700016'],
    ['without an address', { redirect_uri: undefined }, 'common', 'AADSTS900144'],
    ['to another address', { redirect_uri: 'https://evil.example/' }, 'common', 'AADSTS50011'],
    ['to another address, at /consumers', { redirect_uri: 'https://evil.example/' }, 'consumers', 'redirect_uri'],
    ['at a tenant that is not there', {}, 'nowhere.example', 'AADSTS90002'],
    ['with an unknown response mode', { response_mode: 'pigeon' }, 'common', 'AADSTS9002313'],
  ])('%s stays on a page of Microsoft’s', async (_, query, tenant, words) => {
    const page = await start().authorize(query, tenant)
    expect(page).toMatchObject({ status: 400, location: null })
    expect(page.text).toContain(words)
    expect(page.text).not.toContain('<script')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('is told to a person in his own language', async () => {
    const { routes } = start()
    const url = `${login}/common/oauth2/v2.0/authorize?client_id=x`
    const page = await (await routes.request(url, { headers: { 'accept-language': 'ja,en;q=0.5' } })).text()
    expect(page).toContain('<html lang="ja">')
    expect(page).toContain('サインイン中に問題が発生しました')
    expect(page).toContain('<p lang="en">AADSTS700016: ')
  })

  test('is also one that says something twice, or is over', async () => {
    const mock = start()
    expect((await mock.get('/common/oauth2/v2.0/authorize?client_id=a&client_id=b')).status).toBe(400)
    expect((await mock.get('/common/oauth2/v2.0/reprocess?request=x')).status).toBe(400)
  })
})

describe('a request with a mistake', () => {
  test.each([
    ['no response type', { response_type: undefined }, 'invalid_request', 'AADSTS900144'],
    ['another response type', { response_type: 'id_token token' }, 'unsupported_response_type', 'AADSTS700054'],
    ['no scope', { scope: undefined }, 'invalid_request', 'AADSTS900144'],
    ['an unknown scope', { scope: 'https://outlook.office.com/Fax' }, 'invalid_scope', 'AADSTS70011'],
    ['an unknown prompt', { prompt: 'please' }, 'invalid_request', 'AADSTS9002313'],
    ['an unknown method', { code_challenge_method: 'S512' }, 'invalid_request', 'AADSTS9002313'],
    ['a method without a challenge', { code_challenge: undefined }, 'invalid_request', 'AADSTS9002313'],
    ['a challenge that is too short', { code_challenge: 'short' }, 'invalid_request', 'AADSTS9002313'],
  ])('%s is sent back with it', async (_, query, error, number) => {
    const { location } = await start().authorize(query)
    expect(location).toMatch(/^http:\/\/localhost:51004\/\?/)
    expect(parameters(location)).toMatchObject({
      error,
      error_description: expect.stringMatching(new RegExp(`^${number}: `)),
      state: 'a state',
    })
  })

  test('or an ordered error comes back without a description where Microsoft gives none', async () => {
    const mock = start()
    mock.identity.faults.order({ reason: 'server-error', endpoint: 'authorize', times: 1 })
    expect(parameters((await mock.authorize()).location)).toEqual({ error: 'server_error', state: 'a state' })
  })
})

describe('a code', () => {
  async function coded() {
    const mock = start()
    mock.signIn()
    const { code } = parameters((await mock.answer((await mock.authorize()).location, 'given')).location)
    return { ...mock, code: code! }
  }

  test.each([
    ['too late', {}, 10, 70008],
    ['with another address', { redirect_uri: 'http://localhost:51005' }, 0, 500112],
    ['with another verifier', { code_verifier: `${verifier}x` }, 0, 501481],
    ['without its verifier', { code_verifier: '' }, 0, 501481],
    ['by another client', { client_id: 'home' }, 0, 9002313],
  ])('is worth nothing %s', async (_, form, minutes, code) => {
    const mock = await coded()
    mock.clock.advance(minutes * 60_000)
    expect(await mock.redeem(mock.code, form)).toMatchObject({ status: 400, json: { error_codes: [code] } })
  })

  test('is for one resource at a time', async () => {
    const mock = await coded()
    const two = await mock.redeem(mock.code, { scope: `${imap} https://graph.microsoft.com/Mail.Send` })
    expect(two.json).toMatchObject({ error: 'invalid_request', error_codes: [28000] })
    const again = await coded()
    const graph = await again.redeem(again.code, { scope: 'https://graph.microsoft.com/Mail.Send' })
    expect(graph.json['scope']).toBe(
      'https://graph.microsoft.com/IMAP.AccessAsUser.All https://graph.microsoft.com/Mail.Send',
    )
    expect(graph.json).not.toHaveProperty('refresh_token')
  })

  test('is worth nothing after its owner has changed his password', async () => {
    const mock = await coded()
    mock.directory.get(hanako)!.password = 'another'
    expect((await mock.redeem(mock.code)).status).toBe(400)
  })
})
