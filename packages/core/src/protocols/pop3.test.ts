import { describe, expect, test } from 'vitest'
import { converse } from '../testing/converse.ts'
import { loginOf } from './login.ts'
import { pop3 } from './pop3.ts'

const hanako = 'hanako@hotmail.com'
const bearer = Buffer.from(`user=${hanako}\u0001auth=Bearer EwB4\u0001\u0001`).toString('base64')
const plain = (secret: string) => Buffer.from(`\0${hanako}\0${secret}`).toString('base64')

const signIn = (offered: string[], proof: { secret: string } | { token: string }) => {
  const login = loginOf(hanako, proof)
  const mechanism = pop3.mechanism(offered, login)
  if (!mechanism) throw new Error('no way to sign in')
  return pop3.signIn(mechanism, login, offered)
}

describe('a POP3 greeting', () => {
  test.each([
    ['+OK ready', undefined],
    ['+OK', undefined],
    ['-ERR later', 'refused'],
    ['+ OK', 'other-protocol'],
    ['* OK', 'other-protocol'],
    ['220 ready', 'other-protocol'],
    ['', 'other-protocol'],
  ])('%j: %s', (line, word) => {
    expect(converse(pop3.greeting(), `S: ${line}`).stopped?.word).toBe(word)
  })
})

describe('POP3 capabilities', () => {
  test.each([
    ['S: +OK\nS: SASL plain XOAUTH2 \nS: USER\nS: .', ['SASL plain XOAUTH2', 'USER']],
    ['S: +OK\nS: .', []],
    ['S: -ERR what', []],
    ['S: + ', []],
  ])('of %j', (dialogue, capabilities) => {
    expect(converse(pop3.capabilities(), `C: CAPA\n${dialogue}`).value).toEqual(capabilities)
  })

  test('end at what is no answer', () => {
    expect(converse(pop3.capabilities(), 'C: CAPA\nS: USER').stopped).toEqual({ word: 'other-protocol', reply: 'USER' })
  })
})

describe('STLS', () => {
  test.each([
    ['S: -ERR', 'starttls-missing'],
    ['S: +OK\nS: XSTLS\nS: STLSX\nS: .', 'starttls-missing'],
    ['S: +OK\nS: stls\nS: .\nC: STLS\nS: -ERR', 'starttls-refused'],
    ['S: +OK\nS: STLS\nS: .\nC: STLS\nS: + ', 'starttls-refused'],
    ['S: +OK\nS: STLS\nS: .\nC: STLS\nS: +OK go', undefined],
  ])('after %j: %s', (dialogue, word) => {
    expect(converse(pop3.startTls(), `C: CAPA\n${dialogue}`).stopped?.word).toBe(word)
  })
})

describe('how a secret goes out by POP3', () => {
  test.each([
    ['USER where it is offered', ['USER', 'SASL PLAIN'], 'horse', 'USER'],
    ['USER where nothing is said', [], 'horse', 'USER'],
    ['PLAIN for letters beyond ASCII', ['USER', 'SASL LOGIN PLAIN'], '桜', 'PLAIN'],
    ['PLAIN where there is no USER', ['SASL PLAIN'], 'horse', 'PLAIN'],
    ['USER where there is nothing else', ['USER'], '桜', 'USER'],
    ['not at all', ['SASL XOAUTH2'], 'horse', undefined],
    ['not at all, by words that only look so', ['USERS', 'SASLPLAIN', 'XSASL PLAIN'], 'horse', undefined],
  ] as const)('%s', (_, offered, secret, mechanism) => {
    expect(pop3.mechanism(offered, loginOf(hanako, { secret }))).toBe(mechanism)
  })

  test.each([
    [['USER', 'SASL PLAIN XOAUTH2'], 'XOAUTH2'],
    [['USER', 'SASL PLAIN XOAUTH'], undefined],
    [[], undefined],
  ] as const)('is by XOAUTH2 alone for a token: %j', (offered, mechanism) => {
    expect(pop3.mechanism(offered, loginOf(hanako, { token: 'EwB4' }))).toBe(mechanism)
  })
})

describe('a sign-in by POP3', () => {
  test.each([
    ['USER and PASS', ['USER'], { secret: 'correct horse' }, `C: USER ${hanako}\nS: +OK\nC: PASS correct horse`],
    ['PLAIN', ['SASL PLAIN'], { secret: 'x' }, `C: AUTH PLAIN\nS: +\nC: ${plain('x')}`],
    ['XOAUTH2', ['SASL XOAUTH2'], { token: 'EwB4' }, `C: AUTH XOAUTH2\nS: + \nC: ${bearer}`],
  ])('goes out by %s', (_, offered, proof, dialogue) => {
    const conversation = converse(signIn(offered, proof), `${dialogue}\nS: +OK welcome`)
    expect(conversation.value).toEqual({ reply: '+OK welcome' })
  })

  test('whose name is refused keeps the secret here', () => {
    const conversation = converse(signIn(['USER'], { secret: 'x' }), `C: USER ${hanako}\nS: -ERR no`)
    expect(conversation.stopped).toEqual({ word: 'refused', reply: '-ERR no' })
  })

  test.each(['+OK already', '-ERR Protocol error. 16'])(
    'that is answered by %j before it was given keeps it here',
    (line) => {
      const conversation = converse(signIn(['SASL XOAUTH2'], { token: 'EwB4' }), `C: AUTH XOAUTH2\nS: ${line}`)
      expect(conversation.stopped).toEqual({ word: 'refused', reply: line })
    },
  )

  test('that is asked for more is answered by an empty line, once', () => {
    const begin = `C: AUTH XOAUTH2\nS: +\nC: ${bearer}\nS: + eyJ9\nC: \n`
    const dialogue = () => signIn(['SASL XOAUTH2'], { token: 'EwB4' })
    expect(converse(dialogue(), `${begin}S: -ERR no`).stopped).toEqual({ word: 'refused', reply: '-ERR no' })
    expect(converse(dialogue(), `${begin}S: + again`).stopped).toEqual({ word: 'refused', reply: '+ again' })
  })

  test.each(['OK', '', '+OKAY?'.slice(1), '* OK'])('ends at %j, which is no answer', (line) => {
    const conversation = converse(signIn(['USER'], { secret: 'x' }), `C: USER ${hanako}\nS: ${line}`)
    expect(conversation.stopped).toEqual({ word: 'other-protocol', reply: line })
  })

  test('is right and has no mailbox', () => {
    const reply = '-ERR User is authenticated but not connected.'
    expect(converse(pop3.look!(), `C: STAT\nS: ${reply}`).stopped).toEqual({ word: 'refused', reply })
    expect(converse(pop3.look!(), 'C: STAT\nS: +OK 0 0').stopped).toBeUndefined()
  })
})
