import { describe, expect, test } from 'vitest'
import { hanako, password, startAccountPage, taro, TestVisitor } from '../testing/visitor.ts'

const turnOn = ['/proofs/two-step', { to: 'on' }] as const

describe('a form is taken', () => {
  test('from our own page, with or without an Origin', async () => {
    using accountPage = startAccountPage()
    const owner = await accountPage.owner()
    await owner.get('/security')
    for (const headers of [
      {},
      { origin: 'http://127.0.0.1:1080' },
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
    ]) {
      accountPage.account().twoStep = false
      expect(await owner.post(...turnOn, headers)).toMatchObject({ status: 303 })
      expect(accountPage.account().twoStep).toBe(true)
    }
  })

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'http://127.0.0.1:9999' }],
    [{ origin: 'https://127.0.0.1:1080' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'null', 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'null', 'sec-fetch-site': 'same-site' }],
  ])('not from elsewhere: %j', async (headers) => {
    using accountPage = startAccountPage()
    const owner = await accountPage.owner()
    await owner.get('/security')
    expect(await owner.post(...turnOn, headers as Record<string, string>)).toMatchObject({ status: 403 })
    expect(accountPage.account().twoStep).toBe(false)
  })

  test('not without its token, nor with a wrong one, nor with one of another visitor', async () => {
    using accountPage = startAccountPage()
    const owner = await accountPage.owner()
    const stranger = await accountPage.owner(taro)
    const theirs = /name="token" value="([^"]+)"/.exec((await stranger.get('/security')).text)![1]!
    await owner.get('/security')
    for (const token of ['', 'x', theirs]) {
      const answer = await owner.post('/proofs/two-step', { token, to: 'on' })
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('Nothing was changed')
    }
    expect(accountPage.account().twoStep).toBe(false)
  })

  test('not with a token from before the sign-in', async () => {
    using accountPage = startAccountPage()
    const visitor = accountPage.visitor()
    const before = /name="token" value="([^"]+)"/.exec((await visitor.get('/signin')).text)![1]!
    await visitor.signIn(hanako)
    expect(await visitor.post('/proofs/two-step', { token: before, to: 'on' })).toMatchObject({ status: 403 })
  })

  test('not without the cookie that came with it', async () => {
    using accountPage = startAccountPage()
    const visitor = accountPage.visitor()
    await visitor.get('/signin')
    visitor.cookies.clear()
    expect(await visitor.post('/signin', { address: hanako, password })).toMatchObject({ status: 403 })
  })

  test('not as anything but a form, nor larger than any form is', async () => {
    using accountPage = startAccountPage()
    const owner = await accountPage.owner()
    await owner.get('/security')
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
      expect(await owner.post(...turnOn, { 'content-type': type })).toMatchObject({ status: 415 })
    }
    expect(await owner.post('/proofs/two-step', { to: 'on', more: 'x'.repeat(17_000) })).toMatchObject({ status: 413 })
    expect(accountPage.account().twoStep).toBe(false)
  })
})

test('reading a page changes nothing, whatever its address says', async () => {
  using accountPage = startAccountPage()
  const owner = await accountPage.owner()
  const paths = ['/proofs/two-step?to=on', '/security/sign-out-everywhere', '/signout', '/proofs/AppPassword/remove']
  for (const path of paths) expect((await owner.get(path)).status).toBe(404)
  expect(accountPage.account().twoStep).toBe(false)
  expect((await owner.get('/security')).status).toBe(200)
})

test('cookies are kept from scripts and from other sites, and from plain HTTP where there is TLS', async () => {
  using accountPage = startAccountPage()
  const plain = await accountPage.app.request('http://127.0.0.1:1080/signin')
  expect(plain.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
  const secure = await accountPage.app.request('https://account.microsoft.com/signin')
  expect(secure.headers.get('set-cookie')).toMatch(/; Secure/)
  const visitor = new TestVisitor(accountPage.app, {}, 'https://account.microsoft.com')
  const signedIn = await visitor.signIn(hanako)
  expect(signedIn.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
})

test('two mocks on one machine do not share cookies', () => {
  using one = startAccountPage()
  using other = startAccountPage()
  expect(one.identity.webSessions.cookieName).not.toBe(other.identity.webSessions.cookieName)
})
