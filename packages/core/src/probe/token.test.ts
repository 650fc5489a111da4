import { describe, expect, test } from 'vitest'
import type { Protocol } from '../settings/settings.ts'
import { ehlo, imapCapabilities, imapEnd, outcomes, play, popEnd, stepOf, username } from '../testing/probing.ts'

describe('a token in a probe', () => {
  const token = 'EwB4A8l6BAAU'
  const bearer = Buffer.from(`user=${username}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64')
  const challenge = Buffer.from('{"status":"400","schemes":"Bearer"}').toString('base64')

  type Exchange = {
    what: string
    protocol: Protocol
    capabilities: string
    answers: readonly (readonly [RegExp, string])[]
    heard: readonly string[]
    reply: string
  }
  const begin: Record<Protocol, (capabilities: string) => readonly [RegExp, string]> = {
    imap: imapCapabilities,
    pop3: (words) => [/^CAPA$/, `+OK\r\nUSER\r\nSASL ${words}\r\n.\r\n`],
    smtp: (words) => ehlo(`AUTH ${words}`),
  }
  const greeting = { imap: '* OK ready.\r\n', pop3: '+OK ready.\r\n', smtp: '220 ready\r\n' }
  const ends = { imap: imapEnd, pop3: popEnd, smtp: [[/^QUIT$/, '221 bye\r\n']] } as const
  const run = ({ protocol, capabilities, answers }: Omit<Exchange, 'what' | 'heard' | 'reply'>) =>
    play({
      protocol,
      token,
      script: (peer) =>
        peer.send(greeting[protocol]).answer(begin[protocol](capabilities), ...answers, ...ends[protocol]),
    })

  const rows: Exchange[] = [
    {
      what: 'IMAP takes it on the command line with SASL-IR',
      protocol: 'imap',
      capabilities: 'AUTH=PLAIN AUTH=XOAUTH2 SASL-IR',
      answers: [[/^A2/, 'A2 OK AUTHENTICATE completed.\r\n']],
      heard: ['A1 CAPABILITY', `A2 AUTHENTICATE XOAUTH2 ${bearer}`, 'A3 STATUS INBOX (MESSAGES)', 'A4 LOGOUT'],
      reply: 'A2 OK AUTHENTICATE completed.',
    },
    {
      what: 'IMAP asks for it without SASL-IR, by a bare plus as well',
      protocol: 'imap',
      capabilities: 'AUTH=XOAUTH2 LOGINDISABLED',
      answers: [
        [/^A2/, '+\r\n'],
        [/^dXNlcj/, 'A2 OK AUTHENTICATE completed.\r\n'],
      ],
      heard: ['A1 CAPABILITY', 'A2 AUTHENTICATE XOAUTH2', bearer, 'A3 STATUS INBOX (MESSAGES)', 'A4 LOGOUT'],
      reply: 'A2 OK AUTHENTICATE completed.',
    },
    {
      what: 'POP3 is given it on a second line',
      protocol: 'pop3',
      capabilities: 'PLAIN XOAUTH2',
      answers: [
        [/^AUTH XOAUTH2$/, '+ \r\n'],
        [/^dXNlcj/, '+OK User successfully authenticated.\r\n'],
      ],
      heard: ['CAPA', 'AUTH XOAUTH2', bearer, 'STAT', 'QUIT'],
      reply: '+OK User successfully authenticated.',
    },
    {
      what: 'SMTP is given it with the command',
      protocol: 'smtp',
      capabilities: 'LOGIN XOAUTH2',
      answers: [[/^AUTH/, '235 2.7.0 Authentication successful\r\n']],
      heard: ['EHLO [127.0.0.1]', `AUTH XOAUTH2 ${bearer}`, 'QUIT'],
      reply: '235 2.7.0 Authentication successful',
    },
  ]
  test.for(rows)('$what', async ({ heard, reply, ...exchange }) => {
    const told = await run(exchange)
    expect(told.heard).toEqual(heard)
    expect(told.observation).toMatchObject({ credential: 'token', sent: true })
    expect(stepOf(told.observation, 'sign-in')).toMatchObject({ outcome: 'ok', reply })
    expect(JSON.stringify(told.observation)).not.toMatch(/EwB4A8l6BAAU|dXNlcj/)
  })

  const refusals: Exchange[] = [
    {
      what: 'IMAP, at once as Microsoft does',
      protocol: 'imap',
      capabilities: 'AUTH=XOAUTH2 SASL-IR',
      answers: [[/^A2/, 'A2 NO AUTHENTICATE failed.\r\n']],
      heard: ['A4 LOGOUT'],
      reply: 'A2 NO AUTHENTICATE failed.',
    },
    {
      what: 'IMAP, by a challenge as others do',
      protocol: 'imap',
      capabilities: 'AUTH=XOAUTH2 SASL-IR',
      answers: [
        [/^A2/, `+ ${challenge}\r\n`],
        [/^$/, 'A2 NO SASL authentication failed\r\n'],
      ],
      heard: ['', 'A4 LOGOUT'],
      reply: 'A2 NO SASL authentication failed',
    },
    {
      what: 'IMAP, with no mailbox behind the yes',
      protocol: 'imap',
      capabilities: 'AUTH=XOAUTH2 SASL-IR',
      answers: [
        [/^A2/, 'A2 OK AUTHENTICATE completed.\r\n'],
        [/^A3/, 'A3 BAD User is authenticated but not connected.\r\n'],
      ],
      heard: ['A3 STATUS INBOX (MESSAGES)', 'A4 LOGOUT'],
      reply: 'A3 BAD User is authenticated but not connected.',
    },
    {
      what: 'POP3, before it asked for the token',
      protocol: 'pop3',
      capabilities: 'XOAUTH2',
      answers: [[/^AUTH XOAUTH2$/, '-ERR Protocol error. 16\r\n']],
      heard: ['QUIT'],
      reply: '-ERR Protocol error. 16',
    },
    {
      what: 'POP3, by a challenge as others do',
      protocol: 'pop3',
      capabilities: 'XOAUTH2',
      answers: [
        [/^AUTH XOAUTH2$/, '+ \r\n'],
        [/^dXNlcj/, `+ ${challenge}\r\n`],
        [/^$/, '-ERR [AUTH] Username and password not accepted.\r\n'],
      ],
      heard: ['', 'QUIT'],
      reply: '-ERR [AUTH] Username and password not accepted.',
    },
    {
      what: 'SMTP, by a challenge as others do',
      protocol: 'smtp',
      capabilities: 'XOAUTH2',
      answers: [
        [/^AUTH/, `334 ${challenge}\r\n`],
        [/^$/, '535-5.7.8 Username and Password not accepted.\r\n535 5.7.8 Learn more\r\n'],
      ],
      heard: ['', 'QUIT'],
      reply: '535-5.7.8 Username and Password not accepted.\n535 5.7.8 Learn more',
    },
  ]
  test.for(refusals)('is refused by $what', async ({ heard, reply, ...exchange }) => {
    const told = await run(exchange)
    expect(told.heard.slice(-heard.length)).toEqual(heard)
    expect(stepOf(told.observation, 'sign-in')).toMatchObject({ outcome: 'failed', error: 'refused', reply })
  })

  test.for(['+ more', '+'])('a server that goes on asking (%j) is left, and told nothing more', async (line) => {
    for (const [protocol, capabilities] of [
      ['imap', 'AUTH=XOAUTH2'],
      ['pop3', 'XOAUTH2'],
    ] as const) {
      const told = await run({ protocol, capabilities, answers: [[/^/, `${line}\r\n`]] })
      expect(stepOf(told.observation, 'sign-in')).toMatchObject({ outcome: 'failed' })
      expect(told.heard.filter((heard) => heard === bearer)).toHaveLength(1)
    }
  })

  test.for([
    ['imap', 'AUTH=PLAIN AUTH=OAUTHBEARER SASL-IR'],
    ['pop3', 'PLAIN XOAUTH'],
    ['smtp', 'LOGIN PLAIN'],
  ] as const)('never goes out as a password: %s without XOAUTH2', async ([protocol, capabilities]) => {
    const { observation, heard } = await run({ protocol, capabilities, answers: [] })
    expect(outcomes(observation).at(-1)).toBe('sign-in skipped token-not-offered')
    expect(observation.sent).toBe(false)
    expect(heard.join()).not.toMatch(/AUTHENTICATE|AUTH |USER|PASS|LOGIN "/)
  })

  test('a server that repeats it is not repeated', async () => {
    const { observation } = await run({
      protocol: 'imap',
      capabilities: 'AUTH=XOAUTH2 SASL-IR',
      answers: [[/^A2/, `A2 BAD ${bearer} ${token}\r\n`]],
    })
    expect(stepOf(observation, 'sign-in')?.reply).toBe('A2 BAD [hidden] [hidden]')
  })

  test('that runs out in the middle is told by the server', async () => {
    const { observation } = await play({
      protocol: 'imap',
      token,
      script: async (peer) => {
        await peer.send('* OK ready.\r\n').answer(imapCapabilities('AUTH=XOAUTH2 SASL-IR'), [/^A2/, undefined])
        peer.send('* BYE Session invalidated - AccessTokenExpired\r\n').end()
      },
    })
    expect(stepOf(observation, 'sign-in')).toMatchObject({
      outcome: 'failed',
      error: 'closed',
      reply: '* BYE Session invalidated - AccessTokenExpired',
    })
  })
})
