import { describe, expect, test } from 'vitest'
import { checkCredentials, hideProof, type Proof } from './credentials.ts'

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

describe('what a server said', () => {
  const said = (reply: string, secret: string) => hideProof(reply, 'pop3', { username, secret })

  test.for([
    ['-ERR what is PASS horse?', '-ERR what is PASS [hidden]?'],
    ['-ERR AGhhbmFrb0Bob3RtYWlsLmNvbQBob3JzZQ== aG9yc2U=', '-ERR [hidden] [hidden]'],
    [
      '-ERR Logon failure: unknown user name or bad password. horse',
      '-ERR Logon failure: unknown user name or bad password. [hidden]',
    ],
  ])('holds no secret: %s', ([reply, hidden]) => {
    expect(said(reply!, 'horse')).toBe(hidden)
  })

  test('keeps a sentence of Microsoft’s of which the secret is a word', () => {
    const reply = '-ERR Logon failure: unknown user name or bad password.'
    expect(said(reply, 'password')).toBe(reply)
  })
})
