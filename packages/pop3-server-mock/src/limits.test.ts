import { expect, test } from 'vitest'
import { deferred } from '@sparekey/testkit/deferred'
import { ManualClock } from '@sparekey/testkit/clock'
import { Client } from '@sparekey/testkit/client'
import { exampleServer, greeting, signIn } from './testing/fixture.ts'

test('connections beyond the limit are told so', async () => {
  await using server = exampleServer({ limits: { connections: 1 } })
  const { port } = await server.listen()
  await using first = await Client.connect(port)
  await first.play(greeting)
  await using second = await Client.connect(port)
  await second.play(`
    S: -ERR too many connections, try again later
    S: (closed)
  `)
  await first.play(`
    C: QUIT
    S: +OK goodbye
    S: (closed)
  `)
})

test('connections that the client never closes are cut after a while', async () => {
  const clock = new ManualClock()
  const { promise: closed, resolve } = deferred()
  await using server = exampleServer({ timers: clock, limits: { lingerMs: 500 }, onClose: () => resolve() })
  const { port } = await server.listen()
  await using client = await Client.connect(port, { allowHalfOpen: true })
  await client.play(`
    ${greeting}
    C: QUIT
    S: +OK goodbye
  `)
  clock.advance(500)
  await closed
})

test('input with a line that is too long is refused, and the next line is a command again', async () => {
  await using server = exampleServer({ limits: { commandOctets: 512 } })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(`
    ${greeting}
    C: USER ${'x'.repeat(508)}
    C: USER ${'x'.repeat(507)}
    S: -ERR line too long
    S: +OK now the password
  `)
})

test('input that never ends its line costs one reply and no memory', async () => {
  await using server = exampleServer({ replies: { lineTooLong: { text: '-ERR enough', close: true } } })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(greeting)
  client.send(Buffer.alloc(1024 * 1024, 'x'))
  await client.play(`
    S: -ERR enough
    S: (closed)
  `)
})

test('input of garbage ends after so many bad commands', async () => {
  await using server = exampleServer({ limits: { badCommands: 3 } })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(greeting)
  client.send(Buffer.from(Array.from({ length: 4096 }, (_, index) => index & 0xff)))
  await client.play(`
    S: -ERR unknown command
    S: -ERR unknown command
    S: -ERR too many bad commands
    S: (closed)
  `)
})

test.each([
  { what: 'SASL responses that make no sense', line: 'AUTH PLAIN !!!!', reply: /^-ERR this response/ },
  {
    what: 'SASL exchanges that are cancelled',
    line: 'AUTH PLAIN\r\n*',
    reply: /^\+ \r\n-ERR authentication cancelled/,
  },
])('input of $what ends like bad commands', async ({ line, reply }) => {
  await using server = exampleServer({ limits: { badCommands: 10 } })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(greeting)
  client.send(`${line}\r\n`.repeat(200))
  const heard = (await client.until('too many bad commands\r\n')).toString()
  expect(heard).toMatch(reply)
  expect(heard.match(/-ERR/g)).toHaveLength(10)
  await client.play(`
    S: (closed)
  `)
})

test('input of ten thousand commands at once is answered ten thousand times', async () => {
  await using server = exampleServer()
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(signIn)
  client.send('NOOP\r\n'.repeat(10_000))
  expect((await client.take(50_000)).toString()).toBe('+OK\r\n'.repeat(10_000))
})

test('input that breaks off in the middle of anything leaves the server alive', async () => {
  await using server = exampleServer()
  const { port } = await server.listen()
  for (const start of ['', 'US', 'AUTH PLAIN\r\n', 'USER mrose\r\nPASS tanstaaf\r\nRETR 1\r\nRETR 2\r\nQU']) {
    await using client = await Client.connect(port)
    await client.play(greeting)
    client.send(start)
    client.reset()
  }
  await using client = await Client.connect(port)
  await client.play(signIn)
})
