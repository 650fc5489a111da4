/** What a client may cost, and how it is served beside others. */
import { expect, test } from 'vitest'
import { answer, command, startImap } from '../../testing/imap.ts'

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
