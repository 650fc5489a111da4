import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { TOO_LONG } from './lines.ts'
import { Talk } from '../testing/talk.ts'

test.each([
  ['XYZZY', '-ERR unknown command'],
  ['', '-ERR unknown command'],
  ['toString', '-ERR unknown command'],
  ['STAT 1', '-ERR wrong number of arguments'],
  ['RETR', '-ERR wrong number of arguments'],
  ['RETR 1 2', '-ERR wrong number of arguments'],
  ['TOP 1', '-ERR wrong number of arguments'],
  ['RETR one', '-ERR invalid argument'],
  ['RETR -1', '-ERR invalid argument'],
  ['RETR 1.0', '-ERR invalid argument'],
  ['TOP 1 x', '-ERR invalid argument'],
])('a bad command %j is told what is wrong with it', (line, reply) => {
  expect(Talk.signedIn().say(line)).toBe(reply)
})

test.each(['LIST 1 2', 'UIDL 1 2', 'DELE', 'DELE 1 2', 'TOP 1 2 3', 'NOOP 1', 'RSET 1', 'QUIT 1', 'CAPA 1'])(
  '%s after the sign-in has a wrong number of arguments',
  (line) => {
    expect(Talk.signedIn().say(line)).toBe('-ERR wrong number of arguments')
  },
)

test.each(['USER a b', 'APOP a', 'APOP a b c', 'AUTH PLAIN AA== b', 'STLS 1', 'CAPA 1', 'QUIT 1'])(
  '%s before the sign-in has a wrong number of arguments',
  (line) => {
    expect(new Talk({ stls: true }).say(line)).toBe('-ERR wrong number of arguments')
  },
)

test('USER and PASS need their arguments', () => {
  const talk = new Talk()
  expect(talk.say('USER')).toBe('-ERR wrong number of arguments')
  expect(talk.say('USER ')).toBe('-ERR wrong number of arguments')
  talk.say('USER mrose')
  expect(talk.say('PASS')).toBe('-ERR wrong number of arguments')
  expect(talk.say('PASS ')).toBe('-ERR wrong number of arguments')
})

test('a bad command is forgiven so many times, whatever was bad about it', () => {
  const talk = Talk.signedIn({
    limits: { badCommands: 3 },
    replies: { tooManyBadCommands: ({ reply, cause }) => `${reply}\r\n${cause} was the last` },
  })
  expect(talk.say('XYZZY')).toBe('-ERR unknown command')
  expect(talk.say('RETR 99')).toBe('-ERR no such message')
  expect(talk.say('RETR')).toBe('-ERR wrong number of arguments')
  expect(talk.say('NOOP')).toBe('+OK')
  expect(talk.say(TOO_LONG)).toBe('-ERR line too long\r\nlineTooLong was the last (close)')
})

test('a command that is not ASCII is a bad one if the server wants it so', () => {
  const eightBit = Buffer.from('PASS pässwörd')
  const strict = new Talk({ eightBitCommands: false })
  strict.say('USER mrose')
  expect(strict.say(eightBit)).toBe('-ERR only ASCII characters in a command')
  const lenient = new Talk()
  lenient.say('USER mrose')
  lenient.say(eightBit)
  expect(lenient.credentials).toMatchObject([{ password: 'pässwörd' }])
})

const verbs = 'USER PASS APOP AUTH STAT LIST UIDL RETR TOP DELE NOOP RSET CAPA STLS PLAIN LOGIN XOAUTH2'.split(' ')
const rest = ['mrose', '1', '2', '3', '0', '-1', '99999999999999999999', '*', '=', 'AG1yb3NlAHNlY3JldA==', '']
const word = fc.constantFrom(...verbs, ...rest)
const sensible = fc.array(word, { maxLength: 4 }).map((words) => Buffer.from(words.join(' ')))
const octets = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array))
const line = fc.oneof({ weight: 5, arbitrary: sensible }, octets, fc.constant(TOO_LONG))

test('whatever a client says, each line gets one reply, and the protocol stays whole', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.boolean(), (lines, ok) => {
      const talk = new Talk({ limits: { badCommands: Infinity, signInFailures: Infinity } })
      if (!ok) talk.auth = { ok: false }
      for (const said of lines) {
        const { text = '' } = talk.hear(said)
        // One line, or several that end with a lone dot.
        expect(text).toMatch(/^(\+OK|-ERR|\+ )([^\r\n]*|[^]*\r\n\.)$/)
      }
      expect(talk.say('*')).toBeDefined()
      expect(talk.hear('QUIT').after).toBe('close')
      expect(talk.commits).toHaveLength(talk.session.user === undefined ? 0 : 1)
    }),
  )
})
