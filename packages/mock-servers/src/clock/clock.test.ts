import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { Clock } from './clock.ts'

const MAY = new Date('2021-05-01T00:00:00Z')

/** From now on time passes only when the test says so. */
function holdTime(): (milliseconds: number) => void {
  let now = Math.ceil(performance.now())
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => now)
  onTestFinished(() => spy.mockRestore())
  return (milliseconds) => void (now += milliseconds)
}

function frozen(): Clock {
  const clock = new Clock(MAY)
  clock.freeze(true)
  clock.set(MAY)
  return clock
}

describe('the clock', () => {
  test('starts where it is told to and runs at real speed', () => {
    const pass = holdTime()
    const clock = new Clock(MAY)
    pass(12_000)
    expect(clock.now()).toEqual(new Date('2021-05-01T00:00:12Z'))
  })

  test('moves to an instant, and runs on from there', () => {
    const pass = holdTime()
    const clock = new Clock(MAY)
    clock.set('2026-11-22')
    pass(5_000)
    expect(clock.now()).toEqual(new Date('2026-11-22T00:00:05Z'))
  })

  test('moves backwards too', () => {
    const clock = frozen()
    clock.set(new Date('2001-01-01T00:00:00Z'))
    clock.advance(-1000)
    expect(clock.now().toISOString()).toBe('2000-12-31T23:59:59.000Z')
  })

  test('advances by so much', () => {
    const clock = frozen()
    clock.advance(3_600_000)
    expect(clock.now().toISOString()).toBe('2021-05-01T01:00:00.000Z')
  })

  test('stands still while frozen, and goes on from where it stood', () => {
    const pass = holdTime()
    const clock = frozen()
    pass(60_000)
    expect(clock.frozen).toBe(true)
    expect(clock.now()).toEqual(MAY)
    clock.freeze(false)
    expect(clock.now()).toEqual(MAY)
  })

  test('stays frozen when it is moved', () => {
    const pass = holdTime()
    const clock = frozen()
    clock.set('2024-09-16')
    pass(60_000)
    expect(clock.now().toISOString()).toBe('2024-09-16T00:00:00.000Z')
  })

  test.each(['', 'tomorrow', '2021-02-30', '1 May 2021', new Date(Number.NaN)])('is not moved by "%s"', (instant) => {
    const clock = frozen()
    expect(() => clock.set(instant)).toThrow(RangeError)
    expect(clock.now()).toEqual(MAY)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 9e15, Date.UTC(10_000, 0), -Date.UTC(2021, 4) * 100])(
    'is not advanced by %s',
    (milliseconds) => {
      const clock = frozen()
      expect(() => clock.advance(milliseconds)).toThrow(RangeError)
      expect(clock.now()).toEqual(MAY)
    },
  )

  test.each(['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    'goes as far as %s, and not a millisecond further',
    (border) => {
      const clock = frozen()
      clock.set(new Date(border))
      expect(clock.now().toISOString()).toBe(border)
      const beyond = border.startsWith('9') ? 1 : -1
      expect(() => clock.advance(beyond)).toThrow(RangeError)
      expect(() => clock.set(new Date(Date.parse(border) + beyond))).toThrow(RangeError)
      expect(clock.now().toISOString()).toBe(border)
    },
  )

  test('goes back to its start, running', () => {
    const clock = frozen()
    clock.set('2026-11-22')
    clock.reset()
    expect(clock.frozen).toBe(false)
    expect(clock.now().toISOString().slice(0, 16)).toBe('2021-05-01T00:00')
  })

  test('tells its listeners of every change until they stop listening', () => {
    const clock = new Clock(MAY)
    const heard: string[] = []
    const stop = clock.onChange(() => heard.push(clock.now().toISOString().slice(0, 10)))
    clock.set('2022-10-01')
    clock.freeze(true)
    clock.advance(86_400_000)
    clock.reset()
    stop()
    clock.set('2026-11-22')
    expect(heard).toEqual(['2022-10-01', '2022-10-01', '2022-10-02', '2021-05-01'])
  })
})
