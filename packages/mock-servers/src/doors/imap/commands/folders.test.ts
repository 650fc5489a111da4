import { expect, test } from 'vitest'
import { startImap } from '../../../testing/imap.ts'

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

test('a LIST pattern of many wildcards is refused, and ten of them are matched at once', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn()
  for (const name of ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa']) imap.mailbox.create(name)
  await wire.play(`
    C: a1 LIST "" "${'*a'.repeat(5)}${'%a'.repeat(5)}b"
    S: a1 OK LIST completed.
    C: a2 LIST "" "${'*a'.repeat(11)}"
    S: a2 BAD Command Argument Error. 11
  `)
})

test('names that objects have by themselves are folders that do not exist', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn()
  for (const name of ['toString', '__proto__', 'constructor', 'hasOwnProperty']) {
    await wire.play(`
      C: a1 SELECT "${name}"
      S: a1 NO ${name} doesn't exist.
      C: a2 CREATE ${name}
      S: a2 OK CREATE completed.
      C: a3 STATUS ${name} (MESSAGES)
      S: * STATUS ${name} (MESSAGES 0) 
      S: a3 OK STATUS completed.
      C: a4 DELETE ${name}
      S: a4 OK DELETE completed.
    `)
  }
})

test('NIL is a folder like any other', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 CREATE NIL
    S: a1 OK CREATE completed.
    C: a2 LIST "" NIL
    S: * LIST (\\HasNoChildren) "/" "NIL"
    S: a2 OK LIST completed.
    C: a3 SELECT nil
    S: * 0 EXISTS
  `)
})

test('LSUB % shows the unsubscribed parent of a subscribed child', async () => {
  await using imap = await startImap()
  imap.mailbox.create('Work/2021')
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 UNSUBSCRIBE Work
    S: a1 OK UNSUBSCRIBE completed.
    C: a2 LSUB "" W%
    S: * LSUB (\\Noselect) "/" Work
    S: a2 OK LSUB completed.
    C: a3 LSUB "" W*
    S: * LSUB (\\HasNoChildren) "/" Work/2021
    S: a3 OK LSUB completed.
  `)
})
