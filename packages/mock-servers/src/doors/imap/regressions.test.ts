/**
 * One test for every fault that was seen in bare hoodiecrow-imap 2.1.0 (docs/discoveries/hoodiecrow-imap.md) and for
 * every trap on the way to this form (docs/decisions/0001-hoodiecrow-as-the-imap-shell.md): none of them may come back.
 */
import { expect, test } from 'vitest'
import type { Mailbox } from '../../mail/mailbox.ts'
import { address, answer, command, password, startImap } from '../../testing/imap.ts'
import { Engine, type Served } from './session/engine.ts'

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

test('Nagle: a command is not answered 40 ms late', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn('Inbox')
  const times: number[] = []
  for (let round = 0; round < 15; round++) {
    const start = performance.now()
    imap.seed('new') // two writes: an announcement, and the answer
    await command(wire, 'a', 'NOOP')
    times.push(performance.now() - start)
  }
  expect(times.toSorted((a, b) => a - b)[7]).toBeLessThan(40)
})

test('a literal of a gigabyte before login ends neither the process nor the server', async () => {
  await using imap = await startImap()
  for (const literal of ['{999999999+}', '{999999999}', '{99999999999999999999999999+}', '{10241+}']) {
    await using wire = await imap.connect()
    await wire.play(`
      C: a1 LOGIN ${literal}
      S: a1 BAD Command Error. 10
      S: * BYE Connection closed.
      S: (closed)
    `)
  }
  await using after = await imap.signIn('Inbox')
  await after.play(`
    C: a1 APPEND Inbox {99999999}
    S: a1 NO APPEND failed.
    C: a2 NOOP
    S: a2 OK NOOP completed.
    C: a3 APPEND Inbox {99999999+}
    S: a3 BAD Command Error. 10
    S: * BYE Connection closed.
    S: (closed)
  `)
})

test('a line without an end is refused at its limit, not collected', async () => {
  await using imap = await startImap()
  await using wire = await imap.connect()
  wire.send(Buffer.alloc(4_000_000, 'a'))
  await wire.play(`
    S: * BAD Command Error. 10
    S: * BYE Connection closed.
    S: (closed)
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

test('a fault in a command is answered NO, and the connection lives', async () => {
  const broken = { folder: () => void JSON.parse('{') } as unknown as Mailbox
  await using imap = await startImap({ mailboxes: () => broken })
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 SELECT Inbox
    S: a1 NO Server Unavailable. 15
    C: a2 NOOP
    S: a2 OK NOOP completed.
  `)
  expect(imap.faults).toEqual([expect.any(SyntaxError)])
})

test('a stock command that throws is answered NO too', async () => {
  const written: string[] = []
  const session: Served = {
    write: (octets) => written.push(octets.toString()),
    offers: () => {
      throw new Error('no capabilities today')
    },
    answering: () => undefined,
    end: () => undefined,
  }
  const shell = new Engine({ handlers: new Map(), capabilities: ['IDLE'] }).open(session)
  await shell.run({ tag: 'a1', verb: 'CAPABILITY', args: [] })
  await shell.run({ tag: 'a2', verb: 'NOOP', args: [] })
  expect(written).toEqual(['a1 NO Server Unavailable. 15\r\n', 'a2 OK NOOP completed.\r\n'])
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

test('quotes and backslashes in quoted strings mean what they say', async () => {
  await using imap = await startImap()
  imap.account.password = 'a"b\\c d'
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 LOGIN "${address}" "a\\"b\\\\c d"
    S: a1 OK LOGIN completed.
  `)
})

test('empty literals, NUL and 8-bit octets are taken as they come', async () => {
  await using imap = await startImap()
  imap.account.password = '日本\0語'
  await using wire = await imap.connect()
  const secret = Buffer.from('日本\0語')
  wire.send(`a1 LOGIN ${address} {0+}\r\n\r\n`)
  await wire.play('S: a1 NO LOGIN failed.')
  wire.send(Buffer.concat([Buffer.from(`a2 LOGIN ${address} {${secret.length}+}\r\n`), secret, Buffer.from('\r\n')]))
  await wire.play('S: a2 OK LOGIN completed.')
  const raw = Buffer.from(Array.from({ length: 512 }, (_, index) => index & 255))
  wire.send(Buffer.concat([Buffer.from(`a3 APPEND Inbox {${raw.length}+}\r\n`), raw, Buffer.from('\r\n')]))
  await wire.play('S: a3 OK [APPENDUID 4 1] APPEND completed.')
  expect(imap.mailbox.inbox.messages[0]!.raw).toEqual(raw)
  await command(wire, 'a4', 'SELECT Inbox')
  await wire.play(`
    C: a5 FETCH 1 BODY.PEEK[]
    S: * 1 FETCH (BODY[] {512}
  `)
  expect(await wire.take(512)).toEqual(raw)
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
  await imap.server.close()
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

test('a verb is never a path: getCommandHandler loads files by name', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 ../server
    S: a1 BAD Command Error. 12
    C: a2 UID ../../package.json
    S: a2 BAD Command Error. 12
    C: a3 handlers/fetch 1
    S: a3 BAD Command Error. 12
    S: * BYE Connection closed. 14
    S: (closed)
  `)
})

test("a verb that only hoodiecrow has is not Microsoft's", async () => {
  await using imap = await startImap()
  for (const verb of ['STARTTLS', 'ENABLE CONDSTORE', 'XTOYBIRD', 'COMPRESS DEFLATE', 'GETQUOTAROOT Inbox', 'SORT']) {
    await using wire = await imap.signIn()
    await wire.play(`
      C: a1 ${verb}
      S: a1 BAD Command Error. 12
    `)
  }
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

test('a long answer lets other sessions have their turn', async () => {
  await using imap = await startImap()
  imap.seed(...Array.from({ length: 5_000 }, (_, index) => `message ${index}`))
  await using wire = await imap.signIn('Inbox')
  await using other = await imap.signIn()
  const order: string[] = []
  wire.send('a1 FETCH 1:* (ENVELOPE BODYSTRUCTURE)\r\n')
  await wire.line()
  const fetched = answer(wire, 'a1').then(() => order.push('fetch'))
  const answered = command(other, 'b1', 'NOOP').then(() => order.push('noop'))
  await Promise.all([fetched, answered])
  expect(order).toEqual(['noop', 'fetch'])
})

test('large messages go around the compiler, byte for byte', async () => {
  await using imap = await startImap()
  const raw = Buffer.alloc(6_000_000, 'Subject: large\r\n\r\n0123456789\xff\0', 'latin1')
  imap.mailbox.inbox.append(raw)
  await using wire = await imap.signIn('Inbox')
  wire.send('a1 FETCH 1 BODY.PEEK[]\r\n')
  expect(await wire.line()).toBe(`* 1 FETCH (BODY[] {${raw.length}}`)
  expect((await wire.take(raw.length)).equals(raw)).toBe(true)
  expect(await answer(wire, 'a1')).toEqual([')', 'a1 OK FETCH completed.'])
})

test('a small message kept from APPEND does not hold on to the chunk it came in', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn()
  wire.send(`a1 APPEND Inbox {6000+}\r\n${'x'.repeat(6000)}\r\n`)
  await answer(wire, 'a1')
  expect(imap.mailbox.inbox.messages[0]!.raw.buffer.byteLength).toBe(6000)
})

test('commands sent behind LOGIN at once are answered in order', async () => {
  await using imap = await startImap()
  imap.seed('one')
  await using wire = await imap.connect()
  wire.send(`a1 LOGIN ${address} "${password}"\r\na2 SELECT Inbox\r\na3 FETCH 1 UID\r\na4 LOGOUT\r\n`)
  await wire.play('S: a1 OK LOGIN completed.')
  expect((await answer(wire, 'a2')).at(-1)).toBe('a2 OK [READ-WRITE] SELECT completed.')
  await wire.play(`
    S: * 1 FETCH (UID 1)
    S: a3 OK FETCH completed.
    S: * BYE Microsoft Exchange Server IMAP4 server signing off.
    S: a4 OK LOGOUT completed.
    S: (closed)
  `)
})

test('a message of nothing but strange characters can be searched, and the process lives', async () => {
  await using imap = await startImap()
  const strange = Buffer.alloc(40_000_000, 'x\x80', 'latin1')
  const head = 'Content-Type: text/plain; charset=iso-8859-1\r\nTo: '
  imap.mailbox.inbox.append(Buffer.concat([Buffer.from(head), strange, Buffer.from('\r\n\r\n'), strange]))
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 SEARCH BODY hello
    S: * SEARCH
    S: a1 OK SEARCH completed.
    C: a2 SEARCH ${'NOT TO zq NOT TEXT zq '.repeat(45).trim()}
    S: * SEARCH 1
    S: a2 OK SEARCH completed.`)
})

test('one message in hundreds of large pieces is kept no faster than the client reads', async () => {
  await using imap = await startImap()
  const fields = Array.from({ length: 2_000 }, (_, index) => `${index % 2 ? 'a' : 'b'}: ${'x'.repeat(2_000)}\r\n`)
  imap.mailbox.inbox.append(Buffer.from(`${fields.join('')}\r\n`))
  await using wire = await imap.signIn('Inbox')
  const before = process.memoryUsage().arrayBuffers
  wire.pause()
  wire.send(`a1 FETCH 1 (${Array.from({ length: 200 }, () => 'BODY.PEEK[HEADER.FIELDS (a)]').join(' ')})\r\n`)
  await using other = await imap.signIn('Inbox')
  await command(other, 'b', 'NOOP')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000)
})
