import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exchange, fromBase64, matches, mechanismNames, text, type MechanismName } from './sasl.ts'

function base64(plain: string): string {
  return Buffer.from(plain).toString('base64')
}

function credentials(mechanism: MechanismName, ...answers: string[]) {
  const exchange = new Exchange(mechanism)
  for (const answer of answers) expect(exchange.answer(base64(answer))).toBe(true)
  expect(exchange.challenge).toBeUndefined()
  return exchange.credentials()
}

describe('SASL', () => {
  it('PLAIN: whom for, who, password', () => {
    expect(credentials('PLAIN', '\0hanako\0pässwörd ')).toEqual({
      mechanism: 'PLAIN',
      authorize: '',
      username: 'hanako',
      password: 'pässwörd ',
    })
    expect(credentials('PLAIN', 'boss\0hanako\0secret')).toMatchObject({ authorize: 'boss' })
  })

  it.each(['', 'hanako', 'hanako\0secret', '\0hanako\0secret\0more'])('PLAIN: refuses %j', (response) => {
    expect(credentials('PLAIN', response)).toBeUndefined()
  })

  it('LOGIN: asks for the name, then for the password', () => {
    const exchange = new Exchange('LOGIN')
    expect(exchange.challenge).toBe(base64('Username:'))
    exchange.answer(base64('hanako'))
    expect(exchange.challenge).toBe(base64('Password:'))
    exchange.answer(base64(''))
    expect(exchange.challenge).toBeUndefined()
    expect(exchange.credentials()).toEqual({ mechanism: 'LOGIN', username: 'hanako', password: '' })
  })

  it('XOAUTH2: name and token', () => {
    expect(credentials('XOAUTH2', 'user=hanako\x01auth=Bearer ya29.abc\x01\x01')).toEqual({
      mechanism: 'XOAUTH2',
      username: 'hanako',
      token: 'ya29.abc',
    })
  })

  it.each(['', 'user=hanako', 'user=hanako\x01auth=Bearer t', 'user=hanako\x01auth=Basic t\x01\x01'])(
    'XOAUTH2: refuses %j',
    (response) => {
      expect(credentials('XOAUTH2', response)).toBeUndefined()
    },
  )

  it('is strict about base64', () => {
    expect(fromBase64('aGk=')?.toString()).toBe('hi')
    expect(fromBase64('')).toHaveLength(0)
    for (const wrong of ['aGk', 'aG k', 'a===', 'aGk=aGk=', 'aG-_', '*', '=']) expect(fromBase64(wrong)).toBeUndefined()
  })

  it('leaves a question open that was not answered in base64', () => {
    const exchange = new Exchange('LOGIN')
    const { challenge } = exchange
    expect(exchange.answer('no base64')).toBe(false)
    expect(exchange.challenge).toBe(challenge)
  })

  it('reads no answer as an empty text', () => {
    expect(text(undefined)).toBe('')
  })

  it('loses no octet of a text that is not UTF-8', () => {
    expect(text(Buffer.from('é'))).toBe('é')
    expect(text(Buffer.from([0xe9]))).toBe('é')
  })

  const octets = fc.uint8Array().map((array) => Buffer.from(array).toString('latin1'))

  it('takes any line for an answer without a throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...mechanismNames), fc.array(octets), (name, answers) => {
        const exchange = new Exchange(name)
        for (const answer of answers) if (exchange.challenge !== undefined) exchange.answer(answer)
        expect(() => exchange.credentials()).not.toThrow()
      }),
    )
  })

  it('brings every name and password over', () => {
    const word = fc.string({ unit: fc.constantFrom(...'a= \x01é語🔑') })
    fc.assert(
      fc.property(word, word, (username, password) => {
        expect(credentials('PLAIN', `\0${username}\0${password}`)).toMatchObject({ username, password })
        expect(credentials('LOGIN', username, password)).toMatchObject({ username, password })
      }),
    )
  })
})

describe('matches', () => {
  const user = { mechanism: 'USER', username: 'mrose', password: 'tanstaaf' } as const
  // RFC 1939, section 7
  const apop = {
    mechanism: 'APOP',
    username: 'mrose',
    digest: 'c4c9334bac560ecc979e58001b3e22fb',
    timestamp: '<1896.697170952@dbc.mtview.ca.us>',
  } as const
  const token = { mechanism: 'XOAUTH2', username: 'mrose', token: 'tanstaaf' } as const

  it.each([user, apop, token])('knows the right secret from a wrong one: $mechanism', (credentials) => {
    expect(matches(credentials, 'tanstaaf')).toBe(true)
    expect(matches(credentials, 'tanstaa')).toBe(false)
    expect(matches(credentials, '')).toBe(false)
  })
})
