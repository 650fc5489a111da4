import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { ManualClock } from '@sparekey/testkit/clock'
import { startScripted, type Peer, type ScriptedServer } from '@sparekey/testkit/server'
import { networkTo } from '../../testing/network.ts'
import { silence, timersOf } from '../../testing/timers.ts'
import type { Endpoint } from '../../settings/settings.ts'
import type { Credentials } from '../../credentials/credentials.ts'
import { openMailbox } from '../../open-mailbox.ts'
import { Pop3Client, type Pop3Limits } from './client.ts'

const host = 'pop.example'
const tls = await issueCertificate(host)
const endpoint: Endpoint = { protocol: 'pop3', host, port: 995, security: 'tls' }
const hanako: Credentials = { username: 'hanako@hotmail.com', secret: 'abcdefghijklmnop' }

function connect(server: ScriptedServer, options: { clock?: ManualClock; limits?: Partial<Pop3Limits> } = {}) {
  const { clock, limits } = options
  const network = networkTo(server.port, { ca: tls.ca, ...(clock && { timers: timersOf(clock) }) })
  return Pop3Client.connect(endpoint, network, { limits })
}

async function text(pieces: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece.toString('latin1')
  return text
}

describe('signing in over POP3', () => {
  test('is by USER and PASS where the server offers them, as Microsoft does', async () => {
    await using server = await startScripted(
      `
        S: +OK The Microsoft Exchange POP3 service is ready.
        C: CAPA
        S: +OK
        S: TOP
        S: UIDL
        S: SASL PLAIN XOAUTH2
        S: USER
        S: .
        C: USER hanako@hotmail.com
        S: +OK
        C: PASS abcdefghijklmnop
        S: +OK User successfully logged on.
        C: STAT
        S: +OK 2 320
        C: QUIT
        S: +OK`,
      { tls },
    )
    await using client = await connect(server)
    await client.signIn(hanako)
    expect(await client.stat()).toEqual({ messages: 2, octets: 320 })
  })

  test('is by USER and PASS if the server does not know CAPA', async () => {
    await using server = await startScripted(
      `
        S: +OK
        C: CAPA
        S: -ERR
        C: USER hanako@hotmail.com
        S: +OK
        C: PASS abcdefghijklmnop
        S: +OK`,
      { tls },
    )
    const client = await connect(server)
    await expect(client.signIn(hanako)).resolves.toBeUndefined()
    client.close()
  })

  test('is by SASL PLAIN without USER, and for a secret beyond ASCII', async () => {
    const secret = 'pässwörd'
    const response = Buffer.from(`\0hanako@hotmail.com\0${secret}`).toString('base64')
    for (const user of ['S: USER', 'S: TOP']) {
      await using server = await startScripted(
        `
          S: +OK
          C: CAPA
          S: +OK
          ${user}
          S: SASL PLAIN
          S: .
          C: AUTH PLAIN
          S: +
          C: ${response}
          S: +OK`,
        { tls },
      )
      const client = await connect(server)
      const signIn = client.signIn({ username: hanako.username, secret })
      await expect(signIn).resolves.toBeUndefined()
      client.close()
    }
  })

  test('is by XOAUTH2 in two lines for a token, and reads the refusal behind the challenge', async () => {
    await using server = await startScripted(
      `
        S: +OK
        C: CAPA
        S: +OK
        S: SASL XOAUTH2
        S: .
        C: AUTH XOAUTH2
        S: +
        C: dXNlcj1oYW5ha29AaG90bWFpbC5jb20BYXV0aD1CZWFyZXIgdG9rZW4BAQ==
        S: + eyJzdGF0dXMiOiI0MDAifQ==
        C:
        S: -ERR Authentication failure: unknown user name or bad password.`,
      { tls },
    )
    const client = await connect(server)
    const signIn = client.signIn({ username: hanako.username, token: 'token' })
    await expect(signIn).rejects.toMatchObject({
      code: 'sign-in-refused',
      details: { reply: '-ERR Authentication failure: unknown user name or bad password.' },
    })
    client.close()
  })

  test.each([
    ['-ERR User is authenticated but not connected.', 'mailbox-not-connected'],
    ['-ERR Session invalidated - AccessTokenExpired', 'token-expired'],
  ])('may be right, and the mailbox closed all the same: %s', async (reply, code) => {
    await using server = await startScripted(
      `
        S: +OK
        C: CAPA
        S: -ERR
        C: USER hanako@hotmail.com
        S: +OK
        C: PASS abcdefghijklmnop
        S: +OK User successfully logged on.
        C: STAT
        S: ${reply}`,
      { tls },
    )
    const client = await connect(server)
    await client.signIn(hanako)
    await expect(client.stat()).rejects.toMatchObject({ code, details: { reply } })
    client.close()
  })

  test('never shows a token as a password', async () => {
    await using server = await startScripted('S: +OK\nC: CAPA\nS: +OK\nS: USER\nS: SASL PLAIN\nS: .', { tls })
    const client = await connect(server)
    const signIn = client.signIn({ username: hanako.username, token: 'token' })
    await expect(signIn).rejects.toMatchObject({
      code: 'sign-in-refused',
      details: { notOffered: 'token', offered: ['PLAIN'] },
    })
    expect(server.heard).toEqual(['CAPA'])
    client.close()
  })

  test('is tried once, and gives the server’s words when it is refused', async () => {
    await using server = await startScripted(
      `
        S: +OK
        C: CAPA
        S: +OK
        S: USER
        S: SASL PLAIN
        S: .
        C: USER hanako@hotmail.com
        S: +OK
        C: PASS abcdefghijklmnop
        S: -ERR Logon failure: unknown user name or bad password.`,
      { tls },
    )
    const client = await connect(server)
    await expect(client.signIn(hanako)).rejects.toMatchObject({
      code: 'sign-in-refused',
      details: { reply: '-ERR Logon failure: unknown user name or bad password.' },
    })
    client.close()
    expect(server.heard).toHaveLength(3)
  })

  test.each([
    ['-ERR [SYS/TEMP] later', 'server-unavailable'],
    ['-ERR [IN-USE] locked', 'throttled'],
    ['-ERR [LOGIN-DELAY] slowly', 'throttled'],
    ['-ERR [AUTH] no', 'sign-in-refused'],
  ])('understands %j', async (reply, code) => {
    await using server = await startScripted(
      `
        S: +OK
        C: CAPA
        S: -ERR
        C: USER hanako@hotmail.com
        S: ${reply}`,
      { tls },
    )
    const client = await connect(server)
    await expect(client.signIn(hanako)).rejects.toMatchObject({ code, details: { reply } })
    client.close()
  })

  test('lets no secret out if the server offers no way for it', async () => {
    await using server = await startScripted('S: +OK\nC: CAPA\nS: +OK\nS: SASL XOAUTH2\nS: .', { tls })
    const client = await connect(server)
    await expect(client.signIn(hanako)).rejects.toMatchObject({
      code: 'sign-in-refused',
      details: { notOffered: 'password', offered: ['XOAUTH2'] },
    })
    client.close()
    expect(server.heard).toEqual(['CAPA'])
  })

  test('lets no secret out if the server accepts before it has one', async () => {
    await using server = await startScripted('S: +OK\nC: CAPA\nS: +OK\nS: SASL PLAIN\nS: .\nC: AUTH PLAIN\nS: +OK', {
      tls,
    })
    const client = await connect(server)
    await expect(client.signIn(hanako)).rejects.toMatchObject({ code: 'protocol-broken' })
    client.close()
  })

  test.each(['a\r\nDELE 1', 'a\nb', 'a\0b', ''])('sends no secret such as %j', async (secret) => {
    await using server = await startScripted('S: +OK', { tls })
    const client = await connect(server)
    const signIn = client.signIn({ username: 'hanako@hotmail.com', secret })
    await expect(signIn).rejects.toMatchObject({ code: 'bad-secret' })
    client.close()
    expect(server.heard).toEqual([])
  })
})

describe('a secret that a POP3 server repeats', () => {
  const secret = 'abcdefghijklmnop'
  const signedIn = 'S: +OK\nC: CAPA\nS: -ERR\nC: USER hanako@hotmail.com\nS: +OK\nC: PASS abcdefghijklmnop'
  const long = 'X'.repeat(185)

  test.each([
    [`-ERR bad PASS ${secret}`, '-ERR bad PASS [hidden]'],
    [`${long}${secret}`, `${long}[hidden]`],
  ])('is not in the refusal: %s', async (said, reply) => {
    await using server = await startScripted(`${signedIn}\nS: ${said}`, { tls })
    const client = await connect(server)
    await expect(client.signIn(hanako)).rejects.toMatchObject({ details: { reply } })
    client.close()
  })

  test.each<[string, string, (client: Pop3Client) => Promise<unknown>]>([
    ['UIDL', `-ERR ${secret}`, (client) => client.uidl()],
    ['UIDL', `${long}${secret}`, (client) => client.uidl()],
    ['UIDL', `+OK\nS: ${long}${secret}\nS: .`, (client) => client.uidl()],
    ['LIST', `+OK\nS: ${long}${secret}\nS: .`, (client) => client.list()],
    ['STAT', `+OK ${long}${secret}`, (client) => client.stat()],
    ['RETR 1', `-ERR ${secret}`, (client) => text(client.retrieve(1))],
  ])('is in no error after it, not even where it is cut: %s', async (command, said, ask) => {
    await using server = await startScripted(`${signedIn}\nS: +OK\nC: ${command}\nS: ${said}`, { tls })
    const client = await connect(server)
    await client.signIn(hanako)
    const error = await ask(client).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ details: { reply: expect.stringContaining('[hidden]') } })
    expect(inspect(error, { depth: null })).not.toContain('abc')
    client.close()
  })

  test('is not in what it greets with, either, where it is known whose it is', async () => {
    await using server = await startScripted(`S: -ERR ${long}${secret}`, { tls })
    const network = networkTo(server.port, { ca: tls.ca })
    const opening = openMailbox({ endpoint, network, ...hanako })
    await expect(opening).rejects.toMatchObject({ details: { reply: expect.stringContaining('[hidden]') } })
  })
})

describe('messages over POP3', () => {
  test('come byte for byte, wherever the network cuts them', async () => {
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

  test('of which the connection ends in the middle are not given as whole', async () => {
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

  test('that never end are left when they stop coming, or when they are too large', async () => {
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

  test('that a reader leaves in the middle end the connection, so that nothing is taken for a reply', async () => {
    await using server = await startScripted('S: +OK\nC: RETR 1\nS: +OK\nS: a', { tls })
    const client = await connect(server)
    for await (const piece of client.retrieve(1)) {
      expect(piece.toString()).toBe('a\r\n')
      break
    }
    await expect(client.noop()).rejects.toMatchObject({ code: 'connection-dropped' })
  })

  test('that are not there are named', async () => {
    await using server = await startScripted('S: +OK\nC: RETR 9\nS: -ERR no such message\nC: DELE 9\nS: -ERR no', {
      tls,
    })
    const client = await connect(server)
    await expect(text(client.retrieve(9))).rejects.toMatchObject({ code: 'message-missing' })
    await expect(client.delete(9)).rejects.toMatchObject({ details: { reply: '-ERR no' } })
    client.close()
  })

  test('are listed, measured, marked and unmarked', async () => {
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
})

describe('headers over POP3', () => {
  async function headers(client: Pop3Client, numbers: number[]) {
    const headers: (string | undefined)[] = []
    for await (const { header } of client.headers(numbers)) headers.push(header?.toString())
    client.close()
    return headers
  }

  test('are asked for at once where the server offers PIPELINING', async () => {
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

  test('are asked for one by one where it does not', async () => {
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

  test('are cut where they grow without bound, and the list goes on', async () => {
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
})

describe('a server that breaks POP3', () => {
  test.each([
    ['says something else', 'S: * OK STAT', 'protocol-broken'],
    ['gives STAT no numbers', 'S: +OK many', 'protocol-broken'],
    ['refuses what it must know', 'S: -ERR', 'protocol-broken'],
    ['sends a line without end', `S: +OK ${'x'.repeat(10_000)}`, 'not-a-mail-server'],
  ])('and %s is told from one that refuses', async (_, answer, code) => {
    await using server = await startScripted(`S: +OK\nC: STAT\n${answer}`, { tls })
    const client = await connect(server)
    await expect(client.stat()).rejects.toMatchObject({ code })
    client.close()
  })

  test('by a listing without end is left', async () => {
    await using server = await startScripted(`S: +OK\nC: UIDL\nS: +OK${'\nS: 1 a'.repeat(1000)}`, { tls })
    const client = await connect(server, { limits: { listingBytes: 1000 } })
    await expect(client.uidl()).rejects.toMatchObject({ code: 'protocol-broken' })
  })

  test('by closing the connection is told so, however often it is asked', async () => {
    await using server = await startScripted((peer) => peer.send('+OK\r\n').end(), { tls })
    const client = await connect(server)
    await expect(client.stat()).rejects.toMatchObject({ code: 'connection-dropped' })
    await expect(client.stat()).rejects.toMatchObject({ code: 'connection-dropped' })
    await client[Symbol.asyncDispose]()
  })
})
