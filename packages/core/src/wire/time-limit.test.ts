import { describe, expect, test } from 'vitest'
import { ManualClock } from '@sparekey/testkit/clock'
import { deferred } from '@sparekey/testkit/deferred'
import { timersOf } from '../testing/timers.ts'
import { TimeLimit } from './time-limit.ts'

const never = () => new Promise<never>(() => undefined)

/** What a wait came to: nothing yet, or a value or code. */
function watch(waiting: Promise<unknown>) {
  const outcome: { is?: unknown } = {}
  waiting.then(
    (value) => (outcome.is = value),
    (error: { code: string }) => (outcome.is = error.code),
  )
  return outcome
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('a time limit', () => {
  test('is over at its border, not before, and says so to who keeps the other waiting', async () => {
    const clock = new ManualClock()
    const late: unknown[] = []
    const limit = new TimeLimit(30_000, timersOf(clock))
    const outcome = watch(limit.wait(never, ({ message, details }) => late.push(message, details)))
    clock.advance(29_999)
    await settled()
    expect([outcome, late, limit.left]).toEqual([{}, [], 1])
    clock.advance(1)
    await settled()
    expect(outcome.is).toBe('connection-timeout')
    expect(late).toEqual(['The server did not answer within 30 s.', { error: 'timeout', seconds: 30 }])
    expect([limit.left, clock.waiting]).toEqual([0, []])
  })

  test('gives what came in time, and leaves no timer', async () => {
    const clock = new ManualClock()
    const limit = new TimeLimit(1000, timersOf(clock))
    expect(await limit.wait(async () => 'in time')).toBe('in time')
    await expect(limit.wait(() => Promise.reject(new TypeError('of its own')))).rejects.toThrow('of its own')
    expect(clock.waiting).toEqual([])
  })

  test('is for all waits together, and what lies between them takes none of it', async () => {
    const clock = new ManualClock()
    const limit = new TimeLimit(1000, timersOf(clock))
    for (let wait = 0; wait < 3; wait++) {
      const answer = deferred()
      const waiting = limit.wait(() => answer.promise)
      clock.advance(300)
      answer.resolve()
      await waiting
      clock.advance(5000)
    }
    expect(limit.left).toBe(100)
    const outcome = watch(limit.wait(never))
    clock.advance(100)
    await settled()
    expect(outcome.is).toBe('connection-timeout')
  })

  test('begins anew for who made progress, while it runs and when it is over', async () => {
    const clock = new ManualClock()
    const limit = new TimeLimit(1000, timersOf(clock))
    let moves = 1
    const outcome = watch(limit.wait(never, undefined, () => moves-- > 0))
    clock.advance(900)
    limit.renew()
    clock.advance(1000)
    clock.advance(999)
    await settled()
    expect(outcome).toEqual({})
    clock.advance(1)
    await settled()
    expect(outcome.is).toBe('connection-timeout')
  })
})
