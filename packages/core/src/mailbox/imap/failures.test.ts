import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { ManualClock } from '@sparekey/testkit/clock'
import { startScripted, type Peer } from '@sparekey/testkit/server'
import { networkTo } from '../../testing/network.ts'
import { silence } from '../../testing/timers.ts'
import { SparekeyError } from '../../errors/sparekey-error.ts'
import type { Endpoint } from '../../settings/settings.ts'
import type { MailboxClient } from '../mailbox.ts'
import { openMailbox } from '../../open-mailbox.ts'
import { tls, secret, endpoint, serve, open, codeOf } from '../../testing/imap-server.ts'

test('an IMAP server that refuses the sign-in is quoted, and asked only once', async () => {
  const refuse = (tag: string) => `${tag} NO LOGIN failed.\r\n`
  await using server = await startScripted(serve({ LOGIN: refuse }), { tls })
  await expect(open(server)).rejects.toMatchObject({
    code: 'app-password-wrong',
    details: { reply: 'NO LOGIN failed.', certainty: 'likely' },
  })
  expect(server.heard.filter((line) => /AUTHENTICATE|LOGIN/.test(line))).toHaveLength(1)
})

test('an IMAP server that repeats the secret is quoted without it', async () => {
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
] as const)('an IMAP server that repeats the secret in answer to %s is quoted without it', async (verb, answer) => {
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

test('an IMAP server that refuses with a response code is quoted with it', async () => {
  const refuse = (tag: string) => `${tag} NO [AUTHENTICATIONFAILED] Authentication failed.\r\n`
  await using server = await startScripted(serve({ LOGIN: refuse }), { tls })
  await expect(open(server)).rejects.toMatchObject({
    code: 'password-wrong',
    details: { reply: 'NO [AUTHENTICATIONFAILED] Authentication failed.' },
  })
})

test('an IMAP server that cannot sign anyone in now has not refused the secret', async () => {
  const refuse = (tag: string) => `${tag} NO [UNAVAILABLE] Temporary authentication failure.\r\n`
  await using server = await startScripted(serve({ LOGIN: refuse }), { tls })
  expect(await codeOf(open(server))).toBe('server-unavailable')
})

test('an IMAP server that signs in without opening the mailbox is understood', async () => {
  const NAMESPACE = (tag: string) => `${tag} BAD User is authenticated but not connected.\r\n`
  await using server = await startScripted(serve({ NAMESPACE }), { tls })
  await expect(open(server)).rejects.toMatchObject({
    code: 'mailbox-not-connected',
    details: { reply: 'User is authenticated but not connected.' },
  })
})

test('an IMAP server that takes no passwords gets none', async () => {
  const CAPABILITY = (tag: string) => `* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 LOGINDISABLED\r\n${tag} OK done\r\n`
  await using server = await startScripted(serve({ CAPABILITY }), { tls })
  await expect(open(server)).rejects.toMatchObject({
    code: 'sign-in-refused',
    details: { notOffered: 'password', offered: ['XOAUTH2'] },
  })
  expect(server.heard).toHaveLength(1)
})

test('an IMAP server that would skip the sign-in gets no secret', async () => {
  await using server = await startScripted((peer) => peer.send('* PREAUTH welcome\r\n'), { tls })
  expect(await codeOf(open(server))).toBe('tls-needed')
  expect(server.heard).toEqual([])
})

test('an IMAP server whose first words before TLS lie is asked again behind TLS', async () => {
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

test.each(['a\r\nA9 LOGOUT', 'a\nb', 'a\0b', ''])('an IMAP server gets no secret such as %j', async (secret) => {
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
  ['announces a message without end', (peer: Peer) => peer.send('* 1 FETCH (BODY[] {999999999999}\r\n'), 'bad-message'],
] as const)('an IMAP server that %s in the middle is left', async (_, misbehave, code) => {
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
] as const)('an IMAP server that does not stop talking in %s is left', async (_, verb, code, [list]) => {
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

test('an IMAP server that asks to wait for minutes is not waited for', async () => {
  const reply = 'BAD Request is throttled. Suggested Backoff Time: 89117 milliseconds'
  await using server = await startScripted(serve({ FETCH: (tag) => `${tag} ${reply}\r\n` }), { tls })
  await using mailbox = await open(server)
  await expect(mailbox.list()).rejects.toMatchObject({ code: 'throttled', details: { reply } })
  expect(server.heard.filter((line) => line.includes('FETCH'))).toHaveLength(1)
})

test('an IMAP server is left when the caller gives up', async () => {
  const controller = new AbortController()
  const FETCH = () => (controller.abort(), '')
  await using server = await startScripted(serve({ 'UID FETCH': FETCH }), { tls })
  await using mailbox: MailboxClient = await open(server, { signal: controller.signal })
  expect(await codeOf(mailbox.raw('7'))).toBe('aborted')
})
