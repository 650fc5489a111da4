import type { Peer } from '@sparekey/testkit/server'
import { describe, expect, test } from 'vitest'
import type { Protocol } from '../settings/settings.ts'
import {
  ehlo,
  expired,
  good,
  imapCapabilities,
  imapEnd,
  otherAuthority,
  otherName,
  outcomes,
  play,
  popEnd,
  stepOf,
} from '../testing/probing.ts'

describe('no secret leaves before verified TLS', () => {
  const stripped: Record<Protocol, (peer: Peer) => unknown> = {
    imap: (peer) => peer.send('* OK ready.\r\n').answer(imapCapabilities('AUTH=PLAIN'), ...imapEnd),
    pop3: (peer) => peer.send('+OK ready.\r\n').answer([/^CAPA$/, '+OK\r\nUSER\r\n.\r\n'], ...popEnd),
    smtp: (peer) => peer.send('220 ready\r\n').answer(ehlo('AUTH PLAIN'), [/^QUIT$/, undefined]),
  }
  const answered = (answer: string): Record<Protocol, (peer: Peer) => unknown> => ({
    imap: (peer) =>
      peer
        .send('* OK ready.\r\n')
        .answer(imapCapabilities('STARTTLS'), [
          /^T2 STARTTLS$/,
          answer.replace('+OK', 'T2 OK').replace('-ERR', 'T2 NO'),
        ]),
    pop3: (peer) => peer.send('+OK ready.\r\n').answer([/^CAPA$/, '+OK\r\nSTLS\r\nUSER\r\n.\r\n'], [/^STLS$/, answer]),
    smtp: (peer) =>
      peer
        .send('220 ready\r\n')
        .answer(ehlo('STARTTLS'), [/^STARTTLS$/, answer.replace('+OK', '220').replace('-ERR', '454')]),
  })
  const rows = (['imap', 'pop3', 'smtp'] as const).flatMap((protocol) => [
    { protocol, attack: 'STARTTLS stripped', script: stripped[protocol], word: 'starttls-missing' },
    { protocol, attack: 'STARTTLS refused', script: answered('-ERR no\r\n')[protocol], word: 'starttls-refused' },
    {
      protocol,
      attack: 'bytes slipped in',
      script: answered('+OK\r\n250 AUTH PLAIN\r\n')[protocol],
      word: 'bytes-before-tls',
    },
  ])

  test.for(rows)('$protocol: $attack', async ({ protocol, script, word }) => {
    const { observation, heard } = await play({ protocol, security: 'starttls', secret: 'correct horse', script })
    expect(stepOf(observation, 'tls')).toMatchObject({ outcome: 'failed', error: word })
    expect(outcomes(observation).slice(-2)).toEqual(['capabilities skipped', 'sign-in skipped'])
    expect(observation.sent).toBe(false)
    expect(heard.join()).not.toMatch(/PASS|LOGIN|AUTH/)
  })

  test('IMAP PREAUTH', async () => {
    const { observation, heard } = await play({
      protocol: 'imap',
      security: 'starttls',
      secret: 'correct horse',
      script: (peer) => peer.send('* PREAUTH welcome\r\n'),
    })
    expect(stepOf(observation, 'greeting')).toMatchObject({
      outcome: 'failed',
      reply: '* PREAUTH welcome',
      error: 'preauth',
    })
    expect(heard).toEqual([])
  })

  test('a mail program set to no encryption', async () => {
    const { observation, heard } = await play({
      protocol: 'smtp',
      security: 'none',
      secret: 'correct horse',
      script: stripped.smtp,
    })
    expect(outcomes(observation).slice(2)).toEqual([
      'tls skipped no-tls',
      'greeting ok',
      'capabilities ok',
      'sign-in skipped no-tls',
    ])
    expect(heard).not.toContain('AUTH PLAIN')
  })

  test.for([
    { problem: 'another name', certificate: otherName, word: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    { problem: 'expired', certificate: expired, word: 'CERT_HAS_EXPIRED' },
    {
      problem: 'an unknown authority',
      certificate: otherAuthority,
      ca: good.ca,
      word: /^(UNABLE_TO|SELF_SIGNED|CERT_SIGNATURE)/,
    },
  ])('a certificate of $problem, whatever the environment says', async ({ certificate, ca, word }) => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    try {
      const { observation, heard } = await play({
        protocol: 'imap',
        secret: 'correct horse',
        certificate,
        ca: ca ?? certificate.ca,
        script: (peer) => peer.send('* OK ready.\r\n'),
      })
      expect(stepOf(observation, 'tls')).toMatchObject({ outcome: 'failed', error: expect.stringMatching(word) })
      expect(heard).toEqual([])
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    }
  })
})
