import { expect, test } from 'vitest'
import { TOO_LONG } from './lines.ts'
import { Talk } from '../testing/talk.ts'

const plain = Buffer.from('\0mrose\0secret').toString('base64')
const credentials = { mechanism: 'PLAIN', authorize: '', username: 'mrose', password: 'secret' }

test('AUTH takes the one-line and the two-line form', () => {
  for (const lines of [[`auth plain ${plain}`], ['AUTH PLAIN', plain]]) {
    const talk = new Talk()
    const replies = lines.map((line) => talk.say(line))
    expect(replies.slice(0, -1)).toEqual(lines.length === 2 ? ['+ '] : [])
    expect(replies.at(-1)).toBe('+OK maildrop has 3 messages (325 octets)')
    expect(talk.credentials).toEqual([credentials])
  }
})

test('AUTH LOGIN asks twice, or once if the name came along', () => {
  const talk = new Talk()
  talk.auth = { ok: false }
  expect(talk.say('AUTH LOGIN')).toBe('+ VXNlcm5hbWU6')
  expect(talk.say('bXJvc2U=')).toBe('+ UGFzc3dvcmQ6')
  talk.say('c2VjcmV0')
  expect(talk.say('AUTH LOGIN bXJvc2U=')).toBe('+ UGFzc3dvcmQ6')
  talk.say('c2VjcmV0')
  const login = { mechanism: 'LOGIN', username: 'mrose', password: 'secret' }
  expect(talk.credentials).toEqual([login, login])
})

test('AUTH takes a lone "=" for an empty response', () => {
  expect(new Talk().say('AUTH PLAIN =')).toBe('-ERR this response is not what the mechanism asks for')
})

test('AUTH lists the mechanisms if none is named', () => {
  expect(new Talk({ mechanisms: { LOGIN: false } }).say('AUTH')).toBe('+OK mechanisms follow\r\nPLAIN\r\nXOAUTH2\r\n.')
})

test('AUTH does not know a mechanism that is off or unheard of', () => {
  const talk = new Talk({ mechanisms: { LOGIN: false } })
  expect(talk.say('AUTH LOGIN')).toBe('-ERR unknown authentication mechanism')
  expect(talk.say('AUTH toString')).toBe('-ERR unknown authentication mechanism')
})

test('AUTH can refuse either form, with its own words and the end of the session', () => {
  const talk = new Talk({
    mechanisms: { PLAIN: { oneLine: true, twoLine: false }, XOAUTH2: { oneLine: false, twoLine: true } },
    replies: { oneLineRefused: { text: '-ERR two lines, please', close: true } },
  })
  expect(talk.say('AUTH PLAIN')).toBe('-ERR initial response expected')
  expect(talk.say('AUTH XOAUTH2 dXNlcj0=')).toBe('-ERR two lines, please (close)')
  expect(talk.say('AUTH XOAUTH2')).toBe('+ ')
})

test('AUTH can be cancelled, and takes a command again afterwards', () => {
  const talk = new Talk()
  talk.say('AUTH PLAIN')
  expect(talk.session.expectsCommand).toBe(false)
  expect(talk.say('*')).toBe('-ERR authentication cancelled')
  expect(talk.session.expectsCommand).toBe(true)
  expect(talk.say('QUIT')).toBe('+OK goodbye (close)')
})

test('AUTH gives up on a response that is no base64, no sense, or too long', () => {
  const talk = new Talk()
  for (const response of ['QUIT!', 'AAAA', Buffer.from('=')]) {
    talk.say('AUTH PLAIN')
    expect(talk.say(response)).toBe('-ERR this response is not what the mechanism asks for')
  }
  talk.say('AUTH PLAIN')
  expect(talk.say(TOO_LONG)).toBe('-ERR line too long')
  expect(talk.credentials).toEqual([])
  expect(talk.session.expectsCommand).toBe(true)
})

test('AUTH can explain a refusal by a last challenge, as Google does', () => {
  const talk = new Talk()
  talk.auth = { ok: false, challenge: '{"status":"400"}', reply: '-ERR [AUTH] token' }
  talk.say('AUTH XOAUTH2')
  expect(talk.say('dXNlcj1tcm9zZQFhdXRoPUJlYXJlciB0AQE=')).toBe('+ eyJzdGF0dXMiOiI0MDAifQ==')
  expect(talk.session.expectsCommand).toBe(false)
  expect(talk.say('')).toBe('-ERR [AUTH] token')
  expect(talk.say('NOOP')).toBe('-ERR command not valid in this state')
})

test('AUTH lets a line that answers a challenge be longer than a command', () => {
  const talk = new Talk({ limits: { commandOctets: 512, responseOctets: 4096 } })
  expect(talk.session.lineLimit).toBe(512)
  talk.say('AUTH XOAUTH2')
  expect(talk.session.lineLimit).toBe(4096)
})
