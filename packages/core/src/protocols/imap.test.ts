import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '@sparekey/testkit/hostile'
import { converse } from '../testing/converse.ts'
import { capabilitiesIn, imap } from './imap.ts'
import { loginOf } from './login.ts'

const hanako = 'hanako@hotmail.com'
const bearer = Buffer.from(`user=${hanako}\u0001auth=Bearer EwB4\u0001\u0001`).toString('base64')
const plain = (secret: string) => Buffer.from(`\0${hanako}\0${secret}`).toString('base64')

const signIn = (offered: string[], proof: { secret: string } | { token: string }) => {
  const login = loginOf(hanako, proof)
  const mechanism = imap.mechanism(offered, login)
  if (!mechanism) throw new Error('no way to sign in')
  return imap.signIn(mechanism, login, offered)
}

describe('an IMAP greeting', () => {
  test.each([
    ['* OK ready', undefined],
    ['* ok [CAPABILITY IMAP4rev1] ready', undefined],
    ['* PREAUTH welcome', 'preauth'],
    ['* BYE Connection is closed. 10', 'refused'],
    ['* OKAY', 'other-protocol'],
    ['* NO', 'other-protocol'],
    ['+OK ready', 'other-protocol'],
    ['220 ready', 'other-protocol'],
    ['', 'other-protocol'],
  ])('%j: %s', (line, word) => {
    expect(converse(imap.greeting(), `S: ${line}`).stopped?.word).toBe(word)
  })
})

describe('IMAP capabilities', () => {
  test('are collected from all that is untagged, as the server wrote them', () => {
    const conversation = converse(
      imap.capabilities(),
      `
      C: A1 CAPABILITY
      S: * OK by the way
      S: * CAPABILITY IMAP4rev1  AUTH=PLAIN
      S: * CAPABILITY idle
      S: A1 OK done`,
    )
    expect(conversation.value).toEqual(['IMAP4rev1', 'AUTH=PLAIN', 'idle'])
  })

  test.each([
    ['A1 NO not now', 'refused'],
    ['A1 BAD what', 'refused'],
    ['A2 OK of another command', 'other-protocol'],
    ['+ go on', 'other-protocol'],
    ['250 OK', 'other-protocol'],
  ])('end at %j: %s', (line, word) => {
    const conversation = converse(imap.capabilities(), `C: A1 CAPABILITY\nS: ${line}`)
    expect(conversation.stopped).toEqual({ word, reply: line })
  })

  test('are words without spaces, whatever the line holds', () => {
    const words = (text: string) => capabilitiesIn(`* CAPABILITY ${text}`)
    fc.assert(fc.property(hostileText, (text) => words(text).every((word) => word !== '' && !word.includes(' '))))
    expect(capabilitiesIn('* OK [CAPABILITY IMAP4rev1]')).toEqual([])
  })
})

describe('STARTTLS by IMAP', () => {
  test.each([
    ['S: * CAPABILITY IMAP4rev1\nS: A1 OK', 'starttls-missing'],
    ['S: * CAPABILITY XSTARTTLS STARTTLSX\nS: A1 OK', 'starttls-missing'],
    ['S: * CAPABILITY StartTLS\nS: A1 OK\nC: T2 STARTTLS\nS: T2 NO no', 'starttls-refused'],
    ['S: * CAPABILITY STARTTLS\nS: A1 OK\nC: T2 STARTTLS\nS: * OK\nS: T2 OK go', undefined],
  ])('after %j: %s', (dialogue, word) => {
    expect(converse(imap.startTls(), `C: A1 CAPABILITY\n${dialogue}`).stopped?.word).toBe(word)
  })
})

describe('how a secret goes out by IMAP', () => {
  test.each([
    ['LOGIN where nothing speaks against it', ['AUTH=PLAIN'], 'horse', 'LOGIN'],
    ['LOGIN, with a space', [], 'correct horse', 'LOGIN'],
    ['PLAIN for letters beyond ASCII', ['AUTH=PLAIN'], '桜', 'PLAIN'],
    ['PLAIN where LOGIN is switched off', ['AUTH=PLAIN', 'LOGINDISABLED'], 'horse', 'PLAIN'],
    ['LOGIN with literals where there is no PLAIN', [], '桜', 'LOGIN'],
    ['not at all', ['AUTH=XOAUTH2', 'LOGINDISABLED'], 'horse', undefined],
  ] as const)('%s', (_, offered, secret, mechanism) => {
    expect(imap.mechanism(offered, loginOf(hanako, { secret }))).toBe(mechanism)
  })

  test.each([
    [['AUTH=XOAUTH2'], 'XOAUTH2'],
    [['AUTH=PLAIN', 'AUTH=OAUTHBEARER', 'AUTH=XOAUTH', 'SASL-IR'], undefined],
    [[], undefined],
  ] as const)('is by XOAUTH2 alone for a token: %j', (offered, mechanism) => {
    expect(imap.mechanism(offered, loginOf(hanako, { token: 'EwB4' }))).toBe(mechanism)
  })
})

describe('a sign-in by IMAP', () => {
  test.each([
    ['quoted', ['AUTH=PLAIN'], { secret: String.raw`a"b\c` }, String.raw`C: A2 LOGIN "hanako@hotmail.com" "a\"b\\c"`],
    ['by PLAIN', ['LOGINDISABLED', 'AUTH=PLAIN'], { secret: 'x' }, `C: A2 AUTHENTICATE PLAIN\nS: +\nC: ${plain('x')}`],
    [
      'by literals',
      [],
      { secret: '桜' },
      'C: A2 LOGIN {18}\nS: + go\nC: hanako@hotmail.com {3}\nS: * OK news\nS: + go\nC: 桜',
    ],
    ['by a token', ['AUTH=XOAUTH2'], { token: 'EwB4' }, `C: A2 AUTHENTICATE XOAUTH2\nS: + \nC: ${bearer}`],
    ['by a token, at once', ['AUTH=XOAUTH2', 'SASL-IR'], { token: 'EwB4' }, `C: A2 AUTHENTICATE XOAUTH2 ${bearer}`],
  ])('goes out %s', (_, offered, proof, dialogue) => {
    const conversation = converse(signIn(offered, proof), `${dialogue}\nS: * OK news\nS: A2 OK welcome`)
    expect(conversation.value).toEqual({ reply: 'A2 OK welcome' })
  })

  test.each([
    ['S: A2 OK [CAPABILITY IMAP4rev1 IDLE] welcome', ['IMAP4rev1', 'IDLE']],
    ['S: * CAPABILITY IMAP4rev1 MOVE\nS: A2 OK welcome', ['IMAP4rev1', 'MOVE']],
    ['S: A2 OK [ALERT] welcome', undefined],
    ['S: A2 OK [CAPABILITY ] welcome', undefined],
  ])('may tell what the server offers from here on: %j', (end, capabilities) => {
    const conversation = converse(signIn([], { secret: 'x' }), `C: A2 LOGIN "${hanako}" "x"\n${end}`)
    expect(conversation.value?.capabilities).toEqual(capabilities)
  })

  test.each([
    ['a word that begins like OK', 'S: A2 OKAY'],
    ['no', 'S: A2 NO LOGIN failed.'],
    ['nothing but its name', 'S: A2'],
  ])('is refused by %s', (_, end) => {
    const conversation = converse(signIn([], { secret: 'x' }), `C: A2 LOGIN "${hanako}" "x"\n${end}`)
    expect(conversation.stopped).toEqual({ word: 'refused', reply: end.slice(3) })
  })

  test('that is accepted before it was given is no sign-in, and nothing is said', () => {
    for (const begin of ['C: A2 AUTHENTICATE PLAIN', 'C: A2 LOGIN {18}']) {
      const offered = begin.includes('PLAIN') ? ['AUTH=PLAIN'] : []
      const conversation = converse(signIn(offered, { secret: '桜' }), `${begin}\nS: A2 OK welcome`)
      expect(conversation.stopped).toEqual({ word: 'refused', reply: 'A2 OK welcome' })
    }
  })

  test('that is asked for more is answered by an empty line, once', () => {
    const begin = `C: A2 AUTHENTICATE XOAUTH2 ${bearer}\nS: + eyJ9\nC: \n`
    const dialogue = () => signIn(['AUTH=XOAUTH2', 'SASL-IR'], { token: 'EwB4' })
    expect(converse(dialogue(), `${begin}S: A2 NO failed`).stopped).toMatchObject({ word: 'refused' })
    expect(converse(dialogue(), `${begin}S: + again`).stopped).toEqual({ word: 'other-protocol', reply: '+ again' })
  })

  test.each(['C: A3 STATUS INBOX (MESSAGES)\nS: * STATUS {5}\nS: inbox (MESSAGES 1)\nS: A3 OK'])(
    'may be looked at, the name of the mailbox being a literal',
    (dialogue) => {
      expect(converse(imap.look!(), dialogue).stopped).toBeUndefined()
    },
  )
})
