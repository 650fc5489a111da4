import { expect, it } from 'vitest'
import { day as english } from './en/day.ts'
import { day as japanese } from './ja/day.ts'

it.each([
  ['2021-05-01', '1 May 2021', '2021 年 5 月 1 日'],
  ['2026-11-30', '30 November 2026', '2026 年 11 月 30 日'],
  ['2026-10-10', '10 October 2026', '2026 年 10 月 10 日'],
  ['2026-13-01', '2026-13-01', '2026 年 13 月 1 日'],
  ['now', 'now', 'now'],
])('%s is %s, and %s', (iso, en, ja) => {
  expect(english(iso)).toBe(en)
  expect(japanese(iso)).toBe(ja)
})
