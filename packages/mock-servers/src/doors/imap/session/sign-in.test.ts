import { expect, test } from 'vitest'
import { address, password, startImap } from '../../../testing/imap.ts'
import { base64, plain } from '../../../testing/sasl.ts'
import { readPlain, readXoauth2 } from './sign-in.ts'

test('LOGIN takes the right password and refuses the wrong one, with two-step verification the right one too', async () => {
  await using imap = await startImap()
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 LOGIN ${address} wrong
    S: a1 NO LOGIN failed.
    C: a2 LOGIN ${address} "${password}"
    S: a2 OK LOGIN completed.
    C: a3 LOGIN ${address} "${password}"
    S: a3 BAD Command received in Invalid state.
  `)
  imap.account.twoStep = true
  const app = imap.account.createAppPassword('Thunderbird')
  await using again = await imap.connect()
  await again.play(`
    C: a1 LOGIN ${address} "${password}"
    S: a1 NO LOGIN failed.
    C: a2 LOGIN "${address.toUpperCase()}" ${app.password}
    S: a2 OK LOGIN completed.
  `)
  expect(imap.gate.journal.entries.map(({ mechanism, reason, reply }) => [mechanism, reason, reply])).toEqual([
    ['LOGIN', 'wrong-password', 'a1 NO LOGIN failed.'],
    ['LOGIN', 'password', 'a2 OK LOGIN completed.'],
    ['LOGIN', 'app-password-needed', 'a1 NO LOGIN failed.'],
    ['LOGIN', 'app-password', 'a2 OK LOGIN completed.'],
  ])
})

test('user name and secret may be literals, asked for or not', async () => {
  await using imap = await startImap()
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 LOGIN {${address.length}}
    S: + Ready for additional command text.
    C: ${address} {${password.length}+}
    C: ${password}
    S: a1 OK LOGIN completed.
  `)
})

test('AUTHENTICATE PLAIN with and without an initial response', async () => {
  await using imap = await startImap()
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 AUTHENTICATE PLAIN ${plain('wrong')}
    S: a1 NO AUTHENTICATE failed.
    C: a2 AUTHENTICATE PLAIN
    S: +
    C: *
    S: a2 NO The AUTH protocol exchange was canceled by the client.
    C: a3 authenticate plain
    S: +
    C: ${plain(password)}
    S: a3 OK AUTHENTICATE completed.
  `)
})

test('the last failure a connection is allowed ends it', async () => {
  await using imap = await startImap()
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 LOGIN ${address} one
    S: a1 NO LOGIN failed.
    C: a2 LOGIN nobody@hotmail.com two
    S: a2 NO LOGIN failed.
    C: a3 AUTHENTICATE PLAIN ${plain('three')}
    S: a3 NO AUTHENTICATE failed.
    S: * BYE Connection is closed. 14
    S: (closed)
  `)
  expect(imap.gate.journal.entries.at(-1)!.reply).toBe('a3 NO AUTHENTICATE failed.\r\n* BYE Connection is closed. 14')
})

test('an account that Microsoft has blocked is told so', async () => {
  await using imap = await startImap()
  imap.account.standing = 'blocked'
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 LOGIN ${address} "${password}"
    S: a1 NO LOGIN failed. Account is blocked. Login to your account via a web browser to verify your identity.
  `)
})

test('with IMAP switched off the sign-in is accepted and every command refused, three at most', async () => {
  await using imap = await startImap()
  imap.account.protocols = { ...imap.account.protocols, imap: false }
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 LOGIN ${address} "${password}"
    S: a1 OK LOGIN completed.
    C: a2 CAPABILITY
    S: * CAPABILITY IMAP4 …
    S: a2 OK CAPABILITY completed.
    C: a3 NAMESPACE
    S: a3 BAD User is authenticated but not connected.
    C: a4 LIST "" "INBOX"
    S: a4 BAD User is authenticated but not connected.
    S: * BYE Connection closed. 14
    S: (closed)
  `)
})

test('after the retirement of passwords the front end says so before it looks at any account', async () => {
  await using imap = await startImap({ asOf: '2026-09-20' })
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 CAPABILITY
    S: * CAPABILITY IMAP4 IMAP4rev1 AUTH=XOAUTH2 LOGINDISABLED SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+
    S: a1 OK CAPABILITY completed.
    C: a2 LOGIN ${address} "${password}"
    S: a2 NO Basic authentication is disabled.
    C: a3 AUTHENTICATE PLAIN ${plain(password)}
    S: a3 NO Basic authentication is disabled.
  `)
})

test('between the two, passwords are offered and refused', async () => {
  await using imap = await startImap({ asOf: '2025-01-01' })
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 CAPABILITY
    S: * CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+
    S: a1 OK CAPABILITY completed.
    C: a2 LOGIN ${address} "${password}"
    S: a2 NO LOGIN failed.
  `)
})

test('what is not SASL is a wrong argument, and no attempt', async () => {
  await using imap = await startImap()
  for (const command of ['CRAM-MD5', 'PLAIN =', 'PLAIN !!!', `PLAIN ${base64('no separators')}`, 'XOAUTH2 dXNlcj0=']) {
    await using wire = await imap.connect()
    await wire.play(`
      C: a1 AUTHENTICATE ${command}
      S: a1 BAD Command Argument Error. 11
    `)
  }
  expect(imap.gate.journal.entries).toEqual([])
})

test('SASL responses are read strictly', () => {
  expect(readPlain(base64('admin\0me\0se cret'))).toEqual({
    username: 'me',
    proof: { kind: 'secret', secret: 'se cret' },
  })
  for (const text of ['me\0secret', '\0\0secret', '\0me\0sec\0ret', '']) expect(readPlain(base64(text))).toBeUndefined()
  expect(readXoauth2(base64('user=me\x01auth=Bearer t\x01\x01'))).toEqual({
    username: 'me',
    proof: { kind: 'token', token: 't' },
  })
  for (const text of ['user=me\x01auth=Bearer t\x01', 'user=\x01auth=Bearer t\x01\x01', 'auth=Bearer t\x01\x01']) {
    expect(readXoauth2(base64(text))).toBeUndefined()
  }
})
