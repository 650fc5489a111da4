import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { inspect } from 'node:util'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { ManualClock } from '@sparekey/testkit/clock'
import { startScripted, type Peer } from '@sparekey/testkit/server'
import { networkTo } from '../testing/network.ts'
import { silence, timersOf } from '../testing/timers.ts'
import type { Endpoint } from '../settings/settings.ts'
import { prepareEml } from '../message/eml.ts'
import { submit, type Submission } from './smtp.ts'

const host = 'smtp.example'
const tls = await issueCertificate(host)
const endpoint: Endpoint = { protocol: 'smtp', host, port: 587, security: 'starttls' }
const secret = 'abcdefghijklmnop'
const raw = Buffer.from('Subject: x\r\n\r\n.dot\r\n..\r\n\xff\r\n', 'latin1')

type Change = { [name in keyof Submission]?: Submission[name] } & { clock?: ManualClock; token?: string }

function submission(port: number, change: Change = {}): Submission {
  const { clock, token, secret: given, ...rest } = change
  const proof = token === undefined ? { secret: given ?? secret } : { token }
  const network = networkTo(port, { ca: tls.ca, ...(clock && { timers: timersOf(clock) }) })
  const envelope = { from: 'hanako@hotmail.com', to: ['taro@example.com'] }
  return { endpoint, username: 'hanako@hotmail.com', network, envelope, raw, ...rest, ...proof }
}

/** nodemailer's own server, which knows nothing of us. */
async function startServer(options: SMTPServerOptions = {}) {
  const received: { from: string; to: string[]; raw: Buffer; secure: boolean }[] = []
  const attempts: string[] = []
  const server = new SMTPServer({
    key: tls.key,
    cert: tls.cert,
    authMethods: ['LOGIN', 'PLAIN'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onAuth(auth, _session, callback) {
      attempts.push(`${auth.method} ${auth.username}`)
      if (auth.password === secret) return callback(null, { user: auth.username })
      const refusal = new Error('5.7.3 Authentication unsuccessful [TYAPR01CA0001.jpnprd01.prod.outlook.com]')
      callback(Object.assign(refusal, { responseCode: 535 }))
    },
    onRcptTo({ address }, _session, callback) {
      callback(address.startsWith('no') ? Object.assign(new Error('5.1.1 unknown'), { responseCode: 550 }) : null)
    },
    onData(stream, session, callback) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        received.push({
          from,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces),
          secure: session.secure,
        })
        callback(null, 'queued as 1')
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    attempts,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

describe('submitting a message', () => {
  test('hands it over byte for byte, after TLS and a sign-in', async () => {
    await using server = await startServer()
    expect(await submit(submission(server.port))).toEqual({
      accepted: ['taro@example.com'],
      rejected: [],
      reply: '250 queued as 1',
    })
    expect(server.received).toEqual([{ from: 'hanako@hotmail.com', to: ['taro@example.com'], raw, secure: true }])
  })

  test('works with TLS from the first byte, and with LOGIN as Microsoft offers it', async () => {
    await using server = await startServer({ secure: true, authMethods: ['LOGIN', 'XOAUTH2'] })
    await submit(submission(server.port, { endpoint: { ...endpoint, security: 'tls' } }))
    expect(server.attempts).toEqual(['LOGIN hanako@hotmail.com'])
    expect(server.received).toHaveLength(1)
  })

  test('sends a file’s message to its blind recipients and keeps them to itself', async () => {
    await using server = await startServer()
    const eml = await prepareEml(Buffer.from('From: hanako@hotmail.com\nTo: a@example.com\nBcc: b@example.com\n\n.\n'))
    await submit(submission(server.port, eml))
    expect(server.received[0]).toMatchObject({
      to: ['a@example.com', 'b@example.com'],
      raw: Buffer.from('From: hanako@hotmail.com\r\nTo: a@example.com\r\n\r\n.\r\n'),
    })
  })

  test('tells which recipients were taken and which were not', async () => {
    await using server = await startServer()
    const envelope = { from: 'hanako@hotmail.com', to: ['taro@example.com', 'nobody@example.com'] }
    expect(await submit(submission(server.port, { envelope }))).toEqual({
      accepted: ['taro@example.com'],
      rejected: [{ address: 'nobody@example.com', reply: '550 5.1.1 unknown' }],
      reply: '250 queued as 1',
    })
  })

  test('tells if nobody is left, and sends nothing', async () => {
    await using server = await startServer()
    const envelope = { from: 'hanako@hotmail.com', to: ['nobody@example.com'] }
    expect(await submit(submission(server.port, { envelope }))).toMatchObject({
      accepted: [],
      rejected: [{ address: 'nobody@example.com' }],
    })
    expect(server.received).toEqual([])
  })

  test('tries to sign in once, and gives the server’s words when it is refused', async () => {
    await using server = await startServer()
    await expect(submit(submission(server.port, { secret: 'wrong' }))).rejects.toMatchObject({
      code: 'sign-in-refused',
      details: { reply: '535 5.7.3 Authentication unsuccessful [TYAPR01CA0001.jpnprd01.prod.outlook.com]' },
    })
    expect(server.attempts).toHaveLength(1)
  })

  test('does not send a message that is larger than the server takes', async () => {
    await using server = await startServer({ size: 10 })
    await expect(submit(submission(server.port))).rejects.toMatchObject({ code: 'message-refused' })
  })

  test.each(['a\r\nMAIL FROM:<>', 'a\0b'])('sends no secret such as %j', async (secret) => {
    await using server = await startServer()
    await expect(submit(submission(server.port, { secret }))).rejects.toMatchObject({ code: 'bad-secret' })
    expect(server.attempts).toEqual([])
  })

  test.each(['a@example.com>\r\nRCPT TO:<b@example.com', ''])('takes no recipient such as %j', async (address) => {
    await using server = await startServer()
    const envelope = { from: 'hanako@hotmail.com', to: [address] }
    await expect(submit(submission(server.port, { envelope }))).rejects.toMatchObject({ code: 'bad-address' })
  })
})

describe('an access token', () => {
  const token = 'EwB4A8l6BAAU'
  const bearer = Buffer.from(`user=hanako@hotmail.com\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64')

  test('signs in with the command, and sends', async () => {
    const shown: unknown[] = []
    await using server = await startServer({
      authMethods: ['LOGIN', 'XOAUTH2'],
      onAuth({ method, username, accessToken }, _session, callback) {
        shown.push([method, username, accessToken])
        callback(null, { user: username })
      },
    })
    expect(await submit(submission(server.port, { token }))).toMatchObject({ accepted: ['taro@example.com'] })
    expect(shown).toEqual([['XOAUTH2', 'hanako@hotmail.com', token]])
  })

  test('is shown once; a challenge is answered by an empty line, which brings out the refusal', async () => {
    const { failed, heard } = await outcome(
      (peer) =>
        peer.play(`
          S: 250-smtp.example
          S: 250 AUTH LOGIN XOAUTH2
          C: AUTH XOAUTH2 ${bearer}
          S: 334 eyJzdGF0dXMiOiI0MDAifQ==
          C: 
          S: 535 5.7.8 no
        `),
      { token },
    )
    expect(failed).toMatchObject({ code: 'sign-in-refused', details: { reply: '535 5.7.8 no' } })
    expect(heard.filter((line) => line.includes(bearer))).toHaveLength(1)
    expect(String(failed) + JSON.stringify(failed)).not.toMatch(/EwB4|dXNlcj/)
  })

  test('never goes out as a password', async () => {
    const { failed, heard } = await outcome((peer) => peer.play('S: 250-x\nS: 250 AUTH LOGIN PLAIN'), { token })
    expect(failed).toMatchObject({
      code: 'sign-in-refused',
      details: { notOffered: 'token', offered: ['LOGIN', 'PLAIN'] },
    })
    expect(heard).toEqual(['EHLO [127.0.0.1]'])
  })
})

/** The dialogue up to where a test has something of its own to say. */
const beginning = {
  greet: async (peer: Peer) => peer.play('S: 220 ready\nC: EHLO [127.0.0.1]'),
  signIn: 'S: 235 2.7.0 welcome',
  envelope:
    'C: MAIL FROM:<hanako@hotmail.com>\nS: 250 ok\nC: RCPT TO:<taro@example.com>\nS: 250 ok\nC: DATA\nS: 354 go',
}
const implicit: Endpoint = { ...endpoint, security: 'tls' }

async function outcome(script: (peer: Peer) => unknown, change: Change = {}) {
  await using server = await startScripted(
    async (peer) => {
      await beginning.greet(peer)
      await script(peer)
    },
    { tls },
  )
  const { failed, result } = await submit(submission(server.port, { endpoint: implicit, ...change })).then(
    (result) => ({ failed: undefined, result }),
    (failed: unknown) => ({ failed, result: undefined }),
  )
  return { failed, result, heard: server.heard }
}

async function untilData(peer: Peer) {
  await peer.play('S: 250-smtp.example\nS: 250 AUTH PLAIN\nC: AUTH PLAIN\nS: 334 ')
  await peer.line()
  await peer.play(`${beginning.signIn}\n${beginning.envelope}`)
}

describe('a server of submissions that fails', () => {
  test.each([
    ['passwords', '250-smtp.example\r\n250 AUTH XOAUTH2', ['XOAUTH2']],
    ['sign-ins', '250-smtp.example\r\n250 SIZE 1000', []],
  ])('gets no secret if it offers no %s', async (_, capabilities, offered) => {
    const { failed, heard } = await outcome((peer) => peer.send(`${capabilities}\r\n`))
    expect(failed).toMatchObject({ code: 'sign-in-refused', details: { notOffered: 'password', offered } })
    expect(failed).not.toHaveProperty('details.reply')
    expect(heard).toEqual(['EHLO [127.0.0.1]'])
  })

  test.each([
    ['454 4.7.0 Temporary authentication failure', 'server-unavailable'],
    [
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
      'sign-in-refused',
    ],
    ['421 4.7.0 too many connections', 'server-unavailable'],
    ['535 what is [hidden]', 'sign-in-refused'],
  ])('by %j at the sign-in is quoted', async (reply, code) => {
    const { failed } = await outcome(async (peer) => {
      await peer.play('S: 250-smtp.example\nS: 250 AUTH PLAIN\nC: AUTH PLAIN\nS: 334 ')
      const response = await peer.line()
      peer.send(`${reply.replace('[hidden]', response)}\r\n`)
    })
    expect(failed).toMatchObject({ code, details: { reply } })
  })

  test.each([
    ['554 5.2.252 SendAsDenied; hanako@hotmail.com not allowed to send as taro@example.com', 'sender-not-allowed'],
    ['550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'sender-not-allowed'],
    ['554 5.2.0 spam', 'message-refused'],
    ['452 4.3.1 Insufficient system resources', 'server-unavailable'],
  ])('by %j at the end of the message is quoted', async (reply, code) => {
    const { failed } = await outcome(async (peer) => {
      await untilData(peer)
      while ((await peer.line()) !== '.');
      peer.send(`${reply}\r\n`)
    })
    expect(failed).toMatchObject({ code, details: { reply } })
  })

  test.each([
    ['EHLO', `421 4.7.0 bye ${secret}`],
    ['AUTH', `421 4.7.0 bye ${secret}`],
    ['MAIL', `550 5.7.60 ${secret}`],
    ['MAIL', `${'X'.repeat(185)}${secret}`],
    ['RCPT', `550 5.1.1 ${secret}`],
    ['DATA', `554 ${secret}`],
    ['.', `451 ${secret}`],
    ['.', `250 ${secret}`],
    ['.', `${'X'.repeat(185)}${secret}`],
  ])('and repeats the secret in answer to %s is quoted without it', async (verb, reply) => {
    const { failed, result } = await outcome(
      async (peer) => {
        const answer = (line: string, usual: string) => (line.startsWith(verb) ? reply : usual)
        peer.send(`${answer('EHLO', '250-smtp.example\r\n250 AUTH PLAIN')}\r\n`)
        await peer.answer(
          [/^AUTH/, (line) => `${answer(line, '334 ')}\r\n`],
          [/^AGhhbmFrb/, '235 welcome\r\n'],
          [/^DATA|^MAIL|^RCPT/, (line) => `${answer(line, line === 'DATA' ? '354 go' : '250 ok')}\r\n`],
          [/^\.$/, (line) => `${answer(line, '250 ok')}\r\n`],
          [/^/, ''],
        )
      },
      { raw: Buffer.from('Subject: x\r\n\r\nx\r\n') },
    )
    const told = inspect(failed ?? result, { depth: null })
    expect(told).toContain('[hidden]')
    expect(told).not.toContain('abc')
  })

  test('after the message leaves it open whether it was sent, and it is not sent again', async () => {
    const { failed, heard } = await outcome(async (peer) => {
      await untilData(peer)
      while ((await peer.line()) !== '.');
      peer.end()
    })
    expect(failed).toMatchObject({ code: 'connection-dropped', details: { delivery: 'unknown' } })
    expect(heard.filter((line) => line === 'DATA')).toHaveLength(1)
  })

  test.each([
    ['something else', 'xyz', { reply: 'xyz' }],
    ['half a yes', '2', { reply: '2' }],
    ['another invitation', '354 go on', { reply: '354 go on' }],
    ['lines without end', '250-more\r\n'.repeat(10_000), {}],
  ])('by answering the message with %s leaves it open as well', async (_, said, quoted) => {
    const { failed, heard } = await outcome(async (peer) => {
      await untilData(peer)
      while ((await peer.line()) !== '.');
      peer.send(`${said}\r\n`)
    })
    expect(failed).toMatchObject({ code: 'protocol-broken', details: { ...quoted, delivery: 'unknown' } })
    expect(heard.filter((line) => line === 'DATA')).toHaveLength(1)
  })

  test.each(['MAIL', 'RCPT', 'DATA'])(
    'by answering %s with something else is told from one that refuses',
    async (verb) => {
      const { failed } = await outcome(async (peer) => {
        await peer.play('S: 250-smtp.example\nS: 250 AUTH PLAIN')
        await peer.answer(
          [/^AUTH/, '334 \r\n'],
          [/^AGhhbmFrb/, '235 welcome\r\n'],
          [new RegExp(`^${verb}`), 'xyz foo\r\n'],
          [/^MAIL|^RCPT/, '250 ok\r\n'],
        )
      })
      expect(failed).toMatchObject({
        code: 'protocol-broken',
        message: 'The server did not answer as SMTP does.',
        details: { reply: 'xyz foo' },
      })
    },
  )

  test('by silence after the message leaves it open as well', async () => {
    const clock = new ManualClock()
    const { failed } = await outcome(
      async (peer) => {
        await untilData(peer)
        while ((await peer.line()) !== '.');
        await silence(peer, clock)
      },
      { clock },
    )
    expect(failed).toMatchObject({ code: 'connection-timeout', details: { delivery: 'unknown' } })
  })

  test('before the message does not leave it open', async () => {
    const { failed } = await outcome((peer) => peer.end())
    expect(failed).toMatchObject({ code: 'connection-dropped', details: {} })
  })

  test('by talking without end, or out of turn, is left', async () => {
    expect(await outcome((peer) => peer.send('250-more\r\n'.repeat(50_000)))).toMatchObject({
      failed: { code: 'not-a-mail-server' },
    })
    expect(await outcome((peer) => peer.send('250-smtp.example\r\n250 AUTH PLAIN\r\n250 what\r\n'))).toMatchObject({
      failed: { code: 'protocol-broken' },
    })
  })

  test('to answer is left when the caller gives up', async () => {
    const controller = new AbortController()
    const { failed } = await outcome(() => controller.abort(), { signal: controller.signal })
    expect(failed).toMatchObject({ code: 'aborted' })
  })
})
