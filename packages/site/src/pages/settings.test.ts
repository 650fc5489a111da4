import { serversOn } from '@sparekey/core/explain'
import { expect, test } from 'vitest'
import { erasOf } from './settings.tsx'

test('the tables leave no day out: each time begins where the one before it ends', () => {
  for (const kind of ['personal', 'work'] as const) {
    const eras = erasOf(kind)
    expect(eras.length).toBeGreaterThan(2)
    expect(eras.at(-1)?.from).toBeUndefined()
    expect(eras[0]?.until).toBeUndefined()
    expect(eras.slice(1).map(({ until }) => until)).toEqual(eras.slice(0, -1).map(({ from }) => from))
  }
})

test('what a table shows is what holds from its first day until its end', () => {
  const on = (day: string | undefined) => (day === undefined ? undefined : serversOn(day, 'personal', ''))
  const eras = erasOf('personal')
  expect(eras.slice(0, -1).map(({ from }) => on(from))).toEqual(eras.slice(0, -1).map(({ servers }) => servers))
  expect(eras.slice(1).map(({ until }) => on(until))).toEqual(eras.slice(0, -1).map(({ servers }) => servers))
})
