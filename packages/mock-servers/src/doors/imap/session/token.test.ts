import { expect, test } from 'vitest'
import { startImap } from '../../../testing/imap.ts'
import { xoauth2 } from '../../../testing/sasl.ts'

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
