import { matches, POP3Server, type POP3ServerOptions } from 'pop3-server-mock'
import { describe, expect, test } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { startScripted } from '@sparekey/testkit/server'
import { networkTo } from '../../testing/network.ts'
import type { Security } from '../../settings/settings.ts'
import { openMailbox } from '../../open-mailbox.ts'

const host = 'pop.example'
const tls = await issueCertificate(host)
const secret = 'abcdefghijklmnop'

const raw = [1, 2, 3].map((number) =>
  Buffer.from(
    `From: Hanako <hanako@hotmail.com>\r\nSubject: =?utf-8?B?5pel5pys?= ${number}\r\n` +
      `Date: Sat, 1 May 2021 0${number}:00:00 +0000\r\nMessage-ID: <${number}@example.com>\r\n\r\n.dot\r\n..\r\nbare\nlf \xff\r\n`,
    'latin1',
  ),
)

/** A server that knows nothing of us, with three messages. */
async function start(options: POP3ServerOptions<string> = {}) {
  const attempts: unknown[] = []
  const server = new POP3Server<string>({
    tls,
    requireTls: true,
    onAuth(credentials) {
      attempts.push(credentials)
      const ok = matches(credentials, secret)
      return ok ? { ok, user: credentials.username } : { ok: false }
    },
    onOpen: () => raw.map((content, index) => ({ uid: `uid-${index + 1}`, content })),
    ...options,
  })
  const { port } = await server.listen()
  return { server, port, attempts, [Symbol.asyncDispose]: () => server.close() }
}

function open(port: number, options: { security?: Security; secret?: string } = {}) {
  const endpoint = { protocol: 'pop3', host, port: 995, security: options.security ?? 'starttls' } as const
  return openMailbox({
    endpoint,
    username: 'hanako@hotmail.com',
    secret: options.secret ?? secret,
    network: networkTo(port, { ca: tls.ca }),
  })
}

describe.each([
  ['STLS', 'starttls', {}],
  ['TLS from the first byte', 'tls', { secure: true }],
  ['TLS, without PIPELINING', 'tls', { secure: true, pipelining: false }],
  ['TLS, without USER', 'tls', { secure: true, capabilities: ['SASL PLAIN', 'UIDL', 'TOP'] }],
] as const)('a POP3 mailbox by %s', (_, security, options) => {
  test('lists the newest messages first', async () => {
    await using server = await start(options)
    await using mailbox = await open(server.port, { security })
    expect(await mailbox.list({ limit: 2 })).toEqual([
      {
        uid: 'uid-3',
        messageId: '<3@example.com>',
        from: 'Hanako <hanako@hotmail.com>',
        to: [],
        subject: '日本 3',
        date: '2021-05-01T03:00:00.000Z',
        size: raw[2]!.length,
        flags: [],
      },
      expect.objectContaining({ uid: 'uid-2' }),
    ])
  })

  test('gives messages byte for byte, however many are asked for at once', async () => {
    await using server = await start(options)
    await using mailbox = await open(server.port, { security })
    const uids = ['uid-2', 'uid-1', 'uid-3', 'uid-2']
    const [messages, list] = await Promise.all([Promise.all(uids.map((uid) => mailbox.raw(uid))), mailbox.list()])
    expect(messages).toEqual([raw[1], raw[0], raw[2], raw[1]])
    expect(list).toHaveLength(3)
    expect((await mailbox.read('uid-1')).headers).toMatchObject({ subject: '日本 1' })
  })

  test('tries a wrong secret once', async () => {
    await using server = await start(options)
    await expect(open(server.port, { security, secret: 'wrong' })).rejects.toMatchObject({ code: 'password-wrong' })
    expect(server.attempts).toHaveLength(1)
  })
})

describe('a POP3 mailbox', () => {
  test('says what it does not have', async () => {
    await using server = await start()
    await using mailbox = await open(server.port)
    await expect(mailbox.raw('uid-9')).rejects.toMatchObject({ code: 'message-missing' })
    await expect(mailbox.list({ folder: 'Sent' })).rejects.toMatchObject({ code: 'folder-missing' })
    expect(await mailbox.list({ folder: 'Inbox', limit: 1 })).toHaveLength(1)
    expect(await mailbox.list({ limit: 0 })).toEqual([])
  })

  test('names the message that the server lists and does not give', async () => {
    await using server = await start({ disabledCommands: ['RETR'] })
    await using mailbox = await open(server.port)
    await expect(mailbox.raw('uid-1')).rejects.toMatchObject({ code: 'message-missing', details: { uid: 'uid-1' } })
  })

  test('takes no message that is larger than allowed', async () => {
    await using server = await start()
    const endpoint = { protocol: 'pop3', host, port: 995, security: 'starttls' } as const
    const network = networkTo(server.port, { ca: tls.ca })
    await using mailbox = await openMailbox({ endpoint, username: 'h', secret, network, maxMessageBytes: 10 })
    await expect(mailbox.raw('uid-1')).rejects.toMatchObject({ code: 'bad-message' })
  })

  test('lists uid and size where the server has no TOP', async () => {
    await using server = await start({ disabledCommands: ['TOP'] })
    await using mailbox = await open(server.port)
    expect(await mailbox.list({ limit: 1 })).toMatchObject([{ uid: 'uid-3', subject: '', size: raw[2]!.length }])
  })

  test('deletes nothing', async () => {
    const commits: unknown[] = []
    await using server = await start({ onCommit: ({ deleted }) => void commits.push(deleted) })
    const mailbox = await open(server.port)
    await mailbox.raw('uid-1')
    await mailbox.close()
    expect(commits).toEqual([[]])
  })

  test('says what is missing where the server has no UIDL', async () => {
    await using server = await start({ disabledCommands: ['UIDL'] })
    await using mailbox = await open(server.port)
    for (const ask of [() => mailbox.list(), () => mailbox.raw('uid-1')]) {
      await expect(ask()).rejects.toMatchObject({
        code: 'protocol-broken',
        message: expect.stringMatching(/has no UIDL.*RFC 1939/),
        details: { reply: expect.stringContaining('-ERR') },
      })
    }
  })

  test('makes up no uid for a message that the server lists and does not name', async () => {
    await using server = await startScripted(
      `
        S: +OK
        C: CAPA
        S: -ERR
        C: USER hanako@hotmail.com
        S: +OK
        C: PASS abcdefghijklmnop
        S: +OK
        C: UIDL
        S: +OK
        S: 7 a
        S: 8 a
        S: .
        C: LIST
        S: +OK
        S: 1 120
        S: 2 200
        S: .
        C: QUIT
        S: +OK`,
      { tls },
    )
    await using mailbox = await open(server.port, { security: 'tls' })
    await expect(mailbox.list()).rejects.toMatchObject({
      code: 'protocol-broken',
      message: 'The server names other messages by UIDL than by LIST.',
    })
  })

  test('is not there over SMTP', async () => {
    const endpoint = { protocol: 'smtp', host, port: 587, security: 'starttls' } as const
    const opening = openMailbox({ endpoint, username: 'h', secret, network: networkTo(1) })
    await expect(opening).rejects.toThrow(TypeError)
  })
})
