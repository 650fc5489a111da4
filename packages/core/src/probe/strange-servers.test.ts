import { ManualClock } from '@sparekey/testkit/clock'
import type { Peer } from '@sparekey/testkit/server'
import { describe, expect, test } from 'vitest'
import { ehlo, imapCapabilities, outcomes, play, stepOf } from '../testing/probing.ts'
import { silence } from '../testing/timers.ts'

describe('servers that are not what they should be', () => {
  test.for([
    { what: 'says nothing', script: () => undefined, error: 'timeout', silent: true },
    {
      what: 'says half a line and no more',
      script: (peer: Peer) => peer.send('* OK rea'),
      error: 'timeout',
      silent: true,
      reply: '* OK rea',
    },
    { what: 'closes at once', script: (peer: Peer) => peer.end(), error: 'closed' },
    {
      what: 'speaks POP3',
      script: (peer: Peer) => peer.send('+OK ready\r\n'),
      error: 'other-protocol',
      reply: '+OK ready',
    },
    {
      what: 'speaks HTTP',
      script: (peer: Peer) => peer.send('HTTP/1.1 400 Bad Request\r\n\r\n'),
      error: 'other-protocol',
    },
    {
      what: 'says goodbye',
      script: (peer: Peer) => peer.send('* BYE Connection is closed. 10\r\n').end(),
      error: 'refused',
      reply: '* BYE Connection is closed. 10',
    },
    {
      what: 'answers in TLS',
      script: (peer: Peer) => peer.send(Buffer.from([21, 3, 3, 0, 2, 2, 40])).end(),
      error: 'tls-spoken',
    },
    {
      what: 'sends a line without end',
      script: (peer: Peer) => peer.send(`* OK ${'x'.repeat(20_000)}`),
      error: 'endless',
    },
  ])('at the greeting: a server that $what', async ({ script, error, silent, reply }) => {
    const clock = silent ? new ManualClock() : undefined
    const { observation } = await play({
      protocol: 'imap',
      security: 'starttls',
      secret: 'correct horse',
      clock,
      script: async (peer) => {
        await script(peer)
        if (clock) await silence(peer, clock)
      },
    })
    expect(stepOf(observation, 'greeting')).toMatchObject({ outcome: 'failed', error, ...(reply && { reply }) })
    expect(outcomes(observation).at(-1)).toBe('sign-in skipped')
  })

  test('a port without TLS fails at TLS', async () => {
    const { observation } = await play({
      protocol: 'imap',
      certificate: undefined,
      script: (peer) => peer.send('* OK ready.\r\n'),
    })
    expect(stepOf(observation, 'tls')).toMatchObject({ outcome: 'failed', error: expect.stringMatching(/^ERR_SSL_/) })
  })

  test.for([
    ['imap', '* OK ready.\r\n', '* CAPABILITY X\r\n'],
    ['pop3', '+OK ready.\r\n', 'X\r\n'],
    ['smtp', '220 ready\r\n', '250-X\r\n'],
  ] as const)('%s: capabilities without end are cut off', async ([protocol, greeting, line]) => {
    const { observation } = await play({
      protocol,
      script: async (peer) => {
        peer.send(greeting)
        await peer.line()
        peer.send(protocol === 'pop3' ? '+OK\r\n' : '', line.repeat(40_000))
      },
    })
    expect(stepOf(observation, 'capabilities')).toMatchObject({ outcome: 'failed', error: 'endless' })
  })

  test('a server that resets the connection in the middle', async () => {
    const { observation } = await play({
      protocol: 'imap',
      script: async (peer) => {
        await peer.send('* OK ready.\r\n').answer([/^A1/, undefined])
        peer.reset()
      },
    })
    expect(stepOf(observation, 'capabilities')).toMatchObject({
      outcome: 'failed',
      error: expect.stringMatching(/^(closed|ECONNRESET)$/),
    })
  })

  test('a server that trickles is bounded by the time of the step', async () => {
    const clock = new ManualClock()
    const { observation } = await play({
      protocol: 'smtp',
      security: 'none',
      clock,
      script: async (peer) => {
        while (!peer.ended) {
          await peer.sendApart('2')
          clock.advance(500)
        }
      },
    })
    expect(stepOf(observation, 'greeting')?.error).toBe('timeout')
  })

  test('a server that agrees to TLS and then says nothing is left when the time is up', async () => {
    const clock = new ManualClock()
    const { observation } = await play({
      protocol: 'smtp',
      security: 'starttls',
      clock,
      script: async (peer) => {
        await peer.send('220 ready\r\n').answer(ehlo('STARTTLS'), [/^STARTTLS$/, undefined])
        peer.send('220 go\r\n')
        await silence(peer, clock)
      },
    })
    expect(stepOf(observation, 'tls')).toMatchObject({ outcome: 'failed', error: 'timeout' })
  })

  test('a server that closes in the middle of signing in', async () => {
    const { observation } = await play({
      protocol: 'imap',
      secret: 'correct horse',
      script: async (peer) => {
        await peer.send('* OK ready.\r\n').answer(imapCapabilities(''), [/^A2/, undefined])
        peer.send('* BYE Session invalidated - AccountDisabled\r\n').end()
      },
    })
    expect(stepOf(observation, 'sign-in')).toMatchObject({
      outcome: 'failed',
      error: 'closed',
      reply: '* BYE Session invalidated - AccountDisabled',
    })
  })
})
