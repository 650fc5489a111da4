import { openMailbox, type Endpoint } from '@sparekey/core'
import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { missingDovecot, startDovecot } from '../support/dovecot.ts'
import { multipart } from '../support/multipart.ts'
import { localNetwork } from '../support/network.ts'
import { requirement } from '../support/requirement.ts'

/** Our clients against servers that nobody here wrote, so that they are not shaped by one. */

const plain = Buffer.from('From: a@example.com\r\nSubject: plain\r\n\r\nhello\r\n')

type There = { endpoint: Endpoint; ca: string; username: string; secret: string }

/** All that a client can be asked, and what it says to a wrong uid, a wrong folder and a wrong secret. */
async function whatIsRead({ endpoint, ca, username, secret }: There) {
  const network = localNetwork(ca, endpoint.port)
  await using mailbox = await openMailbox({ endpoint, username, secret, network })
  const messages = await mailbox.list({ limit: 10 })
  const { uid } = messages[0]!
  const { text, attachments } = await mailbox.read(uid)
  return {
    messages,
    bytes: (await mailbox.raw(uid)).toString(),
    text,
    attachments,
    wrongUid: await codeOf(mailbox.raw('4711')),
    wrongFolder: await codeOf(mailbox.list({ folder: 'Nowhere' })),
    wrongSecret: await codeOf(openMailbox({ endpoint, username, secret: 'wrong', network })),
  }
}

const whatIsThere = {
  messages: [
    expect.objectContaining({
      from: '太郎 <taro@example.com>',
      to: ['hanako@hotmail.com'],
      subject: 'アプリ パスワード',
      messageId: '<multipart@example.com>',
      date: '2021-05-01T09:00:00.000Z',
      size: multipart.length,
    }),
    expect.objectContaining({ subject: 'plain' }),
  ],
  bytes: multipart.toString(),
  text: expect.stringContaining('こんにちは。\n.\n..\n.dot'),
  attachments: [{ filename: '請求書.bin', contentType: 'application/octet-stream', size: 10 }],
  wrongUid: 'message-missing',
  wrongFolder: 'folder-missing',
  wrongSecret: 'password-wrong',
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: { code: unknown }) => error.code,
  )
}

const dovecot = requirement('dovecot', missingDovecot())

describe.runIf(dovecot.met)(`${dovecot.title('Debian’s Dovecot')}`, () => {
  it('is read over IMAP and POP3, by TLS from the first byte and by STARTTLS', async () => {
    await using server = await startDovecot({ messages: [plain, multipart] })
    const { ca, username, secret } = server.target
    for (const [protocol, security, door] of [
      ['imap', 'tls', 'imaps'],
      ['imap', 'starttls', 'imap'],
      ['pop3', 'tls', 'pop3s'],
      ['pop3', 'starttls', 'pop3'],
    ] as const) {
      const endpoint: Endpoint = { protocol, host: 'localhost', port: server.ports[door], security }
      expect(await whatIsRead({ endpoint, ca, username, secret })).toEqual(whatIsThere)
    }
  })
})

/** hoodiecrow-imap as it comes, apart from its certificate, which has expired. */
async function startHoodiecrow(options: { secureConnection: boolean; plugins: readonly string[] }) {
  const require = createRequire(import.meta.url)
  const hoodiecrow = require('hoodiecrow-imap') as (options: unknown) => {
    listen(port: number, host: string): void
    server: Server
  }
  const { ca, ...credentials } = await issueCertificate(['localhost', '127.0.0.1'])
  const messages = [plain, multipart].map((raw) => ({ raw: raw.toString('latin1') }))
  const hoodie = hoodiecrow({ ...options, credentials, storage: { INBOX: { messages }, '': {} } })
  hoodie.listen(0, '127.0.0.1')
  const { server } = hoodie
  await once(server, 'listening')
  return {
    ca,
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}

describe('unmodified hoodiecrow-imap', () => {
  it.each([
    ['tls', { secureConnection: true, plugins: ['ID', 'AUTH-PLAIN', 'SASL-IR'] }],
    ['tls', { secureConnection: true, plugins: [] }],
    ['starttls', { secureConnection: false, plugins: ['STARTTLS', 'LOGINDISABLED'] }],
  ] as const)('is read over IMAP by %s with %j', async (security, options) => {
    await using server = await startHoodiecrow(options)
    const endpoint: Endpoint = { protocol: 'imap', host: 'localhost', port: server.port, security }
    const there = { endpoint, ca: server.ca, username: 'testuser', secret: 'testpass' }
    // It says no more than no, and nobody knows whose it is.
    expect(await whatIsRead(there)).toEqual({ ...whatIsThere, wrongSecret: 'sign-in-refused' })
  })
})
