import { describe, expect, test } from 'vitest'
import { ManualClock } from '@sparekey/testkit/clock'
import { timersOf } from '../testing/timers.ts'
import { inTime, type Pace } from './pace.ts'

/** A library that works on a socket, with both in the hands of the test. */
function library(pace: Pace) {
  const clock = new ManualClock()
  const socket = { bytesRead: 100, bytesWritten: 100, destroyed: false }
  const watched = Object.assign(socket, { destroy: () => ((socket.destroyed = true), watched as never) })
  const outcome: { is?: unknown } = {}
  const network = { timeoutMs: 1000, timers: timersOf(clock) }
  void inTime(watched, network, () => new Promise(() => undefined), pace).catch((error: { code: string }) => {
    outcome.is = error.code
  })
  const pass = async (milliseconds: number) => {
    clock.advance(milliseconds)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { socket, outcome, pass }
}

describe('a library is given time', () => {
  test('from what we said to the end of the answer, whatever the server says meanwhile', async () => {
    const { socket, outcome, pass } = library({})
    for (let part = 0; part < 9; part++) {
      socket.bytesRead += 5000
      await pass(100)
    }
    expect(outcome).toEqual({})
    socket.bytesRead += 5000
    await pass(100)
    expect([outcome.is, socket.destroyed]).toEqual(['connection-timeout', true])
  })

  test.each([
    ['we spoke', {}, { bytesWritten: 1 }],
    ['enough came of a transfer', { transfer: true }, { bytesRead: 1024 }],
  ] as const)('anew whenever %s, also at the last moment', async (_, pace, progress) => {
    const { socket, outcome, pass } = library(pace)
    for (let time = 0; time < 20; time++) {
      await pass(950)
      for (const [name, more] of Object.entries(progress)) socket[name as 'bytesRead'] += more
      await pass(50)
    }
    expect(outcome).toEqual({})
    await pass(1000)
    expect(outcome.is).toBe('connection-timeout')
  })

  test.each([
    ['less comes of a transfer than shows that it goes on', { transfer: true }, 1023],
    ['much comes, and it is no transfer', {}, 100_000],
  ] as const)('once, if %s', async (_, pace, bytes) => {
    const { socket, outcome, pass } = library(pace)
    socket.bytesRead += bytes
    await pass(1000)
    expect(outcome.is).toBe('connection-timeout')
  })

  test('for each of several answers', async () => {
    let answers = 0
    const { outcome, pass } = library({ answers: () => answers })
    for (; answers < 5; answers++) await pass(900)
    expect(outcome).toEqual({})
    await pass(1100)
    expect(outcome.is).toBe('connection-timeout')
  })

  test('for so many turns and no more: a server that asks again and again makes no progress', async () => {
    const { socket, outcome, pass } = library({ turns: 3 })
    for (let turn = 0; turn < 3; turn++) {
      socket.bytesWritten++
      await pass(900)
    }
    expect(outcome).toEqual({})
    socket.bytesWritten++
    await pass(900)
    expect(outcome.is).toBe('connection-timeout')
  })

  test('as long as the server does not say more than it may', async () => {
    const { socket, outcome, pass } = library({ transfer: true, maxBytes: 5000 })
    socket.bytesRead += 5000
    await pass(100)
    expect(socket.destroyed).toBe(false)
    socket.bytesRead += 1
    await pass(100)
    expect(socket.destroyed).toBe(true)
    await pass(1000)
    expect(outcome.is).toBe('protocol-broken')
  })
})
