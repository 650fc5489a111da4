import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressesIn } from './addresses.ts'

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
    ['"quoted \\" local"@x.example', ['"quoted\\"local"@x.example']],
    ['a@x.example <b@x.example> <c@x.example>', ['b@x.example<c@x.example']],
    ['<>', ['']],
    ['', []],
  ] as const)('%s', ([text, addresses]) => {
    expect(addressesIn(text)).toEqual(addresses)
  })

  test('are found without failing in any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a@x<>"\\():;, \t') }), (text) => void addressesIn(text)),
    )
  })
})
