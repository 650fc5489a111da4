import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMessageDate } from './message-date.ts'

test.for([
  ['Wed, 17 Jul 1996 02:23:25 -0700 (PDT)', '1996-07-17', '1996-07-17T09:23:25.000Z'],
  ['Sat, 01 May 2021 08:00:00 +0900', '2021-05-01', '2021-04-30T23:00:00.000Z'],
  ['1 May 2021 23:30 -0500', '2021-05-01', '2021-05-02T04:30:00.000Z'],
  ['Sat, 1 May 21 00:00:00 GMT', '2021-05-01', '2021-05-01T00:00:00.000Z'],
  ['1 May 96 00:00:00 EDT', '1996-05-01', '1996-05-01T04:00:00.000Z'],
  ['1 May 121 00:00:00 Z', '2021-05-01', '2021-05-01T00:00:00.000Z'],
  ['Sat,1 May 2021 (a comment) 08:00:00 +0900', '2021-05-01', '2021-04-30T23:00:00.000Z'],
  ['1 May 2021', '2021-05-01', '2021-05-01T00:00:00.000Z'],
  ['Saturday, 1 May 2021 08:00:00 JST', '2021-05-01', '2021-04-30T23:00:00.000Z'],
] as const)('%s', ([text, day, instant]) => {
  const date = parseMessageDate(text)
  expect(new Date(date!.day * 86_400_000).toISOString().slice(0, 10)).toBe(day)
  expect(date!.instant.toISOString()).toBe(instant)
})

test.for([
  '',
  'yesterday',
  '31 Feb 2021 00:00:00 +0000',
  '1 May 2021 25:00:00 +0000',
  '0 May 2021',
  '1 Xyz 2021',
  'May 1 2021',
])('%s is no date', (text) => {
  expect(parseMessageDate(text)).toBeUndefined()
})

test('any text at all is a date or none', () => {
  const unit = fc.constantFrom('Sat, ', '1', '20', ' ', 'May', ':', '+0900', '(', ')', 'x', '\n')
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const date = parseMessageDate(text)
      expect(date === undefined || Number.isInteger(date.day)).toBe(true)
      expect(date === undefined || !Number.isNaN(date.instant.getTime())).toBe(true)
    }),
    { numRuns: 500 },
  )
  expect(parseMessageDate(' '.repeat(1_000_000))).toBeUndefined()
  expect(parseMessageDate('('.repeat(1_000_000))).toBeUndefined()
})
