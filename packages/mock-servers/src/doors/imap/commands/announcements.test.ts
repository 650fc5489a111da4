import { expect, test } from 'vitest'
import { command, startImap } from '../../../testing/imap.ts'

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

test("a session's own APPEND shows as EXISTS", async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 APPEND Inbox {5+}
    C: hello
    S: * 1 EXISTS
    S: * 1 RECENT
    S: a1 OK [APPENDUID 4 1] APPEND completed.
  `)
})

test('nothing is told between two commands once IDLE is over', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 IDLE
    S: + IDLE accepted, awaiting DONE command.
    C: DONE
    S: a1 OK IDLE completed.
  `)
  imap.mailbox.inbox.remove([...imap.mailbox.inbox.messages])
  await new Promise((resolve) => setImmediate(resolve))
  await wire.play(`
    C: a2 SEARCH ALL
    S: * SEARCH 1 2
    S: a2 OK SEARCH completed.
    C: a3 NOOP
    S: * 2 EXPUNGE
    S: * 1 EXPUNGE
    S: a3 OK NOOP completed.
  `)
})

test('a client that vanishes in IDLE leaves nothing behind', async () => {
  await using imap = await startImap()
  const wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 IDLE
    S: + IDLE accepted, awaiting DONE command.
  `)
  await wire[Symbol.asyncDispose]()
  imap.seed('news for nobody')
  await imap.door.close()
  expect(imap.faults).toEqual([])
})

test('an expunge by another session moves no number before it is announced', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two', 'three')
  await using wire = await imap.signIn('Inbox')
  await using other = await imap.signIn('Inbox')
  await command(other, 'b1', 'STORE 1 +FLAGS.SILENT (\\Deleted)')
  await command(other, 'b2', 'EXPUNGE')
  await wire.play(`
    C: a1 FETCH 3 (UID BODY.PEEK[HEADER.FIELDS (SUBJECT)])
    S: * 3 FETCH (UID 3 BODY[HEADER.FIELDS (SUBJECT)] {18}
    S: Subject: three
    S:
    S: )
    S: a1 OK FETCH completed.
    C: a2 FETCH 1 (UID RFC822.SIZE)
    S: * 1 FETCH (UID 1 RFC822.SIZE 52)
    S: a2 OK FETCH completed.
    C: a3 STORE 1:2 +FLAGS (\\Flagged)
    S: * 2 FETCH (FLAGS (\\Flagged \\Recent))
    S: a3 OK [EXPUNGEISSUED] STORE completed.
    C: a4 COPY 1:2 Archive
    S: * 1 EXPUNGE
    S: a4 NO [EXPUNGEISSUED] COPY failed.
    C: a5 FETCH 1:* UID
    S: * 1 FETCH (UID 2)
    S: * 2 FETCH (UID 3)
    S: a5 OK FETCH completed.
  `)
})

test('a flag change made elsewhere is announced with its UID', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  await using wire = await imap.signIn('Inbox')
  await using other = await imap.signIn('Inbox')
  await command(other, 'b1', 'STORE 2 +FLAGS (\\Flagged)')
  await wire.play(`
    C: a1 NOOP
    S: * 2 FETCH (UID 2 FLAGS (\\Flagged \\Recent))
    S: a1 OK NOOP completed.
  `)
})
