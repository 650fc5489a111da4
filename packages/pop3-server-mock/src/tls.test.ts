import { beforeAll, expect, test } from 'vitest'
import { issueCertificate, type Certificate } from '@sparekey/testkit/certificate'
import { deferred } from '@sparekey/testkit/deferred'
import { Client } from '@sparekey/testkit/client'
import type { POP3Session } from './index.ts'
import { exampleServer, greeting, seenBy, signIn } from './testing/fixture.ts'

let tls: Certificate

beforeAll(async () => {
  tls = await issueCertificate()
})

test('TLS from the first octet serves a session and knows the name the client asked for', async () => {
  const seen: POP3Session<string>[] = []
  await using server = exampleServer({ tls, secure: true, onConnect: (session) => void seen.push(session) })
  const { port } = await server.listen()
  await using client = await Client.connect(port, { tls })
  await client.play(`
    ${signIn}
    C: STLS
    S: -ERR unknown command
    C: QUIT
    S: +OK goodbye
    S: (closed)
  `)
  expect(seen).toMatchObject([{ secure: true, servername: 'localhost' }])
})

test('TLS from the first octet ends the connection of a client that speaks plainly, and lives on', async () => {
  const errors: Error[] = []
  await using server = exampleServer({ tls, secure: true })
  server.on('error', (error) => errors.push(error))
  const { port } = await server.listen()
  await using plain = await Client.connect(port)
  plain.send('USER mrose\r\n')
  expect((await plain.until('+OK')).toString('latin1')).not.toContain('+OK')
  await using client = await Client.connect(port, { tls })
  await client.play(greeting)
  expect(errors).toHaveLength(1)
})

test('STLS goes on inside TLS, where the sign-in starts again', async () => {
  await using server = exampleServer({ tls })
  const { port } = await server.listen()
  await using client = await Client.connect(port, { starttls: tls })
  await client.play(`
    ${greeting}
    C: USER mallory
    S: +OK now the password
    C: STLS
    S: +OK begin TLS negotiation
    C: (TLS)
    C: PASS tanstaaf
    S: -ERR command not valid in this state
    C: USER mrose
    S: +OK now the password
    C: PASS tanstaaf
    S: +OK maildrop has 2 messages (69 octets)
    C: QUIT
    S: +OK goodbye
    S: (closed)
  `)
})

test('STLS throws away what was injected before the handshake', async () => {
  const verbs: string[] = []
  await using server = exampleServer({ tls, onCommand: ({ verb }) => void verbs.push(verb) })
  const { port } = await server.listen()
  await using client = await Client.connect(port, { starttls: tls })
  await client.play(`
    ${greeting}
    C: STLS
    C: USER mallory
    C: CAPA
    S: +OK begin TLS negotiation
    C: (TLS)
    C: NOOP
    S: -ERR command not valid in this state
  `)
  expect(verbs).toEqual(['STLS', 'NOOP'])
})

test('STLS throws away what was injected while it was being decided', async () => {
  const verbs: string[] = []
  const asked = deferred()
  const decided = deferred()
  await using server = exampleServer({
    tls,
    onCommand: async ({ verb }) => {
      verbs.push(verb)
      asked.resolve()
      await decided.promise
    },
  })
  const { port } = await server.listen()
  await using client = await Client.connect(port, { starttls: tls })
  await client.play(greeting)
  client.send('STLS\r\n')
  await asked.promise
  client.send('USER mallory\r\n')
  await seenBy(server)
  decided.resolve()
  await client.play(`
    S: +OK begin TLS negotiation
    C: (TLS)
    C: PASS tanstaaf
    S: -ERR command not valid in this state
  `)
  expect(verbs).toEqual(['STLS', 'PASS'])
})

test('STLS goes on plainly if its answer was replaced by a no', async () => {
  await using server = exampleServer({ tls, replies: { tlsReady: '-ERR not today' } })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(`
    ${greeting}
    C: STLS
    C: USER mrose
    S: -ERR not today
    S: +OK now the password
  `)
})

test('STLS can be required before any secret, over the wire', async () => {
  await using server = exampleServer({ tls, requireTls: true })
  const { port } = await server.listen()
  await using client = await Client.connect(port, { starttls: tls })
  await client.play(`
    ${greeting}
    C: CAPA
    S: +OK capability list follows
    S: TOP
    S: UIDL
    S: STLS
    S: PIPELINING
    S: .
    C: USER mrose
    S: -ERR use STLS first
    C: STLS
    S: +OK begin TLS negotiation
    C: (TLS)
    C: USER mrose
    S: +OK now the password
  `)
})

test('a client that vanishes in the handshake keeps no place, with TLS from the first octet', async () => {
  const gone = deferred()
  await using server = exampleServer({ tls, secure: true, limits: { connections: 1 }, onClose: () => gone.resolve() })
  const { port } = await server.listen()
  await using vanishing = await Client.connect(port)
  vanishing.end()
  await gone.promise
  await using client = await Client.connect(port, { tls })
  await client.play(greeting)
})

test.each([
  { when: 'after the yes to STLS', pipelined: false },
  { when: 'together with STLS', pipelined: true },
])('a client that vanishes in the handshake keeps no place, $when', async ({ pipelined }) => {
  const gone = deferred()
  await using server = exampleServer({ tls, onClose: () => gone.resolve() })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  await client.play(greeting)
  client.send('STLS\r\n')
  if (!pipelined) await client.until('\r\n')
  client.end()
  await gone.promise
})

test.each(['', 'USER mallory\r\n'])(
  'a client that vanishes in the handshake keeps no place, before STLS was answered and after saying %j',
  async (more) => {
    const asked = deferred()
    const decided = deferred()
    await using server = exampleServer({
      tls,
      onCommand: () => {
        asked.resolve()
        return decided.promise
      },
    })
    const { port } = await server.listen()
    await using client = await Client.connect(port)
    await client.play(greeting)
    client.send('STLS\r\n')
    await asked.promise
    client.send(more)
    client.end()
    await seenBy(server)
    decided.resolve()
    await client.play(`
    S: +OK begin TLS negotiation
    S: (closed)
  `)
  },
)

test('a client that vanishes in the handshake keeps no place, in the middle of its first record', async () => {
  await using server = exampleServer({ tls, secure: true })
  const { port } = await server.listen()
  await using client = await Client.connect(port)
  client.send(Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]))
  client.end()
  expect(await client.until('+OK')).toHaveLength(0)
})
