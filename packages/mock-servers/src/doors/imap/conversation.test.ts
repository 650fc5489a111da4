import { once } from 'node:events'
import { Duplex } from 'node:stream'
import { expect, test } from 'vitest'
import { address, answer, command, password, startImap } from '../../testing/imap.ts'
import { everyCapability } from '../../voices/imap-session.ts'
import { converse } from './conversation.ts'
import { handlers } from './handlers.ts'
import { imapLimits } from './limits.ts'
import { Engine } from './session/engine.ts'
import { Session } from './session/session.ts'

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

/** A socket that keeps what was written to it, one entry a write. */
class Written extends Duplex {
  readonly writes: string[] = []

  override _read(): void {}

  override _write(octets: Buffer, _encoding: string, done: () => void): void {
    this.writes.push(octets.toString('latin1'))
    done()
    this.emit('written')
  }
}

test('an announcement and the answer leave in one write, so that neither waits for the other to arrive', async () => {
  await using imap = await startImap()
  const socket = new Written()
  const services = {
    ...imap.options,
    engine: new Engine({ handlers, capabilities: everyCapability }),
    mailboxes: (address: string) => imap.store.mailbox(address),
    limits: imapLimits,
  }
  const conversation = converse(
    new Session(services, socket, { onInput: () => undefined, onSignedIn: () => undefined }),
  )
  socket.push(`a1 LOGIN ${address} "${password}"\r\na2 SELECT Inbox\r\n`)
  while (!socket.writes.at(-1)?.includes('a2 OK ')) await once(socket, 'written')
  imap.seed('new')
  socket.push('a4 NOOP\r\n')
  socket.push(null)
  await conversation
  expect(socket.writes.at(-1)).toBe('* 1 EXISTS\r\n* 1 RECENT\r\na4 OK NOOP completed.\r\n')
})
