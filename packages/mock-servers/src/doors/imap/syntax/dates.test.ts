import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { millisecondsADay } from '../../../mail/message-date.ts'
import { formatInternalDate, parseInternalDate, parseSearchDate } from './dates.ts'

test('an internal date is written with its day in two places', () => {
  expect(formatInternalDate(new Date('1996-07-17T09:44:25Z'))).toBe('"17-Jul-1996 09:44:25 +0000"')
  expect(formatInternalDate(new Date('2021-05-01T00:00:00Z'))).toBe('" 1-May-2021 00:00:00 +0000"')
})

test.for([
  ['17-Jul-1996 02:44:25 -0700', '1996-07-17T09:44:25.000Z'],
  [' 1-may-2021 09:00:00 +0900', '2021-05-01T00:00:00.000Z'],
  ['01-MAY-2021 00:00:00 +0530', '2021-04-30T18:30:00.000Z'],
  ['29-Feb-2024 23:59:60 +0000', '2024-03-01T00:00:00.000Z'],
  ['1-Jan-0050 00:00:00 +0000', '0050-01-01T00:00:00.000Z'],
] as const)('%s is %s', ([text, instant]) => {
  expect(parseInternalDate(text)?.toISOString()).toBe(instant)
})

test.for([
  '',
  '31-Feb-2021 00:00:00 +0000',
  '29-Feb-2023 00:00:00 +0000',
  '00-Jan-2021 00:00:00 +0000',
  '1-Foo-2021 00:00:00 +0000',
  '1-Jan-21 00:00:00 +0000',
  '1-Jan-2021 24:00:00 +0000',
  '1-Jan-2021 00:60:00 +0000',
  '1-Jan-2021 00:00:00 +0060',
  '1-Jan-2021 00:00:00 +2400',
  '1-Jan-0000 00:00:00 +2359',
  '31-Dec-9999 23:59:59 -2359',
  '1-Jan-2021 00:00:00',
  '1-Jan-2021  00:00:00 +0000',
])('%s is no internal date', (text) => {
  expect(parseInternalDate(text)).toBeUndefined()
})

test('a day to search for is counted from 1970', () => {
  expect(parseSearchDate('1-Feb-1994')).toBe(Date.UTC(1994, 1, 1) / millisecondsADay)
  expect(parseSearchDate('01-feb-1994')).toBe(parseSearchDate('1-Feb-1994'))
  expect(parseSearchDate('31-Dec-1969')).toBe(-1)
})

test.for(['', '1-Feb-94', '30-Feb-1994', '1 Feb 1994', 'today', ' 1-Feb-1994'])(
  '%s is no day to search for',
  (text) => {
    expect(parseSearchDate(text)).toBeUndefined()
  },
)

test('what is written is read back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
      (date) => {
        const seconds = Math.floor(date.getTime() / 1_000) * 1_000
        expect(parseInternalDate(formatInternalDate(date).slice(1, -1))?.getTime()).toBe(seconds)
      },
    ),
  )
})
