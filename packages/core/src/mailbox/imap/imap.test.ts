import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { ManualClock } from '@sparekey/testkit/clock'
import { startScripted, type Peer, type ScriptedServer } from '@sparekey/testkit/server'
import { networkTo } from '../../testing/network.ts'
import { silence, timersOf } from '../../testing/timers.ts'
import { SparekeyError } from '../../errors/sparekey-error.ts'
import type { Endpoint } from '../../settings/settings.ts'
import type { MailboxClient } from '../mailbox.ts'
import { openMailbox } from '../../open-mailbox.ts'

const host = 'imap.example'
const tls = await issueCertificate(host)
const endpoint: Endpoint = { protocol: 'imap', host, port: 993, security: 'tls' }
const secret = 'abcdefghijklmnop'

/** Microsoft's capabilities of 2021 (MS-IMAP-02), enough of them. */
const capability =
  'CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+'

type Answers = Record<string, (tag: string, line: string) => string | Buffer>

const stock: Answers = {
  CAPABILITY: (tag) => `* ${capability}\r\n${tag} OK done\r\n`,
  ID: (tag) => `* ID NIL\r\n${tag} OK done\r\n`,
  LOGIN: (tag) => `${tag} OK done\r\n`,
  AUTHENTICATE: () => '+ \r\n',
  NAMESPACE: (tag) => `* NAMESPACE (("" "/")) NIL NIL\r\n${tag} OK done\r\n`,
  LIST: (tag) => `* LIST () "/" INBOX\r\n${tag} OK done\r\n`,
  LSUB: (tag) => `${tag} OK done\r\n`,
  EXAMINE: (tag) => `* 3 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 10] ok\r\n${tag} OK [READ-ONLY] done\r\n`,
  LOGOUT: (tag) => `* BYE bye\r\n${tag} OK done\r\n`,
}

/** An IMAP server of canned answers; a line that is no command is the answer to `AUTHENTICATE`. */
function serve(answers: Answers = {}, greeting = '* OK ready\r\n') {
  return async (peer: Peer) => {
    peer.send(greeting)
    let pending = ''
    for (;;) {
      const line = await peer.line()
      const [tag, verb, next] = line.split(' ')
      if (verb === undefined) {
        peer.send((answers.secret ?? ((tag) => `${tag} OK done\r\n`))(pending, line))
        continue
      }
      if (verb === 'AUTHENTICATE') pending = tag!
      const answer = answers[verb === 'UID' ? `UID ${next}` : verb] ?? stock[verb]
      if (!answer) throw new Error(`unexpected: ${line}`)
      peer.send(answer(tag!, line))
    }
  }
}

type Change = { clock?: ManualClock; secret?: string; token?: string; signal?: AbortSignal }

function open(server: ScriptedServer, change: Change = {}) {
  const { clock, token, signal } = change
  const network = networkTo(server.port, { ca: tls.ca, ...(clock && { timers: timersOf(clock) }) })
  const proof = token === undefined ? { secret: change.secret ?? secret } : { token }
  return openMailbox({ endpoint, username: 'hanako@hotmail.com', network, signal, ...proof })
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: { code: unknown }) => error.code,
  )
}

function literal(text: string): string {
  return `{${Buffer.byteLength(text, 'latin1')}}\r\n${text}`
}

function envelope(seq: number, subject: string): string {
  const headers = `Subject: ${subject}\r\nFrom: Hanako <hanako@hotmail.com>\r\nDate: Sat, 1 May 2021 0${seq}:00:00 +0000\r\n\r\n`
  const section = 'BODY[HEADER.FIELDS (from to subject date message-id)]'
  return `* ${seq} FETCH (UID ${seq + 6} FLAGS (\\Seen) RFC822.SIZE 100 INTERNALDATE "01-May-2021 00:00:00 +0000" ${section} ${literal(headers)})\r\n`
}

describe('an IMAP mailbox', () => {
  test('is opened with one sign-in and left in order', async () => {
    await using server = await startScripted(serve(), { tls })
    const mailbox = await open(server)
    await mailbox.close()
    expect(server.heard.filter((line) => line.includes(secret))).toEqual([`A2 LOGIN "hanako@hotmail.com" "${secret}"`])
    expect(server.heard.at(-1)).toContain('LOGOUT')
  })

  test('gives a secret with quotes and backslashes to LOGIN as it is', async () => {
    const CAPABILITY = (tag: string) => `* CAPABILITY IMAP4rev1\r\n${tag} OK done\r\n`
    await using server = await startScripted(serve({ CAPABILITY }), { tls })
    const mailbox = await open(server, { secret: 'x "y" \\z' })
    await mailbox.close()
    expect(server.heard).toContainEqual(expect.stringMatching(/ LOGIN "?hanako@hotmail\.com"? "x \\"y\\" \\\\z"$/))
  })

  test.each([
    ['in its answer', (tag: string) => `${tag} OK [${capability}] done\r\n`, 1],
    ['before it', (tag: string) => `* ${capability}\r\n${tag} OK done\r\n`, 1],
    ['not at all', (tag: string) => `${tag} OK done\r\n`, 2],
  ])('is asked what it offers after the sign-in, unless the server says so: %s', async (_, LOGIN, times) => {
    await using server = await startScripted(serve({ LOGIN }), { tls })
    const mailbox = await open(server)
    await mailbox.close()
    expect(server.heard.filter((line) => line.endsWith('CAPABILITY'))).toHaveLength(times)
    expect(server.heard).toContainEqual(expect.stringMatching(/ NAMESPACE$/))
  })

  test('lists the newest messages first, and passes over news of others', async () => {
    const FETCH = (tag: string) =>
      `${envelope(1, 'of before')}${envelope(2, 'second')}* 1 FETCH (FLAGS (\\Deleted))\r\n${envelope(3, 'third')}${envelope(4, 'of after')}* 9 FETCH (UID 15 FLAGS ())\r\n${tag} OK done\r\n`
    await using server = await startScripted(serve({ FETCH }), { tls })
    await using mailbox = await open(server)
    const messages = await mailbox.list({ limit: 2 })
    expect(messages).toEqual([
      {
        uid: '9',
        messageId: null,
        from: 'Hanako <hanako@hotmail.com>',
        to: [],
        subject: 'third',
        date: '2021-05-01T03:00:00.000Z',
        size: 100,
        flags: ['\\Seen'],
      },
      expect.objectContaining({ uid: '8', subject: 'second' }),
    ])
    expect(server.heard.find((line) => line.includes('FETCH'))).toContain('FETCH 2:* ')
  })

  test('lists nothing of an empty folder', async () => {
    const EXAMINE = (tag: string) => `* 0 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n${tag} OK done\r\n`
    await using server = await startScripted(serve({ EXAMINE }), { tls })
    await using mailbox = await open(server)
    expect(await mailbox.list()).toEqual([])
  })

  test('gives a message byte for byte and does not mark it as read', async () => {
    const raw = 'Subject: x\r\n\r\n.\r\nbare\nlf \xff\x01'
    const FETCH = (tag: string) =>
      Buffer.from(`* 1 FETCH (UID 7 BODY[] ${literal(raw)})\r\n${tag} OK done\r\n`, 'latin1')
    await using server = await startScripted(serve({ 'UID FETCH': FETCH }), { tls })
    await using mailbox = await open(server)
    expect((await mailbox.raw('7')).toString('latin1')).toBe(raw)
    expect((await mailbox.read('7')).headers).toEqual({ subject: 'x' })
    expect(server.heard.filter((line) => /FETCH|EXAMINE|SELECT/.test(line)).join()).not.toMatch(/SELECT|BODY\[\]/)
  })

  test.each(['7', '0', '1:*', 'x', '99999999999', '', '7 (BODY[])'])('does not have the message %j', async (uid) => {
    await using server = await startScripted(serve({ 'UID FETCH': (tag) => `${tag} OK done\r\n` }), { tls })
    await using mailbox = await open(server)
    await expect(mailbox.raw(uid)).rejects.toMatchObject({ code: 'message-missing' })
  })

  test('does not have a folder that is not there', async () => {
    const LIST = (tag: string) => `${tag} OK done\r\n`
    const EXAMINE = (tag: string) => `${tag} NO [NONEXISTENT] Nope doesn't exist.\r\n`
    await using server = await startScripted(serve({ LIST, EXAMINE }), { tls })
    await using mailbox = await open(server)
    for (const folder of ['Nope', 'No\r\npe', 'No\0pe']) {
      await expect(mailbox.list({ folder })).rejects.toMatchObject({ code: 'folder-missing', details: { folder } })
    }
  })
})

describe('an access token', () => {
  const token = 'EwB4A8l6BAAU'
  const bearer = Buffer.from(`user=hanako@hotmail.com\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64')
  const signIns = ({ heard }: ScriptedServer) => heard.filter((line) => /AUTHENTICATE|LOGIN |^dXNlcj|^$/.test(line))
  const offering = (words: string): Answers => ({
    CAPABILITY: (tag) => `* CAPABILITY IMAP4rev1 ${words}\r\n${tag} OK done\r\n`,
  })

  test('opens a mailbox, on the command line where the server takes it there', async () => {
    const AUTHENTICATE = (tag: string) => `${tag} OK AUTHENTICATE completed.\r\n`
    const answers = { ...offering('AUTH=PLAIN AUTH=XOAUTH2 SASL-IR'), AUTHENTICATE }
    await using server = await startScripted(serve(answers), { tls })
    const mailbox = await open(server, { token })
    await mailbox.close()
    expect(signIns(server)).toEqual([expect.stringMatching(/ AUTHENTICATE XOAUTH2 /)])
    expect(signIns(server)[0]).toContain(bearer)
  })

  test('opens a mailbox, when asked for where it does not', async () => {
    await using server = await startScripted(serve(offering('AUTH=XOAUTH2 LOGINDISABLED')), { tls })
    const mailbox = await open(server, { token })
    await mailbox.close()
    expect(signIns(server)).toEqual([expect.stringMatching(/ AUTHENTICATE XOAUTH2$/), bearer])
  })

  test.each([
    ['NO AUTHENTICATE failed.', 'sign-in-refused'],
    ['NO User is authenticated but not connected.', 'mailbox-not-connected'],
  ])('that is refused by %j is quoted so, and shown only once', async (said, code) => {
    const AUTHENTICATE = (tag: string) => `${tag} ${said}\r\n`
    await using server = await startScripted(serve({ ...offering('AUTH=XOAUTH2 SASL-IR'), AUTHENTICATE }), { tls })
    const failed = open(server, { token })
    await expect(failed).rejects.toMatchObject({ code, details: { reply: expect.stringContaining(said.slice(3)) } })
    await expect(failed).rejects.not.toThrow(/EwB4|dXNlcj/)
    expect(signIns(server)).toHaveLength(1)
  })

  test('that is refused by a challenge, as other servers do, brings out the refusal', async () => {
    let tag = ''
    const refuse = (peer: Peer) =>
      serve({
        ...offering('AUTH=XOAUTH2 SASL-IR'),
        AUTHENTICATE: (given) => ((tag = given), '+ eyJzdGF0dXMiOiI0MDAifQ==\r\n'),
        secret: () => `${tag} NO [AUTHENTICATIONFAILED] Invalid credentials\r\n`,
      })(peer)
    await using server = await startScripted(refuse, { tls })
    await expect(open(server, { token })).rejects.toMatchObject({
      code: 'sign-in-refused',
      details: { reply: 'NO [AUTHENTICATIONFAILED] Invalid credentials' },
    })
    expect(signIns(server).at(-1)).toBe('')
  })

  test('never goes out as a password', async () => {
    await using server = await startScripted(serve(offering('AUTH=PLAIN AUTH=LOGIN SASL-IR')), { tls })
    await expect(open(server, { token })).rejects.toMatchObject({
      code: 'sign-in-refused',
      details: { notOffered: 'token', offered: ['PLAIN', 'LOGIN'] },
    })
    expect(signIns(server)).toEqual([])
  })

  test('that runs out in the session is told by the server', async () => {
    await using server = await startScripted(
      (peer) =>
        serve({
          EXAMINE: () => {
            peer.send('* BYE Session invalidated - AccessTokenExpired\r\n').end()
            return ''
          },
        })(peer),
      { tls },
    )
    await using mailbox = await open(server, { token })
    await expect(mailbox.list()).rejects.toMatchObject({
      code: 'token-expired',
      details: { reply: expect.stringContaining('AccessTokenExpired') },
    })
  })
})

describe('an IMAP server', () => {
  test('that refuses the sign-in is quoted, and asked only once', async () => {
    const refuse = (tag: string) => `${tag} NO LOGIN failed.\r\n`
    await using server = await startScripted(serve({ LOGIN: refuse }), { tls })
    await expect(open(server)).rejects.toMatchObject({
      code: 'sign-in-refused',
      details: { reply: 'NO LOGIN failed.' },
    })
    expect(server.heard.filter((line) => /AUTHENTICATE|LOGIN/.test(line))).toHaveLength(1)
  })

  test('that repeats the secret is quoted without it', async () => {
    const response = Buffer.from(`\0hanako@hotmail.com\0${secret}`).toString('base64')
    const LOGIN = (tag: string, line: string) => `${tag} NO ${line} ${response}\r\n`
    await using server = await startScripted(serve({ LOGIN }), { tls })
    const error = await open(server).catch((caught: unknown) => caught)
    const reply = 'NO A2 LOGIN "hanako@hotmail.com" "[hidden]" [hidden]'
    expect(error).toMatchObject({ code: 'sign-in-refused', details: { reply } })
    expect(inspect(error, { depth: null })).not.toMatch(new RegExp(`${secret}|${response}`))
  })

  const echo = `NO ${'x'.repeat(150)}User is authenticated but not connected ${secret} done`
  const garbage = `* 1 FETCH (BODY[] "${secret}" ${secret}` + ')'.repeat(3)
  test.each([
    ['EXAMINE', (tag: string) => `${tag} ${echo}\r\n`],
    ['EXAMINE', (tag: string) => `${tag} NO ${secret}\r\n`],
    ['EXAMINE', () => `* BYE ${secret}\r\n`],
    ['FETCH', (tag: string) => `${tag} ${echo}\r\n`],
    ['FETCH', (tag: string) => `${tag} BAD [${secret.toUpperCase()}] ${secret}\r\n`],
    ['FETCH', () => `${secret} OK ${secret}\r\n`],
    ['FETCH', () => `${garbage}\r\n`],
  ] as const)('that repeats the secret in answer to %s is quoted without it', async (verb, answer) => {
    const clock = new ManualClock()
    const script = async (peer: Peer) => {
      const answered = (tag: string) => {
        void silence(peer, clock)
        return answer(tag)
      }
      await serve({ [verb]: answered })(peer)
    }
    await using server = await startScripted(script, { tls })
    await using mailbox = await open(server, { clock })
    const error = await mailbox.list().catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(SparekeyError)
    expect(inspect(error, { depth: null })).not.toMatch(/abcdefg/i)
  })

  test('that refuses with a response code is quoted with it', async () => {
    const refuse = (tag: string) => `${tag} NO [AUTHENTICATIONFAILED] Authentication failed.\r\n`
    await using server = await startScripted(serve({ LOGIN: refuse }), { tls })
    await expect(open(server)).rejects.toMatchObject({
      code: 'sign-in-refused',
      details: { reply: 'NO [AUTHENTICATIONFAILED] Authentication failed.' },
    })
  })

  test('that cannot sign anyone in now has not refused the secret', async () => {
    const refuse = (tag: string) => `${tag} NO [UNAVAILABLE] Temporary authentication failure.\r\n`
    await using server = await startScripted(serve({ LOGIN: refuse }), { tls })
    expect(await codeOf(open(server))).toBe('server-unavailable')
  })

  test('that signs in without opening the mailbox is understood', async () => {
    const NAMESPACE = (tag: string) => `${tag} BAD User is authenticated but not connected.\r\n`
    await using server = await startScripted(serve({ NAMESPACE }), { tls })
    await expect(open(server)).rejects.toMatchObject({
      code: 'mailbox-not-connected',
      details: { reply: 'User is authenticated but not connected.' },
    })
  })

  test('that takes no passwords gets none', async () => {
    const CAPABILITY = (tag: string) => `* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 LOGINDISABLED\r\n${tag} OK done\r\n`
    await using server = await startScripted(serve({ CAPABILITY }), { tls })
    await expect(open(server)).rejects.toMatchObject({
      code: 'sign-in-refused',
      details: { notOffered: 'password', offered: ['XOAUTH2'] },
    })
    expect(server.heard).toHaveLength(1)
  })

  test('that would skip the sign-in gets no secret', async () => {
    await using server = await startScripted((peer) => peer.send('* PREAUTH welcome\r\n'), { tls })
    expect(await codeOf(open(server))).toBe('tls-needed')
    expect(server.heard).toEqual([])
  })

  test('whose first words before TLS lie is asked again behind TLS', async () => {
    const lie = '* OK [CAPABILITY IMAP4rev1 AUTH=LOGIN] ready\r\n'
    await using server = await startScripted(async (peer) => {
      peer.send(lie)
      await peer.play('C: A1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 STARTTLS\nS: A1 OK\nC: T2 STARTTLS\nS: T2 OK go')
      await peer.startTls(tls)
      // The client has read a greeting already.
      await serve({}, '')(peer)
    })
    const network = networkTo(server.port, { ca: tls.ca })
    const starttls: Endpoint = { ...endpoint, port: 143, security: 'starttls' }
    const mailbox = await openMailbox({ endpoint: starttls, username: 'h', secret, network })
    await mailbox.close()
    expect(server.heard.slice(0, 4)).toEqual([
      'A1 CAPABILITY',
      'T2 STARTTLS',
      'A1 CAPABILITY',
      `A2 LOGIN "h" "${secret}"`,
    ])
  })

  test.each(['a\r\nA9 LOGOUT', 'a\nb', 'a\0b', ''])('gets no secret such as %j', async (secret) => {
    await using server = await startScripted(serve(), { tls })
    expect(await codeOf(open(server, { secret }))).toBe('bad-secret')
    expect(server.connections).toBe(0)
  })

  test.each([
    ['drops the connection', (peer: Peer) => peer.end(), 'connection-dropped'],
    ['resets the connection', (peer: Peer) => peer.reset(), 'connection-dropped'],
    ['says goodbye', (peer: Peer) => peer.send('* BYE going down\r\n').end(), 'connection-dropped'],
    ['says nothing', () => undefined, 'connection-timeout'],
    ['sends a line without end', (peer: Peer) => peer.send('x'.repeat(5 * 1024 * 1024)), 'protocol-broken'],
    [
      'announces a message without end',
      (peer: Peer) => peer.send('* 1 FETCH (BODY[] {999999999999}\r\n'),
      'bad-message',
    ],
  ] as const)('that %s in the middle is left', async (_, misbehave, code) => {
    const clock = new ManualClock()
    await using server = await startScripted(
      async (peer) => {
        const script = serve({
          'UID FETCH': () => {
            misbehave(peer)
            if (code === 'connection-timeout') void silence(peer, clock)
            return ''
          },
        })
        await script(peer)
      },
      { tls },
    )
    await using mailbox = await open(server, { clock })
    expect(await codeOf(mailbox.raw('7'))).toBe(code)
  })

  test.each([
    ['the sign-in', 'LOGIN', 'not-a-mail-server', []],
    ['the folder', 'EXAMINE', 'protocol-broken', []],
    ['the list', 'FETCH', 'protocol-broken', [{ limit: 1 }]],
  ] as const)('that does not stop talking in %s is left', async (_, verb, code, [list]) => {
    const clock = new ManualClock()
    const talk = async (peer: Peer) => {
      for (let i = 0; i < 150; i++) {
        await peer.sendApart(`* OK ${'x'.repeat(200_000)}\r\n`)
        clock.advance(20)
      }
    }
    await using server = await startScripted(
      async (peer) => {
        await serve({ [verb]: () => (void talk(peer).catch(() => undefined), '') })(peer)
      },
      { tls },
    )
    const listing = open(server, { clock }).then((mailbox) => mailbox.list(list))
    expect(await codeOf(listing)).toBe(code)
  })

  test('that asks to wait for minutes is not waited for', async () => {
    const reply = 'BAD Request is throttled. Suggested Backoff Time: 89117 milliseconds'
    await using server = await startScripted(serve({ FETCH: (tag) => `${tag} ${reply}\r\n` }), { tls })
    await using mailbox = await open(server)
    await expect(mailbox.list()).rejects.toMatchObject({ code: 'throttled', details: { reply } })
    expect(server.heard.filter((line) => line.includes('FETCH'))).toHaveLength(1)
  })

  test('is left when the caller gives up', async () => {
    const controller = new AbortController()
    const FETCH = () => (controller.abort(), '')
    await using server = await startScripted(serve({ 'UID FETCH': FETCH }), { tls })
    await using mailbox: MailboxClient = await open(server, { signal: controller.signal })
    expect(await codeOf(mailbox.raw('7'))).toBe('aborted')
  })
})
