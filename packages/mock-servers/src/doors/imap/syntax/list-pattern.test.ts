import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listPattern } from './list-pattern.ts'

const FOLDERS = ['INBOX', 'Archive', 'Archive/2020', 'Archive/2020/May', 'Sent Items', '受信/東京']

function listed(pattern: string): string[] {
  return FOLDERS.filter(listPattern(pattern)!)
}

describe('a LIST pattern', () => {
  test.for<[string, string[]]>([
    ['*', FOLDERS],
    ['%', ['INBOX', 'Archive', 'Sent Items']],
    ['Archive/%', ['Archive/2020']],
    ['Archive/*', ['Archive/2020', 'Archive/2020/May']],
    ['Archive%', ['Archive']],
    ['Archive*', ['Archive', 'Archive/2020', 'Archive/2020/May']],
    ['%/%', ['Archive/2020', '受信/東京']],
    ['*/May', ['Archive/2020/May']],
    ['%/May', []],
    ['inbox', ['INBOX']],
    ['iN%X', ['INBOX']],
    ['%e%', ['Archive', 'Sent Items']],
    ['受%/*京', ['受信/東京']],
    ['Sent Items', ['Sent Items']],
    ['.*', []],
    ['', []],
  ])('%s', ([pattern, names]) => {
    expect(listed(pattern)).toEqual(names)
  })

  test('takes at most ten wildcards, as Microsoft does', () => {
    expect(listPattern('%'.repeat(10))).toBeDefined()
    expect(listPattern('*'.repeat(11))).toBeUndefined()
    expect(listPattern('%'.repeat(11))).toBeUndefined()
    expect(listPattern('x'.repeat(1_024))).toBeDefined()
    expect(listPattern('x'.repeat(1_025))).toBeUndefined()
  })

  test('is as quick where it almost matches everywhere', () => {
    expect(listPattern('*a*a*a*a*a*a*a*a*a*b')!('a'.repeat(250))).toBe(false)
    expect(listPattern('%a*a%a*a%a*a%a*a%a*b')!('a'.repeat(250))).toBe(false)
  })

  test('agrees with the same pattern as a regular expression', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab/'), maxLength: 12 })
    const pattern = fc.string({ unit: fc.constantFrom(...'ab/*%'), maxLength: 8 })
    fc.assert(
      fc.property(pattern, text, (pattern, name) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('%', '[^/]*')}$`)
        expect(listPattern(pattern)!(name)).toBe(expression.test(name))
      }),
      { numRuns: 500 },
    )
  })
})
