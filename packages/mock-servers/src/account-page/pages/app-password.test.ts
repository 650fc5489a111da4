import { describe, expect, test } from 'vitest'
import { hanako, password, startAccountPage, taro } from '../testing/visitor.ts'

const shown = (page: string) => /data-testid="app-password">([a-z]{16})</.exec(page)?.[1]

async function withTwoStep() {
  const accountPage = startAccountPage()
  const owner = await accountPage.owner()
  accountPage.account().twoStep = true
  const create = (name = 'Outlook 2016') => owner.fill('/proofs/AppPassword', '/proofs/AppPassword', { name })
  return { accountPage, owner, create, [Symbol.dispose]: () => accountPage[Symbol.dispose]() }
}

test('the whole article: two-step on, an app password made, seen once, gone', async () => {
  using accountPage = startAccountPage()
  const owner = await accountPage.owner()
  const before = await owner.get('/proofs/manage/additional')
  expect(before.text).not.toContain('App passwords</h2>')
  expect((await owner.post('/proofs/two-step', { to: 'on' })).location).toMatch(/notice=two-step-on$/)
  const options = await owner.get('/proofs/manage/additional')
  expect(options.text).toContain('App passwords</h2>')
  expect(options.text).toContain('Create a new app password')

  const made = await owner.fill('/proofs/AppPassword', '/proofs/AppPassword', { name: 'Outlook 2016' })
  expect(made).toMatchObject({ status: 303, location: '/proofs/AppPassword/created', text: '' })
  const page = await owner.get('/proofs/AppPassword/created')
  expect(page.headers.get('cache-control')).toBe('no-store')
  const secret = shown(page.text)!
  expect(accountPage.account().match(secret)).toMatchObject({ kind: 'app-password' })

  const again = await owner.get('/proofs/AppPassword/created')
  expect(again.status).toBe(200)
  expect(again.text).toContain('each is shown once')
  const list = await owner.get('/proofs/manage/additional')
  expect(list.text).toContain('Outlook 2016')
  for (const { text } of [again, list]) expect(text).not.toContain(secret)
})

describe('a new app password', () => {
  test('is shown only in the session that made it', async () => {
    using made = await withTwoStep()
    const { accountPage, owner, create } = made
    const elsewhere = await accountPage.owner(taro)
    await create()
    expect(shown((await elsewhere.get('/proofs/AppPassword/created')).text)).toBeUndefined()
    expect(shown((await owner.get('/proofs/AppPassword/created')).text)).toBeDefined()
  })

  test('is not shown any more when a second one was made before, or two-step was switched off', async () => {
    using made = await withTwoStep()
    const { accountPage, owner, create } = made
    await create('first')
    await create('second')
    expect((await owner.get('/proofs/AppPassword/created')).text).toContain('“second”')
    expect(shown((await owner.get('/proofs/AppPassword/created')).text)).toBeUndefined()
    await create('third')
    accountPage.account().twoStep = false
    expect(shown((await owner.get('/proofs/AppPassword/created')).text)).toBeUndefined()
  })

  test('has a name, whatever was typed', async () => {
    using made = await withTwoStep()
    const { accountPage, create } = made
    await create('  ')
    await create('x'.repeat(200))
    await create('<script>alert(1)</script>')
    expect(accountPage.account().appPasswords.map(({ name }) => name.slice(0, 100))).toEqual([
      'App password',
      'x'.repeat(100),
      '<script>alert(1)</script>',
    ])
  })

  test('is refused while two-step is off, and when there are too many', async () => {
    using made = await withTwoStep()
    const { accountPage, owner, create } = made
    for (let count = 0; count < 40; count++) accountPage.account().createAppPassword(`program ${count}`)
    expect(await create()).toMatchObject({
      status: 409,
      text: expect.stringContaining('as many app passwords as it may'),
    })
    accountPage.account().twoStep = false
    expect(await create()).toMatchObject({ status: 409, text: expect.stringContaining('Turn it on first') })
    expect((await owner.get('/proofs/AppPassword')).text).toContain('exist only while two-step verification is on')
  })

  test('is said to be useless where no server takes one any more', async () => {
    using made = await withTwoStep()
    const { accountPage, owner } = made
    expect((await owner.get('/proofs/AppPassword')).text).not.toContain('no app password either')
    accountPage.clock.set('2026-11-22')
    expect((await owner.get('/proofs/AppPassword')).text).toContain('no app password either')
    expect((await owner.get('/')).text).toContain('can no longer be used')
  })
})

test('app passwords are removed singly, or all at once', async () => {
  using made = await withTwoStep()
  const { accountPage, owner } = made
  const account = accountPage.account()
  const ids = ['Outlook', 'Phone', 'Scanner'].map((name) => account.createAppPassword(name).id)
  await owner.fill('/proofs/manage/additional', '/proofs/AppPassword/remove', { id: ids[1]! })
  expect(account.appPasswords.map(({ name }) => name)).toEqual(['Outlook', 'Scanner'])
  await owner.post('/proofs/AppPassword/remove', { id: 'nonsense' })
  expect(account.appPasswords).toHaveLength(2)
  await owner.post('/proofs/AppPassword/remove')
  expect(account.appPasswords).toEqual([])
})

test('foreign text stays text: a name with markup, in the list and where it is shown', async () => {
  using made = await withTwoStep()
  const { owner, create } = made
  await create('<img src=x onerror=alert(1)>"\'')
  for (const path of ['/proofs/AppPassword/created', '/proofs/manage/additional']) {
    const { text } = await owner.get(path)
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;')
    expect(text).not.toContain('<img')
  }
})

test('the switches of the mailbox are those of its owner', async () => {
  using accountPage = startAccountPage()
  const owner = await accountPage.owner()
  expect((await owner.get('/mail/settings')).text.match(/ checked=""/g)).toHaveLength(3)
  await owner.post('/mail/settings', { imap: 'on' })
  expect(accountPage.account().protocols).toEqual({ imap: true, pop3: false, smtp: false })
  expect((await owner.get('/mail/settings')).text.match(/ checked=""/g)).toHaveLength(1)
  expect((await owner.get('/')).text).toContain('POP: switched off in the mail settings')
})

test('recent sign-ins show Microsoft’s words, the mock’s reason, and no secret', async () => {
  using accountPage = startAccountPage()
  accountPage.account().twoStep = true
  const owner = accountPage.visitor()
  accountPage.account().twoStep = false
  await owner.signIn(hanako)
  accountPage.journal.add(
    {
      at: accountPage.clock.now(),
      protocol: 'imap',
      mechanism: 'LOGIN',
      address: hanako,
      outcome: 'refused',
      reason: 'app-password-needed',
      because: 'The password is right, but two-step verification is on.',
      evidence: 'MS-IMAP-09',
      reply: 'A1 NO LOGIN failed.',
      session: 's1',
    },
    'app-password-needed',
  )
  const english = (await owner.get('/activity')).text
  for (const part of ['A1 NO LOGIN failed.', 'The password is right, but', 'app-password-needed', 'MS-IMAP-09']) {
    expect(english).toContain(part)
  }
  expect(english).not.toContain(password)
  await owner.get('/language?to=ja')
  const japanese = (await owner.get('/activity')).text
  expect(japanese).toContain('メールソフトにはアプリ パスワードが必要です。')
  expect(japanese).toContain('A1 NO LOGIN failed.')
})
