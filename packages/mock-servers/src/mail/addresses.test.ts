import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressesIn, parseAddresses, type Address } from './addresses.ts'

const none = undefined

describe('an address list', () => {
  test.for<[string, Address[]]>([
    ['hanako@hotmail.com', [[none, none, 'hanako', 'hotmail.com']]],
    ['Hanako Y. <hanako@hotmail.com>', [['Hanako Y.', none, 'hanako', 'hotmail.com']]],
    ['"Y., Hanako \\"H\\"" <hanako@hotmail.com>', [['Y., Hanako "H"', none, 'hanako', 'hotmail.com']]],
    ['=?utf-8?B?6Iqx5a2Q?= <a@b>', [['=?utf-8?B?6Iqx5a2Q?=', none, 'a', 'b']]],
    [
      'a@b, c@d',
      [
        [none, none, 'a', 'b'],
        [none, none, 'c', 'd'],
      ],
    ],
    [
      'a@b; c@d',
      [
        [none, none, 'a', 'b'],
        [none, none, 'c', 'd'],
      ],
    ],
    [',, a@b,,', [[none, none, 'a', 'b']]],
    ['a@b (Hanako (H) Y)', [['Hanako (H) Y', none, 'a', 'b']]],
    ['(one)(two) a@b', [['two', none, 'a', 'b']]],
    ['"" <a@b>', [[none, none, 'a', 'b']]],
    ['Hanako (who) <a@b>', [['Hanako', none, 'a', 'b']]],
    ['<@one.example,@two.example:a@b>', [[none, '@one.example,@two.example', 'a', 'b']]],
    ['"a b"@c', [[none, none, 'a b', 'c']]],
    ['"a@b"@c', [[none, none, 'a@b', 'c']]],
    ['a @ b . example', [[none, none, 'a', 'b . example']]],
    ['a@[192.0.2.1]', [[none, none, 'a', '[192.0.2.1]']]],
    ['a@b <c@d>', [['a@b', none, 'c', 'd']]],
    ['hanako', [[none, none, 'hanako', '']]],
    ['Hanako <>', [['Hanako', none, '', '']]],
    ['<>', []],
    ['', []],
    ['  ', []],
    ['<a@b', [[none, none, 'a', 'b']]],
    [
      '<<a@b>> x, c@d',
      [
        [none, none, 'a', 'b'],
        [none, none, 'c', 'd'],
      ],
    ],
    ['a@b)', [[none, none, 'a', 'b']]],
  ])('%s', ([text, addresses]) => {
    expect(parseAddresses(text)).toEqual(addresses)
  })

  test('may hold groups, which begin with their name and end with nothing (RFC 3501, 7.4.2)', () => {
    expect(parseAddresses('A Group:Ed <ed@x.example>,joe@y.example;, Undisclosed recipients:;, a@b')).toEqual([
      [none, none, 'A Group', none],
      ['Ed', none, 'ed', 'x.example'],
      [none, none, 'joe', 'y.example'],
      [none, none, none, none],
      [none, none, 'Undisclosed recipients', none],
      [none, none, none, none],
      [none, none, 'a', 'b'],
    ])
  })

  test('may hold a group that never ends', () => {
    expect(parseAddresses('Friends: a@b')).toEqual([
      [none, none, 'Friends', none],
      [none, none, 'a', 'b'],
      [none, none, none, none],
    ])
  })

  test('keeps the octets of UTF-8 whole', () => {
    const text = Buffer.from('à <voilà@b>').toString('latin1')
    expect(parseAddresses(text)).toEqual([[text.slice(0, 2), none, text.slice(4, 10), 'b']])
  })

  test.for(['(', '<', '"', '[', ',', ':', 'a,', '@', '<@a:', ' ', '\\'])(
    'of hostile %s is read in no time',
    (filling) => {
      expect(Array.isArray(parseAddresses(filling.repeat(1_000_000)))).toBe(true)
    },
  )

  test('opens and closes its groups in turn, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab@<>",:;()[]\\ \t', '\r\n ') })
    fc.assert(
      fc.property(text, (text) => {
        let open = false
        for (const [, , mailbox, host] of parseAddresses(text)) {
          if (host !== undefined) continue
          expect(open).toBe(mailbox === undefined)
          open = !open
        }
        expect(open).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the addresses in a From field', () => {
  test.for([
    ['hanako@hotmail.com', ['hanako@hotmail.com']],
    ['Hanako <hanako@hotmail.com>', ['hanako@hotmail.com']],
    ['"Boss, <boss@contoso.example>" <hanako@hotmail.com>', ['hanako@hotmail.com']],
    ['=?utf-8?B?6Iqx5a2Q?= <hanako@hotmail.com>', ['hanako@hotmail.com']],
    ['(boss@contoso.example) hanako@hotmail.com (a (nested) comment)', ['hanako@hotmail.com']],
    ['a@x.example, B <b@x.example>', ['a@x.example', 'b@x.example']],
    ['Friends: a@x.example, b@x.example;', ['a@x.example', 'b@x.example']],
    ['<@relay.example:hanako@hotmail.com>', ['hanako@hotmail.com']],
    ['"a b" @ x . example', ['a b@x.example']],
    ['花子@例え.jp', ['花子@例え.jp']],
    ['A <a@x.example> <b@x.example>', ['a@x.example', 'b@x.example']],
    ['a@x.example b@x.example', ['a@x.example b@x.example']],
    ['Hanako <>', ['']],
    ['hanako', ['hanako']],
    ['<>', []],
    ['', []],
  ] as const)('%s', ([text, addresses]) => {
    expect(addressesIn(Buffer.from(text).toString('latin1'))).toEqual(addresses)
  })

  test('are found without failing in any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a@x<>"\\():;, \t') }), (text) => void addressesIn(text)),
    )
  })
})
