import { hostileText } from '@sparekey/testkit/hostile'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base32, codeAt, isCode } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

describe('the codes of RFC 6238, appendix B, SHA-1', () => {
  test.each([
    ['1970-01-01T00:00:59Z', '94287082'],
    ['2005-03-18T01:58:29Z', '07081804'],
    ['2005-03-18T01:58:31Z', '14050471'],
    ['2009-02-13T23:31:30Z', '89005924'],
    ['2033-05-18T03:33:20Z', '69279037'],
    ['2603-10-11T11:33:20Z', '65353130'],
  ])('at %s it is %s', (at, code) => {
    expect(codeAt(secret, new Date(at), { digits: 8 })).toBe(code)
  })

  test('have six digits if nothing else is said, the last of the eight', () => {
    expect(codeAt(secret, new Date('2005-03-18T01:58:29Z'))).toBe('081804')
  })
})

describe('a code that is typed in', () => {
  const at = new Date('2005-03-18T01:58:31Z')
  const seconds = (count: number) => new Date(at.getTime() + count * 1000)

  test('is good in its own step, the one before and the one after, and in no other', () => {
    const code = codeAt(secret, at)
    expect([-61, -31, -1, 0, 28, 58, 59].map((count) => isCode(secret, code, seconds(count)))).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      false,
    ])
  })

  test('may have spaces, as apps print it, and nothing else around it', () => {
    const code = codeAt(secret, at)
    expect(isCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, at)).toBe(true)
    for (const wrong of ['', code.slice(1), `${code}0`, `+${code}`, `x${code.slice(1)}`, '０'.repeat(6)]) {
      expect(isCode(secret, wrong, at)).toBe(false)
    }
  })

  test.each([
    [13, true],
    [14, true],
    [15, false],
  ])('behind %i spaces is read: %j, for twenty characters are looked at', (spaces, read) => {
    expect(isCode(secret, ' '.repeat(spaces) + codeAt(secret, at), at)).toBe(read)
  })

  test('of any length and any characters never fails', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        expect(typeof isCode(secret, typed, at)).toBe('boolean')
      }),
    )
  })
})

test('a time before 1970 has codes too', () => {
  expect(codeAt(secret, new Date('1969-12-31T23:59:59Z'))).toMatch(/^\d{6}$/)
})

test('base32 is that of RFC 4648, section 10, without padding', () => {
  const texts = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar']
  expect(texts.map((text) => base32(Buffer.from(text)))).toEqual([
    '',
    'MY',
    'MZXQ',
    'MZXW6',
    'MZXW6YQ',
    'MZXW6YTB',
    'MZXW6YTBOI',
  ])
})
