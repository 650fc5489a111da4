import { expect, test } from 'vitest'
import { deferred } from '@sparekey/testkit/deferred'
import { ManualClock } from '@sparekey/testkit/clock'
import { Client } from '@sparekey/testkit/client'
import { exampleServer, greeting, signIn } from './testing/fixture.ts'

const turnedAway = `
  S: -ERR too many connections, try again later
  S: (closed)
`

test('connections up to the limit are served; one more is told so, and whoever leaves makes room', async () => {
  const left = [deferred(), deferred()]
  let leaving = 0
  await using server = exampleServer({ limits: { connections: 2 }, onClose: () => left[leaving++]?.resolve() })
  const { port } = await server.listen()
  await using first = await Client.connect(port)
  await first.play(greeting)
  await using second = await Client.connect(port)
  await second.play(greeting)
  await using third = await Client.connect(port)
  await third.play(turnedAway)
  await left[0]!.promise
  await first.play(`
    C: QUIT
    S: +OK goodbye
    S: (closed)
  `)
  await left[1]!.promise
  await using fourth = await Client.connect(port)
  await fourth.play(greeting)
})

test('connections that stay when turned away are as many as those that are served; one more gets no word', async () => {
  await using server = exampleServer({ limits: { connections: 2 } })
  const { port } = await server.listen()
  const staying = { allowHalfOpen: true }
  await using first = await Client.connect(port, staying)
  await first.play(greeting)
  await using second = await Client.connect(port, staying)
  await second.play(greeting)
  await using third = await Client.connect(port, staying)
  await third.play(turnedAway)
  await using fourth = await Client.connect(port, staying)
  await fourth.play(turnedAway)
  await using fifth = await Client.connect(port, staying)
  await fifth.play('S: (closed)')
  expect(server.sessions).toHaveLength(4)
})

test('a connection that the client never closes is cut when its time is over, and not before', async () => {
  const clock = new ManualClock()
  const closed = deferred()
  await using server = exampleServer({ timers: clock, limits: { lingerMs: 500 }, onClose: () => closed.resolve() })
  const { port } = await server.listen()
  await using client = await Client.connect(port, { allowHalfOpen: true })
  await client.play(`
    ${greeting}
    C: QUIT
    S: +OK goodbye
    S: (closed)
  `)
  clock.advance(499)
  expect(clock.waiting).toEqual([1])
  clock.advance(1)
  await closed.promise
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

test('input that answers a challenge has a limit of its own', async () => {
  await using server = exampleServer({ limits: { commandOctets: 10, responseOctets: 400 } })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(`
    ${greeting}
    C: AUTH PLAIN
    S: + ${''}
    C: ${'A'.repeat(401)}
    S: -ERR line too long
    C: AUTH PLAIN
    S: + ${''}
    C: ${'A'.repeat(400)}
    S: -ERR this response is not what the mechanism asks for
    C: ${'A'.repeat(11)}
    S: -ERR line too long
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
