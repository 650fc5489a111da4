import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDuration, parseInstant } from './iso-time.ts'

describe('instants', () => {
  test.each([
    ['2021-05-01', '2021-05-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-11-22T09:30', '2026-11-22T09:30:00.000Z'],
    ['2026-11-22T09:30:15.250Z', '2026-11-22T09:30:15.250Z'],
    ['2026-11-22T00:30+09:00', '2026-11-21T15:30:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(parseInstant(text)?.toISOString()).toBe(iso)
  })

  test.each([
    '',
    'now',
    '2021',
    '2021-05',
    '2021-02-30',
    '2023-02-29',
    '2021-13-01',
    '2021-05-01T25:00',
    '1 May 2021',
    ' 2021-05-01',
    '2021-05-01T00:00+9',
    '+012021-05-01',
  ])('"%s" is none', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })

  test('every instant written by toISOString comes back', () => {
    const years = { min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(years), (date) => {
        expect(parseInstant(date.toISOString())).toEqual(date)
      }),
    )
  })
})

describe('durations', () => {
  test.each([
    ['PT1H', 3_600_000],
    ['PT90M', 5_400_000],
    ['PT0.5S', 500],
    ['P1D', 86_400_000],
    ['P1DT12H30M5S', 131_405_000],
    ['P2W', 1_209_600_000],
    ['PT0S', 0],
  ])('%s is %i ms', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds)
  })

  test.each([
    '',
    'P',
    'PT',
    'P1DT',
    'P1Y',
    'P1M',
    '1H',
    'PT1',
    'PT-1H',
    '-PT1H',
    'PT1H ',
    'pt1h',
    'PT1M1H',
    'P1W1D',
    'PT1e3S',
    'PT1.5H',
  ])('"%s" is none', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })

  test.each(['P999999W', 'P9999999D', 'PT999999999H', 'PT999999999M', 'PT999999999999S', 'PT0.001S'])(
    '%s has as many digits as it may',
    (text) => {
      expect(Number.isSafeInteger(parseDuration(text))).toBe(true)
    },
  )

  test.each(['P1000000W', 'P10000000D', 'PT1000000000H', 'PT1000000000M', 'PT1000000000000S', 'PT0.0001S'])(
    '%s has one too many',
    (text) => {
      expect(parseDuration(text)).toBeUndefined()
    },
  )

  test('whatever the text, the answer is a whole number of milliseconds, or none', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^P[0-9WDTHMS.]{0,20}$/), (text) => {
        const milliseconds = parseDuration(text)
        expect(milliseconds === undefined || (Number.isSafeInteger(milliseconds) && milliseconds >= 0)).toBe(true)
      }),
    )
  })
})
