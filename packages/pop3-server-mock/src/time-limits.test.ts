import { expect, test } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { deferred } from '@sparekey/testkit/deferred'
import { ManualClock } from '@sparekey/testkit/clock'
import { Client } from '@sparekey/testkit/client'
import { exampleServer, greeting, seenBy, signIn } from './testing/fixture.ts'

test('time to sign in is limited, whatever the client says meanwhile', async () => {
  const clock = new ManualClock()
  await using server = exampleServer({ timers: clock, limits: { unauthenticatedMs: 60_000 } })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(greeting)
  clock.advance(59_999)
  await client.play(`
    C: USER mrose
    S: +OK now the password
  `)
  clock.advance(1)
  await client.play(`
    S: -ERR not signed in for too long
    S: (closed)
  `)
})

test('time between commands is limited after the sign-in', async () => {
  const clock = new ManualClock()
  await using server = exampleServer({ timers: clock, limits: { unauthenticatedMs: 10, idleMs: 1_000 } })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(signIn)
  clock.advance(999)
  await client.play(`
    C: NOOP
    S: +OK
  `)
  clock.advance(999)
  await client.play(`
    C: NOOP
    S: +OK
  `)
  clock.advance(1_000)
  await client.play(`
    S: -ERR idle for too long
    S: (closed)
  `)
})

test('time is not won by sending half a command', async () => {
  const clock = new ManualClock()
  await using server = exampleServer({ timers: clock, limits: { idleMs: 1_000 } })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(signIn)
  client.send('NO')
  await seenBy(server)
  clock.advance(1_000)
  await client.play(`
    S: -ERR idle for too long
    S: (closed)
  `)
})

test('time for a TLS handshake is limited, and its end needs no words', async () => {
  const clock = new ManualClock()
  const tls = await issueCertificate()
  await using server = exampleServer({ tls, secure: true, timers: clock })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await clock.armed()
  clock.advance(59_999)
  expect(clock.waiting).toEqual([1])
  clock.advance(1)
  expect(await client.until('\r\n')).toHaveLength(0)
})

test('time to take the next piece of a message is limited too', async () => {
  const clock = new ManualClock()
  const { promise: closed, resolve } = deferred()
  const { promise: underWay, resolve: begin } = deferred()
  async function* endless(): AsyncGenerator<Buffer> {
    for (let sent = 0; ; sent++) {
      if (sent === 10) begin()
      yield Buffer.alloc(64 * 1024, 'a')
    }
  }
  await using server = exampleServer({
    timers: clock,
    limits: { idleMs: 1_000 },
    onOpen: () => [{ uid: 'a', size: 1, content: endless }],
    onClose: () => resolve(),
  })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(`
    S: +OK POP3 server ready
    C: USER mrose
    S: +OK now the password
    C: PASS tanstaaf
    S: +OK maildrop has 1 messages (1 octets)
  `)
  client.pause()
  client.send('RETR 1\r\n')
  await underWay
  clock.advance(999)
  expect(clock.waiting).toEqual([1])
  clock.advance(1)
  await closed
})

test('time for a client that has closed its side to be signed in is limited', async () => {
  const clock = new ManualClock()
  const { promise: asked, resolve } = deferred()
  await using server = exampleServer({
    timers: clock,
    limits: { unauthenticatedMs: 1_000 },
    onAuth: () => {
      resolve()
      return new Promise(() => undefined)
    },
  })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  client.send('USER mrose\r\nPASS tanstaaf\r\n')
  client.end()
  await asked
  await seenBy(server)
  clock.advance(999)
  expect(clock.waiting).toContain(1)
  clock.advance(1)
  await client.play(`
    ${greeting}
    S: +OK now the password
    S: -ERR not signed in for too long
    S: (closed)
  `)
})

test('time for a client that has closed its side to be given its message is limited', async () => {
  const clock = new ManualClock()
  const { promise: asked, resolve } = deferred()
  await using server = exampleServer({
    timers: clock,
    limits: { idleMs: 1_000 },
    onOpen: () => [
      {
        uid: 'a',
        size: 1,
        content: () => {
          resolve()
          return new Promise(() => undefined)
        },
      },
    ],
  })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  client.send('USER mrose\r\nPASS tanstaaf\r\nRETR 1\r\n')
  client.end()
  await asked
  await seenBy(server)
  clock.advance(999)
  expect(clock.waiting).toContain(1)
  clock.advance(1)
  await client.play(`
    S: +OK POP3 server ready
    S: +OK now the password
    S: +OK maildrop has 1 messages (1 octets)
    S: -ERR idle for too long
    S: (closed)
  `)
})
