import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { arrival, type Awaited } from './arrival.ts'
import { Folder } from './folder.ts'

const about = (subject: string, from = 'taro@example.com') =>
  Buffer.from(`Subject: ${subject}\r\nFrom: ${from}\r\n\r\n`)

/** A folder, and a wait of a minute in it. */
function start() {
  const folder = new Folder({ name: 'Inbox', uidValidity: 1, now: () => new Date(0) })
  const stop = new AbortController()
  const wait = async (awaited: Awaited = {}) =>
    (await arrival(folder, awaited, { timeoutMs: 60_000, signal: stop.signal }))?.uid
  return { folder, stop, wait }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

describe('the first message that matches', () => {
  test.each<[Awaited, number]>([
    [{}, 1],
    [{ subject: 'SECOND' }, 2],
    [{ from: 'hanako' }, 3],
    [{ subject: 'of two', from: 'hanako' }, 3],
    [{ subject: '' }, 1],
  ])('of those that are there, for %j, is number %i', async (awaited, uid) => {
    const { folder, wait } = start()
    folder.append(about('the first'))
    folder.append(about('the second of two'))
    folder.append(about('the first of two', 'hanako@hotmail.com'))
    expect(await wait(awaited)).toBe(uid)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is the next that arrives where none is there yet; flags and removals are none', async () => {
    const { folder, wait } = start()
    const other = folder.append(about('another'))
    const waiting = wait({ subject: 'awaited' })
    folder.setFlags(other, { mode: 'add', flags: ['\\Seen'] })
    folder.remove([other])
    folder.append(about('not this'))
    folder.append(about('the awaited one'))
    folder.append(about('another awaited one'))
    expect(await waiting).toBe(3)
  })
})

describe('nobody has come', () => {
  test('when the time is over, and not before', async () => {
    const { folder, wait } = start()
    const ended = vi.fn()
    const waiting = wait().finally(ended)
    await vi.advanceTimersByTimeAsync(59_999)
    expect(ended).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await waiting).toBeUndefined()
    folder.append(about('too late'))
  })

  test('when the wait was given up, before it began too', async () => {
    const { stop, wait } = start()
    const waiting = wait()
    stop.abort()
    expect(await waiting).toBeUndefined()
    expect(await wait()).toBeUndefined()
    expect(vi.getTimerCount()).toBe(0)
  })
})

test.each<[string, (world: ReturnType<typeof start>) => unknown]>([
  ['a message has come', ({ folder }) => folder.append(about('it'))],
  ['the time is over', () => vi.advanceTimersByTime(60_000)],
  ['it was given up', ({ stop }) => stop.abort()],
])('a wait leaves no timer and nobody who listens once %s', async (_, happen) => {
  const world = start()
  const stopped = vi.fn()
  const { onChange } = world.folder
  vi.spyOn(world.folder, 'onChange').mockImplementation(function (this: Folder, listener) {
    const stop = onChange.call(this, listener)
    return () => (stopped(), stop())
  })
  const waiting = world.wait()
  expect(vi.getTimerCount()).toBe(1)
  happen(world)
  await waiting
  expect(vi.getTimerCount()).toBe(0)
  expect(getEventListeners(world.stop.signal, 'abort')).toEqual([])
  expect(stopped).toHaveBeenCalledOnce()
})
