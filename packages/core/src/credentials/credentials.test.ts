import { describe, expect, test } from 'vitest'
import { checkCredentials, type Proof } from './credentials.ts'

const username = 'hanako@hotmail.com'
const checked = (proof: object, name = username) => checkCredentials({ username: name, ...proof } as never)

describe('before anything is sent', () => {
  test.for(['', 'a\0b', 'a\nb', 'a\rb', 'x'.repeat(16_385)])(
    'a secret or token that no command can carry is refused unseen',
    (value) => {
      for (const proof of [{ secret: value }, { token: value }]) {
        expect(() => checked(proof)).toThrow(expect.objectContaining({ code: 'bad-secret' }))
        expect(() => checked(proof)).not.toThrow(/a.b/s)
      }
    },
  )

  test.for(['two words', 'a\u0001auth=Bearer other', 'トークン', 'tab\t'])('%j is no token', (token) => {
    expect(() => checked({ token })).toThrow(expect.objectContaining({ code: 'bad-secret' }))
  })

  test.for(['', 'a\u0001auth=Bearer x', 'a\0b', 'a\r\nQUIT'])('%j is no username', (name) => {
    for (const proof of [{ secret: 'x' }, { token: 'x' }]) {
      expect(() => checked(proof, name)).toThrow(expect.objectContaining({ code: 'bad-address' }))
    }
  })

  test('a secret and a token at once are refused, and neither is repeated', () => {
    const both = () => checked({ secret: 'correct horse', token: 'EwB0' })
    expect(both).toThrow(expect.objectContaining({ code: 'usage' }))
    expect(both).not.toThrow(/horse|EwB0/)
  })

  test.for<Proof>([{ secret: '"\\ 桜😀\t' }, { token: 'EwB4A8l6BAAU+/==' }, { token: 't=EwC&p=' }])(
    'quotes, letters of any script, and tokens of every shape pass: %j',
    (proof) => {
      expect(() => checkCredentials({ username: '花子@例え.jp', ...proof })).not.toThrow()
    },
  )
})
