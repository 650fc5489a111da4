import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beyond, membership, numbersIn, numbersOfUids, parseSequenceSet, type SequenceSet } from './sequence-set.ts'

const set = (text: string): SequenceSet => parseSequenceSet(text)!

describe('a sequence set', () => {
  test.for(['1', '1:3', '3:1', '*', '*:4', '2,4:7,9,12:*', '4294967295'])('is read: %s', (text) => {
    expect(parseSequenceSet(text)).toBeDefined()
  })

  test.for([
    '',
    '0',
    '-1',
    '1:',
    ':1',
    '1,,2',
    '1,',
    '01',
    '1:2:3',
    '1 ,2',
    'a',
    '4294967296',
    '$',
    '1:**',
    '99999999999',
  ])('is refused: %s', (text) => {
    expect(parseSequenceSet(text)).toBeUndefined()
  })

  test('names what the example of RFC 3501 says it does', () => {
    expect(numbersIn(set('2,4:7,9,12:*'), 15)).toEqual([2, 4, 5, 6, 7, 9, 12, 13, 14, 15])
  })

  test('names a number once and in order, however often and in whatever order it is written', () => {
    expect(numbersIn(set('5:3,4,*,1,5,5:5'), 6)).toEqual([1, 3, 4, 5, 6])
  })

  test.for<[string, number[]]>([
    ['1:4', [1, 2, 3]],
    ['2,9', [2]],
    ['4:*', [3]],
    ['4', []],
  ])('%s goes beyond three messages, and names those of them that exist', ([text, numbers]) => {
    expect(beyond(set(text), 3)).toBe(true)
    expect(numbersIn(set(text), 3)).toEqual(numbers)
  })

  test('goes no further than the last message with a star', () => {
    expect(beyond(set('3:*'), 3)).toBe(false)
    expect(numbersIn(set('3:*'), 3)).toEqual([3])
  })

  test.for(['*', '1:*', '*:*'])('%s goes beyond an empty folder, and names nothing', (text) => {
    expect(beyond(set(text), 0)).toBe(true)
    expect(numbersIn(set(text), 0)).toEqual([])
  })
})

describe('a set of UIDs', () => {
  const uids = [3, 5, 8, 20]

  test('gives the places of the messages that have them, and passes over the others', () => {
    expect(numbersOfUids(set('5:19,1,20'), uids)).toEqual([2, 3, 4])
    expect(numbersOfUids(set('4'), uids)).toEqual([])
    expect(numbersOfUids(set('1:4294967295'), uids)).toEqual([1, 2, 3, 4])
  })

  test('always names the last message with a star, as in `999:*`', () => {
    expect(numbersOfUids(set('999:*'), uids)).toEqual([4])
    expect(numbersOfUids(set('*'), uids)).toEqual([4])
    expect(numbersOfUids(set('1:*'), [])).toEqual([])
  })

  test('costs no more when it says the same many times', () => {
    const all = Array.from({ length: 10_000 }, (_, index) => index + 1)
    expect(numbersOfUids(set(Array.from({ length: 40_000 }, () => '1:*').join(',')), all)).toHaveLength(10_000)
    expect(parseSequenceSet(Array.from({ length: 50_001 }, () => '1').join(','))).toBeUndefined()
  })
})

test('numbers, UIDs and membership agree on any set', () => {
  const end = fc.oneof(fc.integer({ min: 1, max: 40 }).map(String), fc.constant('*'))
  const range = fc.oneof(
    end,
    fc.tuple(end, end).map(([a, b]) => `${a}:${b}`),
  )
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 30 }), (ranges, exists) => {
      const parsed = set(ranges.join(','))
      const everyNumber = Array.from({ length: exists }, (_, index) => index + 1)
      const named = ranges.flatMap((text) => {
        const ends = text.split(':').map((one) => (one === '*' ? exists : Number(one)))
        return everyNumber.filter((number) => number >= Math.min(...ends) && number <= Math.max(...ends))
      })
      const expected = [...new Set(named)].toSorted((a, b) => a - b)
      expect(numbersOfUids(parsed, everyNumber)).toEqual(expected)
      expect(everyNumber.filter(membership(parsed, exists))).toEqual(expected)
      expect([undefined, expected]).toContainEqual(numbersIn(parsed, exists))
    }),
  )
})

test('any text at all is read or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789:,* ') }), (text) => {
      expect(() => parseSequenceSet(text)).not.toThrow()
    }),
  )
})
