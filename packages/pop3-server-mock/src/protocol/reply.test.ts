import { describe, expect, test } from 'vitest'
import { Talk } from '../testing/talk.ts'
import type { POP3ServerOptions } from './options.ts'
import { positive, type Replies, type ReplyName } from './reply.ts'

/** Replies that say what they are told, each with the sign of its default, so that they lead where the default leads. */
function telling(...names: ReplyName[]): Partial<Replies> {
  const reply = (name: ReplyName) => (context: object) => `${yes.has(name) ? '+OK' : '-ERR'} ${JSON.stringify(context)}`
  return Object.fromEntries(names.map((name) => [name, reply(name)]))
}
const yes = new Set<ReplyName>([
  'greeting',
  'userAccepted',
  'signedIn',
  'top',
  'retr',
  'dele',
  'listOne',
  'uidlOne',
  'quit',
])

/** What the last of these lines is answered with. */
function last(talk: Talk, ...lines: string[]): string | undefined {
  return lines.map((line) => talk.say(line)).at(-1)
}

describe('before the sign-in, a reply is told', () => {
  const anything = Buffer.from('\0mrose').toString('base64')
  const onlyTwoLines = { mechanisms: { PLAIN: { oneLine: false, twoLine: true } } }
  const onlyOneLine = { mechanisms: { PLAIN: { oneLine: true, twoLine: false } } }

  test.each<[ReplyName, string[], string, POP3ServerOptions<string>?]>([
    ['userAccepted', ['USER mrose'], '+OK {"username":"mrose"}'],
    ['signedIn', ['USER mrose', 'PASS secret'], '+OK {"mechanism":"USER","count":3,"octets":325}'],
    ['quit', ['QUIT'], '+OK {"deleted":0} (close)'],
    ['wrongState', ['PASS secret'], '-ERR {"verb":"PASS"}'],
    ['wrongState', ['STAT'], '-ERR {"verb":"STAT"}'],
    ['wrongArity', ['APOP mrose'], '-ERR {"verb":"APOP"}'],
    ['unknownCommand', ['xyzzy'], '-ERR {"verb":"XYZZY"}'],
    ['tlsRequired', ['USER mrose'], '-ERR {"verb":"USER"}', { requireTls: true }],
    ['tlsRequired', ['PASS secret'], '-ERR {"verb":"PASS"}', { requireTls: true }],
    ['twoLineRefused', ['AUTH PLAIN'], '-ERR {"mechanism":"PLAIN"}', onlyOneLine],
    ['oneLineRefused', ['AUTH PLAIN AA=='], '-ERR {"mechanism":"PLAIN"}', onlyTwoLines],
    ['badResponse', ['AUTH PLAIN', 'no base64'], '-ERR {"mechanism":"PLAIN"}'],
    ['badResponse', ['AUTH PLAIN', anything], '-ERR {"mechanism":"PLAIN"}'],
    ['authCancelled', ['AUTH LOGIN', '*'], '-ERR {"mechanism":"LOGIN"}'],
  ])('%s after %j: %s', (name, lines, said, options = {}) => {
    expect(last(new Talk({ ...options, replies: telling(name) }), ...lines)).toBe(said)
  })

  test('STLS within TLS: that it is the wrong state, and for what', () => {
    const talk = new Talk({ stls: true, replies: telling('wrongState') })
    talk.session.secured(undefined)
    expect(talk.say('STLS')).toBe('-ERR {"verb":"STLS"}')
  })

  test('a refused sign-in: the mechanism', () => {
    const talk = new Talk({ replies: telling('signInRefused') })
    talk.auth = { ok: false }
    expect(last(talk, 'USER mrose', 'PASS secret')).toBe('-ERR {"mechanism":"USER"}')
  })
})

describe('in the TRANSACTION state, a reply is told', () => {
  test.each<[ReplyName, string[], string]>([
    ['listOne', ['LIST 2'], '+OK {"number":2,"size":200,"uid":"u2"}'],
    ['uidlOne', ['UIDL 2'], '+OK {"number":2,"size":200,"uid":"u2"}'],
    ['retr', ['RETR 2'], '+OK {"number":2,"size":200,"uid":"u2"}'],
    ['top', ['TOP 2 7'], '+OK {"number":2,"size":200,"uid":"u2","lines":7}'],
    ['dele', ['DELE 2'], '+OK {"number":2,"size":200,"uid":"u2"}'],
    ['quit', ['DELE 1', 'DELE 3', 'QUIT'], '+OK {"deleted":2} (close)'],
    ['noSuchMessage', ['RETR 4'], '-ERR {"number":4}'],
    ['messageDeleted', ['DELE 1', 'LIST 1'], '-ERR {"number":1}'],
    ...['LIST x', 'UIDL x', 'RETR x', 'DELE x', 'TOP x 1', 'TOP 1 x'].map((line): [ReplyName, string[], string] => [
      'wrongArgument',
      [line],
      `-ERR {"verb":"${line.split(' ')[0]}"}`,
    ]),
  ])('%s after %j: %s', (name, lines, said) => {
    expect(last(Talk.signedIn({ replies: telling(name) }), ...lines)).toBe(said)
  })

  test.each([
    ['gone', 'messageGone'],
    ['unreadable', 'messageUnreadable'],
  ] as const)('content that is %s: the number', (content, name) => {
    const talk = Talk.signedIn({ replies: telling(name) })
    talk.content = content
    expect([talk.say('RETR 3'), talk.say('TOP 3 0')]).toEqual(['-ERR {"number":3}', '-ERR {"number":3}'])
  })
})

describe('the last words', () => {
  test('tell what would have been said, and why', () => {
    const replies = telling('tooManyBadCommands')
    const said = new Talk({ limits: { badCommands: 1 }, replies }).say('XYZZY')
    expect(said).toBe('-ERR {"reply":"-ERR unknown command","cause":"unknownCommand"} (close)')
  })

  test('after a reply without a text have none to repeat', () => {
    const talk = new Talk({
      limits: { badCommands: 1, signInFailures: 1 },
      replies: { ...telling('tooManyBadCommands', 'tooManySignInFailures'), unknownCommand: {} },
    })
    talk.auth = { ok: false, reply: {} }
    expect(last(talk, 'USER mrose', 'PASS secret')).toBe('-ERR {"reply":""} (close)')
    expect(talk.say('XYZZY')).toBe('-ERR {"reply":"","cause":"unknownCommand"} (close)')
  })

  test('are not needed where the reply ends the session by itself', () => {
    const bye = { text: '-ERR bye', close: true }
    const talk = new Talk({
      limits: { badCommands: 1, signInFailures: 1 },
      replies: { ...telling('tooManyBadCommands', 'tooManySignInFailures'), unknownCommand: bye },
    })
    talk.auth = { ok: false, reply: bye }
    expect(last(talk, 'USER mrose', 'PASS secret')).toBe('-ERR bye (close)')
    expect(talk.say('XYZZY')).toBe('-ERR bye (close)')
  })
})

describe('a handler’s own words', () => {
  test('are said when the maildrop cannot be opened', () => {
    const talk = new Talk()
    talk.opened = { ok: false, reply: '-ERR [IN-USE] somebody else reads it' }
    expect(last(talk, 'USER mrose', 'PASS secret')).toBe('-ERR [IN-USE] somebody else reads it')
  })

  test('are said when the commit failed, and end the session all the same', () => {
    const talk = Talk.signedIn()
    talk.committed = { ok: false, reply: '-ERR the disk is full' }
    expect(talk.say('QUIT')).toBe('-ERR the disk is full (close)')
  })
})

describe('a text counts as a yes', () => {
  test.each(['+OK', '+OK done', '+', '+ ', '+ VXNlcm5hbWU6'])('if it is %j', (text) => {
    expect(positive(text)).toBe(true)
  })

  test.each([undefined, '', '-ERR', '-ERR +OK', ' +OK', '+NO', '+x', 'OK'])('and not if it is %j', (text) => {
    expect(positive(text)).toBe(false)
  })
})

test('response codes: SYS/TEMP where it helps to try again later, AUTH where the secret is wrong, none elsewhere', () => {
  const { replies } = new Talk({ respCodes: true }).session.settings
  const codes = Object.entries(replies).flatMap(([name, reply]) => {
    const code = typeof reply === 'string' ? /\[(.*?)\]/.exec(reply)?.[1] : undefined
    return code === undefined ? [] : [[name, code]]
  })
  expect(Object.fromEntries(codes)).toEqual({
    tooManyConnections: 'SYS/TEMP',
    signInRefused: 'AUTH',
    maildropUnavailable: 'SYS/TEMP',
    commitFailed: 'SYS/TEMP',
    messageUnreadable: 'SYS/TEMP',
    serverClosing: 'SYS/TEMP',
    internalError: 'SYS/TEMP',
  })
})
