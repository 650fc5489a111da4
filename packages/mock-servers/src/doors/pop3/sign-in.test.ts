import { describe, expect, test } from 'vitest'
import { address, password } from '../../testing/doors.ts'
import { startPop3 } from '../../testing/pop3.ts'
import { plain, xoauth2 } from '../../testing/sasl.ts'

describe('signing in', () => {
  test('works with AUTH PLAIN in two lines and in one', async () => {
    await using pop3 = await startPop3()
    await using client = await pop3.connect()
    await client.play(`
      C: AUTH PLAIN
      S: + ${''}
      C: ${plain(password)}
      S: +OK User successfully authenticated.
    `)
    await using short = await pop3.connect()
    await short.play(`
      C: AUTH PLAIN ${plain('wrong')}
      S: -ERR Authentication failure: unknown user name or bad password.
      C: AUTH PLAIN ${plain(password)}
      S: +OK User successfully authenticated.
    `)
    expect(pop3.gate.journal.entries).toMatchObject([
      {
        protocol: 'pop3',
        mechanism: 'PLAIN',
        address,
        outcome: 'accepted',
        reply: '+OK User successfully authenticated.',
      },
      { mechanism: 'PLAIN', reason: 'wrong-password' },
      { mechanism: 'PLAIN', reason: 'password' },
    ])
  })

  test('says the same of a wrong password, an unknown name and an app password that is needed', async () => {
    await using pop3 = await startPop3()
    pop3.account.twoStep = true
    for (const [name, secret] of [
      [address, 'wrong'],
      ['nobody@hotmail.com', password],
      [address, password],
    ]) {
      await using client = await pop3.connect()
      await client.play(`
        C: USER ${name}
        S: +OK
        C: PASS ${secret}
        S: -ERR Logon failure: unknown user name or bad password.
        C: AUTH PLAIN
        S: + ${''}
        C: ${plain('wrong')}
        S: -ERR Authentication failure: unknown user name or bad password.
      `)
    }
    expect(pop3.gate.journal.entries.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['wrong-password', 'unknown-account', 'app-password-needed']),
    )
  })

  test('works with an app password once two-step verification is on', async () => {
    await using pop3 = await startPop3()
    pop3.account.twoStep = true
    const { password: appPassword } = pop3.account.createAppPassword('mail program')
    await using client = await pop3.connect()
    await client.play(`
      C: USER ${address}
      S: +OK
      C: PASS ${appPassword}
      S: +OK User successfully logged on.
    `)
  })

  test('that fails for the third time ends the session', async () => {
    await using pop3 = await startPop3()
    await using client = await pop3.connect()
    await client.play(`
      C: USER ${address}
      S: +OK
      C: PASS wrong
      S: -ERR Logon failure: unknown user name or bad password.
      C: USER ${address}
      S: +OK
      C: PASS wrong
      S: -ERR Logon failure: unknown user name or bad password.
      C: USER ${address}
      S: +OK
      C: PASS wrong
      S: -ERR Logon failure: unknown user name or bad password.
      S: Connection is closed. 21
      S: (closed)
    `)
    expect(pop3.gate.journal.entries.at(-1)?.reply).toBe(
      '-ERR Logon failure: unknown user name or bad password.\r\nConnection is closed. 21',
    )
  })

  test('with a token takes two lines', async () => {
    await using pop3 = await startPop3({ asOf: '2026-11-22' })
    await using refused = await pop3.connect()
    await refused.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${xoauth2('unknown')}
      S: -ERR Authentication failure: unknown user name or bad password.
    `)
    await using client = await pop3.connect()
    await client.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${xoauth2('good')}
      S: +OK User successfully authenticated.
    `)
  })

  test.each([
    ['unknown', 'token-refused'],
    ['revoked', 'token-refused'],
    ['expired', 'token-expired'],
    ['wrong-audience', 'token-wrong-audience'],
    ['missing-scope', 'token-missing-scope'],
    ['other-account', 'token-wrong-account'],
  ])('with a token that is %s is refused like any other, and journalled as %s', async (token, reason) => {
    await using pop3 = await startPop3({ asOf: '2026-11-22' })
    await using client = await pop3.connect()
    await client.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${xoauth2(token)}
      S: -ERR Authentication failure: unknown user name or bad password.
    `)
    expect(pop3.gate.journal.entries).toMatchObject([{ reason, evidence: 'MS-POP3-13' }])
  })

  test('with a right token is refused in the same words while POP is switched off, and takes an alias', async () => {
    await using pop3 = await startPop3({ asOf: '2026-11-22' })
    pop3.account.protocols = { pop3: false }
    await using client = await pop3.connect()
    await client.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${xoauth2('good')}
      S: -ERR Authentication failure: unknown user name or bad password.
    `)
    pop3.account.protocols = { pop3: true }
    await client.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${xoauth2('alias')}
      S: +OK User successfully authenticated.
    `)
    expect(pop3.gate.journal.entries.map(({ reason }) => reason)).toEqual(['protocol-off', 'token'])
  })

  test.each(['good', 'x'.repeat(2_000)])('with a token in one line drops the connection (%#)', async (token) => {
    await using pop3 = await startPop3()
    await using client = await pop3.connect()
    await client.play(`
      C: AUTH XOAUTH2 ${xoauth2(token)}
      S: -ERR Protocol error. Connection is closed. 10
      S: (closed)
    `)
    expect(pop3.gate.journal.entries).toEqual([])
  })

  test('can be cancelled', async () => {
    await using pop3 = await startPop3()
    await using client = await pop3.connect()
    await client.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: *
      S: -ERR The AUTH protocol exchange was canceled by the client.
    `)
  })

  test('takes a password that is not ASCII with AUTH, and not with PASS', async () => {
    await using pop3 = await startPop3()
    pop3.account.password = 'pässwörd'
    await using client = await pop3.connect()
    await client.play(`
      C: USER ${address}
      S: +OK
      C: PASS pässwörd
      S: -ERR Protocol error. 17
      C: AUTH PLAIN
      S: + ${''}
      C: ${plain('pässwörd')}
      S: +OK User successfully authenticated.
    `)
  })
})

describe('since passwords are retired', () => {
  test('they are still offered, and refused in the old words', async () => {
    await using pop3 = await startPop3({ asOf: '2024-10-01' })
    await using client = await pop3.connect()
    await client.play(`
      C: CAPA
      S: +OK
      S: TOP
      S: UIDL
      S: SASL PLAIN XOAUTH2
      S: USER
      S: .
      C: USER ${address}
      S: +OK
      C: PASS ${password}
      S: -ERR Logon failure: unknown user name or bad password.
      C: QUIT
      S: +OK Microsoft Exchange Server POP3 server signing off.
    `)
  })

  test('from August 2026 in words of their own', async () => {
    await using pop3 = await startPop3({ asOf: '2026-11-22' })
    await using client = await pop3.connect()
    await client.play(`
      C: USER ${address}
      S: +OK
      C: PASS ${password}
      S: -ERR Basic authentication is disabled
      C: AUTH PLAIN
      S: + ${''}
      C: ${plain(password)}
      S: -ERR Basic authentication is disabled
    `)
  })
})
