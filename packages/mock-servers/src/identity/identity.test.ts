import { describe, expect, test } from 'vitest'
import { Directory } from '../directory/directory.ts'
import { Consents } from './consents.ts'
import { Identity } from './identity.ts'
import { OAuthFaults } from './oauth-faults.ts'
import { personalTenantId, subjectOf, tenantIdOf } from '../tokens/subject.ts'
import { admits, authorityFrom } from './authority.ts'
import { sessionCookie, WebSessions } from './web-sessions.ts'

const at = new Date('2026-11-22T09:00:00Z')

function people() {
  const directory = new Directory({ now: () => at })
  const hanako = directory.add({ address: 'hanako@hotmail.com', password: 'x' })
  const taro = directory.add({ address: 'taro@contoso.example', password: 'x' })
  return { directory, hanako, taro }
}

describe('an authority', () => {
  const domains = ['contoso.example', 'fabrikam.example']

  test.each([
    ['common', { personal: true, work: true }],
    ['consumers', { personal: true, work: false }],
    [personalTenantId, { personal: true, work: false }],
    ['Organizations', { personal: false, work: true }],
    ['contoso.example', { personal: false, work: true }],
    [tenantIdOf('Contoso.example'), { personal: false, work: true }],
    ['fabrikam.example', { personal: false, work: false }],
  ])('%s admits those it is for', (segment, admitted) => {
    const { hanako, taro } = people()
    const authority = authorityFrom(segment, domains)!
    expect({ personal: admits(authority, hanako), work: admits(authority, taro) }).toEqual(admitted)
  })

  test('must be one that is there', () => {
    for (const segment of ['', 'nowhere.example', tenantIdOf('nowhere.example'), '..']) {
      expect(authorityFrom(segment, domains)).toBeUndefined()
    }
  })
})

test('a subject has ids of Microsoft’s form, the same every time', () => {
  const { hanako, taro } = people()
  const personal = subjectOf(hanako, 'app')
  expect(personal).toEqual(subjectOf(hanako, 'app'))
  expect(personal).toMatchObject({
    objectId: expect.stringMatching(/^00000000-0000-0000-0003-[\da-f]{12}$/),
    tenantId: personalTenantId,
    subject: expect.stringMatching(/^[\w-]{43}$/),
  })
  expect(subjectOf(hanako, 'another')).toEqual({ ...personal, subject: expect.not.stringMatching(personal.subject) })
  const guid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
  expect(subjectOf(taro, 'app').tenantId).toMatch(guid)
})

test('consents add up, by account and application', () => {
  const { hanako, taro } = people()
  const consents = new Consents()
  const covers = (...permissions: ('SMTP.Send' | 'Mail.Send')[]) =>
    consents.covers(hanako, 'app', { permissions: new Set(permissions) })
  expect(covers()).toBe(false)
  consents.grant(hanako, 'app', ['SMTP.Send'])
  expect([covers(), covers('SMTP.Send'), covers('SMTP.Send', 'Mail.Send')]).toEqual([true, true, false])
  consents.grant(hanako, 'app', ['Mail.Send'])
  expect(covers('SMTP.Send', 'Mail.Send')).toBe(true)
  expect([...consents.of(hanako, 'app')]).toEqual(['SMTP.Send', 'Mail.Send'])
  expect([consents.of(taro, 'app').size, consents.of(hanako, 'another').size]).toEqual([0, 0])
  consents.reset()
  expect(covers()).toBe(false)
})

describe('a browser session', () => {
  test('is found by its id until it ends', () => {
    const { hanako, taro } = people()
    const sessions = new WebSessions()
    const first = sessions.begin(hanako, { multiFactor: false, at })
    const second = sessions.begin(hanako, { multiFactor: true, at })
    const other = sessions.begin(taro, { multiFactor: false, at })
    expect(sessions.find(second.id)).toMatchObject({ account: hanako, multiFactor: true })
    expect([sessions.find(undefined), sessions.find('x')]).toEqual([undefined, undefined])
    sessions.end(first.id)
    expect(sessions.find(first.id)).toBeUndefined()
    sessions.endAll(hanako)
    expect(sessions.find(second.id)).toBeUndefined()
    expect(sessions.find(other.id)).toBe(other)
  })

  test('is kept in a cookie that scripts and forms from elsewhere cannot use', () => {
    const sessions = new WebSessions()
    expect(new WebSessions().cookieName).not.toBe(sessions.cookieName)
    expect(sessionCookie('X', 'id', { secure: true })).toBe('X=id; Path=/; HttpOnly; SameSite=Lax; Secure')
    expect(sessionCookie('X', null, { secure: false })).toBe('X=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
  })
})

test('ordered errors are served in order, at their endpoint, as often as ordered', () => {
  const faults = new OAuthFaults()
  faults.order({ reason: 'conditional-access-blocked', endpoint: 'token', times: 2 })
  const other = faults.order({ reason: 'server-error', endpoint: undefined, times: 1 })
  expect(faults.take('authorize')).toBe('server-error')
  expect([faults.take('token'), faults.take('token'), faults.take('token')]).toEqual([
    'conditional-access-blocked',
    'conditional-access-blocked',
    undefined,
  ])
  expect(faults.cancel(other.id)).toBe(false)
  const last = faults.order({ reason: 'slow-down', endpoint: 'token', times: 1 })
  expect(faults.list()).toEqual([last])
  expect(faults.cancel(last.id)).toBe(true)
})

describe('whatever an account holds ends', () => {
  async function signedIn() {
    const { directory, hanako } = people()
    const identity = new Identity({ directory, clients: [], deviceCodeInterval: 5 })
    const session = identity.webSessions.begin(hanako, { multiFactor: false, at })
    const { accessToken } = await identity.tokens.issue({ account: hanako, clientId: 'app', scopes: [], at })
    const ended = () => [identity.webSessions.find(session.id), identity.tokens.find(accessToken)?.revoked]
    return { directory, hanako, identity, ended }
  }

  test('with a new password', async () => {
    const { hanako, ended } = await signedIn()
    hanako.twoStep = true
    expect(ended()).toEqual([expect.anything(), false])
    hanako.password = 'another'
    expect(ended()).toEqual([undefined, true])
  })

  test('with the account, and when its owner signs out everywhere', async () => {
    const removed = await signedIn()
    removed.directory.remove('hanako@hotmail.com')
    expect(removed.ended()).toEqual([undefined, true])
    const left = await signedIn()
    left.identity.signOutEverywhere(left.hanako)
    expect(left.ended()).toEqual([undefined, true])
  })

  test('and is forgotten at a reset', async () => {
    const { identity, ended } = await signedIn()
    identity.faults.order({ reason: 'server-error', endpoint: undefined, times: 1 })
    identity.reset()
    expect(ended()).toEqual([undefined, undefined])
    expect(identity.faults.list()).toEqual([])
  })
})
