import { describe, expect, test } from 'vitest'
import { address, type ImapFixture, password, startImap, tokenEnd } from '../../../testing/imap.ts'
import { readPlain, readXoauth2 } from './sign-in.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const xoauth2 = (token: string, username = address): string =>
  base64(`user=${username}\x01auth=Bearer ${token}\x01\x01`)
const plain = (secret: string): string => base64(`\0${address}\0${secret}`)

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

test('AUTHENTICATE XOAUTH2 with a bad token is refused at once, without a challenge', async () => {
  await using imap = await startImap()
  await using wire = await imap.connect()
  const response = xoauth2('nonsense')
  await wire.play(`
    C: a1 AUTHENTICATE XOAUTH2 ${response}
    S: a1 NO AUTHENTICATE failed.
    C: a2 AUTHENTICATE XOAUTH2
    S: +
    C: ${response}
    S: a2 NO AUTHENTICATE failed.
  `)
  expect(imap.gate.journal.entries.map(({ reason }) => reason)).toEqual(['token-refused', 'token-refused'])
})

test('AUTHENTICATE XOAUTH2 with a good token signs in, with and without an initial response', async () => {
  await using imap = await startImap({ asOf: '2026-11-22' })
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 AUTHENTICATE XOAUTH2 ${xoauth2('good')}
    S: a1 OK AUTHENTICATE completed.
    C: a2 STATUS Inbox (MESSAGES)
    S: * STATUS Inbox (MESSAGES 0) 
    S: a2 OK STATUS completed.
  `)
  await using slow = await imap.connect()
  await slow.play(`
    C: a1 AUTHENTICATE XOAUTH2
    S: +
    C: ${xoauth2('good')}
    S: a1 OK AUTHENTICATE completed.
  `)
})

test('a token longer than a line of most protocols is taken, in either form', async () => {
  await using imap = await startImap({ asOf: '2026-11-22' })
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 AUTHENTICATE XOAUTH2 ${xoauth2('x'.repeat(5_000))}
    S: a1 NO AUTHENTICATE failed.
    C: a2 AUTHENTICATE XOAUTH2
    S: +
    C: ${xoauth2('x'.repeat(5_000))}
    S: a2 NO AUTHENTICATE failed.
  `)
})

test.each([
  ['unknown', 'token-refused'],
  ['revoked', 'token-refused'],
  ['expired', 'token-expired'],
  ['wrong-audience', 'token-wrong-audience'],
  ['missing-scope', 'token-missing-scope'],
])('a token that is %s is refused like any bad one, and journalled as %s', async (token, reason) => {
  await using imap = await startImap({ asOf: '2026-11-22' })
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 AUTHENTICATE XOAUTH2 ${xoauth2(token)}
    S: a1 NO AUTHENTICATE failed.
  `)
  expect(imap.gate.journal.entries).toMatchObject([{ reason, reply: 'a1 NO AUTHENTICATE failed.' }])
})

test("another account's token was let in and refused every command, until 2026; since then it is refused", async () => {
  await using imap = await startImap({ asOf: '2025-01-01' })
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 AUTHENTICATE XOAUTH2 ${xoauth2('other-account')}
    S: a1 OK AUTHENTICATE completed.
    C: a2 SELECT INBOX
    S: a2 BAD User is authenticated but not connected.
  `)
  imap.clock.set('2026-11-22')
  await using later = await imap.connect()
  await later.play(`
    C: a1 AUTHENTICATE XOAUTH2 ${xoauth2('other-account')}
    S: a1 NO User is authenticated but not connected.
    C: a2 AUTHENTICATE XOAUTH2 ${xoauth2('good')}
    S: a2 OK AUTHENTICATE completed.
  `)
  expect(imap.gate.journal.entries.map(({ outcome, reason, evidence }) => [outcome, reason, evidence])).toEqual([
    ['accepted', 'token-wrong-account', 'MS-IMAP-13'],
    ['refused', 'token-wrong-account', 'MS-IMAP-14'],
    ['accepted', 'token', 'MS-IMAP-17'],
  ])
})

test('with IMAP switched off a good token was let in, until 2026; since then it is refused', async () => {
  await using imap = await startImap({ asOf: '2025-01-01' })
  imap.account.protocols = { imap: false }
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 AUTHENTICATE XOAUTH2 ${xoauth2('good')}
    S: a1 OK AUTHENTICATE completed.
    C: a2 NAMESPACE
    S: a2 BAD User is authenticated but not connected.
    C: a3 SELECT INBOX
    S: a3 BAD User is authenticated but not connected.
    C: a4 LOGOUT
    S: * BYE Microsoft Exchange Server IMAP4 server signing off.
    S: a4 OK LOGOUT completed.
    S: (closed)
  `)
  imap.clock.set('2026-11-22')
  await using later = await imap.connect()
  await later.play(`
    C: a1 AUTHENTICATE XOAUTH2 ${xoauth2('good')}
    S: a1 NO User is authenticated but not connected.
  `)
})

test('an alias beside a good token is taken', async () => {
  await using imap = await startImap({ asOf: '2026-11-22' })
  imap.account.aliases = ['hana@outlook.jp']
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 AUTHENTICATE XOAUTH2 ${xoauth2('alias', 'hana@outlook.jp')}
    S: a1 OK AUTHENTICATE completed.
    C: a2 STATUS Inbox (MESSAGES)
    S: * STATUS Inbox (MESSAGES 0) 
    S: a2 OK STATUS completed.
  `)
})

describe('a session whose token runs out', () => {
  test('is told so at once, in IDLE', async () => {
    await using imap = await startImap({ asOf: '2026-11-22' })
    await using wire = await imap.connect()
    await wire.play(`
      C: a1 AUTHENTICATE XOAUTH2 ${xoauth2('good')}
      S: a1 OK AUTHENTICATE completed.
      C: a2 SELECT Inbox
      S: * 0 EXISTS
      S: * 0 RECENT
      S: * FLAGS …
      S: * OK [PERMANENTFLAGS …
      S: * OK [UIDVALIDITY …
      S: * OK [UIDNEXT 1] …
      S: a2 OK [READ-WRITE] SELECT completed.
      C: a3 IDLE
      S: + IDLE accepted, awaiting DONE command.
    `)
    imap.clock.set(tokenEnd)
    await wire.play(`
      S: * BYE Session invalidated - AccessTokenExpired
      S: (closed)
    `)
    await using again = await imap.connect()
    await again.play(`
      C: a1 AUTHENTICATE XOAUTH2 ${xoauth2('expired')}
      S: a1 NO AUTHENTICATE failed.
    `)
  })

  test('is told so between two commands', async () => {
    await using imap = await startImap({ asOf: '2026-11-22' })
    await using wire = await imap.connect()
    await wire.play(`
      C: a1 AUTHENTICATE XOAUTH2 ${xoauth2('good')}
      S: a1 OK AUTHENTICATE completed.
    `)
    imap.clock.set(tokenEnd)
    await wire.play(`
      S: * BYE Session invalidated - AccessTokenExpired
      S: (closed)
    `)
  })

  test('is told so by the clock that runs, too', async () => {
    await using imap = await startImap({ asOf: new Date(tokenEnd.getTime() - 200).toISOString() })
    await using wire = await imap.connect()
    await wire.play(`
      C: a1 AUTHENTICATE XOAUTH2 ${xoauth2('good')}
      S: a1 OK AUTHENTICATE completed.
      C: a2 IDLE
      S: + IDLE accepted, awaiting DONE command.
    `)
    imap.clock.freeze(false)
    await wire.play(`
      S: * BYE Session invalidated - AccessTokenExpired
      S: (closed)
    `)
    expect(imap.clock.now().getTime()).toBeGreaterThanOrEqual(tokenEnd.getTime())
  })

  test('leaves those alone that came in with a password', async () => {
    await using imap = await startImap()
    await using wire = await imap.signIn()
    imap.clock.set(tokenEnd)
    await wire.play(`
      C: a1 NAMESPACE
      S: * NAMESPACE (("" "/")) NIL NIL
      S: a1 OK NAMESPACE completed.
    `)
  })
})

test.each<[string, string, (imap: ImapFixture) => void]>([
  ['AccountDisabled', 'its account is removed', ({ directory }) => directory.remove(address)],
  ['AccountDisabled', 'its account is blocked', ({ account }) => (account.standing = 'blocked')],
  ['PasswordChanged', 'its password is replaced', ({ account }) => (account.password = 'another horse')],
])('a session is told %s when %s', async (reason, _, happen) => {
  await using imap = await startImap()
  await using wire = await imap.signIn('Inbox')
  happen(imap)
  await wire.play(`
    S: * BYE Session invalidated - ${reason}
    S: (closed)
  `)
  expect(imap.faults).toEqual([])
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
