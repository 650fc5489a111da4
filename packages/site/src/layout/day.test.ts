import { expect, test } from 'vitest'
import { day } from './day.ts'

test('a day is written as people of each language write it', () => {
  expect(day('2024-09-16', 'en')).toBe('16 September 2024')
  expect(day('2024-09-16', 'ja')).toBe('2024 年 9 月 16 日')
})

test('a month and a year stay what they are', () => {
  expect([day('2026-09', 'en'), day('2026-09', 'ja')]).toEqual(['September 2026', '2026 年 9 月'])
  expect([day('2022', 'en'), day('2022', 'ja')]).toEqual(['2022', '2022 年'])
})
