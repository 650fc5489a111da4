import { describe, expect, test } from 'vitest'
import { codeAt } from '../../directory/totp.ts'
import { hanako, password, startAccountPage, taro } from '../testing/visitor.ts'

/** The code that the page itself shows, as a mock may. */
const shownCode = (page: string) => /data-testid="code">(\d{6})</.exec(page)![1]!

test('the right password signs in and leads back to where one was going', async () => {
  using accountPage = startAccountPage()
  const visitor = accountPage.visitor()
  await visitor.get('/signin')
  const answer = await visitor.post('/signin', { address: ' HANAKO@hotmail.com ', password, return: '/mail/settings' })
  expect(answer).toMatchObject({ status: 303, location: '/mail/settings' })
  expect((await visitor.get('/')).text).toContain('Signed in as <strong>hanako@hotmail.com')
})

test.each([
  ['nobody@hotmail.com', password, 'No account of this mock has that address'],
  [hanako, 'wrong', 'not the password of this account'],
  [hanako, '', 'not the password of this account'],
])('%s with %j is refused, and neither is repeated as a secret', async (address, secret, words) => {
  using accountPage = startAccountPage()
  const visitor = accountPage.visitor()
  const answer = await visitor.signIn(address, secret)
  expect(answer).toMatchObject({ status: 422, text: expect.stringContaining(words) })
  expect(answer.text).toContain('<title>Problem: Sign in')
  expect(answer.text).toContain(`value="${address}"`)
  if (secret !== '') expect(answer.text).not.toContain(`"${secret}"`)
  expect((await visitor.get('/security')).status).toBe(303)
})

test('an app password is for mail programs: here it is refused, and told apart from a wrong one', async () => {
  using accountPage = startAccountPage()
  accountPage.account().twoStep = true
  const { password: appPassword } = accountPage.account().createAppPassword('Outlook')
  const answer = await accountPage.visitor().signIn(hanako, appPassword)
  expect(answer).toMatchObject({ status: 422, text: expect.stringContaining('That is an app password') })
  expect(answer.text).not.toContain(appPassword)
})

test('whoever proves himself is not blocked any longer (MS-ACC-09)', async () => {
  using accountPage = startAccountPage()
  accountPage.account().standing = 'blocked'
  const visitor = accountPage.visitor()
  await visitor.signIn(hanako, 'wrong')
  expect(accountPage.account().standing).toBe('blocked')
  await visitor.signIn(hanako)
  expect(accountPage.account().standing).toBe('active')
})

test('a sign-in gives the browser another session, and ends the one it had', async () => {
  using accountPage = startAccountPage()
  const visitor = await accountPage.owner(taro)
  const { cookieName } = accountPage.identity.webSessions
  const before = visitor.cookies.get(cookieName)!
  await visitor.signIn(hanako)
  expect(visitor.cookies.get(cookieName)).not.toBe(before)
  expect(accountPage.identity.webSessions.find(before)).toBeUndefined()
})

describe('with two-step verification on', () => {
  test('the password is half of it, and the code of the moment the other', async () => {
    using accountPage = startAccountPage()
    accountPage.account().twoStep = true
    accountPage.account().standing = 'blocked'
    const visitor = accountPage.visitor()
    await visitor.get('/signin')
    const half = await visitor.post('/signin', { address: hanako, password, return: '/activity' })
    expect(half).toMatchObject({ status: 303, location: '/signin/code' })
    expect((await visitor.get('/security')).status).toBe(303)
    expect(accountPage.account().standing).toBe('blocked')
    const page = await visitor.get('/signin/code')
    expect(page.text).toContain('autocomplete="one-time-code"')
    expect(await visitor.post('/signin/code', { code: shownCode(page.text) })).toMatchObject({
      status: 303,
      location: '/activity',
    })
    expect(accountPage.account().standing).toBe('active')
    const session = accountPage.identity.webSessions.find(
      visitor.cookies.get(accountPage.identity.webSessions.cookieName),
    )
    expect(session).toMatchObject({ multiFactor: true })
  })

  test('the code follows the mock’s clock', async () => {
    using accountPage = startAccountPage()
    accountPage.account().twoStep = true
    const visitor = accountPage.visitor()
    await visitor.signIn(hanako)
    const { text } = await visitor.get('/signin/code')
    accountPage.clock.set('2026-11-22')
    expect((await visitor.post('/signin/code', { code: shownCode(text) })).status).toBe(422)
    const { text: later } = await visitor.get('/signin/code')
    expect((await visitor.post('/signin/code', { code: shownCode(later) })).status).toBe(303)
  })

  test('five wrong codes end the half sign-in, and then the right one helps no more', async () => {
    using accountPage = startAccountPage()
    accountPage.account().twoStep = true
    const visitor = accountPage.visitor()
    await visitor.signIn(hanako)
    const code = shownCode((await visitor.get('/signin/code')).text)
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (let guess = 1; guess <= 4; guess++) {
      expect((await visitor.post('/signin/code', { code: wrong })).text).toContain('not the code of this moment')
    }
    expect((await visitor.post('/signin/code', { code: wrong })).text).toContain('Start again with the password')
    expect((await visitor.post('/signin/code', { code })).status).toBe(422)
    expect((await visitor.get('/signin/code')).location).toBe('/signin')
    expect((await visitor.get('/security')).status).toBe(303)
  })

  test('nobody sees the code who has not shown the password in the same browser', async () => {
    using accountPage = startAccountPage()
    accountPage.account().twoStep = true
    const visitor = accountPage.visitor()
    await visitor.signIn(hanako)
    expect(await accountPage.visitor().get('/signin/code')).toMatchObject({ status: 303, location: '/signin' })
    await visitor.signIn(taro, 'wrong')
    expect((await visitor.get('/signin')).text).not.toContain('data-testid="code"')
  })

  test('a half sign-in is over when the password changes or the account goes', async () => {
    using accountPage = startAccountPage()
    accountPage.account().twoStep = true
    for (const change of [() => (accountPage.account().password = 'new'), () => accountPage.directory.remove(hanako)]) {
      const visitor = accountPage.visitor()
      await visitor.signIn(hanako, accountPage.account().match(password).kind === 'password' ? password : 'new')
      expect((await visitor.get('/signin/code')).status).toBe(200)
      change()
      expect((await visitor.get('/signin/code')).status).toBe(303)
    }
  })

  test('an authenticator app with the secret that is shown shows the same code', async () => {
    using accountPage = startAccountPage()
    accountPage.account().twoStep = true
    const visitor = accountPage.visitor()
    await visitor.signIn(hanako)
    const { text } = await visitor.get('/signin/code')
    const secret = /<code>([A-Z2-7]{32})<\/code>/.exec(text)![1]!
    expect(codeAt(fromBase32(secret), accountPage.clock.now())).toBe(shownCode(text))
  })
})

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)!
      .map((octet) => Number.parseInt(octet, 2)),
  )
}
