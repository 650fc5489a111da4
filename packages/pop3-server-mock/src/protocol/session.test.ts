import { describe, expect, it } from 'vitest'
import { TOO_LONG } from './lines.ts'
import { settle, type POP3ServerOptions } from './options.ts'
import { Session } from './session.ts'

/** What a new session says to these lines, none of which may need a handler. */
function heard(options: POP3ServerOptions, ...lines: (string | Buffer | typeof TOO_LONG)[]) {
  const session = new Session({ id: 'id', remoteAddress: '::1', remotePort: 1, localPort: 110 }, settle(options))
  return lines.map((line) => {
    const outcome = session.receive(typeof line === 'string' ? Buffer.from(line, 'latin1') : line)
    return outcome.do === 'say' ? [outcome.text, outcome.after] : [outcome.do]
  })
}

describe('octets of a command where only ASCII is taken', () => {
  it.each([
    [0x7f, '-ERR unknown command'],
    [0x80, '-ERR only ASCII characters in a command'],
    [0xff, '-ERR only ASCII characters in a command'],
  ])('%i: %s', (octet, reply) => {
    expect(heard({ eightBitCommands: false }, Buffer.of(0x58, octet))).toEqual([[reply, 'command']])
    expect(heard({}, Buffer.of(0x58, octet))).toEqual([['-ERR unknown command', 'command']])
  })
})

it('an initial response of "=" is an empty one, and not the sign', () => {
  expect(heard({}, 'AUTH LOGIN =')).toEqual([['+ UGFzc3dvcmQ6', 'command']])
})

it('a positive reply to STLS that closes the connection begins no handshake', () => {
  const tlsReady = { text: '+OK go away', close: true }
  expect(heard({ stls: true, replies: { tlsReady } }, 'STLS')).toEqual([['+OK go away', 'close']])
})

it('a server without any mechanism lists no SASL, and knows none', () => {
  const mechanisms = { PLAIN: false, LOGIN: false, XOAUTH2: false }
  const [[capabilities], [auth]] = heard({ mechanisms }, 'CAPA', 'AUTH PLAIN') as [[string], [string]]
  expect(capabilities.split('\r\n')).toEqual([
    '+OK capability list follows',
    'TOP',
    'UIDL',
    'USER',
    'RESP-CODES',
    'AUTH-RESP-CODE',
    'PIPELINING',
    '.',
  ])
  expect(auth).toBe('-ERR unknown authentication mechanism')
})

describe('the bad command that is the last', () => {
  const reply = ['-ERR unknown command', 'command']
  const last = ['-ERR too many bad commands', 'close']

  it.each([
    [1, [last]],
    [2, [reply, last]],
    [3, [reply, reply, last]],
  ])('is number %i where the limit says so', (badCommands, said) => {
    expect(heard({ limits: { badCommands } }, ...said.map(() => 'XYZZY'))).toEqual(said)
  })

  it('may also be a line that is too long, or one that never should have been sent', () => {
    expect(heard({ limits: { badCommands: 2 } }, TOO_LONG, 'STAT')).toEqual([['-ERR line too long', 'command'], last])
  })
})
