import { issueCertificate } from '@sparekey/testkit/certificate'
import { failureOf } from '@sparekey/testkit/failure'
import { startScripted, type Answer, type Peer } from '@sparekey/testkit/server'
import { expect, test } from 'vitest'
import type { Credentials } from './credentials/credentials.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import { SparekeyError } from './errors/sparekey-error.ts'
import { openMailbox } from './open-mailbox.ts'
import { probe } from './probe/probe.ts'
import type { Endpoint, Protocol, Security } from './settings/settings.ts'
import { submit } from './submission/smtp.ts'
import { networkTo } from './testing/network.ts'

/** Whatever a server does, `check` and the clients say the same to it, and call what became of it by the same name. */

const host = 'mail.example'
const tls = await issueCertificate(host)
const username = 'hanako@hotmail.com'
const secret = { secret: 'correct horse' } as const
const token = { token: 'EwB4' } as const

type Row = {
  what: string
  protocol: Protocol
  security?: Security
  proof?: typeof secret | typeof token
  greeting: string
  answers?: readonly Answer[]
  code: string
}

const capability = (words: string): Answer => [/^A1/, `* CAPABILITY IMAP4rev1 ${words}\r\nA1 OK\r\n`]
const capa = (words: string): Answer => [/^CAPA$/, `+OK\r\n${words}\r\n.\r\n`]
const ehlo = (words: string): Answer => [/^EHLO/, `250-${host}\r\n250 ${words}\r\n`]

const rows: readonly Row[] = [
  { what: 'goodbye', protocol: 'imap', greeting: '* BYE Connection is closed. 10', code: 'throttled' },
  { what: 'goodbye', protocol: 'pop3', greeting: '-ERR later', code: 'server-unavailable' },
  { what: 'goodbye', protocol: 'smtp', greeting: '421 later', code: 'server-unavailable' },
  { what: 'another protocol', protocol: 'imap', greeting: '+OK ready', code: 'not-a-mail-server' },
  { what: 'PREAUTH', protocol: 'imap', greeting: '* PREAUTH welcome', code: 'tls-needed' },
  { what: 'a line without end', protocol: 'pop3', greeting: `+OK ${'x'.repeat(9000)}`, code: 'not-a-mail-server' },
  {
    what: 'no TLS',
    protocol: 'imap',
    security: 'starttls',
    greeting: '* OK',
    answers: [capability('')],
    code: 'tls-needed',
  },
  {
    what: 'no TLS',
    protocol: 'pop3',
    security: 'starttls',
    greeting: '+OK',
    answers: [capa('USER')],
    code: 'tls-needed',
  },
  {
    what: 'no TLS',
    protocol: 'smtp',
    security: 'starttls',
    greeting: '220',
    answers: [ehlo('AUTH PLAIN')],
    code: 'tls-needed',
  },
  {
    what: 'bytes before TLS',
    protocol: 'smtp',
    security: 'starttls',
    greeting: '220',
    answers: [ehlo('STARTTLS'), [/^STARTTLS/, '220 go\r\n250 AUTH PLAIN\r\n']],
    code: 'tls-needed',
  },
  {
    what: 'no capabilities',
    protocol: 'smtp',
    greeting: '220',
    answers: [[/^EHLO/, '502 what\r\n']],
    code: 'not-a-mail-server',
  },
  {
    what: 'words of no protocol at the sign-in',
    protocol: 'imap',
    greeting: '* OK',
    answers: [capability(''), [/^A2/, 'what?\r\n']],
    code: 'not-a-mail-server',
  },
  {
    what: 'a request to wait',
    protocol: 'imap',
    greeting: '* OK',
    answers: [
      capability('AUTH=PLAIN'),
      [/^A2 LOGIN/, 'A2 BAD Request is throttled. Suggested Backoff Time: 9 milliseconds\r\n'],
    ],
    code: 'throttled',
  },
  {
    what: 'a mailbox in use',
    protocol: 'pop3',
    greeting: '+OK',
    answers: [capa('USER'), [/^USER/, '+OK\r\n'], [/^PASS/, '-ERR [IN-USE] locked\r\n']],
    code: 'throttled',
  },
  {
    what: 'a token that has run out',
    protocol: 'pop3',
    proof: token,
    greeting: '+OK',
    answers: [
      capa('SASL XOAUTH2'),
      [/^AUTH/, '+ \r\n'],
      [/^dXNl/, '-ERR Session invalidated - AccessTokenExpired\r\n'],
    ],
    code: 'token-expired',
  },
  {
    what: 'trouble of its own',
    protocol: 'smtp',
    proof: token,
    greeting: '220',
    answers: [ehlo('AUTH XOAUTH2'), [/^AUTH/, '454 4.7.0 Temporary authentication failure\r\n']],
    code: 'server-unavailable',
  },
  {
    what: 'a refusal',
    protocol: 'smtp',
    greeting: '220',
    answers: [
      ehlo('AUTH LOGIN PLAIN'),
      [/^AUTH PLAIN$/, '334 \r\n'],
      [/^AGh/, '535 5.7.3 Authentication unsuccessful\r\n'],
    ],
    code: 'sign-in-refused',
  },
  {
    what: 'no way for a token',
    protocol: 'imap',
    proof: token,
    greeting: '* OK',
    answers: [capability('AUTH=PLAIN')],
    code: 'sign-in-refused',
  },
]

test.for(rows)(
  '$protocol: $what',
  async ({ protocol, security = 'tls', proof = secret, greeting, answers = [], code }) => {
    const goodbye: Answer = [/^(?:A4 LOGOUT|QUIT)$/, undefined]
    const script = (peer: Peer) => peer.send(`${greeting}\r\n`).answer(...answers, goodbye)
    const endpoint: Endpoint = { protocol, host, port: 1, security }
    const account: Credentials = { username, ...proof }
    const met = async <T>(go: (network: ReturnType<typeof networkTo>) => Promise<T>) => {
      await using server = await startScripted(script, security === 'tls' ? { tls } : {})
      const result = await go(networkTo(server.port, { ca: tls.ca }))
      return { result, heard: server.heard.filter((line) => !goodbye[0].test(line)) }
    }
    const envelope = { from: username, to: ['taro@example.com'] }
    const client = await met((network) =>
      failureOf(() =>
        protocol === 'smtp'
          ? submit({ ...account, endpoint, network, envelope, raw: Buffer.from('Subject: x\r\n\r\n') })
          : openMailbox({ ...account, endpoint, network }),
      ),
    )
    const observed = await met((network) => probe({ endpoint, username, proof }, network))
    expect(client.result).toBeInstanceOf(SparekeyError)
    expect(client.result).toMatchObject({ code })
    expect(client.heard).toEqual(observed.heard)
    const { finding } = diagnose([observed.result], { servers: [] })
    // Why a secret was refused, the client does not judge.
    if (code !== 'sign-in-refused') expect(finding.code).toBe(code)
  },
)
