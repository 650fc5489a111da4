import { describe, expect, test } from 'vitest'
import { check, type CheckOptions, type StepEvent } from './check.ts'
import { parseUsing } from './settings/using.ts'
import type { Protocol } from './settings/settings.ts'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { startScripted, type Peer, type ScriptedServer } from '@sparekey/testkit/server'
import { networkTo } from './testing/network.ts'

const certificate = await issueCertificate('imap-mail.outlook.com')
const address = 'hanako@hotmail.com'

/** IMAP that takes one secret; what a check needs of it and no more. */
const imapTaking = (secret: string) => (peer: Peer) =>
  peer
    .send('* OK ready.\r\n')
    .answer(
      [/^A1/, '* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nA1 OK done.\r\n'],
      [/^A2/, (line) => (line.includes(`"${secret}"`) ? 'A2 OK LOGIN completed.\r\n' : 'A2 NO LOGIN failed.\r\n')],
      [/^A3/, 'A3 OK done.\r\n'],
      [/^A4/, '* BYE bye\r\nA4 OK bye\r\n'],
    )

async function withServer(
  script: (peer: Peer) => unknown,
  run: (server: ScriptedServer, options: (change: Partial<CheckOptions>) => CheckOptions) => Promise<void>,
) {
  await using server = await startScripted(script, { tls: certificate })
  const network = networkTo(server.port, { ca: certificate.ca })
  await run(server, (change) => ({ address, network, protocols: ['imap'], ...change }))
}

describe('check', () => {
  test('an app password pasted in groups signs in', () =>
    withServer(imapTaking('abcdefghijklmnop'), async (server, options) => {
      const report = await check(options({ secret: 'abcd efgh ijkl mnop' }))
      expect(report).toMatchObject({
        address,
        account: 'personal',
        asOf: '2021-05-01',
        ok: true,
        finding: { code: 'ok' },
      })
      expect(server.heard).toContain('A2 LOGIN "hanako@hotmail.com" "abcdefghijklmnop"')
      expect(server.connections).toBe(1)
    }))

  test('a refusal is reported with its steps, and without the secret', () =>
    withServer(imapTaking('abcdefghijklmnop'), async (_, options) => {
      const events: StepEvent[] = []
      const report = await check(options({ secret: 'correct horse', onStep: (event) => events.push(event) }))
      expect(report).toMatchObject({
        ok: false,
        finding: {
          code: 'app-password-needed',
          certainty: 'likely',
          protocol: 'imap',
          evidence: { step: 'sign-in', quote: 'A2 NO LOGIN failed.' },
        },
        protocols: [
          {
            protocol: 'imap',
            host: 'imap-mail.outlook.com',
            port: 993,
            security: 'tls',
            differences: [],
            username: address,
          },
        ],
      })
      expect(events.map(({ step }) => step)).toEqual(report.protocols[0]!.steps)
      expect(JSON.stringify(report)).not.toContain('correct horse')
    }))

  test.for(['BasicAuthBlocked', '', ' LOGIN failed.'])(
    'a secret that the server repeats before %j is in no report',
    (said) =>
      withServer(
        (peer) =>
          peer
            .send('* OK ready.\r\n')
            .answer(
              [/^A1/, '* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nA1 OK done.\r\n'],
              [/^A2/, `A2 NO abcdefghijklmnop${said}\r\n`],
              [/^A4/, 'A4 OK bye\r\n'],
            ),
        async (_, options) => {
          const report = await check(options({ secret: 'abcdefghijklmnop' }))
          expect(report.finding.evidence?.quote).toBe(`A2 NO [hidden]${said}`)
          expect(JSON.stringify(report)).not.toContain('abcdefgh')
        },
      ),
  )

  test('a secret that stands where a line without end is cut is in no report', async () => {
    const pop3 = await issueCertificate('pop-mail.outlook.com')
    await using server = await startScripted(
      (peer) =>
        peer
          .send('+OK ready.\r\n')
          .answer(
            [/^CAPA/, '+OK\r\nUSER\r\n.\r\n'],
            [/^USER/, '+OK\r\n'],
            [/^PASS/, `${'X'.repeat(65)}abcdefghijklmnop${'X'.repeat(10_000)}`],
          ),
      { tls: pop3 },
    )
    const network = networkTo(server.port, { ca: pop3.ca })
    const report = await check({ address, network, protocols: ['pop3'], secret: 'abcdefghijklmnop' })
    expect(report.protocols[0]!.steps.at(-1)).toMatchObject({
      error: 'endless',
      reply: `+OK\n${'X'.repeat(65)}[hidden]XXXXXXX`,
    })
    expect(JSON.stringify(report)).not.toContain('abc')
  })

  test.for([{ signIn: false, secret: 'correct horse' }, {}])(
    '%j sends no secret; ok then means reachable and verified',
    (change) =>
      withServer(imapTaking('x'), async (server, options) => {
        expect(await check(options(change))).toMatchObject({ ok: true, finding: { code: 'ok' } })
        expect(server.heard).toEqual(['A1 CAPABILITY', 'A4 LOGOUT'])
      }),
  )

  test('the settings of the mail program are tried as they are, and compared', () =>
    withServer(imapTaking('correct horse'), async (server, options) => {
      const using = [parseUsing('imap=imap-mail.outlook.com:993/tls/spa/user=hanako')]
      const report = await check(options({ secret: 'wrong', using }))
      expect(server.heard).toContain('A2 LOGIN "hanako" "wrong"')
      expect(report.finding.code).toBe('settings-differ')
      expect(report.protocols[0]!.differences).toEqual([
        { field: 'spa', now: 'on', right: 'off' },
        { field: 'username', now: 'hanako', right: address },
      ])
    }))

  test('all three protocols are tried, each once, where none is named', async () => {
    await using gone = await startScripted(() => undefined)
    const network = networkTo(gone.port)
    await gone[Symbol.asyncDispose]()
    const { protocols, finding } = await check({ address, network, secret: 'x' })
    expect(protocols.map(({ protocol }) => protocol)).toEqual(['imap', 'pop3', 'smtp'])
    expect(finding.code).toBe('connection-refused')
  })
})

describe('check with a token', () => {
  const now = { expiresAt: new Date('2021-05-01T01:00:00Z'), username: address, scopes: ['IMAP.AccessAsUser.All'] }
  const imapSaying = (reply: string) => (peer: Peer) =>
    peer
      .send('* OK ready.\r\n')
      .answer(
        [/^A1/, '* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR\r\nA1 OK done.\r\n'],
        [/^A2/, `A2 ${reply}\r\n`],
        [/^A3/, 'A3 OK done.\r\n'],
        [/^A4/, '* BYE bye\r\nA4 OK bye\r\n'],
      )

  test('signs in with it, and says what was signed in with', () =>
    withServer(imapSaying('OK AUTHENTICATE completed.'), async (server, options) => {
      for (const token of ['EwB4-token', { accessToken: 'EwB4-token', ...now }]) {
        const report = await check(options({ token }))
        expect(report).toMatchObject({ ok: true, credential: 'token' })
        expect(JSON.stringify(report)).not.toContain('EwB4')
      }
      expect(server.heard.filter((line) => line.includes('LOGIN'))).toEqual([])
    }))

  test.for([
    ['token-refused', {}],
    ['token-refused', now],
    ['token-expired', { ...now, expiresAt: new Date('2021-04-30T23:59:00Z') }],
    ['token-wrong-account', { ...now, username: 'taro@hotmail.com' }],
    ['token-refused', { ...now, scopes: ['SMTP.Send'] }],
  ] as const)('a plain refusal is %s for what is known: %j', ([code, known]) =>
    withServer(imapSaying('NO AUTHENTICATE failed.'), async (_, options) => {
      const report = await check(options({ token: { accessToken: 'EwB4-token', ...known } }))
      expect(report.finding).toMatchObject({ code, certainty: 'likely' })
    }),
  )

  test('shows none if no sign-in is wanted', () =>
    withServer(imapSaying('OK'), async (server, options) => {
      expect(await check(options({ token: 'EwB4-token', signIn: false }))).toMatchObject({
        ok: true,
        credential: 'none',
      })
      expect(server.heard).toEqual(['A1 CAPABILITY', 'A4 LOGOUT'])
    }))
})

test('from the address alone: the capability line refuses every password', () =>
  withServer(
    (peer) =>
      peer
        .send('* OK ready.\r\n')
        .answer(
          [/^A1/, '* CAPABILITY IMAP4 IMAP4rev1 AUTH=XOAUTH2 LOGINDISABLED SASL-IR\r\nA1 OK done.\r\n'],
          [/^A4/, 'A4 OK bye\r\n'],
        ),
    async (_, options) => {
      expect(await check(options({}))).toMatchObject({
        ok: false,
        credential: 'none',
        finding: {
          code: 'basic-auth-retired',
          certainty: 'certain',
          evidence: { step: 'capabilities', quote: '* CAPABILITY IMAP4 IMAP4rev1 AUTH=XOAUTH2 LOGINDISABLED SASL-IR' },
        },
      })
    },
  ))

describe('check refuses before anything is sent', () => {
  const network = { ...networkTo(1), resolve: () => Promise.reject(new Error('nothing may be resolved')) }
  test.for([
    ['bad-address', { address: 'hanako' }],
    ['bad-date', { asOf: '2021-02-30' }],
    ['bad-secret', { secret: 'a\0b' }],
    ['bad-secret', { secret: '' }],
    ['bad-secret', { token: 'two words' }],
    ['usage', { secret: 'correct horse', token: 'EwB4' }],
    ['bad-using', { using: ['imap=a.example:1/tls', 'imap=b.example:1/tls'].map(parseUsing) }],
    ['bad-address', { using: [{ ...parseUsing('imap=a.example:1/tls'), username: 'x\r\nDELE 1' }], secret: 'x' }],
    ['bad-address', { using: [{ ...parseUsing('pop3=a.example:1/tls'), username: '' }] }],
    ['not-a-microsoft-address', { address: 'x@elsewhere.example' }],
    [
      'not-a-microsoft-address',
      {
        address: 'x@elsewhere.example',
        protocols: ['smtp'] as Protocol[],
        using: [parseUsing('imap=a.example:1/tls')],
      },
    ],
    [
      'not-a-microsoft-address',
      {
        address: 'x@elsewhere.example',
        protocols: ['pop3'] as Protocol[],
        using: [parseUsing('imap=imap-mail.outlook.com:993/tls')],
      },
    ],
  ] as const)('%s', async ([code, change]) => {
    await expect(check({ address, network, ...change })).rejects.toMatchObject({ code })
  })
})

describe('an address at an unknown domain', () => {
  const other = { address: 'taro@elsewhere.example', secret: 'wrong' }

  const named = (text: string) => ({ ...other, protocols: undefined, using: [parseUsing(text)] })

  test('is tried on the servers that are named and on no other', () =>
    withServer(imapTaking('x'), async (server, options) => {
      const report = await check(options(named('imap=imap-mail.outlook.com:993/tls')))
      expect(report).toMatchObject({ account: 'unknown', protocols: [{ protocol: 'imap', differences: [] }] })
      expect(report.protocols).toHaveLength(1)
      expect(server.connections).toBe(1)
    }))

  test('is compared where a server is Microsoft’s: an MX in front of it may hide the account', () =>
    withServer(imapTaking('x'), async (_, options) => {
      const report = await check(options(named('imap=imap-mail.outlook.com:993/tls/spa')))
      expect(report).toMatchObject({
        account: 'unknown',
        finding: { code: 'settings-differ' },
        protocols: [{ differences: [{ field: 'spa', now: 'on', right: 'off' }] }],
      })
    }))

  // Of either kind's rules those in which both agree that day.
  test.for([
    ['2021-05-01', 'app-password-needed', 'likely'],
    ['2023-01-01', 'unknown-refusal', 'possible'],
    ['2026-11-22', 'basic-auth-retired', 'likely'],
  ] as const)('is neither a personal nor a work account: on %s a plain refusal is %s', ([asOf, code, certainty]) =>
    withServer(imapTaking('x'), async (_, options) => {
      const report = await check(options({ ...named('imap=imap-mail.outlook.com:993/tls'), asOf }))
      expect(report).toMatchObject({ account: 'unknown', finding: { code, certainty } })
    }),
  )

  test('and a server that is not Microsoft’s gives no Microsoft advice', async () => {
    const elsewhere = await issueCertificate('mail.elsewhere.example')
    await using server = await startScripted(imapTaking('x'), { tls: elsewhere })
    const network = networkTo(server.port, { ca: elsewhere.ca })
    const report = await check({ ...other, network, using: [parseUsing('imap=mail.elsewhere.example:993/tls')] })
    expect(report).toMatchObject({
      account: 'unknown',
      finding: { code: 'unknown-refusal', certainty: 'possible' },
      protocols: [{ differences: [] }],
    })
  })
})
