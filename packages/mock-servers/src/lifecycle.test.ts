import { once } from 'node:events'
import { createServer, connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { Client } from '@sparekey/testkit/client'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { describe, expect, test } from 'vitest'
import { startMicrosoft } from './index.ts'
import { command } from './testing/imap.ts'
import { listens } from './testing/listens.ts'

const hanako = 'hanako@hotmail.com'
const accounts = [{ address: hanako, password: 'correct horse' }]

describe('starting', () => {
  test('brings in messages from files, with CRLF, and again after a reset', async () => {
    await using folder = await temporaryFolder()
    const directory = folder.path
    await folder.write('a.eml', 'Subject: one\nX: y\r\n\nbody\n')
    const mail = { 'HANAKO@hotmail.com': { Inbox: ['a.eml'], 'Club/2021': ['a.eml'], Empty: [] } }
    await using microsoft = await startMicrosoft({ accounts, mail, directory })
    for (let round = 0; round < 2; round++) {
      const { raw } = await microsoft.mail.waitFor(hanako, { subject: 'one', timeoutMs: 0, folder: 'club/2021' })
      expect(raw.toString()).toBe('Subject: one\r\nX: y\r\n\r\nbody\r\n')
      microsoft.reset()
    }
    expect(microsoft.mail.append(hanako, 'Empty', '')).toBe(1)
    const missing = startMicrosoft({ accounts, mail: { [hanako]: { Inbox: ['b.eml'] } }, directory })
    await expect(missing).rejects.toMatchObject({ code: 'ENOENT', path: join(directory, 'b.eml') })
    const noFile = startMicrosoft({ accounts, mail: { [hanako]: { Inbox: ['.'] } }, directory })
    await expect(noFile).rejects.toMatchObject({ code: 'EISDIR', path: directory })
    const tooLarge = startMicrosoft({ accounts, mail, directory, limits: { mailboxBytes: 40 } })
    await expect(tooLarge).rejects.toMatchObject({
      name: 'ConfigInvalid',
      mistakes: [
        {
          path: '$.mail["HANAKO@hotmail.com"]["Club/2021"][0]',
          message: 'does not fit: the mailbox holds at most 40 octets',
        },
      ],
    })
  })

  test('names every mistake in the configuration', async () => {
    const wrong = startMicrosoft({ asOf: 'yesterday', accounts: [{ address: 'hanako', password: '' }] })
    await expect(wrong).rejects.toMatchObject({
      name: 'ConfigInvalid',
      mistakes: [{ path: '$.asOf' }, { path: '$.accounts[0].address' }, { path: '$.accounts[0].password' }],
    })
  })

  test('names every mistake in an account that comes later, and adds nothing', async () => {
    await using microsoft = await startMicrosoft()
    const spec = { address: 'hanako@hotmail.com', password: 'x', kind: 'q', twostep: true }
    expect(() => microsoft.accounts.add(spec as never)).toThrow('$.kind must be "personal" or "work"')
    expect(microsoft.accounts.list()).toEqual([])
  })

  test('opens nothing if one port is taken, and says which', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const free = createServer().listen(0, '127.0.0.1')
    await once(free, 'listening')
    const { port: imapPort } = free.address() as AddressInfo
    await new Promise((resolve) => free.close(resolve))
    try {
      for (const door of ['pop3', 'smtp', 'http', 'https'] as const) {
        await expect(startMicrosoft({ ports: { imap: imapPort, [door]: port } })).rejects.toMatchObject({
          name: 'CannotListen',
          code: 'EADDRINUSE',
          message: `${door}: port ${port} on 127.0.0.1 is in use by another program`,
        })
        expect(await listens(imapPort)).toBe(false)
      }
    } finally {
      other.close()
    }
  })
})

describe('closing', () => {
  test('ends whatever is still open, also whoever listens no more, and can be repeated', async () => {
    const microsoft = await startMicrosoft({ accounts })
    const { ca } = microsoft
    await using idle = await Client.connect(microsoft.imap.port, { tls: { ca, servername: 'outlook.office365.com' } })
    await idle.line()
    await command(idle, '1', `LOGIN ${hanako} "correct horse"`)
    await command(idle, '2', 'SELECT Inbox')
    await idle.play(`
      C: 3 IDLE
      S: + …`)
    const waiting = microsoft.mail.waitFor(hanako, { timeoutMs: 60_000 }).catch((error: Error) => error.message)
    const polling = fetch(`${microsoft.servers.api}/accounts/${hanako}/messages/wait?timeout=300`).catch(() => 'gone')
    const plain = connect(microsoft.smtp.port, '127.0.0.1')
    const doors = [microsoft.pop3, microsoft.imap, microsoft.http, microsoft.https]
    const silent = doors.map(({ port }) => connect(port, '127.0.0.1'))
    const trust = { host: '127.0.0.1', ca, servername: 'outlook.office365.com' }
    const deaf = [microsoft.pop3, microsoft.imap].map(({ port }) => connectTls({ ...trust, port }))
    await Promise.all([
      ...[plain, ...deaf].map((socket) => once(socket, 'data')),
      ...silent.map((socket) => once(socket, 'connect')),
    ])
    // They read no more, and so never learn that it is over.
    for (const socket of deaf) socket.pause()
    await microsoft.close()
    await microsoft.close()
    expect(await waiting).toContain('before the mock was closed')
    expect(await polling).toBe('gone')
    expect(await idle.line()).toMatch(/^\* BYE /)
    expect(await listens(microsoft.smtp.port)).toBe(false)
    for (const socket of [plain, ...silent, ...deaf]) socket.destroy()
  })
})
