/** The everyday commands as a client sees them, in Microsoft's exact words and order. */
import { expect, test } from 'vitest'
import { answer, command, startImap } from '../../../testing/imap.ts'

test('LIST shows the folders of a personal account as Microsoft does', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 LIST "" "*"
    S: * LIST (\\HasNoChildren) "/" Archive
    S: * LIST (\\HasNoChildren \\Trash) "/" Deleted
    S: * LIST (\\HasNoChildren \\Drafts) "/" Drafts
    S: * LIST (\\Marked \\HasNoChildren) "/" Inbox
    S: * LIST (\\HasNoChildren \\Junk) "/" Junk
    S: * LIST (\\HasNoChildren) "/" Notes
    S: * LIST (\\HasNoChildren) "/" Outbox
    S: * LIST (\\HasNoChildren \\Sent) "/" Sent
    S: a1 OK LIST completed.
    C: a2 LIST "" ""
    S: * LIST (\\Noselect) "/" ""
    S: a2 OK LIST completed.
    C: a3 LIST "" inbox
    S: * LIST (\\Marked \\HasNoChildren) "/" Inbox
    S: a3 OK LIST completed.
    C: a4 LIST "" "*" RETURN (SPECIAL-USE)
    S: a4 BAD Command Argument Error. 12
  `)
})

test('folders are created with their parents, renamed with their children, subscribed and deleted', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 CREATE Work/2021/May
    S: a1 OK CREATE completed.
    C: a2 CREATE work/2021
    S: a2 NO Mailbox already exists.
    C: a3 LIST Work/ %
    S: * LIST (\\HasChildren) "/" Work/2021
    S: a3 OK LIST completed.
    C: a4 RENAME Work "Old work/Work"
    S: a4 OK RENAME completed.
    C: a5 LIST "" "Old*"
    S: * LIST (\\HasChildren) "/" "Old work"
    S: * LIST (\\HasChildren) "/" "Old work/Work"
    S: * LIST (\\HasChildren) "/" "Old work/Work/2021"
    S: * LIST (\\HasNoChildren) "/" "Old work/Work/2021/May"
    S: a5 OK LIST completed.
    C: a6 RENAME "Old work" Inbox
    S: a6 NO Mailbox already exists.
    C: a7 DELETE Inbox
    S: a7 NO DELETE failed.
    C: a8 DELETE "Old work/Work/2021"
    S: a8 NO DELETE failed.
    C: a9 DELETE "Old work/Work/2021/May"
    S: a9 OK DELETE completed.
    C: b8 DELETE "Old work/Work/2021"
    S: b8 OK DELETE completed.
    C: b9 SELECT "Old work/Work/2021/May"
    S: b9 NO Old work/Work/2021/May doesn't exist.
    C: b10 CREATE a//b
    S: b10 NO CREATE failed.
    C: b11 LIST "" "A&*"
    S: b11 OK LIST completed.
    C: a10 SUBSCRIBE nowhere
    S: a10 NO nowhere doesn't exist.
    C: a11 RENAME nowhere somewhere
    S: a11 NO nowhere doesn't exist.
    C: a12 RENAME Sent "Sent Items"
    S: a12 NO RENAME failed.
  `)
})

test('folder names beyond ASCII are modified UTF-7, and odd ones are quoted or literals', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 CREATE "&ZeVnLIqe-"
    S: a1 OK CREATE completed.
    C: a2 CREATE {5+}
    C: a"b c
    S: a2 OK CREATE completed.
    C: a3 LIST "" "&ZeVnLIqe-"
    S: * LIST (\\HasNoChildren) "/" &ZeVnLIqe-
    S: a3 OK LIST completed.
    C: a4 LIST "" "a*"
    S: * LIST (\\HasNoChildren) "/" {5}
    S: a"b c
    S: * LIST (\\HasNoChildren) "/" Archive
    S: a4 OK LIST completed.
    C: a5 CREATE "&ZeVnL"
    S: a5 BAD Command Argument Error. 11
  `)
  expect(imap.mailbox.folder('日本語')).toBeDefined()
})

test('STATUS answers in the order asked, with the space Microsoft leaves', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 STATUS inbox (UNSEEN MESSAGES UIDNEXT UIDVALIDITY RECENT)
    S: * STATUS Inbox (UNSEEN 2 MESSAGES 2 UIDNEXT 3 UIDVALIDITY 4 RECENT 2) 
    S: a1 OK STATUS completed.
    C: a2 STATUS Inbox (HIGHESTMODSEQ)
    S: a2 BAD Command Argument Error. 11
    C: a3 STATUS Nowhere (MESSAGES)
    S: a3 NO Nowhere doesn't exist.
  `)
})

test('EXAMINE sees everything and changes nothing', async () => {
  await using imap = await startImap()
  imap.seed('one')
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 EXAMINE Inbox
    S: * 1 EXISTS
    S: * 1 RECENT
    S: * FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft $MDNSent)
    S: * OK [PERMANENTFLAGS ()] Permanent flags
    S: * OK [UNSEEN 1] Is the first unseen message
    S: * OK [UIDVALIDITY 4] UIDVALIDITY value
    S: * OK [UIDNEXT 2] The next unique identifier value
    S: a1 OK [READ-ONLY] EXAMINE completed.
    C: a2 FETCH 1 BODY[TEXT]
    S: * 1 FETCH (BODY[TEXT] {13}
    S: Hello, one.
    S: )
    S: a2 OK FETCH completed.
    C: a3 STORE 1 +FLAGS (\\Deleted)
    S: a3 NO STORE failed.
    C: a4 EXPUNGE
    S: a4 NO EXPUNGE failed.
    C: a5 UID MOVE 1 Archive
    S: a5 NO MOVE failed.
    C: a6 SELECT Nowhere
    S: a6 NO Nowhere doesn't exist.
    C: a7 FETCH 1 UID
    S: a7 BAD Command received in Invalid state.
    C: a8 SELECT Inbox
    S: * 1 EXISTS
    S: * 1 RECENT
  `)
})

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

test('FETCH marks as read what it shows, unless it only peeks', async () => {
  await using imap = await startImap()
  imap.seed('one')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 FETCH 1 BODY.PEEK[TEXT]<0.5>
    S: * 1 FETCH (BODY[TEXT]<0> {5}
    S: Hello)
    S: a1 OK FETCH completed.
    C: a2 UID FETCH 1 (FLAGS BODY[TEXT]<0.5>)
    S: * 1 FETCH (UID 1 FLAGS (\\Seen \\Recent) BODY[TEXT]<0> {5}
    S: Hello)
    S: a2 OK FETCH completed.
    C: a3 FETCH 1 BODY[2]
    S: * 1 FETCH (BODY[2] NIL)
    S: a3 OK FETCH completed.
    C: a4 FETCH 1 (BODY[TEXT)
    S: a4 BAD Command Error. 12
    C: a5 FETCH 1 (FAST UID)
    S: a5 BAD Command Argument Error. 11
  `)
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

test('IDLE tells of arrivals, flags and removals, many of them at once', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 IDLE
    S: + IDLE accepted, awaiting DONE command.
  `)
  const { inbox } = imap.mailbox
  imap.seed('three')
  inbox.setFlags(inbox.messages[1]!, { mode: 'add', flags: ['\\Seen'] })
  inbox.remove([inbox.messages[0]!])
  await wire.play(`
    S: * 1 EXPUNGE
    S: * 2 EXISTS
    S: * 2 RECENT
    S: * 1 FETCH (UID 2 FLAGS (\\Seen \\Recent))
  `)
  imap.seed('four')
  await wire.play(`
    S: * 3 EXISTS
    S: * 3 RECENT
    C: done
    S: a1 OK IDLE completed.
    C: a2 IDLE
    S: + IDLE accepted, awaiting DONE command.
    C: a3 NOOP
    S: a2 BAD Command Error. 12
  `)
})

test('what came and went between two announcements is never mentioned', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn('Inbox')
  imap.seed('one')
  imap.mailbox.inbox.remove([...imap.mailbox.inbox.messages])
  await wire.play(`
    C: a1 NOOP
    S: a1 OK NOOP completed.
  `)
})

test('\\Recent belongs to the first session that selects the folder', async () => {
  await using imap = await startImap()
  imap.seed('one')
  await using first = await imap.signIn('Inbox')
  await using second = await imap.signIn('Inbox')
  await first.play(`
    C: a1 SEARCH RECENT
    S: * SEARCH 1
    S: a1 OK SEARCH completed.
  `)
  await second.play(`
    C: b1 SEARCH RECENT
    S: * SEARCH
    S: b1 OK SEARCH completed.
  `)
})

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

test('a folder that is deleted while it is selected empties, and the session goes on', async () => {
  await using imap = await startImap()
  imap.mailbox.create('Work')
  await using wire = await imap.signIn('Work')
  imap.mailbox.folder('Work')!.append(Buffer.from('Subject: one\r\n\r\n'))
  await using other = await imap.signIn()
  await command(wire, 'a0', 'NOOP')
  await command(other, 'b1', 'DELETE Work')
  await wire.play(`
    C: a1 NOOP
    S: * 1 EXPUNGE
    S: a1 OK NOOP completed.
    C: a2 SELECT Inbox
    S: * 0 EXISTS
  `)
})
