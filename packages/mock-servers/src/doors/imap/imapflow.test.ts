/** A library that nobody here wrote, doing what its users do every day. */
import { once } from 'node:events'
import { ImapFlow } from 'imapflow'
import { afterEach, expect, test } from 'vitest'
import { address, type ImapFixture, password, servername, startImap } from '../../testing/imap.ts'

const open: ImapFlow[] = []

afterEach(() => {
  for (const client of open.splice(0)) client.close()
})

async function connect(imap: ImapFixture, secret = password): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: imap.door.port,
    secure: true,
    servername,
    tls: { ca: imap.ca },
    auth: { user: address, pass: secret },
    logger: false,
  })
  client.on('error', () => undefined)
  open.push(client)
  await client.connect()
  return client
}

const letter = Buffer.from(
  [
    'From: =?UTF-8?B?5aSq6YOO?= <taro@example.jp>',
    'To: hanako@hotmail.com',
    'Subject: =?UTF-8?B?5LuK5pel44Gv?=',
    'Message-ID: <letter@example.jp>',
    'Date: Sat, 01 May 2021 09:00:00 +0900',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=_b"',
    '',
    '--=_b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'こんにちは',
    '.a line that begins with a dot',
    '--=_b',
    'Content-Type: application/octet-stream; name="a.bin"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="a.bin"',
    '',
    Buffer.from([0, 1, 2, 253, 254, 255]).toString('base64'),
    '--=_b--',
    '',
  ].join('\r\n'),
)

test('it signs in, and learns who it speaks to', async () => {
  await using imap = await startImap()
  const client = await connect(imap)
  expect(client.serverInfo).toMatchObject({ name: 'Microsoft.Exchange.Imap4.Imap4Server', version: '15.20' })
  expect(client.capabilities.has('MOVE')).toBe(true)
  expect(client.capabilities.has('CONDSTORE')).toBe(false)
  await client.logout()
})

test('it understands a wrong password as a failed sign-in', async () => {
  await using imap = await startImap()
  await expect(connect(imap, 'wrong')).rejects.toMatchObject({ authenticationFailed: true })
})

test('it lists folders with their special uses, creates, renames, subscribes and deletes', async () => {
  await using imap = await startImap()
  const client = await connect(imap)
  const folders = await client.list()
  const uses = Object.fromEntries(folders.map(({ path, specialUse }) => [path, specialUse]))
  expect(uses).toMatchObject({
    Sent: '\\Sent',
    Drafts: '\\Drafts',
    Deleted: '\\Trash',
    Junk: '\\Junk',
    INBOX: '\\Inbox',
  })
  expect(await client.mailboxCreate('仕事/2021')).toMatchObject({ path: '仕事/2021', created: true })
  await expect(client.mailboxCreate('仕事/2021')).rejects.toMatchObject({ responseText: 'Mailbox already exists.' })
  expect(await client.mailboxRename('仕事/2021', '仕事/昔')).toMatchObject({ newPath: '仕事/昔' })
  expect(await client.mailboxUnsubscribe('仕事/昔')).toBe(true)
  expect(await client.mailboxSubscribe('仕事/昔')).toBe(true)
  expect((await client.list()).map(({ path }) => path)).toContain('仕事/昔')
  expect(await client.mailboxDelete('仕事/昔')).toMatchObject({ path: '仕事/昔' })
  await client.logout()
})

test('it appends, lists, reads and downloads a multipart message byte for byte', async () => {
  await using imap = await startImap()
  const client = await connect(imap)
  const appended = await client.append('INBOX', letter, ['\\Seen'], new Date('2021-05-01T00:00:00Z'))
  expect(appended).toMatchObject({ uid: 1 })
  await client.mailboxOpen('INBOX')
  const message = await client.fetchOne('1', {
    uid: true,
    flags: true,
    size: true,
    internalDate: true,
    envelope: true,
    bodyStructure: true,
    source: true,
    headers: ['subject'],
  })
  if (!message) throw new Error('no message')
  expect(message.source!.equals(letter)).toBe(true)
  expect(message.size).toBe(letter.length)
  expect(message.flags).toContain('\\Seen')
  expect(message.internalDate).toEqual(new Date('2021-05-01T00:00:00Z'))
  expect(message.envelope).toMatchObject({
    subject: '今日は',
    messageId: '<letter@example.jp>',
    from: [{ name: '太郎', address: 'taro@example.jp' }],
  })
  expect(message.bodyStructure).toMatchObject({
    type: 'multipart/mixed',
    childNodes: [
      { part: '1', type: 'text/plain', parameters: { charset: 'utf-8' } },
      { part: '2', type: 'application/octet-stream', disposition: 'attachment' },
    ],
  })
  const { content, meta } = await client.download('1', '2')
  expect(meta?.filename).toBe('a.bin')
  expect(Buffer.concat(await content!.toArray())).toEqual(Buffer.from([0, 1, 2, 253, 254, 255]))
  const text = await client.download('1', '1')
  expect(Buffer.concat(await text.content!.toArray()).toString()).toContain('こんにちは\r\n.a line')
  await client.logout()
})

test('it flags, searches, copies, moves and deletes', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two', 'three')
  imap.mailbox.inbox.append(letter)
  const client = await connect(imap)
  await client.mailboxOpen('INBOX')
  expect(client.mailbox).toMatchObject({ exists: 4, uidNext: 5, path: 'INBOX' })
  expect(await client.messageFlagsAdd('1:2', ['\\Flagged'])).toBe(true)
  expect(await client.search({ flagged: true, subject: 'two' })).toEqual([2])
  expect(await client.search({ or: [{ subject: 'one' }, { from: '太郎' }] }, { uid: true })).toEqual([1, 4])
  expect(await client.search({ header: { 'message-id': '<letter@example.jp>' } }, { uid: true })).toEqual([4])
  expect(await client.messageCopy('1', 'Archive')).toMatchObject({ uidMap: new Map([[1, 1]]) })
  expect(await client.messageMove('2:3', 'Archive', { uid: true })).toMatchObject({
    uidMap: new Map([
      [2, 2],
      [3, 3],
    ]),
  })
  expect(await client.messageDelete('1', { uid: true })).toBe(true)
  expect(await client.status('Archive', { messages: true, unseen: true })).toMatchObject({ messages: 3, unseen: 3 })
  expect(imap.mailbox.inbox.messages.map(({ uid }) => uid)).toEqual([4])
  await client.logout()
})

test('it fetches many messages, one after the other', async () => {
  await using imap = await startImap()
  imap.seed(...Array.from({ length: 300 }, (_, index) => `number ${index}`))
  const client = await connect(imap)
  await client.mailboxOpen('INBOX')
  const subjects: (string | undefined)[] = []
  for await (const message of client.fetch('1:*', { envelope: true })) subjects.push(message.envelope?.subject)
  expect(subjects).toHaveLength(300)
  expect(subjects.at(-1)).toBe('number 299')
  await client.logout()
})

test('it hears of new mail and of flags while it idles', async () => {
  await using imap = await startImap()
  imap.seed('one')
  const client = await connect(imap)
  await client.mailboxOpen('INBOX')
  const idling = client.idle()
  const arrival = once(client, 'exists')
  imap.seed('two')
  expect((await arrival)[0]).toMatchObject({ count: 2, prevCount: 1 })
  const flags = once(client, 'flags')
  imap.mailbox.inbox.setFlags(imap.mailbox.inbox.messages[0]!, { mode: 'add', flags: ['\\Seen'] })
  expect((await flags)[0]).toMatchObject({ seq: 1, uid: 1, flags: new Set(['\\Seen', '\\Recent']) })
  await client.noop()
  await idling
  await client.logout()
})
