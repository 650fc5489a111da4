import { expect, test, beforeAll } from 'vitest'
import { deferred } from '@sparekey/testkit/deferred'
import { Client } from '@sparekey/testkit/client'
import { issueCertificate, type Certificate } from '@sparekey/testkit/certificate'
import { exampleServer, greeting, seenBy, signIn } from './testing/fixture.ts'

let tls: Certificate

beforeAll(async () => {
  tls = await issueCertificate()
})

test('a client that closes its side while the server is busy is answered all the same, up to the end of what it said', async () => {
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

test.each([
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
])(
  'a client that closes its side while the server is busy gets its message in full, from $source',
  async ({ content }) => {
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
  },
)

test('a client that closes its side while the server is busy is greeted, and then gone', async () => {
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

test('a client that closes its side behind TLS gets all its answers', async () => {
  const asked = deferred()
  const decided = deferred()
  await using server = exampleServer({
    tls,
    secure: true,
    onAuth: async () => {
      asked.resolve()
      await decided.promise
      return { ok: true, user: 'mrose' }
    },
  })
  const { port } = await server.listen()
  await using client = await Client.connect(port, { tls, allowHalfOpen: true })
  client.send('USER mrose\r\nPASS tanstaaf\r\nQUIT\r\n')
  client.end()
  await asked.promise
  await seenBy(server, tls)
  decided.resolve()
  await client.play(
    `
    ${signIn}
    S: +OK goodbye
  `.replaceAll(/^ *C: .*\n/gm, ''),
  )
})
