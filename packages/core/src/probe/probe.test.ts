import { describe, expect, test } from 'vitest'
import { SparekeyError } from '../errors/sparekey-error.ts'
import type { Endpoint, Protocol, Security } from '../settings/settings.ts'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { startScripted, type Peer } from '@sparekey/testkit/server'
import { ManualClock } from '@sparekey/testkit/clock'
import { networkTo } from '../testing/network.ts'
import { silence, timersOf } from '../testing/timers.ts'
import type { Step } from '../protocols/step.ts'
import type { Observation } from './observation.ts'
import { probe } from './probe.ts'

const host = 'mail.example'
const username = 'hanako@hotmail.com'
const [good, otherName, expired, otherAuthority] = await Promise.all([
  issueCertificate(host),
  issueCertificate('other.example'),
  issueCertificate(host, { expired: true }),
  issueCertificate(host),
])

type Play = {
  protocol: Protocol
  security?: Security
  secret?: string
  token?: string
  /** By which the limits run; the machine's time if unset. */
  clock?: ManualClock | undefined
  /** `undefined` for a server that does not speak TLS. */
  certificate?: typeof good | undefined
  ca?: string
  script: (peer: Peer) => unknown
}

/** Probes a server that plays `script`, and tells what was observed and what the server heard. */
async function play({ protocol, security = 'tls', secret, token, script, clock, ...options }: Play) {
  const certificate = 'certificate' in options ? options.certificate : good
  const implicit = security === 'tls' && certificate
  await using server = await startScripted(script, implicit ? { tls: certificate } : {})
  const endpoint: Endpoint = { protocol, host, port: 4000, security }
  const timers = clock && timersOf(clock)
  const network = networkTo(server.port, { ca: options.ca ?? good.ca, ...(timers && { timers }) })
  const proof = token !== undefined ? { token } : secret !== undefined ? { secret } : undefined
  const told: Step[] = []
  const observation = await probe({ endpoint, username, proof }, network, (step) => told.push(step))
  expect(told).toEqual(observation.steps)
  return { observation, heard: server.heard }
}

const outcomes = ({ steps }: Observation) =>
  steps.map(({ step, outcome, error }) => [step, outcome, error].filter(Boolean).join(' '))
const stepOf = ({ steps }: Observation, name: Step['step']) => steps.find(({ step }) => step === name)

const imapCapabilities = (words: string) =>
  [/^A1 CAPABILITY$/, `* CAPABILITY IMAP4rev1 ${words}\r\nA1 OK CAPABILITY completed.\r\n`] as const
const imapEnd = [
  [/^A3 STATUS INBOX/, '* STATUS Inbox (MESSAGES 0) \r\nA3 OK STATUS completed.\r\n'],
  [/^A4 LOGOUT$/, '* BYE bye\r\nA4 OK LOGOUT completed.\r\n'],
] as const
const ehlo = (...lines: string[]) =>
  [
    /^EHLO /,
    ['mail.example Hello', ...lines]
      .map((line, index) => `250${index === lines.length ? ' ' : '-'}${line}\r\n`)
      .join(''),
  ] as const
const popEnd = [
  [/^STAT$/, '+OK 0 0\r\n'],
  [/^QUIT$/, '+OK bye\r\n'],
] as const

describe('IMAP', () => {
  test('climbs all steps, signs in once, looks at the mailbox and says goodbye', async () => {
    const { observation, heard } = await play({
      protocol: 'imap',
      secret: 'correct horse',
      script: (peer) =>
        peer
          .send('* OK ready.\r\n')
          .answer(imapCapabilities('AUTH=PLAIN'), [/^A2 LOGIN/, 'A2 OK LOGIN completed.\r\n'], ...imapEnd),
    })
    expect(heard).toEqual([
      'A1 CAPABILITY',
      'A2 LOGIN "hanako@hotmail.com" "correct horse"',
      'A3 STATUS INBOX (MESSAGES)',
      'A4 LOGOUT',
    ])
    expect(outcomes(observation)).toEqual([
      'resolve ok',
      'connect ok',
      'tls ok',
      'greeting ok',
      'capabilities ok',
      'sign-in ok',
    ])
    expect(observation).toMatchObject({
      credential: 'other-secret',
      sent: true,
      capabilities: ['IMAP4REV1', 'AUTH=PLAIN'],
    })
    expect(stepOf(observation, 'greeting')?.reply).toBe('* OK ready.')
    expect(stepOf(observation, 'sign-in')?.reply).toBe('A2 OK LOGIN completed.')
    expect(JSON.stringify(observation)).not.toContain('correct horse')
  })

  test('a refusal ends the climb with the server’s words, and nothing else is tried', async () => {
    const { observation, heard } = await play({
      protocol: 'imap',
      secret: 'wrong horse',
      script: (peer) =>
        peer
          .send('* OK ready.\r\n')
          .answer(imapCapabilities('AUTH=PLAIN AUTH=LOGIN'), [/^A2 LOGIN/, 'A2 NO LOGIN failed.\r\n'], ...imapEnd),
    })
    expect(heard).toEqual(['A1 CAPABILITY', 'A2 LOGIN "hanako@hotmail.com" "wrong horse"', 'A4 LOGOUT'])
    expect(stepOf(observation, 'sign-in')).toMatchObject({
      outcome: 'failed',
      reply: 'A2 NO LOGIN failed.',
      error: 'refused',
    })
  })

  test('a mailbox that does not open after OK is a failed sign-in', async () => {
    const { observation } = await play({
      protocol: 'imap',
      secret: 'correct horse',
      script: (peer) =>
        peer
          .send('* OK ready.\r\n')
          .answer(
            imapCapabilities(''),
            [/^A2/, 'A2 OK LOGIN completed.\r\n'],
            [/^A3/, 'A3 BAD User is authenticated but not connected.\r\n'],
            ...imapEnd,
          ),
    })
    expect(stepOf(observation, 'sign-in')).toMatchObject({
      outcome: 'failed',
      reply: 'A3 BAD User is authenticated but not connected.',
    })
  })

  test('a capability line that takes no password keeps the secret here', async () => {
    const { observation, heard } = await play({
      protocol: 'imap',
      secret: 'correct horse',
      script: (peer) => peer.send('* OK ready.\r\n').answer(imapCapabilities('AUTH=XOAUTH2 LOGINDISABLED'), ...imapEnd),
    })
    expect(heard).toEqual(['A1 CAPABILITY', 'A4 LOGOUT'])
    expect(observation.sent).toBe(false)
    expect(stepOf(observation, 'sign-in')).toMatchObject({ outcome: 'skipped', error: 'password-not-offered' })
  })

  test('without a secret the probe stops before signing in', async () => {
    const { observation, heard } = await play({
      protocol: 'imap',
      script: (peer) => peer.send('* OK ready.\r\n').answer(imapCapabilities('AUTH=PLAIN'), ...imapEnd),
    })
    expect(heard).toEqual(['A1 CAPABILITY', 'A4 LOGOUT'])
    expect(observation).toMatchObject({ credential: 'none', sent: false })
    expect(stepOf(observation, 'sign-in')).toMatchObject({ outcome: 'skipped', error: 'not-asked' })
  })

  const plain = (secret: string) => Buffer.from(`\0${username}\0${secret}`).toString('base64')
  test.for([
    [
      'quotes and backslashes are escaped',
      'AUTH=PLAIN',
      String.raw`a"b\c`,
      [String.raw`A2 LOGIN "hanako@hotmail.com" "a\"b\\c"`],
    ],
    ['letters outside ASCII go as SASL PLAIN', 'AUTH=PLAIN', '桜', ['A2 AUTHENTICATE PLAIN', plain('桜')]],
    ['LOGINDISABLED leaves SASL PLAIN', 'AUTH=PLAIN LOGINDISABLED', 'horse', ['A2 AUTHENTICATE PLAIN', plain('horse')]],
    [
      'letters outside ASCII go as literals where PLAIN is missing',
      '',
      '桜',
      ['A2 LOGIN {18}', 'hanako@hotmail.com {3}', '桜'],
    ],
  ] as const)('%s', async ([, words, secret, lines]) => {
    const { observation, heard } = await play({
      protocol: 'imap',
      secret,
      script: (peer) =>
        peer
          .send('* OK ready.\r\n')
          .answer(
            imapCapabilities(words),
            [/^A2 AUTHENTICATE PLAIN$|\{\d+\}$/, '+ \r\n'],
            [/^A2 LOGIN "|^桜$|^AGhhbmFrb/, 'A2 OK LOGIN completed.\r\n'],
            ...imapEnd,
          ),
    })
    expect(heard.slice(1, -2)).toEqual(lines)
    expect(outcomes(observation).at(-1)).toBe('sign-in ok')
  })

  test('a secret that the server repeats is hidden', async () => {
    const { observation } = await play({
      protocol: 'imap',
      secret: 'a"hidden"horse',
      script: (peer) =>
        peer
          .send('* OK ready.\r\n')
          .answer(
            imapCapabilities(''),
            [/^A2 LOGIN/, (line) => `A2 BAD what is ${line}? a"hidden"horse?\r\n`],
            ...imapEnd,
          ),
    })
    expect(stepOf(observation, 'sign-in')?.reply).toBe(
      'A2 BAD what is A2 LOGIN "hanako@hotmail.com" "[hidden]"? [hidden]?',
    )
  })
})

describe('POP3', () => {
  test('signs in by USER and PASS and looks at the mailbox', async () => {
    const { observation, heard } = await play({
      protocol: 'pop3',
      secret: 'correct horse',
      script: (peer) =>
        peer
          .send('+OK ready.\r\n')
          .answer(
            [/^CAPA$/, '+OK\r\nTOP\r\nSASL PLAIN XOAUTH2\r\nUSER\r\n.\r\n'],
            [/^USER hanako@hotmail.com$/, '+OK\r\n'],
            [/^PASS correct horse$/, '+OK User successfully logged on.\r\n'],
            ...popEnd,
          ),
    })
    expect(heard).toEqual(['CAPA', `USER ${username}`, 'PASS correct horse', 'STAT', 'QUIT'])
    expect(observation.capabilities).toEqual(['TOP', 'SASL PLAIN XOAUTH2', 'USER'])
    expect(stepOf(observation, 'sign-in')).toMatchObject({ outcome: 'ok', reply: '+OK User successfully logged on.' })
  })

  test('sends letters outside ASCII as SASL PLAIN in two lines', async () => {
    const { heard } = await play({
      protocol: 'pop3',
      secret: '桜',
      script: (peer) =>
        peer
          .send('+OK ready.\r\n')
          .answer(
            [/^CAPA$/, '+OK\r\nSASL PLAIN\r\nUSER\r\n.\r\n'],
            [/^AUTH PLAIN$/, '+ \r\n'],
            [/^AGh/, '+OK\r\n'],
            ...popEnd,
          ),
    })
    expect(heard).toEqual(['CAPA', 'AUTH PLAIN', Buffer.from(`\0${username}\0桜`).toString('base64'), 'STAT', 'QUIT'])
  })

  test('a server without CAPA is still asked by USER and PASS', async () => {
    const { observation } = await play({
      protocol: 'pop3',
      secret: 'correct horse',
      script: (peer) =>
        peer.send('+OK ready.\r\n').answer([/^CAPA$/, '-ERR what?\r\n'], [/^USER|^PASS/, '+OK\r\n'], ...popEnd),
    })
    expect(outcomes(observation).at(-1)).toBe('sign-in ok')
  })

  test('capabilities with neither USER nor PLAIN keep the secret here', async () => {
    const { observation, heard } = await play({
      protocol: 'pop3',
      secret: 'correct horse',
      script: (peer) => peer.send('+OK ready.\r\n').answer([/^CAPA$/, '+OK\r\nSASL XOAUTH2\r\n.\r\n'], ...popEnd),
    })
    expect(heard).toEqual(['CAPA', 'QUIT'])
    expect(outcomes(observation).at(-1)).toBe('sign-in skipped password-not-offered')
  })

  test('a refused user name leaves the secret unsent', async () => {
    const { observation, heard } = await play({
      protocol: 'pop3',
      secret: 'correct horse',
      script: (peer) =>
        peer
          .send('+OK ready.\r\n')
          .answer(
            [/^CAPA$/, '+OK\r\nUSER\r\n.\r\n'],
            [/^USER/, '-ERR Basic authentication is disabled\r\n'],
            ...popEnd,
          ),
    })
    expect(heard).not.toContain('PASS correct horse')
    expect(observation.sent).toBe(false)
    expect(stepOf(observation, 'sign-in')?.reply).toBe('-ERR Basic authentication is disabled')
  })
})

describe('SMTP', () => {
  const upgrade = async (peer: Peer) => {
    await peer.send('220 mail.example ready\r\n').answer(ehlo('SIZE 1', 'STARTTLS'), [/^STARTTLS$/, undefined])
    peer.send('220 2.0.0 SMTP server ready\r\n')
    await peer.startTls(good)
  }

  test('speaks STARTTLS, then signs in by AUTH LOGIN where PLAIN is not offered', async () => {
    const { observation, heard } = await play({
      protocol: 'smtp',
      security: 'starttls',
      secret: 'correct horse',
      script: async (peer) => {
        await upgrade(peer)
        await peer.answer(
          ehlo('AUTH LOGIN XOAUTH2', 'SMTPUTF8'),
          [/^AUTH LOGIN$/, '334 VXNlcm5hbWU6\r\n'],
          [/^aGFuYWtv/, '334 UGFzc3dvcmQ6\r\n'],
          [/^Y29ycmVj/, '235 2.7.0 Authentication successful\r\n'],
          [/^QUIT$/, '221 bye\r\n'],
        )
      },
    })
    const base64 = (text: string) => Buffer.from(text).toString('base64')
    expect(heard).toEqual([
      'EHLO [127.0.0.1]',
      'STARTTLS',
      'EHLO [127.0.0.1]',
      'AUTH LOGIN',
      base64(username),
      base64('correct horse'),
      'QUIT',
    ])
    expect(outcomes(observation)).toEqual([
      'resolve ok',
      'connect ok',
      'greeting ok',
      'tls ok',
      'capabilities ok',
      'sign-in ok',
    ])
    expect(observation.capabilities).toEqual(['AUTH LOGIN XOAUTH2', 'SMTPUTF8'])
    expect(stepOf(observation, 'sign-in')?.reply).toBe('235 2.7.0 Authentication successful')
  })

  test('uses PLAIN where it is offered, and quotes a refusal of several lines whole', async () => {
    const { observation, heard } = await play({
      protocol: 'smtp',
      security: 'starttls',
      secret: 'wrong horse',
      script: async (peer) => {
        await upgrade(peer)
        await peer.answer(
          ehlo('AUTH LOGIN PLAIN'),
          [/^AUTH PLAIN$/, '334 \r\n'],
          [/^AGh/, '535-5.7.8 Username and Password\r\n535 5.7.8 not accepted\r\n'],
          [/^QUIT$/, '221 bye\r\n'],
        )
      },
    })
    expect(heard.slice(3)).toEqual(['AUTH PLAIN', Buffer.from(`\0${username}\0wrong horse`).toString('base64'), 'QUIT'])
    expect(stepOf(observation, 'sign-in')?.reply).toBe('535-5.7.8 Username and Password\n535 5.7.8 not accepted')
  })

  test('a server that offers only tokens keeps the secret here', async () => {
    const { observation } = await play({
      protocol: 'smtp',
      security: 'starttls',
      secret: 'correct horse',
      script: async (peer) => {
        await upgrade(peer)
        await peer.answer(ehlo('AUTH XOAUTH2'), [/^QUIT$/, '221 bye\r\n'])
      },
    })
    expect(outcomes(observation).at(-1)).toBe('sign-in skipped password-not-offered')
    expect(observation.sent).toBe(false)
  })
})

describe('a token', () => {
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

describe('the way to the server', () => {
  test('a name that is not found ends the climb at once', async () => {
    const network = {
      ...networkTo(1),
      resolve: () => Promise.reject(new SparekeyError('host-not-found', { host, error: 'ENOTFOUND' })),
    }
    const observation = await probe(
      { endpoint: { protocol: 'imap', host, port: 993, security: 'tls' }, username },
      network,
    )
    expect(outcomes(observation)[0]).toBe('resolve failed ENOTFOUND')
    expect(observation.steps.slice(1).every(({ outcome, ms }) => outcome === 'skipped' && ms === 0)).toBe(true)
  })

  test('of several addresses the first that answers is used', async () => {
    await using server = await startScripted((peer) =>
      peer.send('220 ready\r\n').answer(ehlo('AUTH PLAIN'), [/^QUIT$/, undefined]),
    )
    await using gone = await startScripted(() => undefined)
    const closedPort = gone.port
    await gone[Symbol.asyncDispose]()
    const network = {
      ...networkTo(server.port),
      resolve: async () => [closedPort, server.port].map((port) => ({ host: '127.0.0.1', port })),
    }
    const observation = await probe(
      { endpoint: { protocol: 'smtp', host, port: 587, security: 'none' }, username },
      network,
    )
    expect(outcomes(observation)[1]).toBe('connect ok')
    const none = { ...network, resolve: async () => [{ host: '127.0.0.1', port: closedPort }] }
    const refused = await probe({ endpoint: { protocol: 'smtp', host, port: 587, security: 'none' }, username }, none)
    expect(outcomes(refused)[1]).toBe('connect failed ECONNREFUSED')
  })
})

test.for([
  ['bad-address', { username: 'x\r\nDELE 1', proof: { secret: 'horse' } }],
  ['bad-secret', { username, proof: { secret: '' } }],
  ['bad-secret', { username, proof: { token: 'two words' } }],
] as const)('%s is refused before anything is resolved', async ([code, asked]) => {
  const endpoint: Endpoint = { protocol: 'pop3', host, port: 995, security: 'tls' }
  const network = { ...networkTo(1), resolve: () => Promise.reject(new Error('nothing may be resolved')) }
  await expect(probe({ endpoint, ...asked }, network)).rejects.toMatchObject({ code })
})
