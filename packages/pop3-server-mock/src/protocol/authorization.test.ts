import { expect, test } from 'vitest'
import { parseCommand } from './session.ts'
import { Talk } from '../testing/talk.ts'

test.each([
  ['noop', { verb: 'NOOP', argument: undefined }],
  ['PASS  two  spaces ', { verb: 'PASS', argument: ' two  spaces ' }],
  ['PASS ', { verb: 'PASS', argument: '' }],
  ['', { verb: '', argument: undefined }],
  [' NOOP', { verb: '', argument: 'NOOP' }],
  ['PASS a\rb\nc', { verb: 'PASS', argument: 'a\rb\nc' }],
])('the command line %j is cut into verb and argument', (line, parsed) => {
  expect(parseCommand(Buffer.from(line))).toEqual(parsed)
})

test('USER and PASS lead to the maildrop; PASS may hold spaces', () => {
  const talk = new Talk()
  expect(talk.say('user mrose')).toBe('+OK now the password')
  expect(talk.say('pass  a b ')).toBe('+OK maildrop has 3 messages (325 octets)')
  expect(talk.credentials).toEqual([{ mechanism: 'USER', username: 'mrose', password: ' a b ' }])
  expect(talk.session).toMatchObject({ state: 'transaction', user: 'mrose' })
})

test('PASS needs a USER before it, for each attempt again', () => {
  const talk = new Talk()
  talk.auth = { ok: false }
  expect(talk.say('PASS secret')).toBe('-ERR command not valid in this state')
  talk.say('USER mrose')
  expect(talk.say('PASS secret')).toBe('-ERR user name and password or token do not match')
  expect(talk.say('PASS secret')).toBe('-ERR command not valid in this state')
  expect(talk.session).toMatchObject({ state: 'authorization', user: undefined })
})

test('APOP hands over the digest with the timestamp of the greeting', () => {
  const talk = new Talk()
  expect(talk.session.greet().text).toBe('+OK POP3 server ready <id@localhost>')
  talk.say('APOP mrose C4C9334BAC560ECC979E58001B3E22FB')
  expect(talk.credentials).toEqual([
    { mechanism: 'APOP', username: 'mrose', digest: 'c4c9334bac560ecc979e58001b3e22fb', timestamp: '<id@localhost>' },
  ])
})

test('a greeting without APOP has no timestamp', () => {
  const talk = new Talk({ disabledCommands: ['APOP'] })
  expect(talk.session.greet().text).toBe('+OK POP3 server ready')
  expect(talk.say('APOP mrose digest')).toBe('-ERR unknown command')
})

test('a refused sign-in is told in the words of the handler', () => {
  const talk = new Talk()
  talk.auth = { ok: false, reply: '-ERR not today' }
  talk.say('USER mrose')
  expect(talk.say('PASS secret')).toBe('-ERR not today')
  talk.auth = { ok: false, reply: { text: '-ERR never', close: true } }
  talk.say('USER mrose')
  expect(talk.say('PASS secret')).toBe('-ERR never (close)')
})

test('a session ends after so many refused sign-ins', () => {
  const talk = new Talk({
    limits: { signInFailures: 2 },
    replies: { tooManySignInFailures: ({ reply }) => `${reply}\r\nThat was it.` },
  })
  talk.auth = { ok: false, reply: '-ERR no' }
  talk.say('USER mrose')
  expect(talk.say('PASS secret')).toBe('-ERR no')
  expect(talk.say('AUTH PLAIN AG1yb3NlAHNlY3JldA==')).toBe('-ERR no\r\nThat was it. (close)')
})

test('a sign-in whose maildrop cannot be opened stays in the AUTHORIZATION state', () => {
  const talk = new Talk()
  talk.opened = { ok: false }
  talk.say('USER mrose')
  expect(talk.say('PASS secret')).toBe('-ERR the maildrop cannot be opened')
  expect(talk.session).toMatchObject({ state: 'authorization', user: undefined })
  expect(talk.say('STAT')).toBe('-ERR command not valid in this state')
})

test('a unique id that would break the protocol is refused', () => {
  const talk = new Talk()
  talk.opened = [{ uid: 'a b', content: Buffer.alloc(0) }]
  talk.say('USER mrose')
  expect(() => talk.say('PASS secret')).toThrow(TypeError)
})

test('QUIT before the sign-in ends the session and commits nothing', () => {
  const talk = new Talk()
  expect(talk.say('QUIT')).toBe('+OK goodbye (close)')
  expect(talk.commits).toEqual([])
})

test('there is no maildrop before the sign-in', () => {
  expect(() => new Talk().session.maildrop).toThrow('no maildrop is open')
})

test.each(['STAT', 'LIST', 'UIDL', 'RETR 1', 'TOP 1 0', 'DELE 1', 'NOOP', 'RSET'])(
  '%s has to wait for the sign-in',
  (command) => {
    expect(new Talk().say(command)).toBe('-ERR command not valid in this state')
  },
)

test('STLS asks for the handshake, forgets the name that was given, and is not offered twice', () => {
  const talk = new Talk({ stls: true })
  talk.say('USER mallory')
  expect(talk.say('STLS')).toBe('+OK begin TLS negotiation (tls)')
  talk.session.secured('pop.example')
  expect(talk.session).toMatchObject({ secure: true, servername: 'pop.example' })
  expect(talk.say('PASS secret')).toBe('-ERR command not valid in this state')
  expect(talk.say('CAPA')).not.toContain('STLS')
  expect(talk.say('STLS')).toBe('-ERR command not valid in this state')
})

test('STLS is unknown to a server without it', () => {
  expect(new Talk().say('STLS')).toBe('-ERR unknown command')
})

test('TLS can be required before any secret', () => {
  const talk = new Talk({ stls: true, requireTls: true })
  expect(talk.say('CAPA')).not.toMatch(/USER|SASL/)
  for (const command of ['USER mrose', 'APOP mrose digest', 'AUTH PLAIN']) {
    expect(talk.say(command)).toBe('-ERR use STLS first')
  }
  talk.session.secured(undefined)
  expect(talk.say('CAPA')).toMatch(/USER\r\nSASL/)
  expect(talk.say('USER mrose')).toBe('+OK now the password')
})
