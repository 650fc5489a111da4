import { expect, test } from 'vitest'
import { startScripted } from '@sparekey/testkit/server'
import { tls, hanako, connect } from '../../testing/pop3-client.ts'

test('signing in over POP3 is by USER and PASS where the server offers them, as Microsoft does', async () => {
  await using server = await startScripted(
    `
      S: +OK The Microsoft Exchange POP3 service is ready.
      C: CAPA
      S: +OK
      S: TOP
      S: UIDL
      S: SASL PLAIN XOAUTH2
      S: USER
      S: .
      C: USER hanako@hotmail.com
      S: +OK
      C: PASS abcdefghijklmnop
      S: +OK User successfully logged on.
      C: STAT
      S: +OK 2 320
      C: QUIT
      S: +OK`,
    { tls },
  )
  await using client = await connect(server)
  await client.signIn(hanako)
  expect(await client.stat()).toEqual({ messages: 2, octets: 320 })
})

test('signing in over POP3 is by USER and PASS if the server does not know CAPA', async () => {
  await using server = await startScripted(
    `
      S: +OK
      C: CAPA
      S: -ERR
      C: USER hanako@hotmail.com
      S: +OK
      C: PASS abcdefghijklmnop
      S: +OK`,
    { tls },
  )
  const client = await connect(server)
  await expect(client.signIn(hanako)).resolves.toBeUndefined()
  client.close()
})

test('signing in over POP3 is by SASL PLAIN without USER, and for a secret beyond ASCII', async () => {
  const secret = 'pässwörd'
  const response = Buffer.from(`\0hanako@hotmail.com\0${secret}`).toString('base64')
  for (const user of ['S: USER', 'S: TOP']) {
    await using server = await startScripted(
      `
        S: +OK
        C: CAPA
        S: +OK
        ${user}
        S: SASL PLAIN
        S: .
        C: AUTH PLAIN
        S: +
        C: ${response}
        S: +OK`,
      { tls },
    )
    const client = await connect(server)
    const signIn = client.signIn({ username: hanako.username, secret })
    await expect(signIn).resolves.toBeUndefined()
    client.close()
  }
})

test('signing in over POP3 is by XOAUTH2 in two lines for a token, and reads the refusal behind the challenge', async () => {
  await using server = await startScripted(
    `
      S: +OK
      C: CAPA
      S: +OK
      S: SASL XOAUTH2
      S: .
      C: AUTH XOAUTH2
      S: +
      C: dXNlcj1oYW5ha29AaG90bWFpbC5jb20BYXV0aD1CZWFyZXIgdG9rZW4BAQ==
      S: + eyJzdGF0dXMiOiI0MDAifQ==
      C:
      S: -ERR Authentication failure: unknown user name or bad password.`,
    { tls },
  )
  const client = await connect(server)
  const signIn = client.signIn({ username: hanako.username, token: 'token' })
  await expect(signIn).rejects.toMatchObject({
    code: 'sign-in-refused',
    details: { reply: '-ERR Authentication failure: unknown user name or bad password.' },
  })
  client.close()
})

test.each([
  ['-ERR User is authenticated but not connected.', 'mailbox-not-connected'],
  ['-ERR Session invalidated - AccessTokenExpired', 'token-expired'],
])('a sign-in over POP3 may be right, and the mailbox closed all the same: %s', async (reply, code) => {
  await using server = await startScripted(
    `
      S: +OK
      C: CAPA
      S: -ERR
      C: USER hanako@hotmail.com
      S: +OK
      C: PASS abcdefghijklmnop
      S: +OK User successfully logged on.
      C: STAT
      S: ${reply}`,
    { tls },
  )
  const client = await connect(server)
  await client.signIn(hanako)
  await expect(client.stat()).rejects.toMatchObject({ code, details: { reply } })
  client.close()
})

test('a sign-in over POP3 never shows a token as a password', async () => {
  await using server = await startScripted('S: +OK\nC: CAPA\nS: +OK\nS: USER\nS: SASL PLAIN\nS: .', { tls })
  const client = await connect(server)
  const signIn = client.signIn({ username: hanako.username, token: 'token' })
  await expect(signIn).rejects.toMatchObject({
    code: 'sign-in-refused',
    details: { notOffered: 'token', offered: ['PLAIN'] },
  })
  expect(server.heard).toEqual(['CAPA'])
  client.close()
})

test('signing in over POP3 is tried once, and gives the server’s words when it is refused', async () => {
  await using server = await startScripted(
    `
      S: +OK
      C: CAPA
      S: +OK
      S: USER
      S: SASL PLAIN
      S: .
      C: USER hanako@hotmail.com
      S: +OK
      C: PASS abcdefghijklmnop
      S: -ERR Logon failure: unknown user name or bad password.`,
    { tls },
  )
  const client = await connect(server)
  await expect(client.signIn(hanako)).rejects.toMatchObject({
    code: 'sign-in-refused',
    details: { reply: '-ERR Logon failure: unknown user name or bad password.' },
  })
  client.close()
  expect(server.heard).toHaveLength(3)
})

test.each([
  ['-ERR [SYS/TEMP] later', 'server-unavailable'],
  ['-ERR [IN-USE] locked', 'throttled'],
  ['-ERR [LOGIN-DELAY] slowly', 'throttled'],
  ['-ERR [AUTH] no', 'sign-in-refused'],
])('a refusal over POP3 is understood: %j', async (reply, code) => {
  await using server = await startScripted(
    `
      S: +OK
      C: CAPA
      S: -ERR
      C: USER hanako@hotmail.com
      S: ${reply}`,
    { tls },
  )
  const client = await connect(server)
  await expect(client.signIn(hanako)).rejects.toMatchObject({ code, details: { reply } })
  client.close()
})

test('a sign-in over POP3 lets no secret out if the server offers no way for it', async () => {
  await using server = await startScripted('S: +OK\nC: CAPA\nS: +OK\nS: SASL XOAUTH2\nS: .', { tls })
  const client = await connect(server)
  await expect(client.signIn(hanako)).rejects.toMatchObject({
    code: 'sign-in-refused',
    details: { notOffered: 'password', offered: ['XOAUTH2'] },
  })
  client.close()
  expect(server.heard).toEqual(['CAPA'])
})

test('a sign-in over POP3 lets no secret out if the server accepts before it has one', async () => {
  await using server = await startScripted('S: +OK\nC: CAPA\nS: +OK\nS: SASL PLAIN\nS: .\nC: AUTH PLAIN\nS: +OK', {
    tls,
  })
  const client = await connect(server)
  await expect(client.signIn(hanako)).rejects.toMatchObject({ code: 'protocol-broken' })
  client.close()
})

test.each(['a\r\nDELE 1', 'a\nb', 'a\0b', ''])('a sign-in over POP3 sends no secret such as %j', async (secret) => {
  await using server = await startScripted('S: +OK', { tls })
  const client = await connect(server)
  const signIn = client.signIn({ username: 'hanako@hotmail.com', secret })
  await expect(signIn).rejects.toMatchObject({ code: 'bad-secret' })
  client.close()
  expect(server.heard).toEqual([])
})
