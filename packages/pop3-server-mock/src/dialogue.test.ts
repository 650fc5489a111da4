import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Client } from '@sparekey/testkit/client'
import { exampleServer, greeting, signIn } from './testing/fixture.ts'

test('a session reads like RFC 1939', async () => {
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

test('a session signs in with APOP', async () => {
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

test('a session signs in with a token in two lines', async () => {
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

test('a session carries out pipelined commands in order, even behind a slow handler', async () => {
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

test('a session answers a client that has closed its side already', async () => {
  await using server = exampleServer()
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  client.send('CAPA\r\nQUIT\r\n')
  client.end()
  expect((await client.until('goodbye\r\n')).toString()).toMatch(/\+OK goodbye\r\n$/)
})
