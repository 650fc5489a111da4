import { describe, expect, test } from 'vitest'
import { Directory } from '../../directory/directory.ts'
import { Clock } from '../../clock/clock.ts'
import { MailStore } from '../../mail/store.ts'
import { Gate } from '../../sign-in/gate.ts'
import { tokensUntil } from '../../testing/tokens.ts'
import { Client } from '@sparekey/testkit/client'
import { type Pop3DoorOptions, openPop3Door } from './door.ts'
import { issueCertificates } from '../tls.ts'

const address = 'hanako@hotmail.com'
const password = 'correct horse'
const servername = 'pop-mail.outlook.com'
/** When the good tokens' time is over. */
const tokenEnd = new Date('2026-11-22T01:00:00Z')
const certificates = issueCertificates({ names: [servername] })

type Options = Partial<Pop3DoorOptions> & { asOf?: string }

/** A server with one account, whose clock stands still; what it reports as its own fault is in `faults`. */
async function startPop3({ asOf = '2021-05-01', ...options }: Options = {}) {
  const { ca, cert, key } = await certificates
  const clock = new Clock(new Date(asOf))
  clock.freeze(true)
  const directory = new Directory({ now: () => clock.now() })
  const account = directory.add({ address, password })
  const gate = new Gate({
    directory,
    clock,
    limits: { failuresPerConnection: 3, failuresBeforeBlock: null },
    tokens: tokensUntil(tokenEnd),
  })
  const store = new MailStore({ mailboxBytes: 536_870_912, now: () => clock.now() })
  const { inbox } = store.create(address, 'personal')
  const faults: unknown[] = []
  const server = await openPop3Door({
    gate,
    mailboxes: (address) => store.mailbox(address),
    clock,
    frontend: 'HE1PR01CA0007.eurprd01.prod.exchangelabs.com',
    tls: { cert, key },
    host: '127.0.0.1',
    port: 0,
    onError: (error) => faults.push(error),
    ...options,
  })

  /** A connection that has read the greeting. */
  async function connect(): Promise<Client> {
    const wire = await Client.connect(server.port, { tls: { ca, servername } })
    await wire.line()
    return wire
  }

  /** A connection that has signed in. */
  async function signIn(): Promise<Client> {
    const wire = await connect()
    await wire.play(`
      C: USER ${address}
      S: +OK
      C: PASS ${password}
      S: +OK User successfully logged on.
    `)
    return wire
  }

  const parts = { account, ca, clock, connect, directory, faults, gate, inbox, server, signIn, store }
  return {
    ...parts,
    [Symbol.asyncDispose]: () => server.close(),
  }
}

function message(subject: string): Buffer {
  return Buffer.from(`Subject: ${subject}\r\n\r\nHello, ${subject}.\r\n.\r\n`)
}

function plainResponse(secret: string): string {
  return Buffer.from(`\0${address}\0${secret}`).toString('base64')
}

function tokenResponse(token: string): string {
  return Buffer.from(`user=${address}\x01auth=Bearer ${token}\x01\x01`).toString('base64')
}

describe('a session in 2021', () => {
  test('from the greeting to the goodbye', async () => {
    await using pop3 = await startPop3()
    pop3.inbox.append(message('one'))
    pop3.inbox.append(message('two'))
    await using wire = await Client.connect(pop3.server.port, { tls: { ca: pop3.ca, servername } })
    await wire.play(`
      S: +OK The Microsoft Exchange POP3 service is ready. [SABFADEAUABSADAAMQBDAEEAMAAwADAANwAuAGUAdQByAHAAcgBkADAAMQAuAHAAcgBvAGQALgBlAHgAYwBoAGEAbgBnAGUAbABhAGIAcwAuAGMAbwBtAA==]
      C: CAPA
      S: +OK
      S: TOP
      S: UIDL
      S: SASL PLAIN XOAUTH2
      S: USER
      S: .
      C: USER ${address}
      S: +OK
      C: PASS ${password}
      S: +OK User successfully logged on.
      C: CAPA
      S: +OK
      S: TOP
      S: UIDL
      S: SASL PLAIN XOAUTH2
      S: USER
      S: .
      C: STAT
      S: +OK 2 64
      C: LIST
      S: +OK 2 64
      S: 1 32
      S: 2 32
      S: .
      C: LIST 2
      S: +OK 2 32
      C: UIDL
      S: +OK
      S: 1 1
      S: 2 2
      S: .
      C: UIDL 2
      S: +OK 2 2
      C: RETR 1
      S: +OK
      S: Subject: one
      S:
      S: Hello, one.
      S: ..
      S: .
      C: TOP 2 0
      S: +OK
      S: Subject: two
      S:
      S: .
      C: DELE 1
      S: +OK
      C: DELE 1
      S: -ERR The requested message is no longer available; it may have been deleted.
      C: RETR 3
      S: -ERR The specified message is out of range.
      C: RSET
      S: +OK
      C: NOOP
      S: +OK
      C: QUIT
      S: +OK Microsoft Exchange Server 2016 POP3 server signing off.
      S: (closed)
    `)
    expect(pop3.faults).toEqual([])
  })

  test('adds only a last CRLF, and lists the size that is stored', async () => {
    await using pop3 = await startPop3()
    pop3.inbox.append(Buffer.from('Subject: \xe9\n\r\nno end', 'latin1'))
    await using wire = await pop3.signIn()
    await wire.play(`
      C: LIST 1
      S: +OK 1 19
      C: RETR 1
      S: +OK
    `)
    expect(await wire.take(24)).toEqual(Buffer.from('Subject: \xe9\n\r\nno end\r\n.\r\n', 'latin1'))
  })
})

describe('the Inbox', () => {
  test('is changed at QUIT: what was read is seen, what was deleted is gone', async () => {
    await using pop3 = await startPop3()
    const [read, deleted, both] = ['read', 'deleted', 'both'].map((subject) => pop3.inbox.append(message(subject)))
    await using wire = await pop3.signIn()
    wire.send('RETR 1\r\nDELE 2\r\nRETR 3\r\nDELE 3\r\nNOOP\r\n')
    for (let dots = 0; dots < 2;) if ((await wire.line()) === '.') dots += 1
    await wire.play(`
      S: +OK
      S: +OK
    `)
    expect(pop3.inbox.messages).toEqual([read, deleted, both])
    expect(read?.flags.has('\\Seen')).toBe(false)
    await wire.play(`
      C: QUIT
      S: +OK Microsoft Exchange Server 2016 POP3 server signing off.
    `)
    expect(pop3.inbox.messages).toEqual([read])
    expect(read?.flags.has('\\Seen')).toBe(true)
  })

  test('is not changed if the connection drops', async () => {
    await using pop3 = await startPop3()
    pop3.inbox.append(message('one'))
    {
      await using wire = await pop3.signIn()
      await wire.play(`
        C: DELE 1
        S: +OK
      `)
    }
    await pop3.server.close()
    expect(pop3.inbox.messages).toHaveLength(1)
  })

  test('keeps its numbers while others add and remove messages', async () => {
    await using pop3 = await startPop3()
    const first = pop3.inbox.append(message('one'))
    pop3.inbox.append(message('two'))
    await using wire = await pop3.signIn()
    pop3.inbox.remove([first])
    pop3.inbox.append(message('three'))
    await wire.play(`
      C: STAT
      S: +OK 2 64
      C: UIDL
      S: +OK
      S: 1 1
      S: 2 2
      S: .
      C: RETR 1
      S: -ERR The requested message is no longer available; it may have been deleted.
      C: TOP 1 0
      S: -ERR The requested message is no longer available; it may have been deleted.
      C: DELE 1
      S: +OK
      C: QUIT
      S: +OK Microsoft Exchange Server 2016 POP3 server signing off.
    `)
    expect(pop3.inbox.messages.map(({ uid }) => uid)).toEqual([2, 3])
  })

  test('may be open twice', async () => {
    await using pop3 = await startPop3()
    pop3.inbox.append(message('one'))
    await using first = await pop3.signIn()
    await using second = await pop3.signIn()
    const deletion = `
      C: DELE 1
      S: +OK
      C: QUIT
      S: +OK Microsoft Exchange Server 2016 POP3 server signing off.
    `
    await first.play(deletion)
    await second.play(deletion)
    expect(pop3.inbox.messages).toEqual([])
    expect(pop3.faults).toEqual([])
  })
})

describe('a session that may not go on', () => {
  test.each<[string, string, (pop3: Awaited<ReturnType<typeof startPop3>>) => void]>([
    ['AccountDisabled', 'the account is removed', ({ directory }) => directory.remove(address)],
    ['AccountDisabled', 'the account is blocked', ({ account }) => (account.standing = 'blocked')],
    ['PasswordChanged', 'the password is replaced', ({ account }) => (account.password = 'another horse')],
  ])('is told %s at its next command when %s, and deletes nothing', async (reason, _, happen) => {
    await using pop3 = await startPop3()
    pop3.inbox.append(message('one'))
    await using wire = await pop3.signIn()
    await wire.play(`
      C: DELE 1
      S: +OK
    `)
    happen(pop3)
    await wire.play(`
      C: QUIT
      S: -ERR Session invalidated - ${reason}
      S: (closed)
    `)
    expect(pop3.inbox.messages).toHaveLength(1)
    expect(pop3.faults).toEqual([])
  })

  test('is told so when the time of its token is over', async () => {
    await using pop3 = await startPop3({ asOf: '2026-11-22' })
    await using wire = await pop3.connect()
    await wire.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${tokenResponse('good')}
      S: +OK User successfully authenticated.
    `)
    pop3.clock.set(new Date(tokenEnd.getTime() - 1))
    await wire.play(`
      C: NOOP
      S: +OK
    `)
    pop3.clock.set(tokenEnd)
    await wire.play(`
      C: STAT
      S: -ERR Session invalidated - AccessTokenExpired
      S: (closed)
    `)
  })
})

describe('signing in', () => {
  test('works with AUTH PLAIN in two lines and in one', async () => {
    await using pop3 = await startPop3()
    await using wire = await pop3.connect()
    await wire.play(`
      C: AUTH PLAIN
      S: + ${''}
      C: ${plainResponse(password)}
      S: +OK User successfully authenticated.
    `)
    await using short = await pop3.connect()
    await short.play(`
      C: AUTH PLAIN ${plainResponse('wrong')}
      S: -ERR Authentication failure: unknown user name or bad password.
      C: AUTH PLAIN ${plainResponse(password)}
      S: +OK User successfully authenticated.
    `)
    expect(pop3.gate.journal.entries).toMatchObject([
      {
        protocol: 'pop3',
        mechanism: 'PLAIN',
        address,
        outcome: 'accepted',
        reply: '+OK User successfully authenticated.',
      },
      { mechanism: 'PLAIN', reason: 'wrong-password' },
      { mechanism: 'PLAIN', reason: 'password' },
    ])
  })

  test('says the same of a wrong password, an unknown name and an app password that is needed', async () => {
    await using pop3 = await startPop3()
    pop3.account.twoStep = true
    for (const [name, secret] of [
      [address, 'wrong'],
      ['nobody@hotmail.com', password],
      [address, password],
    ]) {
      await using wire = await pop3.connect()
      await wire.play(`
        C: USER ${name}
        S: +OK
        C: PASS ${secret}
        S: -ERR Logon failure: unknown user name or bad password.
        C: AUTH PLAIN
        S: + ${''}
        C: ${plainResponse('wrong')}
        S: -ERR Authentication failure: unknown user name or bad password.
      `)
    }
    expect(pop3.gate.journal.entries.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['wrong-password', 'unknown-account', 'app-password-needed']),
    )
  })

  test('works with an app password once two-step verification is on', async () => {
    await using pop3 = await startPop3()
    pop3.account.twoStep = true
    const { password: appPassword } = pop3.account.createAppPassword('mail program')
    await using wire = await pop3.connect()
    await wire.play(`
      C: USER ${address}
      S: +OK
      C: PASS ${appPassword}
      S: +OK User successfully logged on.
    `)
  })

  test('that fails for the third time ends the session', async () => {
    await using pop3 = await startPop3()
    await using wire = await pop3.connect()
    await wire.play(`
      C: USER ${address}
      S: +OK
      C: PASS wrong
      S: -ERR Logon failure: unknown user name or bad password.
      C: USER ${address}
      S: +OK
      C: PASS wrong
      S: -ERR Logon failure: unknown user name or bad password.
      C: USER ${address}
      S: +OK
      C: PASS wrong
      S: -ERR Logon failure: unknown user name or bad password.
      S: Connection is closed. 21
      S: (closed)
    `)
    expect(pop3.gate.journal.entries.at(-1)?.reply).toBe(
      '-ERR Logon failure: unknown user name or bad password.\r\nConnection is closed. 21',
    )
  })

  test('with a token takes two lines', async () => {
    await using pop3 = await startPop3({ asOf: '2026-11-22' })
    await using refused = await pop3.connect()
    await refused.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${tokenResponse('unknown')}
      S: -ERR Authentication failure: unknown user name or bad password.
    `)
    await using wire = await pop3.connect()
    await wire.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${tokenResponse('good')}
      S: +OK User successfully authenticated.
    `)
  })

  test.each([
    ['unknown', 'token-refused'],
    ['revoked', 'token-refused'],
    ['expired', 'token-expired'],
    ['wrong-audience', 'token-wrong-audience'],
    ['missing-scope', 'token-missing-scope'],
    ['other-account', 'token-wrong-account'],
  ])('with a token that is %s is refused like any other, and journalled as %s', async (token, reason) => {
    await using pop3 = await startPop3({ asOf: '2026-11-22' })
    await using wire = await pop3.connect()
    await wire.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${tokenResponse(token)}
      S: -ERR Authentication failure: unknown user name or bad password.
    `)
    expect(pop3.gate.journal.entries).toMatchObject([{ reason, evidence: 'MS-POP3-13' }])
  })

  test('with a right token is refused in the same words while POP is switched off, and takes an alias', async () => {
    await using pop3 = await startPop3({ asOf: '2026-11-22' })
    pop3.account.protocols = { pop3: false }
    await using wire = await pop3.connect()
    await wire.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${tokenResponse('good')}
      S: -ERR Authentication failure: unknown user name or bad password.
    `)
    pop3.account.protocols = { pop3: true }
    await wire.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${tokenResponse('alias')}
      S: +OK User successfully authenticated.
    `)
    expect(pop3.gate.journal.entries.map(({ reason }) => reason)).toEqual(['protocol-off', 'token'])
  })

  test.each(['good', 'x'.repeat(2_000)])('with a token in one line drops the connection (%#)', async (token) => {
    await using pop3 = await startPop3()
    await using wire = await pop3.connect()
    await wire.play(`
      C: AUTH XOAUTH2 ${tokenResponse(token)}
      S: -ERR Protocol error. Connection is closed. 10
      S: (closed)
    `)
    expect(pop3.gate.journal.entries).toEqual([])
  })

  test('can be cancelled', async () => {
    await using pop3 = await startPop3()
    await using wire = await pop3.connect()
    await wire.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: *
      S: -ERR The AUTH protocol exchange was canceled by the client.
    `)
  })

  test('takes a password that is not ASCII with AUTH, and not with PASS', async () => {
    await using pop3 = await startPop3()
    pop3.account.password = 'pässwörd'
    await using wire = await pop3.connect()
    await wire.play(`
      C: USER ${address}
      S: +OK
      C: PASS pässwörd
      S: -ERR Protocol error. 17
      C: AUTH PLAIN
      S: + ${''}
      C: ${plainResponse('pässwörd')}
      S: +OK User successfully authenticated.
    `)
  })
})

describe('since passwords are retired', () => {
  test('they are still offered, and refused in the old words', async () => {
    await using pop3 = await startPop3({ asOf: '2024-10-01' })
    await using wire = await pop3.connect()
    await wire.play(`
      C: CAPA
      S: +OK
      S: TOP
      S: UIDL
      S: SASL PLAIN XOAUTH2
      S: USER
      S: .
      C: USER ${address}
      S: +OK
      C: PASS ${password}
      S: -ERR Logon failure: unknown user name or bad password.
      C: QUIT
      S: +OK Microsoft Exchange Server POP3 server signing off.
    `)
  })

  test('from August 2026 in words of their own', async () => {
    await using pop3 = await startPop3({ asOf: '2026-11-22' })
    await using wire = await pop3.connect()
    await wire.play(`
      C: USER ${address}
      S: +OK
      C: PASS ${password}
      S: -ERR Basic authentication is disabled
      C: AUTH PLAIN
      S: + ${''}
      C: ${plainResponse(password)}
      S: -ERR Basic authentication is disabled
    `)
  })
})

describe('a bad command', () => {
  test.each([
    ['XYZZY', '-ERR Protocol error. 19'],
    ['APOP hanako digest', '-ERR Protocol error. 19'],
    ['STLS', '-ERR Protocol error. 19'],
    ['STAT', '-ERR Command is not valid in this state.'],
    ['PASS secret', '-ERR Command is not valid in this state.'],
    ['USER', '-ERR Protocol error. 16'],
    ['AUTH LOGIN', '-ERR Protocol error. 14'],
    ['AUTH PLAIN AGEAYg== more', '-ERR Protocol error. 16'],
    ['AUTH PLAIN no-base64', '-ERR Protocol error. 14'],
  ])('before the sign-in: %s', async (command, reply) => {
    await using pop3 = await startPop3()
    await using wire = await pop3.connect()
    await wire.play(`
      C: ${command}
      S: ${reply}
    `)
  })

  test.each([
    ['RETR one', '-ERR Protocol error. 14'],
    ['TOP 1', '-ERR Protocol error. 16'],
    ['USER hanako', '-ERR Command is not valid in this state.'],
  ])('after the sign-in: %s', async (command, reply) => {
    await using pop3 = await startPop3()
    await using wire = await pop3.signIn()
    await wire.play(`
      C: ${command}
      S: ${reply}
    `)
  })

  test('is the last one if it is the third', async () => {
    await using pop3 = await startPop3()
    await using wire = await pop3.connect()
    await wire.play(`
      C: XYZZY
      S: -ERR Protocol error. 19
      C: XYZZY
      S: -ERR Protocol error. 19
      C: XYZZY
      S: -ERR Protocol error. 20
      S: Connection is closed. 21
      S: (closed)
    `)
    await using other = await pop3.connect()
    await other.play(`
      C: XYZZY
      S: -ERR Protocol error. 19
      C: USER
      S: -ERR Protocol error. 16
      C: STAT
      S: -ERR Command is not valid in this state.
      S: Connection is closed. 21
      S: (closed)
    `)
  })

  test('of more than 512 octets drops the connection', async () => {
    await using pop3 = await startPop3()
    await using wire = await pop3.connect()
    await wire.play(`
      C: USER ${'x'.repeat(507)}
      S: +OK
      C: USER ${'x'.repeat(508)}
      S: -ERR Protocol error. Connection is closed. 10
      S: (closed)
    `)
  })

  test('AUTH without a mechanism lists what Exchange lists', async () => {
    await using pop3 = await startPop3()
    await using wire = await pop3.connect()
    await wire.play(`
      C: AUTH
      S: +OK
      S: PLAIN
      S: .
    `)
  })
})

describe('the service ends a session', () => {
  /** Lets the time limits of one length expire. */
  function manualTimers() {
    const pending = new Map<object, { callback: () => void; milliseconds: number }>()
    return {
      set(callback: () => void, milliseconds: number): unknown {
        const timer = {}
        pending.set(timer, { callback, milliseconds })
        return timer
      },
      clear: (timer: unknown) => void pending.delete(timer as object),
      expire(milliseconds: number): void {
        const due = [...pending.values()].filter((timer) => timer.milliseconds === milliseconds)
        for (const { callback } of due) callback()
      },
    }
  }

  test('that does not sign in for a minute', async () => {
    const timers = manualTimers()
    await using pop3 = await startPop3({ timers })
    await using wire = await pop3.connect()
    timers.expire(60_000)
    await wire.play(`
      S: -ERR Connection is closed. 10
      S: (closed)
    `)
  })

  test('that is idle for half an hour', async () => {
    const timers = manualTimers()
    await using pop3 = await startPop3({ timers })
    await using wire = await pop3.signIn()
    timers.expire(1_800_000)
    await wire.play(`
      S: -ERR Connection is closed. 12
      S: (closed)
    `)
  })

  test('when it closes', async () => {
    await using pop3 = await startPop3()
    await using wire = await pop3.signIn()
    await pop3.server.close()
    await wire.play(`
      S: -ERR Connection is closed. 11
      S: (closed)
    `)
  })

  test('for which it has no room', async () => {
    await using pop3 = await startPop3({ limits: { connections: 1 } })
    await using first = await pop3.connect()
    await using second = await Client.connect(pop3.server.port, { tls: { ca: pop3.ca, servername } })
    await second.play(`
      S: -ERR BYE Connection refused
      S: (closed)
    `)
    await first.play(`
      C: USER ${address}
      S: +OK
    `)
  })

  test('when it breaks down itself', async () => {
    await using pop3 = await startPop3({
      mailboxes: () => {
        throw new Error('no mailbox belongs to this account')
      },
    })
    await using wire = await pop3.connect()
    await wire.play(`
      C: USER ${address}
      S: +OK
      C: PASS ${password}
      S: -ERR Server Unavailable. 21
      S: -ERR Connection is closed. 22
      S: (closed)
    `)
    expect(pop3.faults).toHaveLength(1)
  })
})
