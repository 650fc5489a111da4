import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { Directory } from '../../directory/directory.ts'
import { Clock } from '../../clock/clock.ts'
import { MailStore } from '../../mail/store.ts'
import { Gate } from '../../sign-in/gate.ts'
import { tokensUntil } from '../../testing/tokens.ts'
import { Client } from '@sparekey/testkit/client'
import { postOffice } from '../../submission/submission.ts'
import { serverMessageId } from '../../voices/smtp-session.ts'
import { openSmtpDoor } from './door.ts'
import type { SmtpLimits } from './limits.ts'
import { issueCertificates } from '../tls.ts'

const certificates = await issueCertificates({ names: ['smtp-mail.outlook.com'] })
const trust = { ca: certificates.ca, servername: 'smtp-mail.outlook.com' }
const hanako = 'hanako@hotmail.com'
const taro = 'taro@outlook.jp'

/** When the good tokens' time is over. */
const tokenEnd = new Date('2027-12-31T00:00:00Z')

const frontend = 'LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM'

/** A server with three accounts, at an instant that does not move. */
async function post(options: { at?: string; limits?: Partial<SmtpLimits>; mailboxBytes?: number } = {}) {
  const clock = new Clock(new Date(options.at ?? '2021-05-01T12:00:00Z'))
  clock.freeze(true)
  clock.set(options.at ?? '2021-05-01T12:00:00Z')
  const now = () => clock.now()
  const directory = new Directory({ now })
  const store = new MailStore({ mailboxBytes: options.mailboxBytes ?? 2 ** 20, now })
  for (const spec of [
    { address: hanako, password: 'correct horse', aliases: ['hana@outlook.com'] },
    { address: taro, password: 'battery staple' },
    { address: 'boss@contoso.example', password: 'work work', kind: 'work' as const },
  ]) {
    store.create(spec.address, directory.add(spec).kind)
  }
  const limits = { failuresPerConnection: 3, failuresBeforeBlock: null }
  const gate = new Gate({ directory, clock, limits, tokens: tokensUntil(tokenEnd) })
  const server = await openSmtpDoor({
    gate,
    submit: postOffice({
      store,
      sender: (address) => directory.get(address),
      newMessageId: (unique) => serverMessageId(frontend, unique),
    }),
    clock,
    tls: certificates,
    frontend,
    host: '127.0.0.1',
    port: 0,
    limits: options.limits ?? {},
  })
  const dial = () => Client.connect(server.port, { starttls: trust })
  /** Behind TLS, greeted. */
  const dialSecurely = async () => {
    const client = await dial()
    await client.line()
    await client.play(`C: EHLO client.example`)
    await skipHello(client)
    await client.play(`
      C: STARTTLS
      S: 220 2.0.0 SMTP server ready
      C: (TLS)
      C: EHLO client.example`)
    await skipHello(client)
    return client
  }
  const dialSignedIn = async (address = hanako, password = 'correct horse') => {
    const client = await dialSecurely()
    await client.play(`
      C: AUTH LOGIN ${base64(address)}
      S: 334 UGFzc3dvcmQ6
      C: ${base64(password)}
      S: 235 2.7.0 Authentication successful`)
    return client
  }
  return {
    clock,
    store,
    gate,
    directory,
    /** The one at work. */
    account: directory.get('boss@contoso.example')!,
    port: server.port,
    close: server.close,
    dial,
    dialSecurely,
    dialSignedIn,
    received: (address: string) => store.mailbox(address).inbox.messages.map(({ raw }) => raw.toString()),
    [Symbol.asyncDispose]: () => server.close(),
  }
}

type Post = Awaited<ReturnType<typeof post>>

async function skipHello(client: Client): Promise<void> {
  while ((await client.line()).startsWith('250-'));
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

function xoauth2(token: string, address = hanako): string {
  return base64(`user=${address}\u0001auth=Bearer ${token}\u0001\u0001`)
}

describe('the words of a session', () => {
  test('in 2021: banner, both EHLO lists, sign-in and a message, word for word', async () => {
    await using server = await post()
    await using client = await server.dial()
    await client.play(`
      S: 220 LO2P265CA0482.outlook.office365.com Microsoft ESMTP MAIL Service ready at Sat, 1 May 2021 12:00:00 +0000
      C: EHLO client.example
      S: 250-LO2P265CA0482.outlook.office365.com Hello [127.0.0.1]
      S: 250-SIZE 157286400
      S: 250-PIPELINING
      S: 250-DSN
      S: 250-ENHANCEDSTATUSCODES
      S: 250-STARTTLS
      S: 250-8BITMIME
      S: 250-BINARYMIME
      S: 250-CHUNKING
      S: 250 SMTPUTF8
      C: STARTTLS
      S: 220 2.0.0 SMTP server ready
      C: (TLS)
      C: EHLO client.example
      S: 250-LO2P265CA0482.outlook.office365.com Hello [127.0.0.1]
      S: 250-SIZE 157286400
      S: 250-PIPELINING
      S: 250-DSN
      S: 250-ENHANCEDSTATUSCODES
      S: 250-AUTH LOGIN XOAUTH2
      S: 250-8BITMIME
      S: 250-BINARYMIME
      S: 250-CHUNKING
      S: 250 SMTPUTF8
      C: AUTH LOGIN
      S: 334 VXNlcm5hbWU6
      C: ${base64(hanako)}
      S: 334 UGFzc3dvcmQ6
      C: ${base64('correct horse')}
      S: 235 2.7.0 Authentication successful
      C: MAIL FROM:<hanako@hotmail.com> SIZE=100 BODY=8BITMIME RET=HDRS ENVID=q1
      S: 250 2.1.0 Sender OK
      C: RCPT TO:<taro@outlook.jp> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;taro@outlook.jp
      S: 250 2.1.5 Recipient OK
      C: DATA
      S: 354 Start mail input; end with <CRLF>.<CRLF>
      C: From: hanako@hotmail.com
      C: Message-ID: <1@client.example>
      C: 
      C: ..dot
      C: .
      S: 250 2.0.0 OK <1@client.example> [Hostname=LO2P265MB0482.GBRP265.PROD.OUTLOOK.COM]
      C: NOOP
      S: 250 2.0.0 OK
      C: RSET
      S: 250 2.0.0 Resetting
      C: VRFY taro
      S: 252 2.1.5 Cannot VRFY user
      C: QUIT
      S: 221 2.0.0 Service closing transmission channel
      S: (closed)`)
    expect(server.received(taro)).toEqual([
      'From: hanako@hotmail.com\r\nMessage-ID: <1@client.example>\r\n\r\n.dot\r\n',
    ])
  })

  test('since 2023 banner and refusals carry time and session id', async () => {
    await using server = await post({ at: '2024-10-10T20:31:23.429Z' })
    await using client = await server.dial()
    await client.play(`
      S: 220 LO2P265CA0482.outlook.office365.com Microsoft ESMTP MAIL Service ready at Thu, 10 Oct 2024 20:31:23 +0000 [08DCE96A81DC9550]
      C: MAIL FROM:<hanako@hotmail.com>
      S: 503 5.5.2 Send hello first [LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM 2024-10-10T20:31:23.429Z 08DCE96A81DC9550]`)
  })

  test('HELO is answered by one line', async () => {
    await using server = await post()
    await using client = await server.dial()
    await client.line()
    await client.play(`
      C: HELO client.example
      S: 250 LO2P265CA0482.outlook.office365.com Hello [127.0.0.1]`)
  })
})

describe('a sign-in', () => {
  const host = '[LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM]'

  test('is refused like any other when the secret is wrong, and MAIL then quotes the refusal', async () => {
    await using server = await post()
    await using client = await server.dialSecurely()
    await client.play(`
      C: MAIL FROM:<hanako@hotmail.com>
      S: 530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM ${host}
      C: AUTH LOGIN ${base64(hanako)}
      S: 334 UGFzc3dvcmQ6
      C: ${base64('incorrect horse')}
      S: 535 5.7.3 Authentication unsuccessful ${host}
      C: MAIL FROM:<hanako@hotmail.com>
      S: 530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.3 Authentication unsuccessful ${host}`)
    expect(server.gate.journal.entries).toMatchObject([
      { protocol: 'smtp', mechanism: 'LOGIN', address: hanako, reply: `535 5.7.3 Authentication unsuccessful ${host}` },
    ])
  })

  test('that fails for the third time ends the session', async () => {
    await using server = await post()
    await using client = await server.dialSecurely()
    const attempt = `
      C: AUTH LOGIN ${base64(hanako)}
      S: 334 UGFzc3dvcmQ6
      C: ${base64('incorrect horse')}
      S: 535 5.7.3 Authentication unsuccessful ${host}`
    await client.play(`${attempt}${attempt}${attempt}
      S: 421 4.7.0 Too many errors on this connection, closing transmission channel ${host}
      S: (closed)`)
  })

  test('is offered only behind TLS and only as LOGIN and XOAUTH2', async () => {
    await using server = await post()
    await using plain = await server.dial()
    await plain.line()
    await plain.play(`C: EHLO client.example`)
    await skipHello(plain)
    await plain.play(`
      C: AUTH LOGIN ${base64(hanako)}
      S: 504 5.7.4 Unrecognized authentication type ${host}
      C: MAIL FROM:<hanako@hotmail.com>
      S: 530 5.7.0 Must issue a STARTTLS command first ${host}`)
    await using client = await server.dialSecurely()
    await client.play(`
      C: AUTH PLAIN ${base64(`\0${hanako}\0correct horse`)}
      S: 504 5.7.4 Unrecognized authentication type ${host}
      C: STARTTLS
      S: 503 5.5.2 Only one STARTTLS command can be issued per session ${host}`)
    expect(server.gate.journal.entries).toEqual([])
  })

  test('can be cancelled, cannot be repeated, and must be base64', async () => {
    await using server = await post({ limits: { badCommands: 99 } })
    await using client = await server.dialSecurely()
    await client.play(`
      C: AUTH
      S: 501 5.5.4 Invalid arguments ${host}
      C: AUTH LOGIN
      S: 334 VXNlcm5hbWU6
      C: *
      S: 501 5.5.4 Authentication cancelled ${host}
      C: AUTH LOGIN
      S: 334 VXNlcm5hbWU6
      C: not base64!
      S: 501 5.5.4 Invalid arguments ${host}
      C: auth login
      S: 334 VXNlcm5hbWU6
      C: ${base64(hanako)}
      S: 334 UGFzc3dvcmQ6
      C: ${base64('correct horse')}
      S: 235 2.7.0 Authentication successful
      C: AUTH LOGIN
      S: 503 5.5.2 Auth command already specified ${host}`)
  })

  test('with a token is refused at once, without a challenge, while there are none', async () => {
    await using server = await post({ at: '2022-11-04T00:00:00Z' })
    await using client = await server.dialSecurely()
    await client.play(`
      C: AUTH XOAUTH2
      S: 334 
      C: ${xoauth2('EwB4')}
      S: 535 5.7.3 Authentication unsuccessful ${host}`)
    expect(server.gate.journal.entries).toMatchObject([
      { mechanism: 'XOAUTH2', address: hanako, reason: 'token-refused' },
    ])
    expect(JSON.stringify(server.gate.journal.entries)).not.toContain('EwB4')
  })

  test('with a good token passes, with and without an initial response', async () => {
    await using server = await post({ at: '2026-11-22' })
    await using quick = await server.dialSecurely()
    await quick.play(`
      C: AUTH XOAUTH2 ${xoauth2('good')}
      S: 235 2.7.0 Authentication successful`)
    await using slow = await server.dialSecurely()
    await slow.play(`
      C: auth xoauth2
      S: 334 
      C: ${xoauth2('good')}
      S: 235 2.7.0 Authentication successful`)
    expect(server.gate.journal.entries.map(({ reason }) => reason)).toEqual(['token', 'token'])
  })

  test.each([
    ['unknown', 'token-refused'],
    ['revoked', 'token-refused'],
    ['expired', 'token-expired'],
    ['wrong-audience', 'token-wrong-audience'],
    ['missing-scope', 'token-missing-scope'],
    ['other-account', 'token-wrong-account'],
    ['alias', 'token-alias'],
  ])('with a token that is %s is refused at once, and journalled as %s', async (token, reason) => {
    await using server = await post()
    await using client = await server.dialSecurely()
    await client.play(`
      C: AUTH XOAUTH2 ${xoauth2(token, 'hana@outlook.com')}
      S: 535 5.7.3 Authentication unsuccessful ${host}`)
    expect(server.gate.journal.entries).toMatchObject([{ reason, evidence: 'MS-SMTP-11' }])
  })

  test.each([
    ['Mailbox', 'smtp-auth-off-mailbox', (server: Post) => (server.account.protocols = { smtp: false })],
    [
      'Tenant',
      'smtp-auth-off-tenant',
      (server: Post) => server.directory.setTenant({ domain: 'contoso.example', smtpAuth: false }),
    ],
  ])('says that SMTP AUTH is off for the %s although the token is right', async (scope, reason, switchOff) => {
    await using server = await post()
    switchOff(server)
    await using client = await server.dialSecurely()
    await client.play(`
      C: AUTH XOAUTH2 ${xoauth2('good', 'boss@contoso.example')}
      S: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the ${scope}. Visit https://aka.ms/smtp_auth_disabled for more information. ${host}`)
    expect(server.gate.journal.entries).toMatchObject([{ reason }])
  })

  test.each<[string, (server: Post) => void]>([
    ['its token runs out', ({ clock }) => clock.set(tokenEnd)],
    ['its account is blocked', ({ account }) => (account.standing = 'blocked')],
    ['its account is removed', ({ account, directory }) => directory.remove(account.address)],
    ['its password is replaced', ({ account }) => (account.password = 'another')],
  ])('ends with the next command when %s, and no message gets through', async (_, happen) => {
    await using server = await post({ at: '2022-11-04T00:00:00Z' })
    await using client = await server.dialSecurely()
    await client.play(`
      C: AUTH XOAUTH2 ${xoauth2('good', 'boss@contoso.example')}
      S: 235 2.7.0 Authentication successful
      C: MAIL FROM:<boss@contoso.example>
      S: 250 2.1.0 Sender OK
      C: RCPT TO:<${taro}>
      S: 250 2.1.5 Recipient OK`)
    happen(server)
    client.send('DATA\r\n')
    expect(await client.line()).toMatch(/^421 4\.4\.2 Connection dropped \[LO2P265CA0482\./)
    await client.play('S: (closed)')
    expect(server.received(taro)).toEqual([])
  })

  test('with NUL, control characters or nonsense in the payload is a wrong sign-in and nothing worse', async () => {
    await using server = await post()
    for (const [name, secret] of [
      [`${hanako}\0admin`, 'correct horse'],
      ['\r\n250 OK', '\u0085\0\u001b[31m'],
      ['', ''],
      ['x'.repeat(9000), '花子'],
    ] as const) {
      await using client = await server.dialSecurely()
      await client.play(`
        C: AUTH LOGIN
        S: 334 VXNlcm5hbWU6
        C: ${base64(name)}
        S: 334 UGFzc3dvcmQ6
        C: ${base64(secret)}
        S: 535 5.7.3 Authentication unsuccessful ${host}
        C: NOOP
        S: 250 2.0.0 OK`)
    }
  })

  test('says basic authentication is disabled once it is, for personal accounts', async () => {
    await using server = await post({ at: '2026-02-19T15:42:20.743Z' })
    await using client = await server.dialSecurely()
    await client.play(`
      C: AUTH LOGIN ${base64(hanako)}
      S: 334 UGFzc3dvcmQ6
      C: ${base64('correct horse')}`)
    expect(await client.line()).toMatch(
      /^535 5\.7\.139 Authentication unsuccessful, basic authentication is disabled\. \[LO2P265CA0482\.GBRP265\.PROD\.OUTLOOK\.COM 2026-02-19T15:42:20\.743Z [0-9A-F]{16}]$/,
    )
  })
})

describe('the order of commands', () => {
  const host = '[LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM]'

  test('is insisted on in the words of MS-SMTP-39 to MS-SMTP-47', async () => {
    await using server = await post({ limits: { badCommands: 99 } })
    await using client = await server.dialSignedIn()
    await client.play(`
      C: RCPT TO:<taro@outlook.jp>
      S: 503 5.5.2 Need mail command ${host}
      C: DATA
      S: 503 5.5.2 Need mail command ${host}
      C: MAIL FROM:hanako@hotmail.com
      S: 501 5.1.7 Invalid address ${host}
      C: MAIL FROM:<hanako@hotmail.com> FLAVOUR=sweet
      S: 501 5.5.4 Invalid arguments ${host}
      C: MAIL FROM:<hanako@hotmail.com> SIZE=1 SIZE=2
      S: 501 5.5.4 Invalid arguments ${host}
      C: MAIL FROM:<hanako@hotmail.com> SIZE=157286401
      S: 552 5.3.4 Message size exceeds fixed maximum message size ${host}
      C: MAIL FROM:<花子@hotmail.com>
      S: 501 5.1.7 Invalid address ${host}
      C: MAIL FROM:<hanako@hotmail.com> SMTPUTF8
      S: 250 2.1.0 Sender OK
      C: MAIL FROM:<hanako@hotmail.com>
      S: 503 5.5.2 Sender already specified ${host}
      C: AUTH LOGIN
      S: 503 5.5.2 Auth command already specified ${host}
      C: DATA
      S: 503 5.5.2 Need rcpt command ${host}
      C: RCPT TO:<nobody at all>
      S: 501 5.1.3 Invalid address ${host}
      C: RCPT TO:<taro@outlook.jp> NOTIFY=NEVER,SUCCESS
      S: 501 5.5.4 Invalid arguments ${host}
      C: RCPT TO:<太郎@outlook.jp>
      S: 250 2.1.5 Recipient OK
      C: EHLO two words
      S: 501 5.5.4 Invalid domain name ${host}
      C: EXPN staff
      S: 500 5.3.3 Unrecognized command 'EXPN' ${host}
      C: DATA now
      S: 501 5.5.4 Invalid arguments ${host}
      C: DATA
      S: 354 Start mail input; end with <CRLF>.<CRLF>`)
  })

  test('that is broken three times ends the session', async () => {
    await using server = await post()
    await using client = await server.dial()
    await client.line()
    await client.play(`
      C: GET / HTTP/1.1
      S: 500 5.3.3 Unrecognized command 'GET' ${host}
      C: Host: localhost
      S: 500 5.3.3 Unrecognized command 'Host:' ${host}
      C: 
      S: 500 5.3.3 Unrecognized command '' ${host}
      S: 421 4.7.0 Too many errors on this connection, closing transmission channel ${host}
      S: (closed)`)
  })

  test('allows everything to be sent at once', async () => {
    await using server = await post()
    await using client = await server.dialSignedIn()
    client.send(
      'MAIL FROM:<hanako@hotmail.com>\r\nRCPT TO:<taro@outlook.jp>\r\nDATA\r\nFrom: hanako@hotmail.com\r\n\r\n1\r\n.\r\n' +
        'MAIL FROM:<hanako@hotmail.com>\r\nRCPT TO:<taro@outlook.jp>\r\nBDAT 6\r\nQUIT\r\nBDAT 2 LAST\r\n\r\nQUIT\r\n',
    )
    const codes: string[] = []
    while (codes.at(-1) !== '221') codes.push((await client.line()).slice(0, 3))
    expect(codes).toEqual(['250', '250', '354', '250', '250', '250', '250', '250', '221'])
    expect(server.received(taro)).toEqual(['From: hanako@hotmail.com\r\n\r\n1\r\n', 'QUIT\r\n\r\n'])
  })
})

describe('CHUNKING', () => {
  const host = '[LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM]'
  const begin = `
      C: MAIL FROM:<hanako@hotmail.com> BODY=BINARYMIME
      S: 250 2.1.0 Sender OK
      C: RCPT TO:<taro@outlook.jp>
      S: 250 2.1.5 Recipient OK`
  const header = 'From: hanako@hotmail.com\r\n\r\n'

  test('keeps every octet, dots, bare line feeds and NUL included, however the chunks are cut', async () => {
    await using server = await post()
    await using client = await server.dialSignedIn()
    await client.play(begin)
    const body = Buffer.from([
      ...Buffer.from(`${header}.\r\n.\r\nQUIT\r\n`),
      0,
      10,
      13,
      255,
      46,
      13,
      10,
      ...Buffer.alloc(70_000, 7),
    ])
    for (const cut of [1, 5, 40_000]) {
      client.send(
        Buffer.concat([
          Buffer.from(`BDAT ${cut}\r\n`),
          body.subarray(cut === 1 ? 0 : cut === 5 ? 1 : 6, cut === 1 ? 1 : cut === 5 ? 6 : 40_006),
        ]),
      )
      expect(await client.line()).toBe(`250 2.0.0 ${cut} octets received`)
    }
    const rest = body.subarray(40_006)
    client.send(Buffer.concat([Buffer.from(`BDAT ${rest.length} LAST\r\n`), rest]))
    expect(await client.line()).toMatch(/^250 2\.0\.0 OK </)
    expect(server.store.mailbox(taro).inbox.messages[0]!.raw.equals(body)).toBe(true)
  })

  test('may end with an empty chunk, be given up by RSET, and does not mix with DATA', async () => {
    await using server = await post({ limits: { badCommands: 99 } })
    await using client = await server.dialSignedIn()
    await client.play(`${begin}
      C: DATA
      S: 503 5.5.1 Bad sequence of commands ${host}
      C: BDAT 0
      S: 250 2.0.0 0 octets received
      C: BDAT 5 LAST EXTRA
      S: 501 5.5.4 Invalid arguments ${host}
      C: RSET
      S: 250 2.0.0 Resetting
      C: BDAT 0 LAST
      S: 503 5.5.2 Need mail command ${host}${begin}`)
    client.send(`BDAT ${header.length}\r\n${header}BDAT 0 LAST\r\n`)
    await client.line()
    expect(await client.line()).toMatch(/^250 2\.0\.0 OK </)
    expect(server.received(taro)).toEqual([header])
  })

  test('takes in the octets of a chunk it refuses, so that they are never read as commands', async () => {
    await using server = await post({ limits: { messageOctets: 64 } })
    await using client = await server.dialSignedIn()
    client.send(`BDAT 10 LAST\r\nQUIT\r\nQUIT`)
    await client.play(`
      S: 503 5.5.2 Need mail command ${host}${begin}`)
    client.send(`BDAT 60\r\n${'x'.repeat(60)}BDAT 5\r\nQUIT\nNOOP\r\n`)
    await client.play(`
      S: 250 2.0.0 60 octets received
      S: 552 5.3.4 Message size exceeds fixed maximum message size ${host}
      S: 250 2.0.0 OK`)
    expect(server.received(taro)).toEqual([])
  })
})

describe('a message', () => {
  const host = '[LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM]'

  async function send(client: Client, options: { from?: string; to?: string[]; raw: string }): Promise<string> {
    client.send(`MAIL FROM:<${options.from ?? hanako}>\r\n`)
    await client.line()
    for (const to of options.to ?? [taro]) {
      client.send(`RCPT TO:<${to}>\r\n`)
      await client.line()
    }
    client.send('DATA\r\n')
    await client.line()
    client.send(`${options.raw}\r\n.\r\n`)
    return client.line()
  }

  test('goes to every local recipient once, to Sent, and outside only into the outbound list', async () => {
    await using server = await post()
    await using client = await server.dialSignedIn()
    const raw = 'From: Hanako <hana@outlook.com>\r\nTo: all\r\n\r\nhello'
    expect(
      await send(client, {
        raw,
        from: 'HANA@outlook.com',
        to: [taro, 'TARO@outlook.jp', hanako, 'hana@outlook.com', 'x@else.example'],
      }),
    ).toMatch(/^250 2\.0\.0 OK <LO2P265MB0482[0-9A-F]{25}@LO2P265MB0482\.GBRP265\.PROD\.OUTLOOK\.COM> \[Hostname=/)
    expect(server.received(taro)).toEqual([`${raw}\r\n`])
    expect(server.received(hanako)).toEqual([`${raw}\r\n`])
    expect(
      server.store
        .mailbox(hanako)
        .special('\\Sent')!
        .messages.map((message) => [...message.flags]),
    ).toEqual([['\\Seen']])
    expect(server.store.outbound).toMatchObject([{ from: hanako, to: ['x@else.example'] }])
  })

  test('is denied at the end of DATA if the envelope or the header names somebody else', async () => {
    await using server = await post()
    await using client = await server.dialSignedIn()
    for (const [from, raw, stranger] of [
      [taro, 'From: hanako@hotmail.com\r\n\r\n', taro],
      [hanako, 'From: "hanako@hotmail.com" <boss@contoso.example>\r\n\r\n', 'boss@contoso.example'],
      [hanako, 'From: hanako@hotmail.com, boss@contoso.example\r\n\r\n', 'boss@contoso.example'],
      ['', 'From: hanako@hotmail.com\r\n\r\n', ''],
    ] as const) {
      expect(await send(client, { from, raw })).toMatch(
        new RegExp(`^554 5\\.2\\.252 SendAsDenied; hanako@hotmail\\.com not allowed to send as ${stranger}; STOREDRV`),
      )
    }
    expect(server.received(taro)).toEqual([])
    expect(await send(client, { raw: 'Subject: no From at all\r\n\r\n' })).toMatch(/^250 /)
  })

  test('is refused for bare line feeds, for its size, for its header and for going in circles', async () => {
    await using server = await post({ limits: { messageOctets: 300_000 } })
    await using client = await server.dialSignedIn()
    const from = 'From: hanako@hotmail.com\r\n'
    expect(await send(client, { raw: `${from}\r\none\ntwo` })).toBe(
      `554 5.6.0 Invalid message content, contains bare linefeeds ${host}`,
    )
    expect(await send(client, { raw: `${from}\r\n\n.\nMAIL FROM:<${taro}>\r\nQUIT` })).toMatch(/^554 5\.6\.0/)
    expect(await send(client, { raw: `${from}\r\n${'x'.repeat(300_000)}` })).toBe(
      `552 5.3.4 Message size exceeds fixed maximum message size ${host}`,
    )
    expect(await send(client, { raw: `${from}X: ${'x'.repeat(262_200)}\r\n\r\n` })).toBe(
      `552 5.3.4 Header size exceeds fixed maximum size ${host}`,
    )
    expect(await send(client, { raw: `${'Received: from a by b\r\n'.repeat(61)}${from}\r\n` })).toBe(
      `554 5.4.6 Hop count exceeded - possible mail loop ${host}`,
    )
    expect(server.received(taro)).toEqual([])
    expect(await send(client, { raw: `${from}\r\nfine` })).toMatch(/^250 /)
  })

  test('has a limited number of recipients, of whom a repeated one counts once', async () => {
    await using server = await post({ limits: { recipients: 2 } })
    await using client = await server.dialSignedIn()
    await client.play(`
      C: MAIL FROM:<hanako@hotmail.com>
      S: 250 2.1.0 Sender OK
      C: RCPT TO:<taro@outlook.jp>
      S: 250 2.1.5 Recipient OK
      C: RCPT TO:<a@else.example>
      S: 250 2.1.5 Recipient OK
      C: RCPT TO:<b@else.example>
      S: 452 4.5.3 Too many recipients ${host}
      C: RCPT TO:<TARO@outlook.jp>
      S: 250 2.1.5 Recipient OK`)
  })

  test('that does not fit into one mailbox goes into none', async () => {
    await using server = await post({ mailboxBytes: 1000 })
    await using client = await server.dialSignedIn()
    const raw = `From: hanako@hotmail.com\r\n\r\n${'x'.repeat(600)}`
    expect(await send(client, { raw, to: [taro, hanako, 'x@else.example'] })).toMatch(/^554 5\.2\.2 mailbox full; /)
    expect([server.received(taro), server.received(hanako), server.store.outbound]).toEqual([[], [], []])
    expect(await send(client, { raw })).toMatch(/^250 /)
  })

  test('from a personal account gets an id of the server since 2026-09, from a work account never', async () => {
    const raw = 'Subject: a\r\nMessage-ID:\r\n <1@client.example>\r\nFrom: '
    await using before = await post({ at: '2024-06-01' })
    await using early = await before.dialSignedIn()
    expect(await send(early, { raw: `${raw}${hanako}\r\n\r\n` })).toContain(' OK <1@client.example> ')

    await using server = await post({ at: '2026-09-21' })
    const ids: string[] = []
    for (const address of [hanako, 'boss@contoso.example']) {
      await using client = await server.dialSecurely()
      await client.play(`
        C: AUTH XOAUTH2 ${xoauth2('good', address)}
        S: 235 2.7.0 Authentication successful`)
      ids.push(/ OK (\S+) /.exec(await send(client, { from: address, raw: `${raw}${address}\r\n\r\nbody` }))![1]!)
    }
    expect(ids).toEqual([expect.stringMatching(/^<LO2P265MB0482[0-9A-F]{25}@LO2P265MB0482\./), '<1@client.example>'])
    expect(server.received(taro)).toEqual([
      `Subject: a\r\nMessage-ID: ${ids[0]}\r\nFrom: ${hanako}\r\n\r\nbody\r\n`,
      `${raw}boss@contoso.example\r\n\r\nbody\r\n`,
    ])
  })

  test('that breaks off in the middle is nobody’s, and the server goes on', async () => {
    await using server = await post()
    for (const rest of ['DATA\r\nFrom: hanako@hotmail.com\r\n', 'BDAT 1000 LAST\r\nFrom']) {
      await using client = await server.dialSignedIn()
      client.send(`MAIL FROM:<${hanako}>\r\nRCPT TO:<${taro}>\r\n${rest}`)
      for (let replies = rest.startsWith('DATA') ? 3 : 2; replies > 0; replies--) await client.line()
      await client[Symbol.asyncDispose]()
    }
    await using client = await server.dialSignedIn()
    expect(await send(client, { raw: 'From: hanako@hotmail.com\r\n\r\n' })).toMatch(/^250 /)
    expect(server.received(taro)).toHaveLength(1)
  })
})

test('two messages in one piece are both taken, and what comes behind them is answered', async () => {
  await using server = await post()
  await using client = await server.dialSignedIn()
  const one = `MAIL FROM:<${hanako}>\r\nRCPT TO:<${taro}>\r\nDATA\r\nFrom: ${hanako}\r\n\r\n.\r\n`
  client.send(`${one}${one}NOOP\r\n`)
  const replies: string[] = []
  for (let count = 9; count > 0; count--) replies.push((await client.line()).slice(0, 9))
  expect(replies.filter((reply) => reply === '250 2.0.0')).toHaveLength(3)
  expect(replies[8]).toBe('250 2.0.0')
  expect(server.received(taro)).toHaveLength(2)
})

describe('a hostile client', () => {
  const host = '[LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM]'

  test('that sends an endless line is told so and cut off', async () => {
    await using server = await post()
    await using client = await server.dial()
    await client.line()
    client.send('x'.repeat(40_000))
    await client.play(`
      S: 500 5.5.2 Command too long ${host}
      S: (closed)`)
  })

  test('cannot put commands between STARTTLS and TLS', async () => {
    await using server = await post()
    await using client = await server.dial()
    await client.line()
    await client.play(`C: EHLO client.example`)
    await skipHello(client)
    client.send('STARTTLS\r\nEHLO injected.example\r\nNOOP\r\n')
    await client.play(`
      S: 220 2.0.0 SMTP server ready
      C: (TLS)
      C: MAIL FROM:<hanako@hotmail.com>
      S: 503 5.5.2 Send hello first ${host}`)
  })

  test('that does not speak TLS after STARTTLS loses the connection, not the server', async () => {
    await using server = await post()
    await using client = await server.dial()
    await client.line()
    await client.play(`C: EHLO client.example`)
    await skipHello(client)
    await client.play(`
      C: STARTTLS
      S: 220 2.0.0 SMTP server ready`)
    client.send('this is no ClientHello\r\n'.repeat(10))
    await client.lines(() => false)
    await using other = await server.dialSignedIn()
    await other.play(`
      C: NOOP
      S: 250 2.0.0 OK`)
  })

  test('that says nothing is sent away after a while, and so is one that never signs in', async () => {
    await using idle = await post({ limits: { idleMs: 30 } })
    await using silent = await idle.dial()
    await silent.line()
    await silent.play(`
      S: 451 4.7.0 Timeout waiting for client input ${host}
      S: (closed)`)
    await using impatient = await post({ limits: { unauthenticatedMs: 30 } })
    await using anonymous = await impatient.dial()
    await anonymous.line()
    await anonymous.play(`
      S: 421 4.4.2 Connection dropped ${host}
      S: (closed)`)
  })

  test('that begins a handshake and does not go on is cut off', async () => {
    await using server = await post({ limits: { unauthenticatedMs: 300 } })
    await using stalled = await server.dial()
    await stalled.line()
    await stalled.play(`C: EHLO client.example`)
    await skipHello(stalled)
    await stalled.play(`
      C: STARTTLS
      S: 220 2.0.0 SMTP server ready
      S: (closed)`)
  })

  test('finds no room beside too many others', async () => {
    await using server = await post({ limits: { connections: 1 } })
    await using first = await server.dial()
    await first.line()
    await using second = await server.dial()
    await second.play(`
      S: 421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel ${host}
      S: (closed)`)
    await first.play(`
      C: QUIT
      S: 221 2.0.0 Service closing transmission channel`)
  })
})

describe('the server', () => {
  test('closes at once while sessions are open, in whatever state', async () => {
    const server = await post()
    await using signedIn = await server.dialSignedIn()
    await using plain = await server.dial()
    await plain.line()
    await using upgrading = await server.dial()
    await upgrading.line()
    await upgrading.play(`C: EHLO client.example`)
    await skipHello(upgrading)
    await upgrading.play(`
      C: STARTTLS
      S: 220 2.0.0 SMTP server ready`)
    await server.close()
    for (const client of [signedIn, plain]) expect(await client.line()).toMatch(/^421 4\.4\.2 Connection dropped/)
  })

  test('says which port is taken', async () => {
    await using server = await post()
    const { gate, clock } = server
    const again = openSmtpDoor({
      gate,
      clock,
      submit: () => ({ outcome: 'accepted', messageId: '<1@example>' }),
      tls: certificates,
      frontend: 'A.B',
      host: '127.0.0.1',
      port: server.port,
    })
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE', port: server.port })
  })

  test('serves nodemailer, and refuses it in a way it understands', async () => {
    await using server = await post()
    const transport = (pass: string) =>
      createTransport({
        host: '127.0.0.1',
        port: server.port,
        requireTLS: true,
        tls: trust,
        auth: { user: hanako, pass },
      })
    const text = '日本語の本文\r\n.dot\r\n..two\r\n'
    const sent = await transport('correct horse').sendMail({ from: hanako, to: taro, subject: '花見', text })
    expect(sent.accepted).toEqual([taro])
    expect(server.received(taro)[0]).toContain('Subject: =?UTF-8?B?')
    await expect(transport('wrong').sendMail({ from: hanako, to: taro, text })).rejects.toMatchObject({
      code: 'EAUTH',
      responseCode: 535,
    })
  })
})
