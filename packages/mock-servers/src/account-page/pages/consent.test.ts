import { expect, test } from 'vitest'
import { readyMadeClient } from '../../identity/clients.ts'
import { startAccountPage } from '../testing/visitor.ts'

function withRequest(name?: string) {
  const accountPage = startAccountPage()
  const known = accountPage.identity.clients.get(readyMadeClient.id)!
  const pending = accountPage.identity.authorizations.begin(
    {
      authority: { name: 'common' },
      client: { ...known, name: name ?? known.name },
      redirectUri: 'http://localhost:8400/',
      responseMode: 'query',
      scopes: ['https://outlook.office.com/POP.AccessAsUser.All', 'openid'],
      state: 'abc',
      nonce: undefined,
      challenge: undefined,
      prompt: undefined,
      loginHint: undefined,
    },
    { session: undefined, at: accountPage.clock.now() },
  )
  const consent = () => accountPage.identity.authorizations.find(pending.id, accountPage.clock.now())?.consent
  return { accountPage, request: pending.id, consent, [Symbol.dispose]: () => accountPage[Symbol.dispose]() }
}

test.each([
  ['yes', 'given'],
  ['no', 'declined'],
])('%s is written down as %s, by whoever is signed in, and the way goes on', async (answer, decision) => {
  using made = withRequest()
  const { accountPage, request, consent } = made
  const owner = await accountPage.owner()
  const page = await owner.get(`/consent?request=${request}`)
  for (const part of [readyMadeClient.name, 'over POP', 'know that you signed in']) expect(page.text).toContain(part)
  const gone = await owner.post('/consent', { request, answer })
  expect(consent()).toEqual({ decision, account: accountPage.account() })
  const back = `/common/oauth2/v2.0/reprocess?request=${request}`
  expect(gone).toMatchObject({ status: 303, location: `/continue?return=${encodeURIComponent(back)}` })
  const between = await owner.get(gone.location!)
  expect(between.text).toContain(`<meta http-equiv="refresh" content="0;url=${back}"/>`)
  expect(between.text).toContain(`<a href="${back}">`)
})

test('an application’s name is text, whatever it says', async () => {
  using made = withRequest('<b>Trust me</b>')
  const owner = await made.accountPage.owner()
  const { text } = await owner.get(`/consent?request=${made.request}`)
  expect(text).toContain('&lt;b&gt;Trust me&lt;/b&gt;')
})

test('a request that does not wait is said to be gone', async () => {
  using made = withRequest()
  const { accountPage, request } = made
  const owner = await accountPage.owner()
  for (const path of ['/consent', '/consent?request=', `/consent?request=${request}x`]) {
    expect(await owner.get(path)).toMatchObject({
      status: 404,
      text: expect.stringContaining('does not wait any more'),
    })
  }
  accountPage.clock.advance(24 * 60 * 60 * 1000)
  expect(await owner.post('/consent', { request, answer: 'yes' })).toMatchObject({ status: 404 })
})

test('the page in between leads nowhere but to this host', async () => {
  using accountPage = startAccountPage()
  const visitor = accountPage.visitor()
  expect((await visitor.get('/continue?return=https%3A%2F%2Fevil.example')).text).toContain('content="0;url=/"')
})
