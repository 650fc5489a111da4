import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Directory } from '../directory/directory.ts'
import { Clock } from '../clock/clock.ts'
import { Gate } from './gate.ts'
import { type Invalidation, SessionLife } from './session-life.ts'

const START = new Date('2026-11-22T00:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const PASSWORD = 'correct horse'

function setUp({ lifeMs = HOUR }: { lifeMs?: number } = {}) {
  const clock = new Clock(START)
  const directory = new Directory({ now: () => clock.now() })
  const account = directory.add({ address: 'hanako@hotmail.com', password: PASSWORD })
  const other = directory.add({ address: 'taro@hotmail.com', password: PASSWORD })
  const life = new SessionLife({ clock, directory })
  const ended: [string, Invalidation][] = []
  const begin = (id: string, { of = account, token = true } = {}) => {
    life.begin(id, { account: of, expiresAt: token ? new Date(START.getTime() + lifeMs) : undefined })
    life.onInvalidated(id, (why) => ended.push([id, why]))
  }
  return { account, begin, clock, directory, ended, life, other }
}

function timersThatKeepUsRunning(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length
}

describe('a session that came in with a token', () => {
  test('ends when the clock is moved past the end of the token, and is told once', () => {
    const { begin, clock, ended } = setUp()
    clock.freeze(true)
    clock.set(START)
    begin('a')
    clock.advance(HOUR - 1)
    expect(ended).toEqual([])
    clock.advance(1)
    clock.advance(DAY)
    expect(ended).toEqual([['a', 'access-token-expired']])
  })

  test('goes on when the clock is moved back, and when its connection is gone nobody is told', () => {
    const { begin, clock, ended, life } = setUp()
    begin('a')
    clock.advance(-DAY)
    life.forget('a')
    clock.advance(3 * DAY)
    expect(ended).toEqual([])
  })

  test('keeps no process running meanwhile', () => {
    const { begin, life } = setUp()
    const before = timersThatKeepUsRunning()
    begin('a')
    expect(timersThatKeepUsRunning()).toBe(before)
    life.forget('a')
  })

  describe('while time passes by itself', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }))
    afterEach(() => void vi.useRealTimers())

    test('ends at that moment, not before', () => {
      const { begin, ended } = setUp()
      begin('a')
      vi.advanceTimersByTime(HOUR - 1)
      expect(ended).toEqual([])
      vi.advanceTimersByTime(1)
      expect(ended).toEqual([['a', 'access-token-expired']])
    })

    test('ends at that moment even if it is further away than a timer can wait', () => {
      const { begin, ended } = setUp({ lifeMs: 60 * DAY })
      begin('a')
      vi.advanceTimersByTime(60 * DAY - 1)
      expect(ended).toEqual([])
      vi.advanceTimersByTime(1)
      expect(ended).toEqual([['a', 'access-token-expired']])
    })

    test('does not end while the clock stands still, and ends later for it', () => {
      const { begin, clock, ended } = setUp()
      begin('a')
      clock.freeze(true)
      vi.advanceTimersByTime(DAY)
      expect(ended).toEqual([])
      clock.freeze(false)
      vi.advanceTimersByTime(HOUR - 1)
      expect(ended).toEqual([])
      vi.advanceTimersByTime(1)
      expect(ended).toEqual([['a', 'access-token-expired']])
    })

    test('leaves one timer, however often the clock is moved', () => {
      const { begin, clock } = setUp()
      begin('a')
      for (let count = 0; count < 5; count++) clock.advance(1000)
      expect(vi.getTimerCount()).toBe(1)
      clock.freeze(true)
      expect(vi.getTimerCount()).toBe(0)
    })

    test('leaves no timer behind', () => {
      const { begin, life } = setUp()
      begin('a')
      begin('a')
      expect(vi.getTimerCount()).toBe(1)
      life.forget('a')
      expect(vi.getTimerCount()).toBe(0)
    })
  })
})

describe('every session of an account', () => {
  test.each<[Invalidation, string, (world: ReturnType<typeof setUp>) => void]>([
    ['password-changed', 'its password is replaced', ({ account }) => (account.password = 'another horse')],
    ['account-disabled', 'it is blocked', ({ account }) => (account.standing = 'blocked')],
    ['account-disabled', 'it is removed', ({ account, directory }) => directory.remove(account.address)],
    ['account-disabled', 'the mock starts anew', ({ directory }) => directory.reset()],
  ])('ends (%s) when %s, whatever it came in with', (why, _, happen) => {
    const world = setUp()
    world.begin('with a token')
    world.begin('with a password', { token: false })
    happen(world)
    expect(world.ended).toEqual([
      ['with a token', why],
      ['with a password', why],
    ])
  })

  test('goes on when the account is let in again', () => {
    const { account, begin, ended } = setUp()
    account.standing = 'blocked'
    begin('a')
    account.standing = 'active'
    expect(ended).toEqual([])
  })

  test('goes on when something else changes about an account that is blocked already', () => {
    const { account, begin, ended } = setUp()
    account.standing = 'blocked'
    begin('a')
    account.twoStep = true
    account.protocols = { imap: false }
    account.standing = 'blocked'
    expect(ended).toEqual([])
  })

  test('goes on when something else changes, and when it is another account', () => {
    const { account, begin, directory, ended, other } = setUp()
    begin('a', { of: other })
    account.password = 'another horse'
    directory.remove(account.address)
    begin('b', { of: other, token: false })
    other.twoStep = true
    other.createAppPassword('Thunderbird')
    other.protocols = { imap: false }
    other.aliases = ['t@outlook.jp']
    expect(ended).toEqual([])
  })
})

test('the gate begins a session with each sign-in it accepts, and forgets it with the connection', () => {
  const { account, clock, directory } = setUp()
  clock.set('2021-05-01')
  const gate = new Gate({ directory, clock, limits: { failuresPerConnection: 3, failuresBeforeBlock: null } })
  const ended: string[] = []
  const signIn = (session: string, secret: string) => {
    const proof = { kind: 'secret', secret } as const
    const who = { protocol: 'imap', mechanism: 'LOGIN', username: account.address, secure: true } as const
    gate.attempt({ ...who, proof, session }, () => '')
    gate.onInvalidated(session, () => ended.push(session))
  }
  signIn('right', PASSWORD)
  signIn('wrong', 'wrong')
  signIn('gone', PASSWORD)
  gate.closed('gone')
  account.standing = 'blocked'
  expect(ended).toEqual(['right'])
})
