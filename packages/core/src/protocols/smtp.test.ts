import { describe, expect, test } from 'vitest'
import { converse } from '../testing/converse.ts'
import { loginOf } from './login.ts'
import { smtp } from './smtp.ts'

const hanako = 'hanako@hotmail.com'
const base64 = (text: string) => Buffer.from(text).toString('base64')
const bearer = base64(`user=${hanako}\u0001auth=Bearer EwB4\u0001\u0001`)

const signIn = (offered: string[], proof: { secret: string } | { token: string }) => {
  const login = loginOf(hanako, proof)
  const mechanism = smtp.mechanism(offered, login)
  if (!mechanism) throw new Error('no way to sign in')
  return smtp.signIn(mechanism, login, offered)
}

describe('an SMTP greeting', () => {
  test.each([
    ['S: 220 ready', undefined],
    ['S: 220', undefined],
    ['S: 220-ready\nS: 220 or so', undefined],
    ['S: 421 4.3.2 later', 'refused'],
    ['S: 250 ok', 'refused'],
    ['S: 2200 ready', 'other-protocol'],
    ['S: 120 ready', 'other-protocol'],
    ['S: 220-ready\nS: or so', 'other-protocol'],
    ['S: +OK ready', 'other-protocol'],
    ['S: ', 'other-protocol'],
  ])('%j: %s', (dialogue, word) => {
    expect(converse(smtp.greeting(), dialogue).stopped?.word).toBe(word)
  })
})

describe('SMTP capabilities', () => {
  test('are the lines after the first, as the server wrote them', () => {
    const dialogue = 'C: EHLO [127.0.0.1]\nS: 250-mail.example AUTH PLAIN\nS: 250-AUTH login  \nS: 250-\nS: 250 SIZE 1'
    expect(converse(smtp.capabilities(), dialogue).value).toEqual(['AUTH login', '', 'SIZE 1'])
  })

  test.each([
    ['502 what', 'refused'],
    ['220 ready', 'refused'],
    ['ready', 'other-protocol'],
  ])('end at %j: %s', (line, word) => {
    const conversation = converse(smtp.capabilities(), `C: EHLO [127.0.0.1]\nS: ${line}`)
    expect(conversation.stopped).toEqual({ word, reply: line })
  })
})

describe('STARTTLS by SMTP', () => {
  test.each([
    ['S: 250 STARTTLS', 'starttls-missing'],
    ['S: 250-x\nS: 250 XSTARTTLS', 'starttls-missing'],
    ['S: 250-x\nS: 250 starttls\nC: STARTTLS\nS: 454 no', 'starttls-refused'],
    ['S: 250-x\nS: 250 STARTTLS\nC: STARTTLS\nS: 250 ok', 'starttls-refused'],
    ['S: 250-x\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go', undefined],
  ])('after %j: %s', (dialogue, word) => {
    expect(converse(smtp.startTls(), `C: EHLO [127.0.0.1]\n${dialogue}`).stopped?.word).toBe(word)
  })
})

describe('how a secret goes out by SMTP', () => {
  test.each([
    ['PLAIN before LOGIN', ['AUTH LOGIN PLAIN'], 'PLAIN'],
    ['LOGIN, as Microsoft offers it', ['SIZE 1', 'AUTH LOGIN XOAUTH2'], 'LOGIN'],
    ['PLAIN, in the older form', ['AUTH=PLAIN'], 'PLAIN'],
    ['not at all', ['AUTH XOAUTH2'], undefined],
    ['not at all, by words that only look so', ['XAUTH PLAIN', 'AUTHPLAIN', 'AUTH PLAINER'], undefined],
    ['not at all, where nothing is said', [], undefined],
  ] as const)('%s', (_, offered, mechanism) => {
    expect(smtp.mechanism(offered, loginOf(hanako, { secret: 'horse' }))).toBe(mechanism)
  })

  test('is by XOAUTH2 alone for a token', () => {
    const token = loginOf(hanako, { token: 'EwB4' })
    expect(smtp.mechanism(['AUTH LOGIN XOAUTH2'], token)).toBe('XOAUTH2')
    expect(smtp.mechanism(['AUTH LOGIN PLAIN XOAUTH'], token)).toBeUndefined()
  })
})

describe('a sign-in by SMTP', () => {
  test.each([
    ['PLAIN', ['AUTH PLAIN'], { secret: 'x' }, `C: AUTH PLAIN\nS: 334 \nC: ${base64(`\0${hanako}\0x`)}`],
    [
      'LOGIN',
      ['AUTH LOGIN'],
      { secret: '桜' },
      `C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: ${base64(hanako)}\nS: 334 UGFzc3dvcmQ6\nC: ${base64('桜')}`,
    ],
    ['XOAUTH2', ['AUTH XOAUTH2'], { token: 'EwB4' }, `C: AUTH XOAUTH2 ${bearer}`],
  ])('goes out by %s', (_, offered, proof, dialogue) => {
    const conversation = converse(signIn(offered, proof), `${dialogue}\nS: 235-2.7.0\nS: 235 welcome`)
    expect(conversation.value).toEqual({ reply: '235-2.7.0\n235 welcome' })
  })

  test.each(['235 already', '250 ok', '535 no'])('that is answered by %j before it was given keeps it here', (line) => {
    for (const [mechanism, name] of [
      ['PLAIN', ''],
      ['LOGIN', ''],
      ['LOGIN', `S: 334 \nC: ${base64(hanako)}\n`],
    ] as const) {
      const dialogue = `C: AUTH ${mechanism}\n${name}S: ${line}`
      const conversation = converse(signIn([`AUTH ${mechanism}`], { secret: 'x' }), dialogue)
      expect(conversation.stopped).toEqual({ word: 'refused', reply: line })
    }
  })

  test('that is asked for more is answered by an empty line, once', () => {
    const begin = `C: AUTH XOAUTH2 ${bearer}\nS: 334 eyJ9\nC: \n`
    const dialogue = () => signIn(['AUTH XOAUTH2'], { token: 'EwB4' })
    expect(converse(dialogue(), `${begin}S: 535 no`).stopped).toEqual({ word: 'refused', reply: '535 no' })
    expect(converse(dialogue(), `${begin}S: 334 again`).stopped).toEqual({ word: 'refused', reply: '334 again' })
  })
})
