import { once } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { startScripted, type Peer, type ScriptedServer } from '@sparekey/testkit/server'
import { ManualClock } from '@sparekey/testkit/clock'
import { deadPort, networkTo } from '../testing/network.ts'
import { inPassingTime, silence, timersOf } from '../testing/timers.ts'
import type { Step } from '../protocols/step.ts'
import type { Timers } from '../network/network.ts'
import type { Endpoint, Protocol } from '../settings/settings.ts'
import { openChannel } from './sign-in.ts'

const host = 'mail.example'
const good = await issueCertificate(host)
const misnamed = await issueCertificate('other.example')
const expired = await issueCertificate(host, { expired: true })
const untrusted = await issueCertificate(host)

function endpoint(protocol: Protocol, security: Endpoint['security']): Endpoint {
  return { protocol, host, port: 1, security }
}

const greetings = { imap: '* OK ready\r\n', pop3: '+OK ready\r\n', smtp: '220 ready\r\n' }

const offers = {
  imap: '* CAPABILITY IMAP4rev1 STARTTLS\r\nA1 OK done\r\n',
  pop3: '+OK\r\nUIDL\r\nSTLS\r\n.\r\n',
  smtp: '250-mail.example\r\n250 STARTTLS\r\n',
}

/** A server that offers TLS as each protocol does, and calls back when it is asked for it. */
async function plainUntilAsked(peer: Peer, protocol: Protocol, asked: (peer: Peer, ok: string) => unknown) {
  peer.send(greetings[protocol])
  await peer.line()
  peer.send(offers[protocol])
  await peer.line()
  await asked(peer, { imap: 'T2 OK go\r\n', pop3: '+OK go\r\n', smtp: '220 go\r\n' }[protocol])
}

async function codeOf(server: ScriptedServer, endpoint: Endpoint, options: { ca?: string; timers?: Timers } = {}) {
  const opening = openChannel(endpoint, networkTo(server.port, { ca: good.ca, ...options }))
  return opening.then(
    () => 'opened',
    (error: { code: string }) => error.code,
  )
}

describe.each(['imap', 'pop3', 'smtp'] as const)('a channel to an %s server', (protocol) => {
  test('by TLS from the first byte hears the greeting', async () => {
    await using server = await startScripted((peer) => peer.send(greetings[protocol]), { tls: good })
    const steps: unknown[] = []
    const network = networkTo(server.port, { ca: good.ca })
    const options = { onStep: ({ step, reply = '' }: Step) => steps.push(`${step} ${reply}`) }
    const channel = await openChannel(endpoint(protocol, 'tls'), network, options)
    expect(steps).toEqual(['resolve ', 'connect ', 'tls ', `greeting ${greetings[protocol].trim()}`])
    expect(channel).toMatchObject({ secured: true, socket: { authorized: true } })
    await channel.close()
  })

  test('by STARTTLS speaks TLS before anything else', async () => {
    await using server = await startScripted((peer) =>
      plainUntilAsked(peer, protocol, async (peer, ok) => {
        peer.send(ok)
        await peer.startTls(good)
        peer.send('inside\r\n')
      }),
    )
    const { socket } = await openChannel(endpoint(protocol, 'starttls'), networkTo(server.port, { ca: good.ca }))
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    expect(chunk.toString()).toBe('inside\r\n')
    expect(server.heard.at(-1)).toBe({ imap: 'T2 STARTTLS', pop3: 'STLS', smtp: 'STARTTLS' }[protocol])
    socket.destroy()
  })

  test('ends if the offer of STARTTLS was stripped, without asking for it', async () => {
    await using server = await startScripted(async (peer) => {
      peer.send(greetings[protocol])
      await peer.line()
      peer.send(offers[protocol].replace(/STARTTLS|STLS/, 'XSTRIPPED'))
      await peer.line()
    })
    expect(await codeOf(server, endpoint(protocol, 'starttls'))).toBe('tls-needed')
    expect(server.heard).toHaveLength(1)
  })

  test('ends if STARTTLS is refused', async () => {
    const no = { imap: 'T2 BAD unknown\r\n', pop3: '-ERR unknown\r\n', smtp: '502 5.5.1 unknown\r\n' }[protocol]
    await using server = await startScripted((peer) => plainUntilAsked(peer, protocol, (peer) => peer.send(no)))
    expect(await codeOf(server, endpoint(protocol, 'starttls'))).toBe('tls-needed')
  })

  test('ends if bytes were slipped in before TLS', async () => {
    const poison = { imap: '* CAPABILITY IMAP4rev1\r\n', pop3: '+OK\r\n', smtp: '250 evil\r\n' }[protocol]
    await using server = await startScripted((peer) =>
      plainUntilAsked(peer, protocol, async (peer, ok) => {
        peer.send(ok + poison)
        await peer.startTls(good)
      }),
    )
    expect(await codeOf(server, endpoint(protocol, 'starttls'))).toBe('tls-needed')
  })

  test('ends if the server turns connections away, and quotes it', async () => {
    const no = { imap: '* BYE later', pop3: '-ERR later', smtp: '421 4.3.2 later' }[protocol]
    await using server = await startScripted((peer) => peer.send(`${no}\r\n`).end(), { tls: good })
    const opening = openChannel(endpoint(protocol, 'tls'), networkTo(server.port, { ca: good.ca }))
    await expect(opening).rejects.toMatchObject({ code: 'server-unavailable', details: { reply: no } })
  })

  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n', 'not-a-mail-server'],
    ['a web server', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'not-a-mail-server'],
    ['an endless line', 'x'.repeat(20_000), 'not-a-mail-server'],
    ['nothing, and closes at once', '', 'connection-dropped'],
    ['half a greeting', greetings[protocol].slice(0, 4), 'connection-dropped'],
  ])('ends if it greets with %s', async (_, greeting, code) => {
    await using server = await startScripted((peer) => peer.send(greeting).end(), { tls: good })
    expect(await codeOf(server, endpoint(protocol, 'tls'))).toBe(code)
  })
})

describe('a channel', () => {
  test('is not opened without TLS, and nothing is connected', async () => {
    await using server = await startScripted(() => undefined)
    expect(await codeOf(server, endpoint('imap', 'none'))).toBe('tls-needed')
    expect(server.connections).toBe(0)
  })

  test('ends at PREAUTH, with and without TLS', async () => {
    await using plain = await startScripted((peer) => peer.send('* PREAUTH welcome\r\n'))
    expect(await codeOf(plain, endpoint('imap', 'starttls'))).toBe('tls-needed')
    await using secure = await startScripted((peer) => peer.send('* PREAUTH welcome\r\n'), { tls: good })
    expect(await codeOf(secure, endpoint('imap', 'tls'))).toBe('tls-needed')
    expect([...plain.heard, ...secure.heard]).toEqual([])
  })

  test('ends if a greeting of many lines does not stop', async () => {
    await using server = await startScripted((peer) => peer.send('220-more\r\n'.repeat(10_000)), { tls: good })
    expect(await codeOf(server, endpoint('smtp', 'tls'))).toBe('not-a-mail-server')
  })

  test('ends if the server speaks plainly where TLS is due', async () => {
    await using server = await startScripted((peer) => peer.send('+OK ready\r\n'))
    expect(await codeOf(server, endpoint('pop3', 'tls'))).toBe('tls-not-spoken')
  })

  test('ends if the server waits for TLS where a greeting is due', async () => {
    const clock = new ManualClock()
    await using server = await startScripted(() => undefined, { tls: good })
    const code = codeOf(server, endpoint('pop3', 'starttls'), { timers: timersOf(clock) })
    expect(await inPassingTime(clock, code)).toBe('connection-timeout')
  })

  test('ends if the server answers nothing', async () => {
    const clock = new ManualClock()
    const timers = timersOf(clock)
    await using server = await startScripted((peer) => silence(peer, clock))
    expect(await codeOf(server, endpoint('imap', 'starttls'), { timers })).toBe('connection-timeout')
    expect(await codeOf(server, endpoint('imap', 'tls'), { timers })).toBe('connection-timeout')
  })

  test.each([
    ['for another name', misnamed, 'certificate-wrong-name'],
    ['that has expired', expired, 'certificate-expired'],
  ])('ends at a certificate %s', async (_, certificate, code) => {
    await using server = await startScripted((peer) => peer.send('+OK\r\n'), { tls: certificate })
    expect(await codeOf(server, endpoint('pop3', 'tls'), { ca: certificate.ca })).toBe(code)
  })

  test('ends at a certificate of an unknown authority, by STARTTLS too', async () => {
    await using server = await startScripted((peer) => peer.send('+OK\r\n'), { tls: untrusted })
    expect(await codeOf(server, endpoint('pop3', 'tls'))).toBe('certificate-untrusted')
    await using upgraded = await startScripted((peer) =>
      plainUntilAsked(peer, 'imap', async (peer, ok) => {
        peer.send(ok)
        await peer.startTls(untrusted)
      }),
    )
    expect(await codeOf(upgraded, endpoint('imap', 'starttls'))).toBe('certificate-untrusted')
  })

  test('verifies even if the environment says not to', async () => {
    await using server = await startScripted((peer) => peer.send('+OK\r\n'), { tls: untrusted })
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    expect(await codeOf(server, endpoint('pop3', 'tls'))).toBe('certificate-untrusted')
    vi.unstubAllEnvs()
  })

  test('tells a port where nobody listens', async () => {
    const opening = openChannel(endpoint('imap', 'tls'), networkTo(deadPort))
    await expect(opening).rejects.toMatchObject({ code: 'connection-refused' })
  })

  test('tries the addresses of a name one after the other', async () => {
    await using server = await startScripted((peer) => peer.send('+OK\r\n'), { tls: good })
    const network = networkTo(server.port, { ca: good.ca })
    const dead = { host: '127.0.0.1', port: deadPort }
    const channel = await openChannel(endpoint('pop3', 'tls'), {
      ...network,
      resolve: async () => [dead, { host: '127.0.0.1', port: server.port }],
    })
    expect(channel.secured).toBe(true)
    await channel.close()
  })

  test('ends when the caller gives up, at whatever step', async () => {
    await using server = await startScripted(() => undefined)
    const network = networkTo(server.port)
    const early = openChannel(endpoint('pop3', 'tls'), network, { signal: AbortSignal.abort() })
    await expect(early).rejects.toMatchObject({ code: 'aborted' })
    const controller = new AbortController()
    const opening = openChannel(endpoint('pop3', 'starttls'), network, { signal: controller.signal })
    setImmediate(() => controller.abort())
    await expect(opening).rejects.toMatchObject({ code: 'aborted' })
  })
})
