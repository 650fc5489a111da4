import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { matches, POP3Server, type CommandLine, type Commit, type POP3Session, type Reply } from './index.ts'
import { deferred } from '@sparekey/testkit/deferred'
import { exampleServer, greeting, inbox, seenBy, signIn } from './testing/fixture.ts'
import { Client } from '@sparekey/testkit/client'

describe('a session', () => {
  it('reads like RFC 1939', async () => {
    await using server = exampleServer()
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(`
      ${signIn}
      C: STAT
      S: +OK 2 69
      C: LIST
      S: +OK 2 messages (69 octets)
      S: 1 31
      S: 2 38
      S: .
      C: UIDL 2
      S: +OK 2 b
      C: RETR 1
      S: +OK 31 octets
      S: Subject: one
      S:
      S: ..dot
      S: ...
      S: end
      S: .
      C: TOP 2 1
      S: +OK top of message follows
      S: Subject: two
      S:
      S: line 1
      S: .
      C: RETR 2
      S: +OK 38 octets
      S: Subject: two
      S:
      S: line 1
      S: line 2
      S: line 3
      S: .
      C: DELE 1
      S: +OK message 1 deleted
      C: RETR 1
      S: -ERR message already deleted
      C: RSET
      S: +OK maildrop has 2 messages (69 octets)
      C: NOOP
      S: +OK
      C: QUIT
      S: +OK goodbye
      S: (closed)
    `)
  })

  it('signs in with APOP', async () => {
    await using server = exampleServer({ disabledCommands: [] })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    const hello = (await client.until('\r\n')).toString()
    const [timestamp = ''] = /<.+@.+>/.exec(hello) ?? []
    const digest = createHash('md5').update(`${timestamp}tanstaaf`).digest('hex')
    await client.play(`
      C: APOP mrose ${'0'.repeat(32)}
      S: -ERR user name and password or token do not match
      C: APOP mrose ${digest}
      S: +OK maildrop has 2 messages (69 octets)
    `)
  })

  it('signs in with a token in two lines', async () => {
    await using server = exampleServer()
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(`
      ${greeting}
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${Buffer.from('user=mrose\x01auth=Bearer tanstaaf\x01\x01').toString('base64')}
      S: +OK maildrop has 2 messages (69 octets)
    `)
  })

  it('carries out pipelined commands in order, even behind a slow handler', async () => {
    const commands: string[] = []
    await using server = exampleServer({
      onCommand: async ({ verb }) => {
        await new Promise((resolve) => setImmediate(resolve))
        commands.push(verb)
      },
    })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(`
      ${greeting}
      C: USER mrose
      C: PASS tanstaaf
      C: DELE 1
      C: LIST
      C: RETR 2
      C: QUIT
      C: NOOP
      S: +OK now the password
      S: +OK maildrop has 2 messages (69 octets)
      S: +OK message 1 deleted
      S: +OK 1 messages (38 octets)
      S: 2 38
      S: .
      S: +OK 38 octets
      S: Subject: two
      S:
      S: line 1
      S: line 2
      S: line 3
      S: .
      S: +OK goodbye
      S: (closed)
    `)
    expect(commands).toEqual(['USER', 'PASS', 'DELE', 'LIST', 'RETR', 'QUIT'])
  })

  it('answers a client that has closed its side already', async () => {
    await using server = exampleServer()
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    client.send('CAPA\r\nQUIT\r\n')
    client.end()
    expect((await client.until('goodbye\r\n')).toString()).toMatch(/\+OK goodbye\r\n$/)
  })
})

describe('a client that closes its side while the server is busy', () => {
  it('is answered all the same, up to the end of what it said', async () => {
    const asked = deferred()
    const decided = deferred()
    await using server = exampleServer({
      onAuth: async () => {
        asked.resolve()
        await decided.promise
        return { ok: true, user: 'mrose' }
      },
    })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    client.send('USER mrose\r\nPASS tanstaaf\r\nSTAT\r\nDELE 1\r\nNO')
    client.end()
    await asked.promise
    await seenBy(server)
    decided.resolve()
    await client.play(`
      S: +OK POP3 server ready
      S: +OK now the password
      S: +OK maildrop has 2 messages (69 octets)
      S: +OK 2 69
      S: +OK message 1 deleted
      S: (closed)
    `)
  })

  it.each([
    { source: 'octets', content: () => Buffer.alloc(5_000_000, 'a') },
    {
      source: 'a slow stream',
      content: async function* () {
        for (let sent = 0; sent < 5_000_000; sent += 50_000) {
          await new Promise((resolve) => setImmediate(resolve))
          yield Buffer.alloc(50_000, 'a')
        }
      },
    },
  ])('gets its message in full, from $source', async ({ content }) => {
    await using server = exampleServer({ onOpen: () => [{ uid: 'a', size: 5_000_000, content }] })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    client.send('USER mrose\r\nPASS tanstaaf\r\nRETR 1\r\nQUIT\r\n')
    client.end()
    await client.until('+OK 5000000 octets\r\n')
    expect((await client.take(5_000_000)).equals(Buffer.alloc(5_000_000, 'a'))).toBe(true)
    await client.play(`
      S:
      S: .
      S: +OK goodbye
      S: (closed)
    `)
  })

  it('is greeted, and then gone', async () => {
    const connected = deferred()
    const welcome = deferred()
    const waiting = [welcome.promise]
    await using server = exampleServer({
      onConnect: () => {
        connected.resolve()
        return waiting.shift()
      },
    })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    client.end()
    await connected.promise
    await seenBy(server)
    welcome.resolve()
    await client.play(`
      ${greeting}
      S: (closed)
    `)
  })
})

describe('handlers', () => {
  it('see the connection and its user', async () => {
    const seen: [string, POP3Session<string>][] = []
    const note = (name: string, session: POP3Session<string>) => void seen.push([name, { ...session }])
    await using server = exampleServer({
      onConnect: (session) => note('connect', session),
      onOpen: (session) => {
        note('open', session)
        return inbox
      },
      onCommit: ({ deleted, retrieved }, session) => {
        expect([deleted, retrieved]).toEqual([[inbox[1]], [inbox[0]]])
        note('commit', session)
      },
      onClose: (session) => note('close', session),
    })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(signIn)
    expect(server.sessions).toHaveLength(1)
    client.send('RETR 1\r\nDELE 2\r\nQUIT\r\n')
    await client.until('goodbye\r\n')
    await server.close()
    expect(seen.map(([name, { state, user }]) => [name, state, user])).toEqual([
      ['connect', 'authorization', undefined],
      ['open', 'authorization', 'mrose'],
      ['commit', 'update', 'mrose'],
      ['close', 'update', 'mrose'],
    ])
    expect(seen[0]?.[1]).toMatchObject({ remoteAddress: '127.0.0.1', localPort: port, secure: false })
    expect(new Set(seen.map(([, { id }]) => id)).size).toBe(1)
    expect(server.sessions).toEqual([])
  })

  it('are not asked to commit if the connection just ends', async () => {
    const { promise, resolve } = deferred()
    let commits = 0
    await using server = exampleServer({ onCommit: () => void (commits += 1), onClose: () => resolve() })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(`
      ${signIn}
      C: DELE 1
      S: +OK message 1 deleted
    `)
    client.reset()
    await promise
    expect(commits).toBe(0)
  })

  it('can turn a client away', async () => {
    await using server = exampleServer({ onConnect: () => '-ERR not from there' })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(`
      S: -ERR not from there
      S: (closed)
    `)
  })

  it('can say something else in place of a command, or hang up', async () => {
    const script: Record<string, Reply> = {
      STAT: '-ERR not now',
      LIST: { text: '+OK and out', close: true },
      UIDL: { close: true },
    }
    await using server = exampleServer({ onCommand: ({ verb }: CommandLine) => script[verb] })
    const { port } = await server.listen()
    await using first = await Client.connect(port)
    await first.play(`
      ${signIn}
      C: STAT
      S: -ERR not now
      C: NOOP
      S: +OK
      C: LIST
      S: +OK and out
      S: (closed)
    `)
    await using second = await Client.connect(port)
    await second.play(`
      ${signIn}
      C: UIDL
      S: (closed)
    `)
  })

  it('may be methods of a subclass', async () => {
    class OneUser extends POP3Server<{ name: string }> {
      override onAuth(...[credentials]: Parameters<POP3Server<{ name: string }>['onAuth']>) {
        return matches(credentials, 'secret') ? ({ ok: true, user: { name: 'x' } } as const) : ({ ok: false } as const)
      }
    }
    await using server = new OneUser({ disabledCommands: ['APOP'] })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(`
      ${greeting}
      C: USER x
      S: +OK now the password
      C: PASS secret
      S: +OK maildrop has 0 messages (0 octets)
    `)
  })

  it('refuse everybody if there is no onAuth', async () => {
    await using server = new POP3Server({ disabledCommands: ['APOP'] })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(`
      ${greeting}
      C: USER mrose
      S: +OK now the password
      C: PASS tanstaaf
      S: -ERR [AUTH] user name and password or token do not match
    `)
  })

  it('that throw end their connection, and only that', async () => {
    const errors: Error[] = []
    await using server = exampleServer({
      onCommand: ({ verb }) => {
        if (verb === 'NOOP') throw new Error('a mistake in the handler')
      },
    })
    server.on('error', (error) => errors.push(error))
    const { port } = await server.listen()
    await using bystander = await Client.connect(port)
    await bystander.play(signIn)
    await using client = await Client.connect(port)
    await client.play(`
      ${signIn}
      C: NOOP
      S: -ERR internal error
      S: (closed)
    `)
    await bystander.play(`
      C: STAT
      S: +OK 2 69
    `)
    expect(errors.map(({ message }) => message)).toEqual(['a mistake in the handler'])
  })
})

describe('a reply that says no', () => {
  it('has no effect', async () => {
    const commits: Commit[] = []
    await using server = exampleServer({
      replies: {
        challenge: '-ERR ask for nothing',
        signedIn: ({ mechanism }) => (mechanism === 'PLAIN' ? '-ERR not with that' : '+OK'),
        dele: '-ERR it stays',
        retr: '-ERR not today',
      },
      onCommit: (commit) => void commits.push(commit),
    })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(`
      ${greeting}
      C: AUTH PLAIN
      S: -ERR ask for nothing
      C: AUTH PLAIN ${Buffer.from('\0mrose\0tanstaaf').toString('base64')}
      S: -ERR not with that
      C: STAT
      S: -ERR command not valid in this state
      C: USER mrose
      S: +OK now the password
      C: PASS tanstaaf
      S: +OK
      C: DELE 1
      S: -ERR it stays
      C: RETR 1
      S: -ERR not today
      C: STAT
      S: +OK 2 69
      C: QUIT
      S: +OK goodbye
      S: (closed)
    `)
    expect(commits).toEqual([{ deleted: [], retrieved: [] }])
  })
})

describe('a reply that throws', () => {
  it('ends its connection, and only that', async () => {
    const errors: string[] = []
    const fail = (): never => {
      throw new Error('a mistake in a reply')
    }
    await using server = exampleServer({ replies: { stat: fail, internalError: fail, serverClosing: fail } })
    server.on('error', ({ message }) => errors.push(message))
    const { port } = await server.listen()
    await using bystander = await Client.connect(port)
    await bystander.play(signIn)
    await using client = await Client.connect(port)
    await client.play(`
      ${signIn}
      C: STAT
      S: (closed)
    `)
    await bystander.play(`
      C: NOOP
      S: +OK
    `)
    await server.close()
    expect(errors).toEqual(['a mistake in a reply', 'a mistake in a reply'])
  })
})

describe('a message', () => {
  async function retrieve(content: () => unknown, command = 'RETR 1'): Promise<{ wire: string; errors: string[] }> {
    const errors: string[] = []
    await using server = exampleServer({ onOpen: () => [{ uid: 'a', size: 1, content: content as () => undefined }] })
    server.on('error', ({ message }) => errors.push(message))
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    client.send(`USER mrose\r\nPASS tanstaaf\r\n${command}\r\nQUIT\r\n`)
    await client.until('(1 octets)\r\n')
    return { wire: (await client.until('+OK goodbye\r\n')).toString('latin1'), errors }
  }

  it.each([
    { source: 'octets', content: () => Buffer.from('a\r\n.b') },
    { source: 'a promise', content: async () => Buffer.from('a\r\n.b') },
    { source: 'pieces', content: () => ['a\r', '\n.b'].map((piece) => Buffer.from(piece)) },
    { source: 'a stream', content: () => Readable.from([Buffer.from('a\r\n'), Buffer.from('.b')]) },
  ])('may come as $source', async ({ content }) => {
    const { wire } = await retrieve(content)
    expect(wire).toBe('+OK 1 octets\r\na\r\n..b\r\n.\r\n+OK goodbye\r\n')
  })

  it('may be gone', async () => {
    expect(await retrieve(() => undefined)).toEqual({
      wire: '-ERR message no longer available\r\n+OK goodbye\r\n',
      errors: [],
    })
  })

  it('may be unreadable from the start: the session goes on', async () => {
    const broken = () =>
      new Readable({
        read() {
          this.destroy(new Error('disk on fire'))
        },
      })
    expect(await retrieve(broken)).toEqual({
      wire: '-ERR message cannot be read\r\n+OK goodbye\r\n',
      errors: ['disk on fire'],
    })
  })

  it('that breaks off in the middle never looks complete', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(100_000, 'a')
      throw new Error('disk on fire')
    }
    const { wire, errors } = await retrieve(broken)
    expect(wire).toMatch(/^\+OK 1 octets\r\na*$/)
    expect(errors).toEqual(['disk on fire'])
  })

  it('that breaks off in the middle is the end: nothing is done any more, and nothing committed', async () => {
    const verbs: string[] = []
    const commits: Commit[] = []
    const closed = deferred()
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('half ')
      throw new Error('disk on fire')
    }
    await using server = exampleServer({
      onOpen: () => [{ uid: 'a', size: 10, content: broken }],
      onCommand: ({ verb }) => void verbs.push(verb),
      onCommit: (commit) => void commits.push(commit),
      onClose: () => closed.resolve(),
    })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(`
      S: +OK POP3 server ready
      C: USER mrose
      C: PASS tanstaaf
      S: +OK now the password
      S: +OK maildrop has 1 messages (10 octets)
      C: RETR 1
      C: DELE 1
      C: QUIT
      S: (closed)
    `)
    await closed.promise
    expect(verbs).toEqual(['USER', 'PASS', 'RETR'])
    expect(commits).toEqual([])
  })

  it('that the client did not wait for is not committed either', async () => {
    const commits: Commit[] = []
    const underWay = deferred()
    const lost = deferred()
    await using server = exampleServer({
      onOpen: () => [
        {
          uid: 'a',
          size: 10,
          content: async function* () {
            yield Buffer.alloc(100_000, 'a')
            underWay.resolve()
            await lost.promise
            yield Buffer.from('the rest')
          },
        },
      ],
      onCommit: (commit) => void commits.push(commit),
    })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    client.send('USER mrose\r\nPASS tanstaaf\r\nRETR 1\r\nDELE 1\r\nQUIT\r\n')
    await underWay.promise
    client.reset()
    await seenBy(server)
    lost.resolve()
    await server.close()
    expect(commits).toEqual([])
  })

  describe('from a stream that stalls', () => {
    it.each([
      { when: 'in the middle', pieces: [Buffer.alloc(100_000, 'a')], mark: 'aaa' },
      { when: 'before it begins', pieces: [], mark: 'ready' },
    ])('$when is closed with the connection, and that is no error', async ({ pieces, mark }) => {
      const errors: Error[] = []
      const asked = deferred()
      const stream = new Readable({ read: () => undefined })
      for (const piece of pieces) stream.push(piece)
      await using server = exampleServer({
        onOpen: () => [
          {
            uid: 'a',
            size: 10,
            content: () => {
              asked.resolve()
              return stream
            },
          },
        ],
      })
      server.on('error', (error) => errors.push(error))
      const { port } = await server.listen()
      await using client = await Client.connect(port)
      client.send('USER mrose\r\nPASS tanstaaf\r\nRETR 1\r\n')
      await client.until(mark)
      await asked.promise
      client.reset()
      await once(stream, 'close')
      await server.close()
      expect(errors).toEqual([])
    })

    it('is closed with the server, whatever the client does', async () => {
      const stream = new Readable({ read: () => undefined })
      stream.push(Buffer.alloc(100_000, 'a'))
      await using server = exampleServer({ onOpen: () => [{ uid: 'a', size: 10, content: () => stream }] })
      const { port } = await server.listen()
      await using client = await Client.connect(port)
      client.send('USER mrose\r\nPASS tanstaaf\r\nRETR 1\r\n')
      client.end()
      await client.until('+OK 10 octets\r\naaa')
      await server.close()
      expect(stream.destroyed).toBe(true)
    })

    it('and comes when the client has gone, is closed at once', async () => {
      const asked = deferred()
      const found = deferred()
      const gone = deferred()
      const stream = new Readable({ read: () => undefined })
      await using server = exampleServer({
        onOpen: () => [
          {
            uid: 'a',
            size: 10,
            content: async () => {
              asked.resolve()
              await found.promise
              return stream
            },
          },
        ],
        onClose: () => gone.resolve(),
      })
      const { port } = await server.listen()
      await using client = await Client.connect(port)
      client.send('USER mrose\r\nPASS tanstaaf\r\nRETR 1\r\n')
      await asked.promise
      client.reset()
      await gone.promise
      found.resolve()
      await once(stream, 'close')
      expect(stream.destroyed).toBe(true)
    })

    it('is closed if it is not sent at all', async () => {
      const stream = new Readable({ read: () => undefined })
      stream.push(Buffer.from('a'))
      await using server = exampleServer({
        onOpen: () => [{ uid: 'a', size: 10, content: () => stream }],
        replies: { retr: '-ERR not today' },
      })
      const { port } = await server.listen()
      await using client = await Client.connect(port)
      client.send('USER mrose\r\nPASS tanstaaf\r\nRETR 1\r\n')
      await client.until('-ERR not today')
      expect(stream.destroyed).toBe(true)
    })
  })

  it('of 50 MB goes over the wire without being held, however slow the client', async () => {
    const piece = Buffer.from('.23456789012345678901234567890123456789012345678901234567890\r\n'.repeat(1024))
    const pieces = Math.ceil((50 * 1024 * 1024) / piece.length)
    const taken = { octets: 0 }
    let lead = 0
    function* content(): Generator<Buffer> {
      for (let index = 0; index < pieces; index++) {
        lead = Math.max(lead, index * piece.length - taken.octets)
        yield piece
      }
    }
    await using server = exampleServer({ onOpen: () => [{ uid: 'a', size: pieces * piece.length, content }] })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    client.send('USER mrose\r\nPASS tanstaaf\r\nRETR 1\r\n')
    await client.until(`+OK ${pieces * piece.length} octets\r\n`)
    const stuffed = Buffer.from(piece.toString().replaceAll(/^\./gm, '..'))
    for (let index = 0; index < pieces; index++) {
      expect((await client.take(stuffed.length)).equals(stuffed)).toBe(true)
      taken.octets += piece.length
    }
    expect((await client.until('\r\n')).toString()).toBe('.\r\n')
    // What lies between them are buffers of the operating system and one batch of ours, not the message.
    expect(lead).toBeLessThan(16 * 1024 * 1024)
  })
})

describe('the server', () => {
  it('listens on a free port of the loopback interface, and says where', async () => {
    await using server = exampleServer()
    expect(() => server.address).toThrow('not listening')
    const address = await server.listen()
    expect(address).toMatchObject({ address: '127.0.0.1', port: expect.any(Number) })
    expect(server.address).toEqual(address)
  })

  it('rejects if the port is taken', async () => {
    await using first = exampleServer()
    await using second = exampleServer()
    const { port } = await first.listen()
    await expect(second.listen(port)).rejects.toThrow('EADDRINUSE')
  })

  it('tells its clients when it closes, commits nothing, and may be closed twice', async () => {
    let commits = 0
    const server = exampleServer({ onCommit: () => void (commits += 1) })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(signIn)
    client.send('DELE 1\r\n')
    await client.until('\r\n')
    await server.close()
    await client.play(`
      S: -ERR server is closing
      S: (closed)
    `)
    await server.close()
    expect(commits).toBe(0)
  })

  it('needs a certificate to promise TLS', () => {
    expect(() => new POP3Server({ secure: true })).toThrow(TypeError)
    expect(() => new POP3Server({ stls: true })).toThrow(TypeError)
  })
})
