import { expect, test } from 'vitest'
import { deferred } from '@sparekey/testkit/deferred'
import { Client } from '@sparekey/testkit/client'
import { matches, POP3Server, type CommandLine, type Commit, type POP3Session, type Reply } from './index.ts'
import { exampleServer, greeting, inbox, signIn } from './testing/fixture.ts'

test('handlers see the connection and its user', async () => {
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

test('handlers are not asked to commit if the connection just ends', async () => {
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

test('handlers can turn a client away', async () => {
  await using server = exampleServer({ onConnect: () => '-ERR not from there' })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(`
    S: -ERR not from there
    S: (closed)
  `)
})

test('handlers can say something else in place of a command, or hang up', async () => {
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

test('handlers may be methods of a subclass', async () => {
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

test('handlers refuse everybody if there is no onAuth', async () => {
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

test('handlers that throw end their connection, and only that', async () => {
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

test('a reply that says no has no effect', async () => {
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

test('a reply that throws ends its connection, and only that', async () => {
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
