import { describe, expect, test } from 'vitest'
import { address, type ImapFixture, startImap } from '../../../testing/imap.ts'
import { xoauth2 } from '../../../testing/sasl.ts'
import { tokenEnd } from '../../../testing/tokens.ts'

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
