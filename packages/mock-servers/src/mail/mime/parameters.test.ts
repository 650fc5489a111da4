import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parameter, parseParameterized } from './parameters.ts'
import { trimSpace } from './scanner.ts'

describe('a parameter', () => {
  test.for([
    ['plain', 'attachment; filename=a.txt', 'a.txt'],
    ['quoted', 'attachment; filename="a \\"b\\".txt"', 'a "b".txt'],
    ['unquoted though it should be', 'attachment; filename=report(1).pdf', 'report(1).pdf'],
    ['with its charset (RFC 2231, 4)', "attachment; filename*=UTF-8'ja'%E8%8A%B1%E5%AD%90.txt", '花子.txt'],
    ['in an older charset', "attachment; filename*=iso-2022-jp''%1B$B2V%3BR%1B%28B.txt", '花子.txt'],
    ['in pieces (RFC 2231, 3)', 'attachment; filename*0="long "; filename*1=name.txt', 'long name.txt'],
    [
      'in pieces of both kinds (RFC 2231, 4.1)',
      "attachment; filename*0*=us-ascii'en'This%20is%20even%20more%20; filename*1*=%2A%2A%2Afun%2A%2A%2A%20; filename*2=\"isn't 100%25 it!\"",
      "This is even more ***fun*** isn't 100%25 it!",
    ],
    ['with a character split between pieces', "a; filename*0*=utf-8''%E8%8A; filename*1*=%B1", '花'],
    ['in pieces in disorder', 'a; filename*1=b; filename*0=a', 'ab'],
    ['with a piece missing', 'a; filename*0=a; filename*2=c', 'a'],
    ['with broken percent signs', "a; filename*=utf-8''100%zz", '100%zz'],
    ['without the charset it should have', 'a; filename*=%41b', 'Ab'],
    ['in both forms', "a; filename=x; filename*=utf-8''y", 'y'],
    ['missing', 'a; name=x', undefined],
  ] as const)('%s', ([, field, value]) => {
    expect(parameter(parseParameterized(field).parameters, 'filename')).toBe(value)
  })
})

test('white space is trimmed, and no octet of UTF-8 with it', () => {
  expect(trimSpace(' \t\r\nvoil\u00c3\u00a0\t ')).toBe('voil\u00c3\u00a0')
  expect(trimSpace('  ')).toBe('')
})

test('any text at all is read', () => {
  const unit = fc.constantFrom(...'a=*01";()\\%\' \t', "utf-8''", 'filename')
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const { value, parameters } = parseParameterized(text)
      expect(value).toBe(value.toLowerCase())
      for (const [name] of parameters) expect(typeof parameter(parameters, name)).toBe('string')
    }),
    { numRuns: 500 },
  )
})
