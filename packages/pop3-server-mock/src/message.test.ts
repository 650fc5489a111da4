import { once } from 'node:events'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { deferred } from '@sparekey/testkit/deferred'
import { Client } from '@sparekey/testkit/client'
import type { Commit } from './index.ts'
import { exampleServer, seenBy } from './testing/fixture.ts'

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

test.each([
  { source: 'octets', content: () => Buffer.from('a\r\n.b') },
  { source: 'a promise', content: async () => Buffer.from('a\r\n.b') },
  { source: 'pieces', content: () => ['a\r', '\n.b'].map((piece) => Buffer.from(piece)) },
  { source: 'a stream', content: () => Readable.from([Buffer.from('a\r\n'), Buffer.from('.b')]) },
])('a message may come as $source', async ({ content }) => {
  const { wire } = await retrieve(content)
  expect(wire).toBe('+OK 1 octets\r\na\r\n..b\r\n.\r\n+OK goodbye\r\n')
})

test('a message may be gone', async () => {
  expect(await retrieve(() => undefined)).toEqual({
    wire: '-ERR message no longer available\r\n+OK goodbye\r\n',
    errors: [],
  })
})

test('a message may be unreadable from the start: the session goes on', async () => {
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

test('a message that breaks off in the middle never looks complete', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.alloc(100_000, 'a')
    throw new Error('disk on fire')
  }
  const { wire, errors } = await retrieve(broken)
  expect(wire).toMatch(/^\+OK 1 octets\r\na*$/)
  expect(errors).toEqual(['disk on fire'])
})

test('a message that breaks off in the middle is the end: nothing is done any more, and nothing committed', async () => {
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

test('a message that the client did not wait for is not committed either', async () => {
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

test.each([
  { when: 'in the middle', pieces: [Buffer.alloc(100_000, 'a')], mark: 'aaa' },
  { when: 'before it begins', pieces: [], mark: 'ready' },
])('a stream that stalls $when is closed with the connection, and that is no error', async ({ pieces, mark }) => {
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

test('a stream that stalls is closed with the server, whatever the client does', async () => {
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

test('a stream that stalls and comes when the client has gone, is closed at once', async () => {
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

test('a stream that stalls is closed if it is not sent at all', async () => {
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

test('a message of 50 MB goes over the wire without being held, however slow the client', async () => {
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
