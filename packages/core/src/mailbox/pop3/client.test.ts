import { expect, test } from 'vitest'
import { ManualClock } from '@sparekey/testkit/clock'
import { startScripted, type Peer } from '@sparekey/testkit/server'
import { silence } from '../../testing/timers.ts'
import type { Pop3Client } from './client.ts'
import { tls, connect, text } from '../../testing/pop3-client.ts'

test('messages over POP3 come byte for byte, wherever the network cuts them', async () => {
  const message = '.\r\n..\r\na\n.\nb\r\n\xff\x00\r\r\n'
  const wire = `${message.replace(/(^|\r\n)\./g, '$1..')}.\r\n`
  await using server = await startScripted(
    async (peer) => {
      await peer.play('S: +OK\nC: RETR 1\nS: +OK')
      await peer.sendApart(...[...wire].map((byte) => Buffer.from(byte, 'latin1')))
      await peer.play('C: QUIT\nS: +OK')
    },
    { tls },
  )
  await using client = await connect(server)
  expect(await text(client.retrieve(1))).toBe(message)
})

test('messages over POP3 of which the connection ends in the middle are not given as whole', async () => {
  await using server = await startScripted(
    async (peer) => {
      await peer.play('S: +OK\nC: RETR 1\nS: +OK\nS: Subject: half\nS: .a')
      peer.end()
    },
    { tls },
  )
  const client = await connect(server)
  await expect(text(client.retrieve(1))).rejects.toMatchObject({ code: 'connection-dropped' })
})

test('messages over POP3 that never end are left when they stop coming, or when they are too large', async () => {
  const clock = new ManualClock()
  const script = async (peer: Peer) => {
    await peer.play('S: +OK\nC: RETR 1\nS: +OK\nS: Subject: half')
    await silence(peer, clock)
  }
  await using silent = await startScripted(script, { tls })
  const waiting = await connect(silent, { clock })
  await expect(text(waiting.retrieve(1))).rejects.toMatchObject({ code: 'connection-timeout' })

  await using endless = await startScripted(`S: +OK\nC: RETR 1\nS: +OK\nS: ${'x'.repeat(100_000)}`, { tls })
  const limited = await connect(endless, { limits: { messageBytes: 1000 } })
  await expect(text(limited.retrieve(1))).rejects.toMatchObject({ code: 'bad-message' })
})

test('messages over POP3 that a reader leaves in the middle end the connection, so that nothing is taken for a reply', async () => {
  await using server = await startScripted('S: +OK\nC: RETR 1\nS: +OK\nS: a', { tls })
  const client = await connect(server)
  for await (const piece of client.retrieve(1)) {
    expect(piece.toString()).toBe('a\r\n')
    break
  }
  await expect(client.noop()).rejects.toMatchObject({ code: 'connection-dropped' })
})

test('messages over POP3 that are not there are named', async () => {
  await using server = await startScripted('S: +OK\nC: RETR 9\nS: -ERR no such message\nC: DELE 9\nS: -ERR no', {
    tls,
  })
  const client = await connect(server)
  await expect(text(client.retrieve(9))).rejects.toMatchObject({ code: 'message-missing' })
  await expect(client.delete(9)).rejects.toMatchObject({ details: { reply: '-ERR no' } })
  client.close()
})

test('messages over POP3 are listed, measured, marked and unmarked', async () => {
  await using server = await startScripted(
    `
      S: +OK
      C: UIDL
      S: +OK
      S: 1 first
      S: 2 second
      S: .
      C: LIST
      S: +OK
      S: 1 120
      S: 2 200
      S: .
      C: TOP 2 1
      S: +OK
      S: Subject: two
      S:
      S: ..dot
      S: .
      C: DELE 1
      S: +OK
      C: RSET
      S: +OK
      C: NOOP
      S: +OK
      C: QUIT
      S: +OK bye`,
    { tls },
  )
  const client = await connect(server)
  expect([...(await client.uidl()).values()]).toEqual(['first', 'second'])
  expect([...(await client.list()).values()]).toEqual([120, 200])
  expect((await client.top(2, 1)).toString()).toBe('Subject: two\r\n\r\n.dot\r\n')
  await client.delete(1)
  await client.reset()
  await client.noop()
  await client.quit()
})

async function headers(client: Pop3Client, numbers: number[]) {
  const headers: (string | undefined)[] = []
  for await (const { header } of client.headers(numbers)) headers.push(header?.toString())
  client.close()
  return headers
}

test('headers over POP3 are asked for at once where the server offers PIPELINING', async () => {
  await using server = await startScripted(
    `
      S: +OK
      C: CAPA
      S: +OK
      S: PIPELINING
      S: .
      C: TOP 3 0
      C: TOP 2 0
      C: TOP 1 0
      S: +OK
      S: Subject: c
      S: .
      S: -ERR gone
      S: +OK
      S: Subject: a
      S: .`,
    { tls },
  )
  expect(await headers(await connect(server), [3, 2, 1])).toEqual(['Subject: c\r\n', undefined, 'Subject: a\r\n'])
})

test('headers over POP3 are asked for one by one where it does not', async () => {
  await using server = await startScripted(
    async (peer) => {
      await peer.play('S: +OK\nC: CAPA\nS: +OK\nS: TOP\nS: .')
      for (const number of [2, 1]) {
        await peer.play(`C: TOP ${number} 0`)
        expect(peer.unread).toHaveLength(0)
        await peer.play(`S: +OK\nS: Subject: ${number}\nS: .`)
      }
    },
    { tls },
  )
  expect(await headers(await connect(server), [2, 1])).toEqual(['Subject: 2\r\n', 'Subject: 1\r\n'])
})

test('headers over POP3 are cut where they grow without bound, and the list goes on', async () => {
  await using server = await startScripted(
    `
      S: +OK
      C: CAPA
      S: -ERR
      C: TOP 1 0
      S: +OK
      S: Subject: x${'y'.repeat(5000)}
      S: .
      C: TOP 2 0
      S: -ERR`,
    { tls },
  )
  const client = await connect(server, { limits: { headerBytes: 10 } })
  expect(await headers(client, [1, 2])).toEqual(['Subject: x', undefined])
})

test.each([
  ['says something else', 'S: * OK STAT', 'protocol-broken'],
  ['gives STAT no numbers', 'S: +OK many', 'protocol-broken'],
  ['refuses what it must know', 'S: -ERR', 'protocol-broken'],
  ['sends a line without end', `S: +OK ${'x'.repeat(10_000)}`, 'not-a-mail-server'],
])('a server that breaks POP3 and %s is told from one that refuses', async (_, answer, code) => {
  await using server = await startScripted(`S: +OK\nC: STAT\n${answer}`, { tls })
  const client = await connect(server)
  await expect(client.stat()).rejects.toMatchObject({ code })
  client.close()
})

test.each([
  ['-ERR The specified message is out of range.', 'message-missing'],
  ['-ERR Server Unavailable. 21', 'server-unavailable'],
  ['-ERR Session invalidated - AccessTokenExpired', 'token-expired'],
])('a server that breaks POP3 off at a message, by %j, says why', async (reply, code) => {
  await using server = await startScripted(`S: +OK\nC: DELE 1\nS: ${reply}`, { tls })
  const client = await connect(server)
  await expect(client.delete(1)).rejects.toMatchObject({ code, details: { reply } })
  client.close()
})

test('a server that breaks POP3 by a listing without end is left', async () => {
  await using server = await startScripted(`S: +OK\nC: UIDL\nS: +OK${'\nS: 1 a'.repeat(1000)}`, { tls })
  const client = await connect(server, { limits: { listingBytes: 1000 } })
  await expect(client.uidl()).rejects.toMatchObject({ code: 'protocol-broken' })
})

test('a server that breaks POP3 by closing the connection is told so, however often it is asked', async () => {
  await using server = await startScripted((peer) => peer.send('+OK\r\n').end(), { tls })
  const client = await connect(server)
  await expect(client.stat()).rejects.toMatchObject({ code: 'connection-dropped' })
  await expect(client.stat()).rejects.toMatchObject({ code: 'connection-dropped' })
  await client[Symbol.asyncDispose]()
})
