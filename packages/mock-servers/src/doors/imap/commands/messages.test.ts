import { expect, test } from 'vitest'
import { answer, startImap } from '../../../testing/imap.ts'

test('APPEND keeps octets, date and flags, and says that keywords are not supported', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 APPEND Inbox (\\Seen $MDNSent Important) " 1-Feb-2020 09:00:00 +0900" {13}
    S: + Ready for additional command text.
    C: Subject: one
    S: * NO Keywords are not supported!
    S: a1 OK [APPENDUID 4 1] APPEND completed.
    C: a2 APPEND Nowhere {3+}
    C: abc
    S: a2 NO [TRYCREATE] Nowhere doesn't exist.
    C: a3 APPEND Inbox "yesterday" {3+}
    C: abc
    S: a3 BAD Command Argument Error. 11
    C: a4 APPEND Inbox {3+}
    C: abc {3+}
    C: def
    S: a4 BAD Command Argument Error. 11
    C: a5 SELECT Inbox
  `)
  await answer(wire, 'a5')
  await wire.play(`
    C: a6 FETCH 1 FAST
    S: * 1 FETCH (FLAGS (\\Seen $MDNSent \\Recent) INTERNALDATE " 1-Feb-2020 00:00:00 +0000" RFC822.SIZE 13)
    S: a6 OK FETCH completed.
  `)
})

test('a mailbox at its limit takes nothing more, and nothing of it is stored', async () => {
  await using imap = await startImap({ mailboxBytes: 100 })
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 APPEND Inbox {60+}
    C: ${'x'.repeat(60)}
    S: * 1 EXISTS
    S: * 1 RECENT
    S: a1 OK [APPENDUID 4 1] APPEND completed.
    C: a2 APPEND Inbox {60+}
    C: ${'x'.repeat(60)}
    S: a2 NO APPEND failed.
    C: a3 COPY 1 Archive
    S: a3 NO COPY failed.
    C: a4 MOVE 1 Archive
    S: * OK [COPYUID 1 1 1] MOVE completed.
    S: * 1 EXPUNGE
    S: a4 OK MOVE completed.
  `)
  expect(imap.mailbox.octets).toBe(60)
})

test('STORE sets, adds and takes away flags, silently or not; keywords are passed over', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 STORE 1:2 +FLAGS (\\Seen Important)
    S: * 1 FETCH (FLAGS (\\Seen \\Recent))
    S: * 2 FETCH (FLAGS (\\Seen \\Recent))
    S: a1 OK STORE completed.
    C: a2 UID STORE 2 FLAGS \\Flagged \\Answered
    S: * 2 FETCH (UID 2 FLAGS (\\Answered \\Flagged \\Recent))
    S: a2 OK STORE completed.
    C: a3 STORE 1 -FLAGS.SILENT (\\Seen)
    S: a3 OK STORE completed.
    C: a4 FETCH 1:2 FLAGS
    S: * 1 FETCH (FLAGS (\\Recent))
    S: * 2 FETCH (FLAGS (\\Answered \\Flagged \\Recent))
    S: a4 OK FETCH completed.
    C: a5 STORE 1 FLAGS.LOUD (\\Seen)
    S: a5 BAD Command Argument Error. 11
  `)
})

test('COPY, MOVE and UID EXPUNGE tell the UIDs', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two', 'three', 'four')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 COPY 1,3:4 Archive
    S: a1 OK [COPYUID 1 1,3:4 1:3] COPY completed.
    C: a2 UID MOVE 2,99 "Archive"
    S: * OK [COPYUID 1 2 4] MOVE completed.
    S: * 2 EXPUNGE
    S: a2 OK MOVE completed.
    C: a3 UID MOVE 99 Archive
    S: a3 OK MOVE completed.
    C: a4 COPY 1 Nowhere
    S: a4 NO [TRYCREATE] Nowhere doesn't exist.
    C: a5 STORE 1:3 +FLAGS.SILENT (\\Deleted)
    S: a5 OK STORE completed.
    C: a6 UID EXPUNGE 3
    S: * 2 EXPUNGE
    S: a6 OK EXPUNGE completed.
    C: a7 CLOSE
    S: a7 OK CLOSE completed.
    C: a8 STATUS Inbox (MESSAGES)
    S: * STATUS Inbox (MESSAGES 0) 
    S: a8 OK STATUS completed.
  `)
  expect(imap.mailbox.folder('Archive')!.messages.map(({ uid }) => uid)).toEqual([1, 2, 3, 4])
})

test('moving into the selected folder itself gives new UIDs', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 MOVE 1 Inbox
    S: * OK [COPYUID 4 1 3] MOVE completed.
    S: * 1 EXPUNGE
    S: * 2 EXISTS
    S: * 2 RECENT
    S: a1 OK MOVE completed.
    C: a2 FETCH 1:* UID
    S: * 1 FETCH (UID 2)
    S: * 2 FETCH (UID 3)
    S: a2 OK FETCH completed.
  `)
})
