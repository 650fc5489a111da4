import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TOO_LONG } from './protocol/lines.ts'
import type { Commit, MaildropMessage } from './protocol/maildrop.ts'
import { settle, type AuthResult, type POP3ServerOptions, type Refusal } from './protocol/options.ts'
import type { Outcome, Say } from './protocol/outcome.ts'
import { parseCommand, Session } from './protocol/session.ts'
import type { Credentials } from './protocol/sasl.ts'

const inbox: readonly MaildropMessage[] = [
  { uid: 'u1', content: Buffer.alloc(120) },
  { uid: 'u2', content: Buffer.alloc(200) },
  { uid: 'u3', content: () => undefined, size: 5 },
]

/** Answers everything a session asks for, in place of the handlers, and keeps what it was asked. */
class Talk {
  readonly session: Session<string>
  readonly credentials: Credentials[] = []
  readonly commits: Commit[] = []
  auth: AuthResult<string> = { ok: true, user: 'mrose' }
  opened: readonly MaildropMessage[] | Refusal = inbox
  committed: Refusal | undefined
  content: 'there' | 'gone' | 'unreadable' = 'there'

  constructor(options: POP3ServerOptions<string> = {}) {
    const peer = { id: 'id', remoteAddress: '127.0.0.1', remotePort: 1, localPort: 110 }
    this.session = new Session(peer, settle({ respCodes: false, ...options }))
  }

  static signedIn(options: POP3ServerOptions<string> = {}): Talk {
    const talk = new Talk(options)
    talk.say('USER mrose')
    talk.say('PASS secret')
    expect(talk.session.state).toBe('transaction')
    return talk
  }

  hear(line: string | Buffer | typeof TOO_LONG): Say {
    let outcome: Outcome<string> = this.session.receive(typeof line === 'string' ? Buffer.from(line) : line)
    for (;;) {
      switch (outcome.do) {
        case 'say':
          return outcome
        case 'authenticate':
          this.credentials.push(outcome.credentials)
          outcome = outcome.next(this.auth)
          break
        case 'open':
          outcome = outcome.next(this.opened)
          break
        case 'commit':
          this.commits.push(outcome.commit)
          outcome = outcome.next(this.committed)
          break
        case 'send':
          outcome = outcome.next(this.content)
      }
    }
  }

  say(line: string | Buffer | typeof TOO_LONG): string | undefined {
    const { text, after } = this.hear(line)
    return after === 'command' ? text : `${text} (${after})`
  }
}

describe('a command line', () => {
  it.each([
    ['noop', { verb: 'NOOP', argument: undefined }],
    ['PASS  two  spaces ', { verb: 'PASS', argument: ' two  spaces ' }],
    ['PASS ', { verb: 'PASS', argument: '' }],
    ['', { verb: '', argument: undefined }],
    [' NOOP', { verb: '', argument: 'NOOP' }],
    ['PASS a\rb\nc', { verb: 'PASS', argument: 'a\rb\nc' }],
  ])('%j', (line, parsed) => {
    expect(parseCommand(Buffer.from(line))).toEqual(parsed)
  })
})

describe('in the AUTHORIZATION state', () => {
  it('USER and PASS lead to the maildrop; PASS may hold spaces', () => {
    const talk = new Talk()
    expect(talk.say('user mrose')).toBe('+OK now the password')
    expect(talk.say('pass  a b ')).toBe('+OK maildrop has 3 messages (325 octets)')
    expect(talk.credentials).toEqual([{ mechanism: 'USER', username: 'mrose', password: ' a b ' }])
    expect(talk.session).toMatchObject({ state: 'transaction', user: 'mrose' })
  })

  it('PASS needs a USER before it, for each attempt anew', () => {
    const talk = new Talk()
    talk.auth = { ok: false }
    expect(talk.say('PASS secret')).toBe('-ERR command not valid in this state')
    talk.say('USER mrose')
    expect(talk.say('PASS secret')).toBe('-ERR user name and password or token do not match')
    expect(talk.say('PASS secret')).toBe('-ERR command not valid in this state')
    expect(talk.session).toMatchObject({ state: 'authorization', user: undefined })
  })

  it('APOP hands over the digest with the timestamp of the greeting', () => {
    const talk = new Talk()
    expect(talk.session.greet().text).toBe('+OK POP3 server ready <id@localhost>')
    talk.say('APOP mrose C4C9334BAC560ECC979E58001B3E22FB')
    expect(talk.credentials).toEqual([
      { mechanism: 'APOP', username: 'mrose', digest: 'c4c9334bac560ecc979e58001b3e22fb', timestamp: '<id@localhost>' },
    ])
  })

  it('without APOP the greeting has no timestamp', () => {
    const talk = new Talk({ disabledCommands: ['APOP'] })
    expect(talk.session.greet().text).toBe('+OK POP3 server ready')
    expect(talk.say('APOP mrose digest')).toBe('-ERR unknown command')
  })

  it('says a refusal in the words of the handler', () => {
    const talk = new Talk()
    talk.auth = { ok: false, reply: '-ERR not today' }
    talk.say('USER mrose')
    expect(talk.say('PASS secret')).toBe('-ERR not today')
    talk.auth = { ok: false, reply: { text: '-ERR never', close: true } }
    talk.say('USER mrose')
    expect(talk.say('PASS secret')).toBe('-ERR never (close)')
  })

  it('ends the session after so many refused sign-ins', () => {
    const talk = new Talk({
      limits: { signInFailures: 2 },
      replies: { tooManySignInFailures: ({ reply }) => `${reply}\r\nThat was it.` },
    })
    talk.auth = { ok: false, reply: '-ERR no' }
    talk.say('USER mrose')
    expect(talk.say('PASS secret')).toBe('-ERR no')
    expect(talk.say('AUTH PLAIN AG1yb3NlAHNlY3JldA==')).toBe('-ERR no\r\nThat was it. (close)')
  })

  it('stays there if the maildrop cannot be opened', () => {
    const talk = new Talk()
    talk.opened = { ok: false }
    talk.say('USER mrose')
    expect(talk.say('PASS secret')).toBe('-ERR the maildrop cannot be opened')
    expect(talk.session).toMatchObject({ state: 'authorization', user: undefined })
    expect(talk.say('STAT')).toBe('-ERR command not valid in this state')
  })

  it('refuses to list a uid that would break the protocol', () => {
    const talk = new Talk()
    talk.opened = [{ uid: 'a b', content: Buffer.alloc(0) }]
    talk.say('USER mrose')
    expect(() => talk.say('PASS secret')).toThrow(TypeError)
  })

  it('QUIT ends the session and commits nothing', () => {
    const talk = new Talk()
    expect(talk.say('QUIT')).toBe('+OK goodbye (close)')
    expect(talk.commits).toEqual([])
  })

  it.each(['STAT', 'LIST', 'UIDL', 'RETR 1', 'TOP 1 0', 'DELE 1', 'NOOP', 'RSET'])('%s has to wait', (command) => {
    expect(new Talk().say(command)).toBe('-ERR command not valid in this state')
  })
})

describe('AUTH', () => {
  const plain = Buffer.from('\0mrose\0secret').toString('base64')
  const credentials = { mechanism: 'PLAIN', authorize: '', username: 'mrose', password: 'secret' }

  it('takes the one-line and the two-line form', () => {
    for (const lines of [[`auth plain ${plain}`], ['AUTH PLAIN', plain]]) {
      const talk = new Talk()
      const replies = lines.map((line) => talk.say(line))
      expect(replies.slice(0, -1)).toEqual(lines.length === 2 ? ['+ '] : [])
      expect(replies.at(-1)).toBe('+OK maildrop has 3 messages (325 octets)')
      expect(talk.credentials).toEqual([credentials])
    }
  })

  it('LOGIN asks twice, or once if the name came along', () => {
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

  it('takes a lone "=" for an empty response', () => {
    expect(new Talk().say('AUTH PLAIN =')).toBe('-ERR this response is not what the mechanism asks for')
  })

  it('lists the mechanisms if none is named', () => {
    expect(new Talk({ mechanisms: { LOGIN: false } }).say('AUTH')).toBe(
      '+OK mechanisms follow\r\nPLAIN\r\nXOAUTH2\r\n.',
    )
  })

  it('does not know a mechanism that is off or unheard of', () => {
    const talk = new Talk({ mechanisms: { LOGIN: false } })
    expect(talk.say('AUTH LOGIN')).toBe('-ERR unknown authentication mechanism')
    expect(talk.say('AUTH toString')).toBe('-ERR unknown authentication mechanism')
  })

  it('can refuse either form, with its own words and the end of the session', () => {
    const talk = new Talk({
      mechanisms: { PLAIN: { oneLine: true, twoLine: false }, XOAUTH2: { oneLine: false, twoLine: true } },
      replies: { oneLineRefused: { text: '-ERR two lines, please', close: true } },
    })
    expect(talk.say('AUTH PLAIN')).toBe('-ERR initial response expected')
    expect(talk.say('AUTH XOAUTH2 dXNlcj0=')).toBe('-ERR two lines, please (close)')
    expect(talk.say('AUTH XOAUTH2')).toBe('+ ')
  })

  it('can be cancelled, and takes a command again afterwards', () => {
    const talk = new Talk()
    talk.say('AUTH PLAIN')
    expect(talk.session.expectsCommand).toBe(false)
    expect(talk.say('*')).toBe('-ERR authentication cancelled')
    expect(talk.session.expectsCommand).toBe(true)
    expect(talk.say('QUIT')).toBe('+OK goodbye (close)')
  })

  it('gives up on a response that is no base64, no sense, or too long', () => {
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

  it('can explain a refusal by a last challenge, as Google does', () => {
    const talk = new Talk()
    talk.auth = { ok: false, challenge: '{"status":"400"}', reply: '-ERR [AUTH] token' }
    talk.say('AUTH XOAUTH2')
    expect(talk.say('dXNlcj1tcm9zZQFhdXRoPUJlYXJlciB0AQE=')).toBe('+ eyJzdGF0dXMiOiI0MDAifQ==')
    expect(talk.say('')).toBe('-ERR [AUTH] token')
    expect(talk.say('NOOP')).toBe('-ERR command not valid in this state')
  })

  it('lets a line that answers a challenge be longer than a command', () => {
    const talk = new Talk({ limits: { commandOctets: 512, responseOctets: 4096 } })
    expect(talk.session.lineLimit).toBe(512)
    talk.say('AUTH XOAUTH2')
    expect(talk.session.lineLimit).toBe(4096)
  })
})

describe('in the TRANSACTION state', () => {
  it('STAT, LIST and UIDL pass over what is marked as deleted', () => {
    const talk = Talk.signedIn()
    expect(talk.say('STAT')).toBe('+OK 3 325')
    expect(talk.say('DELE 2')).toBe('+OK message 2 deleted')
    expect(talk.say('STAT')).toBe('+OK 2 125')
    expect(talk.say('LIST')).toBe('+OK 2 messages (125 octets)\r\n1 120\r\n3 5\r\n.')
    expect(talk.say('UIDL')).toBe('+OK unique-id listing follows\r\n1 u1\r\n3 u3\r\n.')
    expect(talk.say('LIST 3')).toBe('+OK 3 5')
    expect(talk.say('UIDL 3')).toBe('+OK 3 u3')
  })

  it('an empty maildrop lists nothing', () => {
    const talk = new Talk()
    talk.opened = []
    talk.say('USER mrose')
    expect(talk.say('PASS secret')).toBe('+OK maildrop has 0 messages (0 octets)')
    expect(talk.say('STAT')).toBe('+OK 0 0')
    expect(talk.say('LIST')).toBe('+OK 0 messages (0 octets)\r\n.')
    expect(talk.say('RETR 1')).toBe('-ERR no such message')
  })

  it.each(['LIST', 'UIDL', 'RETR', 'DELE'])('%s knows no message 0, 4 or 2 after its DELE', (verb) => {
    const talk = Talk.signedIn()
    talk.say('DELE 2')
    expect(talk.say(`${verb} 0`)).toBe('-ERR no such message')
    expect(talk.say(`${verb} 4`)).toBe('-ERR no such message')
    expect(talk.say(`${verb} ${'9'.repeat(400)}`)).toBe('-ERR no such message')
    expect(talk.say(`${verb} 2`)).toBe('-ERR message already deleted')
  })

  it('RETR and TOP say what came of the content', () => {
    const talk = Talk.signedIn()
    expect(talk.say('RETR 1')).toBe('+OK 120 octets')
    expect(talk.say('TOP 1 0')).toBe('+OK top of message follows')
    talk.content = 'gone'
    expect(talk.say('RETR 1')).toBe('-ERR message no longer available')
    expect(talk.say('TOP 1 5')).toBe('-ERR message no longer available')
    talk.content = 'unreadable'
    expect(talk.say('RETR 1')).toBe('-ERR message cannot be read')
  })

  it('QUIT commits what was retrieved and deleted', () => {
    const talk = Talk.signedIn()
    for (const command of ['RETR 2', 'TOP 1 0', 'DELE 3', 'DELE 2']) talk.say(command)
    talk.content = 'gone'
    talk.say('RETR 1')
    expect(talk.say('QUIT')).toBe('+OK goodbye (close)')
    expect(talk.commits).toEqual([{ deleted: [inbox[1], inbox[2]], retrieved: [inbox[1]] }])
    expect(talk.session.state).toBe('update')
  })

  it('RSET takes back every mark', () => {
    const talk = Talk.signedIn()
    for (const command of ['RETR 1', 'DELE 1', 'DELE 2']) talk.say(command)
    expect(talk.say('RSET')).toBe('+OK maildrop has 3 messages (325 octets)')
    talk.say('QUIT')
    expect(talk.commits).toEqual([{ deleted: [], retrieved: [] }])
  })

  it('QUIT says so if the commit failed, and ends the session all the same', () => {
    const talk = Talk.signedIn()
    talk.committed = { ok: false }
    expect(talk.say('QUIT')).toBe('-ERR some deleted messages were not removed (close)')
  })

  it.each(['USER mrose', 'PASS secret', 'APOP mrose digest', 'AUTH', 'STLS'])('%s comes too late', (command) => {
    const talk = Talk.signedIn({ stls: true })
    expect(talk.say(command)).toBe('-ERR command not valid in this state')
  })
})

describe('CAPA', () => {
  it('lists what is offered, before and after the sign-in', () => {
    const talk = new Talk({ stls: true, respCodes: true })
    expect(talk.say('CAPA')?.split('\r\n')).toEqual([
      '+OK capability list follows',
      'TOP',
      'UIDL',
      'USER',
      'SASL PLAIN LOGIN XOAUTH2',
      'STLS',
      'RESP-CODES',
      'AUTH-RESP-CODE',
      'PIPELINING',
      '.',
    ])
    talk.say('USER mrose')
    talk.say('PASS secret')
    expect(talk.say('CAPA')).not.toContain('STLS')
  })

  it('leaves out what is off', () => {
    const talk = new Talk({
      disabledCommands: ['TOP', 'USER', 'AUTH'],
      pipelining: false,
    })
    expect(talk.say('CAPA')).toBe('+OK capability list follows\r\nUIDL\r\n.')
  })

  it('can be replaced, as a list or by a function of what is offered', () => {
    expect(new Talk({ capabilities: ['TOP', 'X-FUN'] }).say('CAPA')).toBe(
      '+OK capability list follows\r\nTOP\r\nX-FUN\r\n.',
    )
    const talk = new Talk({ capabilities: (offered) => [...offered, 'EXPIRE NEVER'] })
    expect(talk.say('CAPA')).toMatch(/PIPELINING\r\nEXPIRE NEVER\r\n\.$/)
  })
})

describe('STLS', () => {
  it('asks for the handshake, forgets the name that was given, and is not offered twice', () => {
    const talk = new Talk({ stls: true })
    talk.say('USER mallory')
    expect(talk.say('STLS')).toBe('+OK begin TLS negotiation (tls)')
    talk.session.secured('pop.example')
    expect(talk.session).toMatchObject({ secure: true, servername: 'pop.example' })
    expect(talk.say('PASS secret')).toBe('-ERR command not valid in this state')
    expect(talk.say('CAPA')).not.toContain('STLS')
    expect(talk.say('STLS')).toBe('-ERR command not valid in this state')
  })

  it('is unknown to a server without it', () => {
    expect(new Talk().say('STLS')).toBe('-ERR unknown command')
  })

  it('can be required before any secret', () => {
    const talk = new Talk({ stls: true, requireTls: true })
    expect(talk.say('CAPA')).not.toMatch(/USER|SASL/)
    for (const command of ['USER mrose', 'APOP mrose digest', 'AUTH PLAIN']) {
      expect(talk.say(command)).toBe('-ERR use STLS first')
    }
    talk.session.secured(undefined)
    expect(talk.say('CAPA')).toMatch(/USER\r\nSASL/)
    expect(talk.say('USER mrose')).toBe('+OK now the password')
  })
})

describe('a bad command', () => {
  it.each([
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
  ])('%j is told what is wrong with it', (line, reply) => {
    expect(Talk.signedIn().say(line)).toBe(reply)
  })

  it('USER and PASS need their arguments', () => {
    const talk = new Talk()
    expect(talk.say('USER')).toBe('-ERR wrong number of arguments')
    expect(talk.say('USER ')).toBe('-ERR wrong number of arguments')
    talk.say('USER mrose')
    expect(talk.say('PASS ')).toBe('-ERR wrong number of arguments')
  })

  it('is forgiven so many times, whatever was bad about it', () => {
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

  it('may be one that is not ASCII, if the server wants it so', () => {
    const eightBit = Buffer.from('PASS pässwörd')
    const strict = new Talk({ eightBitCommands: false })
    strict.say('USER mrose')
    expect(strict.say(eightBit)).toBe('-ERR only ASCII characters in a command')
    const lenient = new Talk()
    lenient.say('USER mrose')
    lenient.say(eightBit)
    expect(lenient.credentials).toMatchObject([{ password: 'pässwörd' }])
  })
})

describe('replies', () => {
  it('can be replaced one by one, by a text or by a function', () => {
    const talk = Talk.signedIn({
      replies: { noop: '+OK still here', stat: ({ count, octets }) => `+OK ${count} ${octets} (exactly)` },
    })
    expect(talk.say('NOOP')).toBe('+OK still here')
    expect(talk.say('STAT')).toBe('+OK 3 325 (exactly)')
    expect(talk.say('RSET')).toBe('+OK maildrop has 3 messages (325 octets)')
  })

  it('that say no are not followed by a list', () => {
    expect(Talk.signedIn({ replies: { list: '-ERR no lists today' } }).say('LIST')).toBe('-ERR no lists today')
  })

  it.each(['-ERR not here', { text: '-ERR not here' }, 'yes', {}])('of %j start no handshake', (tlsReady) => {
    const { after } = new Talk({ stls: true, replies: { tlsReady } }).hear('STLS')
    expect(after).toBe('command')
  })

  it('that say no have no effect: nobody is named, signed in or asked for a response', () => {
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

  it('that say no have no effect: nothing is marked, no mark is taken back, and nothing is committed', () => {
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

  it('that put a no in place of the last challenge leave the refusal to be said at once', () => {
    const talk = new Talk({ limits: { signInFailures: 1 }, replies: { challenge: '-ERR no' } })
    talk.auth = { ok: false, challenge: '{}', reply: '-ERR [AUTH] token' }
    expect(talk.say('AUTH PLAIN AG1yb3NlAHNlY3JldA==')).toBe('-ERR [AUTH] token (close)')
  })

  it('carry response codes unless they are switched off', () => {
    const talk = new Talk({ respCodes: true })
    talk.auth = { ok: false }
    talk.say('USER mrose')
    expect(talk.say('PASS secret')).toBe('-ERR [AUTH] user name and password or token do not match')
  })
})

describe('whatever a client says', () => {
  const verbs = 'USER PASS APOP AUTH STAT LIST UIDL RETR TOP DELE NOOP RSET CAPA STLS PLAIN LOGIN XOAUTH2'.split(' ')
  const rest = ['mrose', '1', '2', '3', '0', '-1', '99999999999999999999', '*', '=', 'AG1yb3NlAHNlY3JldA==', '']
  const word = fc.constantFrom(...verbs, ...rest)
  const sensible = fc.array(word, { maxLength: 4 }).map((words) => Buffer.from(words.join(' ')))
  const octets = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array))
  const line = fc.oneof({ weight: 5, arbitrary: sensible }, octets, fc.constant(TOO_LONG))

  it('each line gets one reply, and the protocol stays whole', () => {
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
})
