/** What the identity service keeps of an account: what it is given, what it loses, and what is nobody else's business. */
import { describe, expect, test } from 'vitest'
import { Directory } from '../directory/directory.ts'
import type { AuthorizationRequest } from './authorizations.ts'
import { readyMadeClient } from './clients.ts'
import { Identity } from './identity.ts'
import { OAuthFaults } from './oauth-faults.ts'
import { randomId, typableCode } from './random-id.ts'

const at = new Date('2026-11-22T09:00:00Z')
const smtp = 'https://outlook.office.com/SMTP.Send'
const clientId = readyMadeClient.id

async function start() {
  const directory = new Directory({ now: () => at })
  const [hanako, taro] = ['hanako@hotmail.com', 'taro@outlook.jp'].map((address) =>
    directory.add({ address, password: 'x' }),
  )
  const identity = new Identity({ directory, clients: [{ id: 'web' }], deviceCodeInterval: 7 })
  const client = identity.clients.get(clientId)!
  const request: AuthorizationRequest = {
    authority: { name: 'common' },
    client,
    redirectUri: 'http://localhost',
    responseMode: 'query',
    scopes: [smtp],
    state: undefined,
    nonce: undefined,
    challenge: undefined,
    prompt: undefined,
    loginHint: undefined,
  }

  /** One of everything, and what is left of it. */
  const signIn = async (account = hanako!) => {
    const { accessToken, refreshToken } = await identity.handOut({ account, clientId, scopes: [smtp], at })
    const session = identity.webSessions.begin(account, { multiFactor: false, at })
    const code = identity.authorizations.issueCode(request, { account, multiFactor: false, at })
    const device = identity.deviceCodes.begin({ authority: { name: 'common' }, client, scopes: [smtp] }, at)
    identity.approveDevice(device.userCode, { account, multiFactor: false, at })
    return () => ({
      access: identity.tokens.find(accessToken)?.revoked ?? 'unknown',
      refresh: identity.tokens.grant(refreshToken, at).kind,
      session: identity.webSessions.find(session.id)?.account === account,
      code: identity.authorizations.redeem(code, {
        clientId,
        redirectUri: 'http://localhost',
        verifier: undefined,
        at,
      }).outcome,
      device: identity.deviceCodes.poll(device.deviceCode, clientId, at).outcome,
      consented: [...identity.consents.of(account, clientId)],
    })
  }
  return { client, directory, hanako: hanako!, identity, request, signIn, taro: taro! }
}

const everything = {
  access: false,
  refresh: 'good',
  session: true,
  code: 'redeemed',
  device: 'approved',
  consented: ['SMTP.Send'],
}

describe('what an account holds', () => {
  test('is there until something ends it', async () => {
    const { signIn } = await start()
    expect((await signIn())()).toEqual(everything)
  })

  test.each<[string, (world: Awaited<ReturnType<typeof start>>) => void]>([
    ['its password is replaced', ({ hanako }) => (hanako.password = 'another')],
    ['it is removed', ({ directory, hanako }) => directory.remove(hanako.address)],
    ['its owner signs out everywhere', ({ hanako, identity }) => identity.signOutEverywhere(hanako)],
  ])('ends when %s, all but what was consented to; another account’s does not', async (_, happen) => {
    const world = await start()
    const [hers, his] = [await world.signIn(world.hanako), await world.signIn(world.taro)]
    happen(world)
    expect(hers()).toEqual({
      access: true,
      refresh: 'revoked',
      session: false,
      code: 'unknown',
      device: 'unknown',
      consented: ['SMTP.Send'],
    })
    expect(his()).toEqual(everything)
  })

  test.each<[string, (world: Awaited<ReturnType<typeof start>>) => void]>([
    ['two-step verification', ({ hanako }) => (hanako.twoStep = true)],
    ['a protocol', ({ hanako }) => (hanako.protocols = { imap: false })],
    ['an alias', ({ hanako }) => (hanako.aliases = ['h@outlook.jp'])],
    ['its standing', ({ hanako }) => (hanako.standing = 'blocked')],
    ['another account', ({ directory }) => directory.add({ address: 'jiro@outlook.jp', password: 'x' })],
  ])('stays when %s changes', async (_, happen) => {
    const world = await start()
    const holds = await world.signIn()
    happen(world)
    expect(holds()).toEqual(everything)
  })

  test('is forgotten at a reset, what was consented to as well', async () => {
    const { identity, request, signIn } = await start()
    const holds = await signIn()
    const pending = identity.authorizations.begin(request, { session: undefined, at })
    identity.reset()
    expect(holds()).toEqual({
      access: 'unknown',
      refresh: 'unknown',
      session: false,
      code: 'unknown',
      device: 'unknown',
      consented: [],
    })
    expect(identity.authorizations.find(pending.id, at)).toBeUndefined()
  })
})

describe('tokens that a test is handed', () => {
  test.each([true, false])('have the second factor of their owner: %s', async (twoStep) => {
    const { hanako, identity } = await start()
    hanako.twoStep = twoStep
    const { refreshToken } = await identity.handOut({ account: hanako, clientId, scopes: [smtp], at })
    expect(identity.tokens.grant(refreshToken, at)).toMatchObject({ grant: { multiFactor: twoStep } })
  })

  test('are consented to by whoever holds them', async () => {
    const { hanako, identity } = await start()
    await identity.handOut({ account: hanako, clientId, scopes: [smtp, 'openid'], at })
    expect([...identity.consents.of(hanako, clientId)]).toEqual(['SMTP.Send'])
  })

  test('are not made for a scope that there is not, and nothing is consented to', async () => {
    const { hanako, identity } = await start()
    const made = identity.handOut({ account: hanako, clientId, scopes: [smtp, 'Fax.Send'], at })
    await expect(made).rejects.toThrow(new RangeError('there is no scope "Fax.Send"'))
    expect(identity.consents.of(hanako, clientId).size).toBe(0)
  })
})

describe('a device', () => {
  test('that somebody approves is approved for what its application asks, and no other application', async () => {
    const { client, hanako, identity, taro } = await start()
    const graph = 'https://graph.microsoft.com/Mail.Send'
    const device = identity.deviceCodes.begin({ authority: { name: 'common' }, client, scopes: [smtp, graph] }, at)
    expect(identity.approveDevice(device.userCode, { account: hanako, multiFactor: true, at })).toBe(true)
    expect([...identity.consents.of(hanako, clientId)]).toEqual(['SMTP.Send', 'Mail.Send'])
    expect([identity.consents.of(hanako, 'web').size, identity.consents.of(taro, clientId).size]).toEqual([0, 0])
    expect(identity.deviceCodes.poll(device.deviceCode, clientId, at)).toMatchObject({
      account: hanako,
      multiFactor: true,
    })
  })

  test('that asks for a scope that there is not is approved, for nothing', async () => {
    const { client, hanako, identity } = await start()
    const device = identity.deviceCodes.begin({ authority: { name: 'common' }, client, scopes: ['Fax.Send'] }, at)
    expect(identity.approveDevice(device.userCode, { account: hanako, multiFactor: false, at })).toBe(true)
    expect(identity.consents.of(hanako, clientId).size).toBe(0)
  })

  test('that does not wait is approved by nobody, and nothing is consented to', async () => {
    const { hanako, identity } = await start()
    expect(identity.approveDevice('NOBODY', { account: hanako, multiFactor: false, at })).toBe(false)
    expect(identity.consents.of(hanako, clientId).size).toBe(0)
  })

  test('waits as long between two questions as the configuration says', async () => {
    expect((await start()).identity.deviceCodes.interval).toBe(7)
  })
})

describe('errors that a test orders', () => {
  test('are counted down, listed oldest first, numbered on, and taken back by their number', () => {
    const faults = new OAuthFaults()
    const first = faults.order({ reason: 'server-error', endpoint: 'token', times: 3 })
    const second = faults.order({ reason: 'slow-down', endpoint: undefined, times: 1 })
    expect([first.id, second.id]).toEqual([1, 2])
    expect(faults.take('token')).toBe('server-error')
    expect(faults.list()).toEqual([{ ...first, times: 2 }, second])
    expect([faults.take('devicecode'), faults.take('devicecode')]).toEqual(['slow-down', undefined])
    expect([faults.cancel(2), faults.cancel(1), faults.cancel(1)]).toEqual([false, true, false])
    expect([faults.take('token'), faults.list()]).toEqual([undefined, []])
    expect(faults.order({ reason: 'slow-down', endpoint: 'token', times: 1 }).id).toBe(3)
    faults.clear()
    expect(faults.list()).toEqual([])
  })

  test.each(['authorize', 'token', 'devicecode'] as const)('for %s reach no other endpoint', (endpoint) => {
    const faults = new OAuthFaults()
    faults.order({ reason: 'server-error', endpoint, times: 10 })
    const all = ['authorize', 'token', 'devicecode'] as const
    expect(all.filter((candidate) => faults.take(candidate) !== undefined)).toEqual([endpoint])
  })
})

describe('ids and codes that nobody can guess', () => {
  test('are 256 bits, safe in an address and a cookie, and another one each time', () => {
    const ids = Array.from({ length: 100 }, randomId)
    expect(ids.filter((id) => !/^[\w-]{43}$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(100)
  })

  test('are made of all the letters and digits that are hard to confuse, and of no others', () => {
    expect(new Set(typableCode(5000))).toEqual(new Set('ABCDEFGHJKLMNPQRSTUVWXYZ23456789'))
    expect([0, 8, 9].map((length) => typableCode(length).length)).toEqual([0, 8, 9])
  })
})
