import { describe, expect, it } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { deferred } from '@sparekey/testkit/deferred'
import { exampleServer, greeting, seenBy, signIn } from './testing/fixture.ts'
import { ManualClock } from '@sparekey/testkit/clock'
import { Client } from '@sparekey/testkit/client'

describe('time', () => {
  it('to sign in is limited, whatever the client says meanwhile', async () => {
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

  it('between commands is limited after the sign-in', async () => {
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

  it('is not won by sending half a command', async () => {
    const clock = new ManualClock()
    await using server = exampleServer({ timers: clock, limits: { idleMs: 1_000 } })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(signIn)
    client.send('NO')
    clock.advance(1_000)
    await client.play(`
      S: -ERR idle for too long
      S: (closed)
    `)
  })

  it('for a TLS handshake is limited, and its end needs no words', async () => {
    const clock = new ManualClock()
    const tls = await issueCertificate()
    await using server = exampleServer({ tls, secure: true, timers: clock })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await clock.armed()
    clock.advance(60_000)
    expect(await client.until('\r\n')).toHaveLength(0)
  })

  it('to take the next piece of a message is limited too', async () => {
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
    clock.advance(1_000)
    await closed
  })
})

describe('time for a client that has closed its side', () => {
  it('to be signed in is limited', async () => {
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
    clock.advance(1_000)
    await client.play(`
      ${greeting}
      S: +OK now the password
      S: -ERR not signed in for too long
      S: (closed)
    `)
  })

  it('to be given its message is limited', async () => {
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
    clock.advance(1_000)
    await client.play(`
      S: +OK POP3 server ready
      S: +OK now the password
      S: +OK maildrop has 1 messages (1 octets)
      S: -ERR idle for too long
      S: (closed)
    `)
  })
})

describe('connections', () => {
  it('beyond the limit are told so', async () => {
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

  it('that the client never closes are cut after a while', async () => {
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
})

describe('input', () => {
  it('with a line that is too long is refused, and the next line is a command again', async () => {
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

  it('that never ends its line costs one reply and no memory', async () => {
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

  it('of garbage ends after so many bad commands', async () => {
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

  it.each([
    { what: 'SASL responses that make no sense', line: 'AUTH PLAIN !!!!', reply: /^-ERR this response/ },
    {
      what: 'SASL exchanges that are cancelled',
      line: 'AUTH PLAIN\r\n*',
      reply: /^\+ \r\n-ERR authentication cancelled/,
    },
  ])('of $what ends like bad commands', async ({ line, reply }) => {
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

  it('of ten thousand commands at once is answered ten thousand times', async () => {
    await using server = exampleServer()
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(signIn)
    client.send('NOOP\r\n'.repeat(10_000))
    expect((await client.take(50_000)).toString()).toBe('+OK\r\n'.repeat(10_000))
  })

  it('that breaks off in the middle of anything leaves the server alive', async () => {
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
})
