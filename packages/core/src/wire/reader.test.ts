import { PassThrough } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { ManualClock } from '@sparekey/testkit/clock'
import { describe, expect, test } from 'vitest'
import { timersOf } from '../testing/timers.ts'
import { SocketReader } from './reader.ts'
import { TimeLimit } from './time-limit.ts'

const timeoutMs = 1000

function reading() {
  const clock = new ManualClock()
  const socket = new PassThrough()
  socket.on('error', () => undefined)
  const timers = timersOf(clock)
  const reader = new SocketReader(socket, { timeoutMs, timers })
  /** Something comes, is read, and time passes. */
  const come = async (text: string, ms: number) => {
    socket.write(text)
    await turn()
    clock.advance(ms)
    await turn()
  }
  return { clock, socket, timers, reader, come }
}

describe('a line', () => {
  test('has its time as a whole, however it comes', async () => {
    const { reader, come, socket } = reading()
    const line = reader.line()
    line.catch(() => undefined)
    for (let piece = 0; piece < 4; piece++) await come('x'.repeat(500), 250)
    await expect(line).rejects.toMatchObject({ code: 'connection-timeout' })
    expect(socket.destroyed).toBe(true)
  })

  test('has its own time each, or what is left of the time of the whole', async () => {
    const { reader, come, timers, clock } = reading()
    for (let line = 0; line < 3; line++) {
      const next = reader.line()
      clock.advance(900)
      await come('x\r\n', 0)
      expect(await next).toBe('x')
    }
    const step = new TimeLimit(timeoutMs, timers)
    const first = reader.line(step)
    clock.advance(900)
    await come('y\n', 0)
    expect(await first).toBe('y')
    const second = reader.line(step)
    clock.advance(100)
    await expect(second).rejects.toMatchObject({ code: 'connection-timeout' })
  })
})

describe('a transfer', () => {
  test('goes on while each span of time brings a KiB, and what its reader does takes none of it', async () => {
    const { reader, come, clock } = reading()
    for (let span = 0; span < 3; span++) {
      for (const bytes of [1023, 1]) {
        const chunk = reader.chunk()
        clock.advance(499)
        await come('x'.repeat(bytes), 0)
        expect(await chunk).toHaveLength(bytes)
        clock.advance(5000)
      }
    }
  })

  test('ends if a span of time brings less', async () => {
    const { reader, come, clock } = reading()
    for (const bytes of [2000, 1000, 23]) {
      const chunk = reader.chunk()
      clock.advance(400)
      await come('x'.repeat(bytes), 0)
      expect(await chunk).toHaveLength(bytes)
    }
    const last = reader.chunk()
    clock.advance(200)
    await expect(last).rejects.toMatchObject({ code: 'connection-timeout' })
  })
})

test('what was read and not asked for can be seen, taken and given back', async () => {
  const { reader, come, socket } = reading()
  await come('one\r\ntwo', 0)
  expect(await reader.line()).toBe('one')
  expect([String(reader.unread), reader.bytes]).toEqual(['two', 8])
  reader.putBack(Buffer.from('\r\n'))
  expect(await reader.line()).toBe('two')
  await come('three\r\nfour', 0)
  expect(String(reader.takeUnread())).toBe('three\r\nfour')
  socket.end()
  await expect(reader.chunk()).rejects.toMatchObject({ code: 'connection-dropped' })
})
