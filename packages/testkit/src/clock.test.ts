import { expect, test } from 'vitest'
import { ManualClock } from './clock.ts'

test('a manual clock stands still until it is told to go', () => {
  const clock = new ManualClock('2021-05-01T00:00:00Z')
  clock.advance(1500)
  expect(clock.now().toISOString()).toBe('2021-05-01T00:00:01.500Z')
})

test('a timer is called at its border, not before, and once', () => {
  const clock = new ManualClock()
  const called: number[] = []
  clock.set(() => called.push(clock.now().getTime()), 1000)
  clock.advance(999)
  expect([called, clock.waiting]).toEqual([[], [1]])
  clock.advance(1)
  expect(called).toEqual([1000])
  clock.advance(5000)
  expect([called, clock.waiting]).toEqual([[1000], []])
})

test('timers are called in order, each at its own time, with those that are set on the way', () => {
  const clock = new ManualClock()
  const called: string[] = []
  const note = (name: string) => called.push(`${name} ${clock.now().getTime()}`)
  clock.set(() => note('late'), 300)
  clock.set(() => {
    note('early')
    clock.set(() => note('between'), 100)
    clock.set(() => note('never'), 1000)
  }, 100)
  clock.advance(400)
  expect(called).toEqual(['early 100', 'between 200', 'late 300'])
  expect([clock.now().getTime(), clock.waiting]).toEqual([400, [700]])
})

test('a timer that is cleared, also by the one before it, is not called', () => {
  const clock = new ManualClock()
  const called: string[] = []
  const timers = [10, 20].map((due) => clock.set(() => void called.push(String(due)), due))
  clock.set(() => clock.clear(timers[1]), 15)
  clock.clear(timers[0])
  clock.advance(100)
  expect(called).toEqual([])
})

test('it can be waited for that somebody sets a timer', async () => {
  const clock = new ManualClock()
  const order: string[] = []
  const armed = clock.armed().then(() => order.push('armed'))
  await Promise.resolve()
  order.push('set')
  clock.set(() => undefined, 1)
  await armed
  await clock.armed()
  expect(order).toEqual(['set', 'armed'])
})
