import { expect, test } from 'vitest'
import { Talk } from '../testing/talk.ts'

test('replies can be replaced one by one, by a text or by a function', () => {
  const talk = Talk.signedIn({
    replies: { noop: '+OK still here', stat: ({ count, octets }) => `+OK ${count} ${octets} (exactly)` },
  })
  expect(talk.say('NOOP')).toBe('+OK still here')
  expect(talk.say('STAT')).toBe('+OK 3 325 (exactly)')
  expect(talk.say('RSET')).toBe('+OK maildrop has 3 messages (325 octets)')
})

test('replies that say no are not followed by a list', () => {
  expect(Talk.signedIn({ replies: { list: '-ERR no lists today' } }).say('LIST')).toBe('-ERR no lists today')
})

test.each(['-ERR not here', { text: '-ERR not here' }, 'yes', {}])('replies of %j start no handshake', (tlsReady) => {
  const { after } = new Talk({ stls: true, replies: { tlsReady } }).hear('STLS')
  expect(after).toBe('command')
})

test('replies that say no have no effect: nobody is named, signed in or asked for a response', () => {
  const no = '-ERR no'
  const talk = new Talk({ replies: { userAccepted: no, signedIn: no, challenge: no } })
  expect(talk.say('USER mrose')).toBe(no)
  expect(talk.say('PASS secret')).toBe('-ERR command not valid in this state')
  expect(talk.say('AUTH PLAIN')).toBe(no)
  expect(talk.session.expectsCommand).toBe(true)
  expect(talk.say('AUTH PLAIN AG1yb3NlAHNlY3JldA==')).toBe(no)
  expect(talk.session).toMatchObject({ state: 'authorization', user: undefined })
  expect(talk.say('STAT')).toBe('-ERR command not valid in this state')
})

test('replies that say no have no effect: nothing is marked, no mark is taken back, and nothing is committed', () => {
  const replies = { dele: '+OK', retr: '+OK', rset: '-ERR no', quit: '-ERR no' }
  const talk = Talk.signedIn({ replies: { ...replies, dele: ({ number }) => (number === 1 ? '-ERR no' : '+OK') } })
  expect(['DELE 1', 'DELE 2', 'RSET', 'STAT'].map((line) => talk.say(line))).toEqual([
    '-ERR no',
    '+OK',
    '-ERR no',
    '+OK 2 125',
  ])
  expect(talk.say('QUIT')).toBe('-ERR no (close)')
  expect(talk.commits).toEqual([])
  const unread = Talk.signedIn({ replies: { retr: '-ERR no' } })
  unread.say('RETR 1')
  unread.say('QUIT')
  expect(unread.commits).toEqual([{ deleted: [], retrieved: [] }])
})

test('replies that put a no in place of the last challenge leave the refusal to be said at once', () => {
  const talk = new Talk({ limits: { signInFailures: 1 }, replies: { challenge: '-ERR no' } })
  talk.auth = { ok: false, challenge: '{}', reply: '-ERR [AUTH] token' }
  expect(talk.say('AUTH PLAIN AG1yb3NlAHNlY3JldA==')).toBe('-ERR [AUTH] token (close)')
})

test('replies carry response codes unless they are switched off', () => {
  const talk = new Talk({ respCodes: true })
  talk.auth = { ok: false }
  talk.say('USER mrose')
  expect(talk.say('PASS secret')).toBe('-ERR [AUTH] user name and password or token do not match')
})
