import { describe, expect, test } from 'vitest'
import { readyMadeClient } from '../../identity/clients.ts'
import type { Authority } from '../../identity/authority.ts'
import { hanako, password, startAccountPage, taro } from '../testing/visitor.ts'

const scopes = [
  'https://outlook.office.com/IMAP.AccessAsUser.All',
  'https://outlook.office.com/SMTP.Send',
  'offline_access',
]

function withDevice(authority: Authority = { name: 'common' }) {
  const accountPage = startAccountPage()
  const client = accountPage.identity.clients.get(readyMadeClient.id)!
  const { userCode, deviceCode } = accountPage.identity.deviceCodes.begin(
    { authority, client, scopes },
    accountPage.clock.now(),
  )
  const outcome = () => accountPage.identity.deviceCodes.poll(deviceCode, client.id, accountPage.clock.now()).outcome
  return { accountPage, userCode, outcome, [Symbol.dispose]: () => accountPage[Symbol.dispose]() }
}

test('a code, a sign-in and a yes let the program in', async () => {
  using made = withDevice()
  const { accountPage, userCode, outcome } = made
  const visitor = accountPage.visitor()
  expect((await visitor.get('/devicelogin')).text).toContain('Only go on if you started this yourself')
  const typed = ` ${userCode.slice(0, 4).toLowerCase()}-${userCode.slice(4)} `
  const found = await visitor.post('/devicelogin', { code: typed })
  expect(found).toMatchObject({ status: 303, location: `/link/permit?code=${userCode}` })
  const signIn = await visitor.get(found.location!)
  expect(signIn.location).toMatch(/^\/signin\?return=/)
  await visitor.get(signIn.location!)
  const back = await visitor.post('/signin', { address: hanako, password, return: found.location! })
  expect(back.location).toBe(found.location)
  const question = await visitor.get(back.location!)
  for (const part of [
    readyMadeClient.name,
    readyMadeClient.id,
    hanako,
    'over IMAP',
    'send mail as you',
    'while you are away',
  ]) {
    expect(question.text).toContain(part)
  }
  expect(outcome()).toBe('pending')
  expect(await visitor.post('/link/permit', { code: userCode, answer: 'yes' })).toMatchObject({
    status: 303,
    location: '/link/done?outcome=approved',
  })
  expect((await visitor.get('/link/done?outcome=approved')).text).toContain('The program is signed in')
  expect(outcome()).toBe('approved')
  const permitted = accountPage.identity.consents.of(accountPage.account(), readyMadeClient.id)
  expect([...permitted]).toEqual(['IMAP.AccessAsUser.All', 'SMTP.Send'])
})

test('a no keeps it out, and anything that is not a yes is a no', async () => {
  for (const answer of ['no', '', 'YES']) {
    using made = withDevice()
    const { accountPage, userCode, outcome } = made
    const owner = await accountPage.owner()
    const told = await owner.fill(`/link/permit?code=${userCode}`, '/link/permit', { code: userCode, answer })
    expect(told.location).toBe('/link/done?outcome=declined')
    expect(outcome()).toBe('declined')
    expect([...accountPage.identity.consents.of(accountPage.account(), readyMadeClient.id)]).toEqual([])
  }
})

describe('a code that does not wait', () => {
  test('is said to be wrong, and is not lost from the field', async () => {
    using made = withDevice()
    const visitor = made.accountPage.visitor()
    const answer = await visitor.fill('/link', '/link', { code: 'NO"SUCH<b>' })
    expect(answer).toMatchObject({ status: 422, text: expect.stringContaining('No sign-in waits for that code') })
    expect(answer.text).toContain('value="NO&quot;SUCH&lt;b&gt;"')
  })

  test('is used up after one answer', async () => {
    using made = withDevice()
    const { accountPage, userCode } = made
    const owner = await accountPage.owner()
    await owner.fill(`/link/permit?code=${userCode}`, '/link/permit', { code: userCode, answer: 'no' })
    expect(await owner.post('/link/permit', { code: userCode, answer: 'yes' })).toMatchObject({ status: 404 })
    expect(await owner.get(`/link/permit?code=${userCode}`)).toMatchObject({ status: 404 })
    expect([...accountPage.identity.consents.of(accountPage.account(), readyMadeClient.id)]).toEqual([])
  })

  test('is too old after 15 minutes of the mock’s clock', async () => {
    using made = withDevice()
    const { accountPage, userCode, outcome } = made
    const owner = await accountPage.owner()
    await owner.get(`/link/permit?code=${userCode}`)
    accountPage.clock.advance(15 * 60 * 1000)
    expect(await owner.post('/link/permit', { code: userCode, answer: 'yes' })).toMatchObject({ status: 404 })
    expect(outcome()).toBe('expired')
  })
})

test('an account the program does not take is told so, and cannot say yes', async () => {
  using made = withDevice({ name: 'organizations' })
  const { accountPage, userCode, outcome } = made
  const owner = await accountPage.owner(taro)
  const question = await owner.get(`/link/permit?code=${userCode}`)
  expect(question).toMatchObject({ status: 403, text: expect.stringContaining('does not take this kind of account') })
  expect(await owner.post('/link/permit', { code: userCode, answer: 'yes' })).toMatchObject({ status: 403 })
  expect(outcome()).toBe('pending')
})
