import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SparekeyError } from '../errors/sparekey-error.ts'
import { parseAddress } from './address.ts'

describe('parseAddress', () => {
  test.for([
    ['hanako@hotmail.com', 'hanako@hotmail.com', 'hotmail.com'],
    ['  Hanako.Yamada+shop@HotMail.Com\n', 'Hanako.Yamada+shop@hotmail.com', 'hotmail.com'],
    ['花子@例え.jp', '花子@xn--r8jz45g.jp', 'xn--r8jz45g.jp'],
    ['"a b@c"@outlook.jp', '"a b@c"@outlook.jp', 'outlook.jp'],
    ["o'neill@msn.com", "o'neill@msn.com", 'msn.com'],
  ])('%s is an address', ([text, address, domain]) => {
    expect(parseAddress(text!)).toMatchObject({ address, domain })
  })

  test.for([
    '',
    'hanako',
    '@hotmail.com',
    'hanako@',
    'hanako@hotmail',
    'hanako@hotmail..com',
    'hanako@-hotmail.com',
    'hanako@127.0.0.1',
    'hanako@[127.0.0.1]',
    'a@b@hotmail.com',
    'hana ko@hotmail.com',
    'hana\u00a0ko@hotmail.com',
    '.hanako@hotmail.com',
    'hana..ko@hotmail.com',
    'hanako＠hotmail.com',
    'Hanako <hanako@hotmail.com>',
    'hanako\r\nRCPT@hotmail.com',
    '"hana\rko"@hotmail.com',
    'hanako@hot\r\nmail.com',
    'hanako@hot\tmail.com',
    `${'a'.repeat(65)}@hotmail.com`,
    `a@${'a.'.repeat(130)}com`,
  ])('%j is none', (text) => {
    expect(() => parseAddress(text)).toThrow(
      expect.objectContaining({ code: 'bad-address', details: { address: text, problem: 'not-an-address' } }),
    )
  })

  test('whatever it is given, it gives an address it would give again, or refuses', () => {
    const text = fc.oneof(
      hostileText,
      fc.emailAddress(),
      fc.tuple(hostileText, fc.domain()).map((parts) => parts.join('@')),
    )
    expect(() =>
      fc.assert(
        fc.property(text, (text) => {
          const once = attempt(text)
          return once === undefined || (attempt(once) === once && !/[\r\n\0]/.test(once))
        }),
      ),
    ).not.toThrow()
  })
})

function attempt(text: string): string | undefined {
  try {
    return parseAddress(text).address
  } catch (error) {
    if (error instanceof SparekeyError && error.code === 'bad-address') return undefined
    throw error
  }
}
