import { describe, expect, test } from 'vitest'
import { base64, xoauth2 } from '../../testing/sasl.ts'
import { hanako, host, type SmtpFixture, startSmtp, taro } from '../../testing/smtp.ts'
import { tokenEnd } from '../../testing/tokens.ts'

describe('a sign-in', () => {
  test('is refused like any other when the secret is wrong, and MAIL then quotes the refusal', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.secure()
    await client.play(`
      C: MAIL FROM:<hanako@hotmail.com>
      S: 530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM ${host}
      C: AUTH LOGIN ${base64(hanako)}
      S: 334 UGFzc3dvcmQ6
      C: ${base64('incorrect horse')}
      S: 535 5.7.3 Authentication unsuccessful ${host}
      C: MAIL FROM:<hanako@hotmail.com>
      S: 530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.3 Authentication unsuccessful ${host}`)
    expect(smtp.gate.journal.entries).toMatchObject([
      { protocol: 'smtp', mechanism: 'LOGIN', address: hanako, reply: `535 5.7.3 Authentication unsuccessful ${host}` },
    ])
  })

  test('that fails for the third time ends the session', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.secure()
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
    await using smtp = await startSmtp()
    await using plain = await smtp.greet()
    await plain.play(`
      C: AUTH LOGIN ${base64(hanako)}
      S: 504 5.7.4 Unrecognized authentication type ${host}
      C: MAIL FROM:<hanako@hotmail.com>
      S: 530 5.7.0 Must issue a STARTTLS command first ${host}`)
    await using client = await smtp.secure()
    await client.play(`
      C: AUTH PLAIN ${base64(`\0${hanako}\0correct horse`)}
      S: 504 5.7.4 Unrecognized authentication type ${host}
      C: STARTTLS
      S: 503 5.5.2 Only one STARTTLS command can be issued per session ${host}`)
    expect(smtp.gate.journal.entries).toEqual([])
  })

  test('can be cancelled, cannot be repeated, and must be base64', async () => {
    await using smtp = await startSmtp({ limits: { badCommands: 99 } })
    await using client = await smtp.secure()
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
    await using smtp = await startSmtp({ asOf: '2022-11-04T00:00:00Z' })
    await using client = await smtp.secure()
    await client.play(`
      C: AUTH XOAUTH2
      S: 334 
      C: ${xoauth2('EwB4')}
      S: 535 5.7.3 Authentication unsuccessful ${host}`)
    expect(smtp.gate.journal.entries).toMatchObject([
      { mechanism: 'XOAUTH2', address: hanako, reason: 'token-refused' },
    ])
    expect(JSON.stringify(smtp.gate.journal.entries)).not.toContain('EwB4')
  })

  test('with a good token passes, with and without an initial response', async () => {
    await using smtp = await startSmtp({ asOf: '2026-11-22' })
    await using quick = await smtp.secure()
    await quick.play(`
      C: AUTH XOAUTH2 ${xoauth2('good')}
      S: 235 2.7.0 Authentication successful`)
    await using slow = await smtp.secure()
    await slow.play(`
      C: auth xoauth2
      S: 334 
      C: ${xoauth2('good')}
      S: 235 2.7.0 Authentication successful`)
    expect(smtp.gate.journal.entries.map(({ reason }) => reason)).toEqual(['token', 'token'])
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
    await using smtp = await startSmtp()
    await using client = await smtp.secure()
    await client.play(`
      C: AUTH XOAUTH2 ${xoauth2(token, 'hana@outlook.com')}
      S: 535 5.7.3 Authentication unsuccessful ${host}`)
    expect(smtp.gate.journal.entries).toMatchObject([{ reason, evidence: 'MS-SMTP-11' }])
  })

  test.each([
    ['Mailbox', 'smtp-auth-off-mailbox', (smtp: SmtpFixture) => (smtp.worker.protocols = { smtp: false })],
    [
      'Tenant',
      'smtp-auth-off-tenant',
      (smtp: SmtpFixture) => smtp.directory.setTenant({ domain: 'contoso.example', smtpAuth: false }),
    ],
  ])('says that SMTP AUTH is off for the %s although the token is right', async (scope, reason, switchOff) => {
    await using smtp = await startSmtp()
    switchOff(smtp)
    await using client = await smtp.secure()
    await client.play(`
      C: AUTH XOAUTH2 ${xoauth2('good', 'boss@contoso.example')}
      S: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the ${scope}. Visit https://aka.ms/smtp_auth_disabled for more information. ${host}`)
    expect(smtp.gate.journal.entries).toMatchObject([{ reason }])
  })

  test.each<[string, (smtp: SmtpFixture) => void]>([
    ['its token runs out', ({ clock }) => clock.set(tokenEnd)],
    ['its account is blocked', ({ worker }) => (worker.standing = 'blocked')],
    ['its account is removed', ({ worker, directory }) => directory.remove(worker.address)],
    ['its password is replaced', ({ worker }) => (worker.password = 'another')],
  ])('ends with the next command when %s, and no message gets through', async (_, happen) => {
    await using smtp = await startSmtp({ asOf: '2022-11-04T00:00:00Z' })
    await using client = await smtp.secure()
    await client.play(`
      C: AUTH XOAUTH2 ${xoauth2('good', 'boss@contoso.example')}
      S: 235 2.7.0 Authentication successful
      C: MAIL FROM:<boss@contoso.example>
      S: 250 2.1.0 Sender OK
      C: RCPT TO:<${taro}>
      S: 250 2.1.5 Recipient OK`)
    happen(smtp)
    client.send('DATA\r\n')
    expect(await client.line()).toMatch(/^421 4\.4\.2 Connection dropped \[LO2P265CA0482\./)
    await client.play('S: (closed)')
    expect(smtp.received(taro)).toEqual([])
  })

  test('with NUL, control characters or nonsense in the payload is a wrong sign-in and nothing worse', async () => {
    await using smtp = await startSmtp()
    for (const [name, secret] of [
      [`${hanako}\0admin`, 'correct horse'],
      ['\r\n250 OK', '\u0085\0\u001b[31m'],
      ['', ''],
      ['x'.repeat(9000), '花子'],
    ] as const) {
      await using client = await smtp.secure()
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
    await using smtp = await startSmtp({ asOf: '2026-02-19T15:42:20.743Z' })
    await using client = await smtp.secure()
    await client.play(`
      C: AUTH LOGIN ${base64(hanako)}
      S: 334 UGFzc3dvcmQ6
      C: ${base64('correct horse')}`)
    expect(await client.line()).toMatch(
      /^535 5\.7\.139 Authentication unsuccessful, basic authentication is disabled\. \[LO2P265CA0482\.GBRP265\.PROD\.OUTLOOK\.COM 2026-02-19T15:42:20\.743Z [0-9A-F]{16}]$/,
    )
  })
})
