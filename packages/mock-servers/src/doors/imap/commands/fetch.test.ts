import { expect, test } from 'vitest'
import { startImap } from '../../../testing/imap.ts'

const multipart = Buffer.from(
  [
    'From: taro@example.jp',
    'Subject: parts',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    ...Array.from(
      { length: 11 },
      (_, index) => `Content-Type: text/plain\r\nX-Part: ${index + 1}\r\n\r\npart ${index + 1}\r\n--b`,
    ),
    '',
  ]
    .join('\r\n')
    .replace(/--b\r\n$/, '--b--\r\n'),
)

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

test('BODY[TEXT] of a multipart keeps the headers of its parts, and BODY[10] is a part like any other', async () => {
  await using imap = await startImap()
  imap.mailbox.inbox.append(multipart)
  await using wire = await imap.signIn('Inbox')
  const text = multipart.subarray(multipart.indexOf('\r\n\r\n') + 4)
  await wire.play(`
    C: a1 FETCH 1 BODY.PEEK[TEXT]
    S: * 1 FETCH (BODY[TEXT] {${text.length}}
  `)
  expect(await wire.take(text.length)).toEqual(text)
  await wire.play(`
    S: )
    S: a1 OK FETCH completed.
    C: a2 FETCH 1 (BODY.PEEK[10] BODY.PEEK[11.MIME])
    S: * 1 FETCH (BODY[10] {7}
    S: part 10 BODY[11.MIME] {40}
    S: Content-Type: text/plain
    S: X-Part: 11
    S:
    S: )
    S: a2 OK FETCH completed.
  `)
})

test('a partial answer names its start only, and a request beyond the end is empty', async () => {
  await using imap = await startImap()
  imap.seed('one')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 FETCH 1 (BODY.PEEK[]<6.4> BODY.PEEK[TEXT]<9999.1>)
    S: * 1 FETCH (BODY[]<6> {4}
    S: taro BODY[TEXT]<9999> {0}
    S: )
    S: a1 OK FETCH completed.
    C: a2 FETCH 1 BODY.PEEK[]<0.0>
    S: a2 BAD Command Argument Error. 11
  `)
})

test('RFC822.TEXT is there', async () => {
  await using imap = await startImap()
  imap.seed('one')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 FETCH 1 RFC822.TEXT
    S: * 1 FETCH (RFC822.TEXT {13}
    S: Hello, one.
    S:  FLAGS (\\Seen \\Recent))
    S: a1 OK FETCH completed.
  `)
})

test('* alone is a set, and one above EXISTS is refused while an unknown UID names nothing', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 FETCH * UID
    S: * 2 FETCH (UID 2)
    S: a1 OK FETCH completed.
    C: a2 UID FETCH 7 FLAGS
    S: a2 OK FETCH completed.
    C: a3 UID FETCH 7:* FLAGS
    S: * 2 FETCH (UID 2 FLAGS (\\Recent))
    S: a3 OK FETCH completed.
    C: a4 FETCH 3 UID
    S: a4 BAD The specified message set is invalid.
  `)
})

test('FETCH of a range that ends above EXISTS gives what there is and answers NO, as imap-mail.outlook.com does', async () => {
  await using imap = await startImap()
  imap.seed('one')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 FETCH 1:2 UID
    S: * 1 FETCH (UID 1)
    S: a1 NO The specified message set is invalid.
    C: a2 STORE 1:2 +FLAGS (\\Seen)
    S: a2 BAD The specified message set is invalid.
    C: a3 FETCH 1 FLAGS
    S: * 1 FETCH (FLAGS (\\Recent))
    S: a3 OK FETCH completed.
  `)
})

test('the header list of BODY[HEADER.FIELDS (…)] is echoed as asked', async () => {
  await using imap = await startImap()
  imap.seed('one')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 FETCH 1 body.peek[header.fields (From "X-None" {7+}
    C: subject)]
    S: * 1 FETCH (BODY[header.fields (From "X-None" "subject")] {39}
    S: From: taro@example.jp
    S: Subject: one
    S:
    S: )
    S: a1 OK FETCH completed.
  `)
})

test('FETCH of a message that another session has removed shows it, and neither marks nor announces it as read', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  const [removed] = imap.mailbox.inbox.messages
  await using wire = await imap.signIn('Inbox')
  imap.mailbox.inbox.remove([removed!])
  await wire.play(`
    C: a1 FETCH 1:2 BODY[HEADER.FIELDS (Subject)]
    S: * 1 FETCH (BODY[HEADER.FIELDS (Subject)] {16}
    S: Subject: one
    S:
    S: )
    S: * 2 FETCH (BODY[HEADER.FIELDS (Subject)] {16}
    S: Subject: two
    S:
    S:  FLAGS (\\Seen \\Recent))
    S: a1 OK FETCH completed.
    C: a2 NOOP
    S: * 1 EXPUNGE
    S: a2 OK NOOP completed.
  `)
  expect(removed!.flags.has('\\Seen')).toBe(false)
})

test('a TAB in a header field is still there in ENVELOPE', async () => {
  await using imap = await startImap()
  imap.seed('one\ttwo')
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 FETCH 1 ENVELOPE
    S: * 1 FETCH (ENVELOPE (NIL {7}
    S: one\ttwo ((NIL NIL "taro" "example.jp")) …
    S: a1 OK FETCH completed.
  `)
})
