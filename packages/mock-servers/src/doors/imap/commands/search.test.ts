import { test } from 'vitest'
import { startImap } from '../../../testing/imap.ts'

test('SEARCH finds by number, flag, header, text and Japanese in UTF-8', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two', '=?UTF-8?B?5pel5pys6Kqe?=')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 UID SEARCH CHARSET UTF-8 SUBJECT {9+}
  `)
  wire.send(Buffer.from('日本語\r\n'))
  await wire.play(`
    S: * SEARCH 3
    S: a1 OK SEARCH completed.
    C: a2 SEARCH 2:* UNSEEN HEADER From TARO
    S: * SEARCH 2 3
    S: a2 OK SEARCH completed.
    C: a3 SEARCH CHARSET KOI8-R TEXT x
    S: a3 NO [BADCHARSET (US-ASCII)] The specified charset is not supported.
    C: a4 SEARCH NONSENSE
    S: a4 BAD Command Argument Error. 11
    C: a5 SEARCH 9
    S: * SEARCH
    S: a5 OK SEARCH completed.
  `)
})

test('SENT searches go by the year that is asked for', async () => {
  await using imap = await startImap()
  for (const year of [2019, 2020]) {
    imap.mailbox.inbox.append(Buffer.from(`Date: Mon, 06 Apr ${year} 12:00:00 +0900\r\n\r\n`))
  }
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 SEARCH SENTSINCE 1-Jan-2020
    S: * SEARCH 2
    S: a1 OK SEARCH completed.
    C: a2 SEARCH SENTBEFORE 1-Jan-2020
    S: * SEARCH 1
    S: a2 OK SEARCH completed.
    C: a3 SEARCH SENTON 6-Apr-2020
    S: * SEARCH 2
    S: a3 OK SEARCH completed.
  `)
})

test('SEARCH takes parentheses, and finds nothing in a line of its own', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 SEARCH (OR (SUBJECT one) (SUBJECT two)) NOT (SUBJECT one)
    S: * SEARCH 2
    S: a1 OK SEARCH completed.
    C: a2 UID SEARCH SUBJECT three
    S: * SEARCH
    S: a2 OK SEARCH completed.
    C: a3 SEARCH ${'('.repeat(80)}ALL${')'.repeat(80)}
    S: a3 BAD Command Argument Error. 11
    C: a4 SEARCH ${'NOT '.repeat(2000)}ALL
    S: a4 BAD Command Argument Error. 11
  `)
})

test('SEARCH for numbers that are not there finds nothing, in an empty folder too', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 UID SEARCH 1:* NOT DELETED
    S: * SEARCH
    S: a1 OK SEARCH completed.
  `)
  imap.seed('one', 'two')
  await wire.play(`
    C: a2 NOOP
    S: * 2 EXISTS
    S: * 2 RECENT
    S: a2 OK NOOP completed.
    C: a3 SEARCH 3:*
    S: * SEARCH 2
    S: a3 OK SEARCH completed.
    C: a4 SEARCH 9
    S: * SEARCH
    S: a4 OK SEARCH completed.
  `)
})
