import { describe, expect, test } from 'vitest'
import { hiderOf } from './hide-proof.ts'

const username = 'hanako@hotmail.com'

describe('what a server said', () => {
  const said = (reply: string, secret: string) => hiderOf('pop3', { username, secret })(reply)

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

  test.for([
    ['-ERR abcdefghijklmnopBasicAuthBlocked', '-ERR [hidden]BasicAuthBlocked'],
    ['-ERR abcdefghijklmnopabcdefghijklmnop', '-ERR [hidden][hidden]'],
    ['-ERR ABCDEFGHIJKLMNOP', '-ERR [hidden]'],
  ])('holds no secret, whatever the reply means without it: %s', ([reply, hidden]) => {
    expect(said(reply!, 'abcdefghijklmnop')).toBe(hidden)
  })

  test.for(['', 'x', 'xy'])('holds no secret in the base64 of whatever it stands in, %j before it', (before) => {
    const response = Buffer.from(`${before}abcdefghijklmnop\u0001host=mail.example`).toString('base64')
    expect(said(`-ERR what is ${response}?`, 'abcdefghijklmnop')).toBe('-ERR what is [hidden]?')
  })

  test('holds no letters that a library made of the secret’s bytes', () => {
    expect(said(`-ERR ${Buffer.from('pässwörd').toString('latin1')}`, 'pässwörd')).toBe('-ERR [hidden]')
  })

  test.for([
    ['horses1', '-ERR HORSES1', '-ERR HORSES1'],
    ['horses12', '-ERR HORSES12', '-ERR [hidden]'],
  ])('holds no secret in upper case, from eight letters on: %s', ([secret, reply, hidden]) => {
    expect(said(reply!, secret!)).toBe(hidden)
  })

  test('holds no secret with the signs of a quoted string escaped', () => {
    expect(said(String.raw`-ERR "a\"b\\c"`, String.raw`a"b\c`)).toBe('-ERR "[hidden]"')
  })

  test.for([
    ['before', 'password -ERR Logon failure: unknown user name or bad password.'],
    ['behind', '-ERR Logon failure: unknown user name or bad password. password'],
  ] as const)('loses a secret that stands %s a sentence of Microsoft’s of which it is a word', ([, reply]) => {
    expect(said(reply, 'password')).toBe(reply.replace(/^password|password$/, '[hidden]'))
  })

  test('keeps a sentence of Microsoft’s of which the secret is a word', () => {
    const reply = '-ERR Logon failure: unknown user name or bad password.'
    expect(said(reply, 'password')).toBe(reply)
  })
})
