import { once } from 'node:events'
import { syncBuiltinESMExports } from 'node:module'
import { connect } from 'node:net'
import tls from 'node:tls'
import { expect, onTestFinished, test, vi } from 'vitest'
import { address, command, frontend, password, startImap } from '../../testing/imap.ts'

test('a client signs in, reads headers and leaves', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  await using wire = await imap.dial()
  await wire.play(`
    S: * OK The Microsoft Exchange IMAP4 service is ready. [${Buffer.from(frontend, 'utf16le').toString('base64')}]
    C: a1 CAPABILITY
    S: * CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+
    S: a1 OK CAPABILITY completed.
    C: a2 LOGIN ${address} "${password}"
    S: a2 OK LOGIN completed.
    C: a3 CAPABILITY
    S: * CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CLIENTACCESSRULES CLIENTNETWORKPRESENCELOCATION BACKENDAUTHENTICATE CHILDREN IDLE NAMESPACE LITERAL+
    S: a3 OK CAPABILITY completed.
    C: a4 ID ("name" "test")
    S: * ID ("name" "Microsoft.Exchange.Imap4.Imap4Server" "version" "15.20")
    S: a4 OK ID completed
    C: a5 NAMESPACE
    S: * NAMESPACE (("" "/")) NIL NIL
    S: a5 OK NAMESPACE completed.
    C: a6 SELECT Inbox
    S: * 2 EXISTS
    S: * 2 RECENT
    S: * FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft $MDNSent)
    S: * OK [PERMANENTFLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft $MDNSent)] Permanent flags
    S: * OK [UNSEEN 1] Is the first unseen message
    S: * OK [UIDVALIDITY 4] UIDVALIDITY value
    S: * OK [UIDNEXT 3] The next unique identifier value
    S: a6 OK [READ-WRITE] SELECT completed.
    C: a7 FETCH 1:2 (FLAGS UID BODY.PEEK[HEADER.FIELDS (Subject)])
    S: * 1 FETCH (FLAGS (\\Recent) UID 1 BODY[HEADER.FIELDS (Subject)] {16}
    S: Subject: one
    S:
    S: )
    S: * 2 FETCH (FLAGS (\\Recent) UID 2 BODY[HEADER.FIELDS (Subject)] {16}
    S: Subject: two
    S:
    S: )
    S: a7 OK FETCH completed.
    C: a8 CHECK
    S: a8 OK CHECK completed.
    C: a9 UNSELECT
    S: a9 OK UNSELECT completed.
    C: a10 LOGOUT
    S: * BYE Microsoft Exchange Server IMAP4 server signing off.
    S: a10 OK LOGOUT completed.
    S: (closed)
  `)
  expect(imap.faults).toEqual([])
})

test('the third BAD of any kind ends the connection', async () => {
  await using imap = await startImap()
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 SELECT Inbox
    S: a1 BAD Command received in Invalid state.
    C: a2 LOGIN hanako
    S: a2 BAD Command Argument Error. 12
    C:
    S: * BAD Command Error. 12
    S: * BYE Connection closed. 14
    S: (closed)
  `)
})

test('8-bit octets outside literals, and ID with an odd list, are refused in their own words', async () => {
  await using imap = await startImap()
  await using wire = await imap.connect()
  wire.send(Buffer.from('a1 LOGIN hanako "pässword"\r\n'))
  await wire.play(`
    S: a1 BAD Command Error. 11
    C: a2 ID ("name")
    S: a2 BAD ID failed
  `)
})

test('a command may be as long as the limit, and no longer', async () => {
  await using imap = await startImap()
  await using wire = await imap.connect()
  await wire.play(`
    C: a1 LOGIN ${address} "${'x'.repeat(10_000)}"
    S: a1 NO LOGIN failed.
    C: a2 LOGIN ${address} "${'x'.repeat(10_240)}"
    S: a2 BAD Command Error. 10
    S: * BYE Connection closed.
    S: (closed)
  `)
})

test('who does not sign in in time is sent away, whatever he says meanwhile', async () => {
  await using imap = await startImap()
  await using wire = await imap.connect()
  imap.timers.advance(59_000)
  await wire.play(`
    C: a1 NOOP
    S: a1 OK NOOP completed.
  `)
  imap.timers.advance(1_000)
  await wire.play(`
    S: * BYE Connection is closed. 11
    S: (closed)
  `)
})

test('who is silent for too long is sent away, in IDLE too', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn('Inbox')
  imap.timers.advance(1_799_000)
  await wire.play(`
    C: a1 IDLE
    S: + IDLE accepted, awaiting DONE command.
  `)
  imap.timers.advance(1_799_000)
  imap.mailbox.inbox.append(Buffer.from('Subject: news\r\n\r\n'))
  await wire.play(`
    S: * 1 EXISTS
    S: * 1 RECENT
  `)
  imap.timers.advance(1_000)
  await wire.play(`
    S: * BYE Connection is closed. 13
    S: (closed)
  `)
})

test('a client beyond the number of connections is told so, and the others go on', async () => {
  await using imap = await startImap({ limits: { connections: 1 } })
  await using first = await imap.signIn()
  await using second = await imap.dial()
  await second.play(`
    S: * BYE Connection is closed. 10
    S: (closed)
  `)
  await first.play(`
    C: a1 NOOP
    S: a1 OK NOOP completed.
  `)
})

test('closing the server parts from everybody and resolves when all are gone', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn('Inbox')
  const closed = imap.door.close()
  await wire.play(`
    S: * BYE Connection is closed. 12
    S: (closed)
  `)
  await closed
  await imap.door.close()
})

test('a client that does not speak TLS, or vanishes in the handshake, harms nobody', async () => {
  await using imap = await startImap()
  for (const octets of ['a1 LOGIN hanako secret\r\n', '\x16\x03\x01']) {
    const socket = connect(imap.door.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(octets)
    socket.destroy()
  }
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 NOOP
    S: a1 OK NOOP completed.
  `)
})

test('the system is told to hold no small answer back (Nagle)', async () => {
  const createServer = vi.spyOn(tls, 'createServer')
  syncBuiltinESMExports()
  onTestFinished(() => {
    createServer.mockRestore()
    syncBuiltinESMExports()
  })
  await using imap = await startImap()
  expect(imap.door.port).toBeGreaterThan(0)
  expect(createServer).toHaveBeenCalledWith(expect.objectContaining({ noDelay: true }), expect.any(Function))
})

test('two servers in one process do not notice each other', async () => {
  await using one = await startImap()
  await using other = await startImap()
  one.seed('only here')
  await using wire = await one.signIn('Inbox')
  await using elsewhere = await other.signIn()
  await elsewhere.play(`
    C: a1 SELECT Inbox
    S: * 0 EXISTS
  `)
  await wire.play(`
    C: a1 SEARCH ALL
    S: * SEARCH 1
    S: a1 OK SEARCH completed.
  `)
})

test('the gate forgets a connection that is gone', async () => {
  const closed = vi.fn<(session: string) => void>()
  await using imap = await startImap()
  await using gated = await startImap({
    gate: { attempt: (...args) => imap.gate.attempt(...args), closed, onInvalidated: () => undefined },
  })
  const wire = await gated.connect()
  await command(wire, 'a1', 'LOGOUT')
  await wire.play('S: (closed)')
  await gated.door.close()
  expect(closed).toHaveBeenCalledTimes(1)
})

test('a session ends when its password is replaced, in IDLE too', async () => {
  await using imap = await startImap()
  await using wire = await imap.signIn('Inbox')
  await wire.play(`
    C: a1 IDLE
    S: + IDLE accepted, awaiting DONE command.
  `)
  imap.account.password = 'another one'
  await wire.play(`
    S: * BYE Session invalidated - PasswordChanged
    S: (closed)
  `)
})

test('a client that vanishes in the middle of an answer, or is sent away in the middle of a line, is no fault', async () => {
  await using imap = await startImap()
  imap.seed(...Array.from({ length: 3_000 }, (_, index) => `message ${index}`))
  const reading = await imap.signIn('Inbox')
  reading.send('a1 FETCH 1:* (ENVELOPE BODYSTRUCTURE)\r\n')
  await reading.line()
  await reading[Symbol.asyncDispose]()
  const writing = await imap.signIn('Inbox')
  writing.send('a1 IDLE\r\n')
  await writing.line()
  writing.send('DO')
  imap.account.password = 'another one'
  writing.send('NE\r\na2 NOOP\r\n')
  await writing.play(`
    S: * BYE Session invalidated - PasswordChanged
    S: (closed)
  `)
  await imap.door.close()
  expect(imap.faults).toEqual([])
})

test('a port in use is reported by the system', async () => {
  await using imap = await startImap()
  await expect(startImap({ port: imap.door.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
