import { once } from 'node:events'
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { beforeAll, describe, expect, test } from 'vitest'
import { issueCertificate, type Certificate } from './certificate.ts'
import { Client } from './client.ts'
import { deferred } from './deferred.ts'
import { failureOf } from './failure.ts'
import { startScripted, type Peer } from './server.ts'

/** The client and the scripted server play the same transcripts, each its own side. */

let certificate: Certificate

beforeAll(async () => {
  certificate = await issueCertificate()
})

describe('a transcript that both sides follow', () => {
  test('is played over a socket, lines of one side together', async () => {
    const transcript = `
      S: +OK ready
      C: USER hanako
      C: PASS pässwörd
      S: +OK
      S: +OK
      C: QUIT
      S: +OK
      S: (closed)
    `
    await using server = await startScripted(transcript)
    await using client = await Client.connect(server.port)
    await client.play(transcript)
    expect(server.heard).toEqual(['USER hanako', 'PASS pässwörd', 'QUIT'])
    expect(server.connections).toBe(1)
  })

  test('may be of octets that are no text', async () => {
    await using server = await startScripted(String.raw`
      S: \x00\xff
      C: \x0a\x0d\x80
    `)
    await using client = await Client.connect(server.port)
    expect(await client.rawLine()).toEqual(Buffer.from('\0\xff\r\n', 'latin1'))
    client.send(Buffer.from('\n\r\x80\r\n', 'latin1'))
    client.end()
    await client.play('S: (closed)')
  })

  test('goes on inside TLS, where the server is known by its certificate', async () => {
    const transcript = `
      S: 220 ready
      C: STARTTLS
      S: 220 go
      C: (TLS)
      C: EHLO inside
      S: 250 … welcome
      C: (closed)
    `
    await using server = await startScripted(transcript, { starttls: certificate })
    await using client = await Client.connect(server.port, { starttls: certificate })
    await client.play(transcript)
  })

  test('is inside TLS from the first octet', async () => {
    await using server = await startScripted('S: +OK ready', { tls: certificate })
    await using client = await Client.connect(server.port, { tls: certificate })
    await client.play('S: +OK ready')
  })

  test('goes on after the server has closed its side', async () => {
    const transcript = `
      S: bye
      S: (closed)
      C: and another thing
      C: (closed)
    `
    await using server = await startScripted(transcript)
    await using client = await Client.connect(server.port, { allowHalfOpen: true })
    await client.play(transcript)
  })
})

describe('a transcript that is not followed', () => {
  test('names the line, what was expected and what came, and shows what was said before', async () => {
    await using server = await startScripted(String.raw`
      S: +OK ready
      C: STAT
      S: +OK 2 70\x07
    `)
    await using client = await Client.connect(server.port)
    const transcript = `
      S: +OK …
      C: STAT
      S: +OK 2 69
      C: QUIT`
    expect(await failureOf(() => client.play(transcript))).toMatchObject({
      message: String.raw`line 4 of the transcript
  expected: S: +OK 2 69
  came:     S: +OK 2 70\x07`,
      expected: 'S: +OK …\nC: STAT\nS: +OK 2 69',
      actual: 'S: +OK …\nC: STAT\nS: +OK 2 70\\x07',
    })
  })

  test.each([
    ['S: +OK', '', 'S: (closed)'],
    ['S: +OK', '+OK', 'S: +OK (closed without CRLF)'],
    ['S: +OK', '+OK\n', 'S: +OK\\x0a (closed without CRLF)'],
    ['S: …', 'half', 'S: half (closed without CRLF)'],
    ['S: (closed)', 'more\r\n', 'S: more'],
    ['S: (closed)', '\r\n', 'S:'],
  ])('at %j says what it was when %j came', async (transcript, sent, came) => {
    await using server = await startScripted((peer) => peer.send(sent).end())
    await using client = await Client.connect(server.port)
    await expect(client.play(transcript)).rejects.toThrow(`came:     ${came}`)
  })

  test('by a client fails the test in which the server is disposed of', async () => {
    const server = await startScripted('C: HELO x')
    await using client = await Client.connect(server.port)
    client.send('EHLO x\r\n')
    await client.play('S: (closed)')
    await expect(server[Symbol.asyncDispose]()).rejects.toThrow('expected: C: HELO x\n  came:     C: EHLO x')
  })

  test('by a client that just leaves is no failure', async () => {
    const server = await startScripted('S: +OK\nC: QUIT')
    const client = await Client.connect(server.port)
    await client[Symbol.asyncDispose]()
    await expect(server[Symbol.asyncDispose]()).resolves.toBeUndefined()
  })

  test('wants the option for TLS', async () => {
    await using server = await startScripted(() => undefined)
    await using client = await Client.connect(server.port)
    await expect(client.play('C: (TLS)')).rejects.toThrow('starttls')
  })
})

describe('a client', () => {
  test('reads lines, marks, octets, and whatever is left', async () => {
    await using server = await startScripted((peer) =>
      peer.send('* one\r\n* two\r\na OK\r\n', 'x', Buffer.from('yz!..'), '!12345').end(),
    )
    await using client = await Client.connect(server.port)
    expect(await client.line()).toBe('* one')
    expect(await client.lines((line) => line.startsWith('a '))).toEqual(['* two', 'a OK'])
    expect(String(await client.until('!'))).toBe('xyz!')
    expect(String(await client.take(2))).toBe('..')
    expect(await client.skip(/!123/)).toBe(6)
    expect([await client.lines(() => false), client.ended]).toEqual([[], true])
    await expect(client.line()).rejects.toThrow('the other end has closed')
  })

  test('asks, and is answered in one line or in several', async () => {
    await using server = await startScripted('C: NOOP\nS: +OK\nC: a LIST\nS: * one\nS: a OK\nS: b OK')
    await using client = await Client.connect(server.port)
    expect(await client.ask('NOOP')).toEqual(['+OK'])
    expect(await client.ask('a LIST', (line) => line.startsWith('a '))).toEqual(['* one', 'a OK'])
    expect(await client.line()).toBe('b OK')
  })

  test.each(['tls', 'starttls'] as const)('believes no certificate of another authority, by %s', async (way) => {
    const other = await issueCertificate()
    await using server = await startScripted('C: (TLS)', { [way]: other })
    const failed = await failureOf(async () => {
      await using client = await Client.connect(server.port, { [way]: certificate })
      await client.startTls()
    })
    expect(failed).toMatchObject({ code: 'CERT_SIGNATURE_FAILURE' })
  })

  test('believes a certificate for the name it was told, or for one of several', async () => {
    const certificate = await issueCertificate(['a.example', 'b.example'])
    await using server = await startScripted('S: +OK', { tls: certificate })
    for (const servername of ['a.example', 'b.example']) {
      await using client = await Client.connect(server.port, { tls: { ca: certificate.ca, servername } })
      await client.play('S: +OK')
    }
  })

  test('believes no certificate for another name, and none that has expired', async () => {
    const expired = await issueCertificate('localhost', { expired: true })
    for (const [certificate, servername, code] of [
      [await issueCertificate(['a.example', '127.0.0.1']), 'b.example', 'ERR_TLS_CERT_ALTNAME_INVALID'],
      [expired, 'localhost', 'CERT_HAS_EXPIRED'],
    ] as const) {
      await using server = await startScripted('S: +OK', { tls: certificate })
      const trust = { ca: certificate.ca, servername }
      expect(await failureOf(() => Client.connect(server.port, { tls: trust }))).toMatchObject({ code })
    }
  })

  test('leaves at once, whether the server closes or not', async () => {
    await using server = await startScripted('S: +OK\nC: QUIT')
    const client = await Client.connect(server.port, { allowHalfOpen: true })
    await client[Symbol.asyncDispose]()
    await client[Symbol.asyncDispose]()
    expect([client.ended, await client.lines(() => false)]).toEqual([true, []])
  })

  test('may vanish, and the server goes on with the next one', async () => {
    await using server = await startScripted('S: +OK\nC: QUIT\nS: bye')
    await using first = await Client.connect(server.port)
    await first.play('S: +OK')
    first.reset()
    await using second = await Client.connect(server.port)
    await second.play('S: +OK\nC: QUIT\nS: bye')
    expect(server.connections).toBe(2)
  })
})

describe('a scripted server', () => {
  const fields = [
    [/^A/, 'a\r\n'],
    [/^B/, (line: string) => `${line}!\r\n`],
    [/^QUIT/, undefined],
  ] as const

  test('may answer by what it hears, up to the last word', async () => {
    await using server = await startScripted(async (peer) => {
      await peer.send('ready\r\n').answer(...fields)
      peer.end()
    })
    await using client = await Client.connect(server.port)
    await client.play('S: ready\nC: B\nC: A\nC: BB\nC: QUIT\nS: B!\nS: a\nS: BB!\nS: (closed)')
  })

  test('fails its test at what nothing is written about', async () => {
    const server = await startScripted((peer) => peer.answer(...fields))
    await using client = await Client.connect(server.port)
    await client.play('C: EHLO x\nS: (closed)')
    await expect(server[Symbol.asyncDispose]()).rejects.toThrow('nothing is written about: EHLO x')
  })

  test('fails its test if the script itself does', async () => {
    const server = await startScripted(async (peer) => expect(await peer.line()).toBe('QUIT'))
    await using client = await Client.connect(server.port)
    await client.play('C: NOOP\nS: (closed)')
    await expect(server[Symbol.asyncDispose]()).rejects.toThrow("expected 'NOOP' to be 'QUIT'")
  })

  test('is left without a fault: in a handshake, before a line, between segments', async () => {
    for (const script of [
      (peer: Peer) => peer.startTls(certificate),
      (peer: Peer) => peer.line(),
      async (peer: Peer) => {
        for (;;) await peer.sendApart('x')
      },
    ]) {
      const done = deferred()
      const server = await startScripted((peer) => Promise.resolve(script(peer)).finally(() => done.resolve()))
      const client = await Client.connect(server.port)
      client.send('x')
      await client[Symbol.asyncDispose]()
      await done.promise
      await expect(server[Symbol.asyncDispose]()).resolves.toBeUndefined()
    }
  })

  test.each([false, true])('may reset the connection, inside TLS: %j', async (inside) => {
    await using server = await startScripted(
      async (peer) => {
        await peer.play('S: +OK\nC: QUIT')
        peer.reset()
      },
      inside ? { tls: certificate } : {},
    )
    const socket = connect(server.port, '127.0.0.1')
    const client = inside ? connectTls({ socket, ca: certificate.ca, servername: 'localhost' }) : socket
    client.write('QUIT\r\n')
    client.resume()
    const [error] = (await once(client, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toBe('ECONNRESET')
  })

  test('may go on behind TLS with a certificate of its own choice', async () => {
    const other = await issueCertificate()
    await using server = await startScripted(
      async (peer) => {
        await peer.startTls(other)
        peer.send('inside\r\n')
      },
      { starttls: certificate },
    )
    await using client = await Client.connect(server.port, { starttls: other })
    await client.play('C: (TLS)\nS: inside')
  })
})
