import { once } from 'node:events'
import { connect as connectTls } from 'node:tls'
import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { readyMadeClient } from './identity/clients.ts'
import { type Microsoft, startMicrosoft } from './index.ts'
import { call } from './testing/https.ts'
import { listens } from './testing/listens.ts'

const hanako = 'hanako@hotmail.com'
const accounts = [{ address: hanako, password: 'correct horse' }]

function imap(microsoft: Microsoft, pass: string): ImapFlow {
  const tls = { ca: microsoft.ca, servername: 'imap-mail.outlook.com' }
  const { port } = microsoft.imap
  return new ImapFlow({ host: '127.0.0.1', port, secure: true, tls, auth: { user: hanako, pass }, logger: false })
}

function smtp(microsoft: Microsoft, pass: string) {
  const tls = { ca: microsoft.ca, servername: 'smtp-mail.outlook.com' }
  return createTransport({
    host: '127.0.0.1',
    port: microsoft.smtp.port,
    requireTLS: true,
    tls,
    auth: { user: hanako, pass },
  })
}

describe('a mock', () => {
  test('lets an app password in on IMAP and SMTP where the normal password is refused, and tells of it', async () => {
    await using microsoft = await startMicrosoft({ accounts })
    const account = microsoft.accounts.get(hanako)
    account.twoStep = true
    const { password } = account.createAppPassword('Thunderbird')
    await expect(
      smtp(microsoft, 'correct horse').sendMail({ from: hanako, to: hanako, text: 'no' }),
    ).rejects.toMatchObject({
      responseCode: 535,
    })

    await smtp(microsoft, password).sendMail({ from: hanako, to: hanako, subject: '花見', text: 'yes' })
    const message = await microsoft.mail.waitFor(hanako, { subject: '花見' })
    const client = imap(microsoft, password)
    await client.connect()
    await client.mailboxOpen('INBOX')
    const fetched = await client.fetchOne('*', { source: true })
    expect(fetched && fetched.source!.equals(message.raw)).toBe(true)
    await client.logout()
    expect(microsoft.signIns).toMatchObject([
      { protocol: 'smtp', outcome: 'refused', reason: 'app-password-needed' },
      { protocol: 'smtp', outcome: 'accepted', reason: 'app-password' },
      { protocol: 'imap', outcome: 'accepted', reason: 'app-password' },
    ])
  })

  test('says where everything is, by official names, and again when the clock is set or an account comes', async () => {
    await using microsoft = await startMicrosoft({ accounts })
    expect(microsoft.servers).toMatchObject({
      version: 1,
      asOf: '2021-05-01',
      now: expect.stringMatching(/^2021-05-01T00:00:0/),
      ca: microsoft.ca,
      connect: {
        'pop-mail.outlook.com:995': `127.0.0.1:${microsoft.pop3.port}`,
        'imap-mail.outlook.com:993': `127.0.0.1:${microsoft.imap.port}`,
        'smtp-mail.outlook.com:587': `127.0.0.1:${microsoft.smtp.port}`,
        'outlook.office365.com:993': `127.0.0.1:${microsoft.imap.port}`,
        'outlook.office365.com:995': `127.0.0.1:${microsoft.pop3.port}`,
        'smtp.office365.com:587': `127.0.0.1:${microsoft.smtp.port}`,
        'login.microsoftonline.com:443': `127.0.0.1:${microsoft.https.port}`,
        'graph.microsoft.com:443': `127.0.0.1:${microsoft.https.port}`,
        'www.microsoft.com:443': `127.0.0.1:${microsoft.https.port}`,
        'microsoft.com:443': `127.0.0.1:${microsoft.https.port}`,
        'account.live.com:443': `127.0.0.1:${microsoft.https.port}`,
        'account.microsoft.com:443': `127.0.0.1:${microsoft.https.port}`,
      },
      mx: { 'hotmail.com': ['hotmail-com.olc.protection.outlook.com'] },
      open: {
        'https://login.microsoftonline.com': `http://127.0.0.1:${microsoft.http.port}`,
        'https://www.microsoft.com/link': `http://127.0.0.1:${microsoft.http.port}/link`,
        'https://microsoft.com/devicelogin': `http://127.0.0.1:${microsoft.http.port}/devicelogin`,
        'https://outlook.live.com/': `http://127.0.0.1:${microsoft.http.port}/mail`,
        'https://account.live.com/proofs/AppPassword': `http://127.0.0.1:${microsoft.http.port}/proofs/AppPassword`,
      },
      clientId: readyMadeClient.id,
      api: `http://127.0.0.1:${microsoft.http.port}/api/v1`,
      portal: `http://127.0.0.1:${microsoft.http.port}/`,
    })
    const told: { asOf: string; domains: string[] }[] = []
    const stop = microsoft.onServersChange(({ asOf, mx }) => told.push({ asOf, domains: Object.keys(mx) }))
    microsoft.clock.set('2026-11-22')
    microsoft.accounts.add({ address: 'boss@contoso.example', password: 'x' })
    await Promise.resolve()
    stop()
    microsoft.reset()
    await Promise.resolve()
    expect(told).toEqual([{ asOf: '2026-11-22', domains: ['hotmail.com', 'contoso.example'] }])
    expect(microsoft.servers.asOf).toBe('2021-05-01')
  })

  test('carries the official names, and further ones, in its certificate', async () => {
    await using microsoft = await startMicrosoft({ advertise: ['mail.test'] })
    for (const door of [microsoft.pop3, microsoft.imap, microsoft.https]) {
      for (const servername of ['outlook.office365.com', 'login.microsoftonline.com', 'mail.test']) {
        const socket = connectTls({ host: '127.0.0.1', port: door.port, ca: microsoft.ca, servername })
        await once(socket, 'secureConnect')
        expect(socket.authorized).toBe(true)
        socket.destroy()
      }
    }
  })

  test('does not notice another one beside it', async () => {
    await using first = await startMicrosoft({ accounts })
    await using second = await startMicrosoft({
      accounts: [{ address: hanako, password: 'battery staple' }],
      asOf: '2026-11-22',
    })
    first.clock.set('2022-01-01')
    await smtp(first, 'correct horse').sendMail({ from: hanako, to: [hanako, 'x@else.example'], text: 'first' })
    await expect(smtp(first, 'battery staple').verify()).rejects.toMatchObject({ responseCode: 535 })
    expect(second.signIns).toEqual([])
    expect(second.servers.asOf).toBe('2026-11-22')
    await expect(second.mail.waitFor(hanako, { timeoutMs: 0 })).rejects.toThrow('no message like {}')
    const stranger = connectTls({
      host: '127.0.0.1',
      port: second.imap.port,
      ca: first.ca,
      servername: 'outlook.office365.com',
    })
    const [error] = (await once(stranger, 'error')) as [Error]
    expect(error).toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
    await first.close()
    expect(await listens(second.smtp.port)).toBe(true)
  })

  test('is back at its start after a reset', async () => {
    await using microsoft = await startMicrosoft({ accounts })
    microsoft.mail.append(hanako, 'inbox', 'Subject: hello\r\n\r\n')
    microsoft.accounts.get(hanako).password = 'another'
    microsoft.reset()
    await expect(microsoft.mail.waitFor(hanako, { subject: 'hello', timeoutMs: 0 })).rejects.toThrow('within 0 ms')
    expect(await smtp(microsoft, 'correct horse').verify()).toBe(true)
  })

  test('refuses names it does not know', async () => {
    await using microsoft = await startMicrosoft({ accounts })
    expect(() => microsoft.accounts.get('nobody@hotmail.com')).toThrow('no account has the address nobody@hotmail.com')
    expect(() => microsoft.mail.append(hanako, 'Posteingang', '')).toThrow('it has Archive, Deleted, Drafts, Inbox')
  })
})

describe('the pages', () => {
  test.each([
    'https://login.microsoftonline.com/signin',
    'https://www.microsoft.com/link',
    'https://microsoft.com/devicelogin',
    'https://account.live.com/proofs/AppPassword',
    'https://account.live.com/proofs/manage/additional',
    'https://account.microsoft.com/security',
  ])('%s are there, and where the server map says a browser finds them', async (url) => {
    await using microsoft = await startMicrosoft({ accounts })
    const official = await call(microsoft, url)
    expect([200, 302, 303]).toContain(official.status)
    const [page = '', here = ''] = Object.entries(microsoft.servers.open).find(([name]) => url.startsWith(name))!
    const plain = await fetch(url.replace(page, here), { redirect: 'manual' })
    expect(plain.status).toBe(official.status)
    expect(plain.headers.get('location')).toBe(official.headers.location ?? null)
  })

  test('lead from the authorization endpoint to the sign-in page, and from elsewhere too', async () => {
    await using microsoft = await startMicrosoft({ accounts })
    const query = new URLSearchParams({
      client_id: readyMadeClient.id,
      response_type: 'code',
      redirect_uri: 'http://localhost:51004',
      scope: 'https://outlook.office.com/SMTP.Send',
    })
    const url = `http://127.0.0.1:${microsoft.http.port}/common/oauth2/v2.0/authorize?${query}`
    const elsewhere = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    const response = await fetch(url, { redirect: 'manual', headers: elsewhere })
    expect(response.status).toBe(302)
    const signIn = await fetch(new URL(response.headers.get('location')!, url))
    expect(signIn.status).toBe(200)
    const api = await fetch(`${microsoft.servers.api}/health`, { headers: elsewhere })
    expect(api.status).toBe(403)
  })
})
