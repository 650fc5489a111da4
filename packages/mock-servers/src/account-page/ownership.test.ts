import { describe, expect, test } from 'vitest'
import { hanako, password, startAccountPage, taro } from './testing/visitor.ts'

const ownPages = [
  '/security',
  '/proofs/manage/additional',
  '/proofs/AppPassword',
  '/proofs/AppPassword/created',
  '/password',
  '/mail/settings',
  '/activity',
  '/consent?request=x',
  '/link/permit?code=x',
  '/mail',
  '/mail/changes',
  '/mail/folders/Inbox',
  '/mail/folders/Inbox/1',
  '/mail/folders/Inbox/1/html',
  '/mail/folders/Inbox/1/source',
  '/mail/folders/Inbox/1/attachments/1',
]

const secret = 'From: a@b.example\r\nSubject: the plan\r\nContent-Type: text/html\r\n\r\nat midnight\r\n'

function fill(accountPage: ReturnType<typeof startAccountPage>) {
  accountPage.store.mailbox(taro).inbox.append(Buffer.from(secret))
  const account = accountPage.account(taro)
  account.twoStep = true
  const { id, password: appPassword } = account.createAppPassword('the telescope')
  accountPage.journal.add(
    {
      at: accountPage.clock.now(),
      protocol: 'imap',
      mechanism: 'LOGIN',
      address: taro,
      outcome: 'refused',
      reason: 'wrong-password',
      because: 'The secret is neither the password nor an app password of the account.',
      evidence: 'MS-IMAP-09',
      reply: 'A1 NO the moon failed.',
      session: 's1',
    },
    'wrong-password',
  )
  return { id, appPassword }
}

const telling = /the plan|at midnight|the telescope|the moon/

test.each(ownPages)('%s sends whoever is not signed in to the sign-in page, and back', async (path) => {
  using accountPage = startAccountPage()
  fill(accountPage)
  const answer = await accountPage.visitor().get(path)
  expect(answer).toMatchObject({ status: 303, location: `/signin?return=${encodeURIComponent(path)}` })
  expect(answer.text).toBe('')
})

test('no page of an account shows anything of another', async () => {
  using accountPage = startAccountPage()
  const { appPassword } = fill(accountPage)
  const owner = await accountPage.owner(hanako)
  for (const path of ['/', ...ownPages.filter((path) => path !== '/mail/changes')]) {
    const { text } = await owner.get(path)
    expect(text).not.toMatch(telling)
    expect(text).not.toContain(appPassword)
  }
})

test('a message with the same number in the own mailbox is the own one', async () => {
  using accountPage = startAccountPage()
  fill(accountPage)
  accountPage.store.mailbox(hanako).inbox.append(Buffer.from('Subject: my own\r\n\r\nmine\r\n'))
  const owner = await accountPage.owner(hanako)
  expect((await owner.get('/mail/folders/Inbox/1')).text).toContain('my own')
  expect((await owner.get('/mail/folders/Inbox/1/source')).text).toContain('mine')
})

test('no form of an account reaches another: not its app passwords, its switches, nor its password', async () => {
  using accountPage = startAccountPage()
  const { id } = fill(accountPage)
  const owner = await accountPage.owner(hanako)
  await owner.get('/security')
  await owner.post('/proofs/AppPassword/remove', { id, address: taro })
  await owner.post('/proofs/AppPassword/remove', { address: taro })
  await owner.post('/proofs/two-step', { to: 'off', address: taro })
  await owner.post('/mail/settings', { address: taro })
  await owner.post('/security/sign-out-everywhere', { address: taro })
  const account = accountPage.account(taro)
  expect(account.appPasswords).toHaveLength(1)
  expect(account.twoStep).toBe(true)
  expect(account.protocols).toEqual({ imap: true, pop3: true, smtp: true })
})

describe('a session is over', () => {
  test('when its account is removed, even if one with the same address is made', async () => {
    using accountPage = startAccountPage()
    const owner = await accountPage.owner(hanako)
    accountPage.directory.remove(hanako)
    expect((await owner.get('/security')).status).toBe(303)
    accountPage.directory.add({ address: hanako, password })
    expect((await owner.get('/security')).status).toBe(303)
    expect((await owner.get('/')).text).toContain('Pick an account')
  })

  test('when the password is changed, here or elsewhere; the browser that changed it stays', async () => {
    using accountPage = startAccountPage()
    const here = await accountPage.owner(hanako)
    const there = await accountPage.owner(hanako)
    const changed = await here.fill('/password', '/password', {
      current: password,
      new: 'battery staple',
      again: 'battery staple',
    })
    expect(changed.location).toBe('/security?notice=password-changed')
    expect((await here.get('/security')).status).toBe(200)
    expect((await there.get('/security')).status).toBe(303)
    expect((await there.signIn(hanako, 'battery staple')).status).toBe(303)
    accountPage.account().password = 'by the API'
    expect((await here.get('/security')).status).toBe(303)
  })

  test('when its owner signs out, here or everywhere', async () => {
    using accountPage = startAccountPage()
    const here = await accountPage.owner(hanako)
    const there = await accountPage.owner(hanako)
    const kept = new Map(here.cookies)
    await here.fill('/security', '/signout')
    for (const [name, value] of kept) here.cookies.set(name, value)
    expect((await here.get('/security')).status).toBe(303)
    await there.fill('/security', '/security/sign-out-everywhere')
    expect((await there.get('/security')).status).toBe(303)
  })
})

test('signing out everywhere revokes tokens', async () => {
  using accountPage = startAccountPage()
  const { accessToken } = await accountPage.identity.tokens.issue({
    account: accountPage.account(),
    clientId: accountPage.identity.clients.list()[0]!.id,
    scopes: ['https://outlook.office.com/IMAP.AccessAsUser.All'],
    at: accountPage.clock.now(),
  })
  await (await accountPage.owner(hanako)).fill('/security', '/security/sign-out-everywhere')
  expect(accountPage.identity.tokens.find(accessToken)).toMatchObject({ revoked: true })
})

test('the change of password asks for the old one, and for the new one twice', async () => {
  using accountPage = startAccountPage()
  const owner = await accountPage.owner(hanako)
  const attempts = [
    [{ current: 'wrong', new: 'a', again: 'a' }, 'not the current password'],
    [{ current: password, new: '', again: '' }, 'is empty'],
    [{ current: password, new: 'a', again: 'b' }, 'are not the same'],
    [{ current: password, new: 'x'.repeat(1025), again: 'x'.repeat(1025) }, 'longer than 1024'],
  ] as const
  for (const [fields, words] of attempts) {
    const answer = await owner.fill('/password', '/password', fields)
    expect(answer).toMatchObject({ status: 422, text: expect.stringContaining(words) })
    expect(accountPage.account().match(password).kind).toBe('password')
  }
})
