import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../config/config.ts'
import type { Folder } from '../../mail/folder.ts'
import { serverMap, type Doors } from '../../server-map/server-map.ts'
import { openHttpDoor } from '../../doors/http/door.ts'
import { World } from '../../world/world.ts'
import { controlApi } from './control-api.ts'
import { plainSite } from '../sites.ts'

const hanako = 'hanako@hotmail.com'

async function start(options: { allowHosts?: string[]; mailboxBytes?: number } = {}) {
  const config = parseConfig({
    accounts: [{ address: hanako, password: 'correct horse' }],
    ...(options.mailboxBytes && { limits: { mailboxBytes: options.mailboxBytes } }),
  })
  if (!config.ok) throw new Error('the configuration of this test is wrong')
  const world = await World.from(config.config, '.')
  const closing = new AbortController()
  const doors: Doors = { host: '127.0.0.1', pop3: 1110, imap: 1143, smtp: 1587, http: 1080, https: 1443 }
  const api = controlApi({
    directory: world.directory,
    store: world.store,
    clock: world.clock,
    identity: world.identity,
    journal: world.gate.journal,
    reset: () => world.reset(),
    doors: () => doors,
    map: (where) => serverMap({ now: world.clock.now(), ca: 'PEM', accounts: world.directory.list() }, where),
    closing: closing.signal,
  })
  const elsewhere = { fetch: () => new Response(null, { status: 404 }) }
  const app = plainSite(
    { api, identity: elsewhere, graph: elsewhere, accountPage: elsewhere },
    options.allowHosts ?? [],
  )
  const server = await openHttpDoor({ fetch: (incoming) => app.fetch(incoming), host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${server.port}`
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type')
    const allow = response.headers.get('allow')
    return { status: response.status, type, allow, body: type?.includes('json') ? (JSON.parse(text) as unknown) : text }
  }
  const close = async () => {
    closing.abort()
    await server.close()
  }
  return { world, port: server.port, call, close, [Symbol.asyncDispose]: close }
}

/** What a client other than `fetch` may send: any Host, any Origin. */
function status(port: number, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/api/v1/health', headers }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    sent.on('error', reject).end()
  })
}

describe('accounts', () => {
  test('are listed, made, changed and removed, and never shown with a secret', async () => {
    await using api = await start()
    const taro = { address: 'taro@contoso.example', password: 'battery staple', aliases: ['t@contoso.example'] }
    const made = await api.call('POST', '/accounts', taro)
    expect(made).toMatchObject({ status: 201, body: { address: taro.address, kind: 'work', twoStep: false } })
    expect(await api.call('GET', '/accounts')).toMatchObject({
      status: 200,
      body: [{ address: hanako }, { address: taro.address }],
    })
    const patched = await api.call('PATCH', '/accounts/T%40contoso.example', {
      twoStep: true,
      protocols: { smtp: false },
    })
    expect(patched).toMatchObject({
      status: 200,
      body: { twoStep: true, protocols: { smtp: false, imap: true, pop3: true } },
    })
    expect(JSON.stringify([made, patched])).not.toContain('battery staple')
    expect(await api.call('DELETE', '/accounts/taro@contoso.example')).toMatchObject({ status: 204, body: '' })
    expect(await api.call('GET', '/accounts/taro@contoso.example')).toMatchObject({ status: 404 })
  })

  test('are refused with the reason as problem+json, and nothing changes', async () => {
    await using api = await start()
    expect(await api.call('POST', '/accounts', { address: 'HANAKO@hotmail.com', password: 'x' })).toMatchObject({
      status: 409,
      type: 'application/problem+json',
      body: { status: 409, title: 'Not possible at present', detail: expect.stringContaining('HANAKO@hotmail.com') },
    })
    expect(await api.call('POST', '/accounts', { address: 'hanako', flavour: 'sweet' })).toMatchObject({
      status: 422,
      body: {
        mistakes: [
          { path: '$.address', message: expect.any(String) },
          { path: '$.password', message: 'is missing' },
          { path: '$.flavour', message: expect.any(String) },
        ],
      },
    })
    expect(await api.call('POST', '/accounts', '{"address":')).toMatchObject({ status: 400 })
    expect(await api.call('POST', '/accounts', 'x'.repeat(2 ** 20 + 1))).toMatchObject({ status: 413 })
    expect(await api.call('PATCH', `/accounts/${hanako}`, { twoStep: 'yes' })).toMatchObject({ status: 422 })
    expect(await api.call('GET', '/accounts')).toMatchObject({ body: [{ address: hanako, twoStep: false }] })
  })

  test('have app passwords only while two-step is on, shown once', async () => {
    await using api = await start()
    const path = `/accounts/${hanako}/app-passwords`
    expect(await api.call('POST', path, { name: 'Outlook 2016' })).toMatchObject({ status: 409 })
    await api.call('PATCH', `/accounts/${hanako}`, { twoStep: true })
    const made = await api.call('POST', path, { name: 'Outlook 2016' })
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Outlook 2016', password: expect.stringMatching(/^[a-z]{16}$/), id: expect.any(String) },
    })
    const { id } = made.body as { id: string }
    const listed = await api.call('GET', path)
    expect(listed.body).toEqual([
      { id, name: 'Outlook 2016', createdAt: expect.stringMatching(/^2021-05-01T/), lastUsedAt: null },
    ])
    await api.call('POST', path, { name: 'another' })
    expect(await api.call('DELETE', `${path}/${id}`)).toMatchObject({ status: 204 })
    expect(await api.call('DELETE', `${path}/${id}`)).toMatchObject({ status: 404 })
    expect(await api.call('DELETE', path)).toMatchObject({ status: 204 })
    expect(await api.call('GET', path)).toMatchObject({ body: [] })
    expect(await api.call('POST', path, {})).toMatchObject({ status: 422 })
    expect(await api.call('GET', '/accounts/nobody@hotmail.com/app-passwords')).toMatchObject({ status: 404 })
  })
})

test('tenants are described and listed', async () => {
  await using api = await start()
  expect(await api.call('PUT', '/tenants/Contoso.example', { smtpAuth: false })).toMatchObject({
    status: 200,
    body: { domain: 'contoso.example', smtpAuth: false, securityDefaults: false },
  })
  expect(await api.call('GET', '/tenants')).toMatchObject({ body: [{ domain: 'contoso.example' }] })
  expect(await api.call('PUT', '/tenants/contoso.example', { smtpAuth: 1 })).toMatchObject({ status: 422 })
})

test('a tenant is put as it was got', async () => {
  await using api = await start()
  expect(await api.call('PUT', '/tenants/contoso.example', { domain: 'fabrikam.example' })).toMatchObject({
    status: 422,
    body: { mistakes: [{ path: '$.domain', message: 'must be the domain in the address' }] },
  })
  const { body } = await api.call('PUT', '/tenants/contoso.example', { conditionalAccess: true })
  expect(body).toMatchObject({ smtpAuth: null, conditionalAccess: true })
  expect(await api.call('PUT', '/tenants/contoso.example', body)).toMatchObject({ status: 200, body: body as object })
})

describe('mail', () => {
  const raw = 'Subject: =?utf-8?B?6Iqx6KaL?=\nFrom: Taro <taro@outlook.jp>\n\n\u0000\u00ff bare\nlines'

  test('goes in and out byte for byte, whatever the spelling of the folder', async () => {
    await using api = await start()
    const path = `/accounts/${hanako}/folders/iNbOx/messages`
    const bytes = Buffer.from(raw, 'latin1')
    const put = await fetch(`http://127.0.0.1:${api.port}/api/v1${path}`, {
      method: 'POST',
      body: new Uint8Array(bytes),
    })
    expect([put.status, await put.json()]).toEqual([201, { uid: 1 }])
    const got = await fetch(`http://127.0.0.1:${api.port}/api/v1${path}/1`)
    expect(got.headers.get('content-type')).toBe('message/rfc822')
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true)
    expect(await api.call('GET', path)).toMatchObject({
      body: [{ uid: 1, subject: '花見', from: 'Taro <taro@outlook.jp>', to: null, size: bytes.length, flags: [] }],
    })
    expect(await api.call('GET', `/accounts/${hanako}/folders`)).toMatchObject({
      body: expect.arrayContaining([{ name: 'Inbox', messages: 1, unseen: 1 }]),
    })
    expect(await api.call('DELETE', `${path}/1`)).toMatchObject({ status: 204 })
    for (const uid of ['1', '0', 'x', '99999999999']) {
      expect(await api.call('GET', `${path}/${uid}`)).toMatchObject({ status: 404 })
    }
  })

  test('lies in folders whose names may need encoding', async () => {
    await using api = await start()
    api.world.mailbox(hanako).create('R&D/花見 #1?')
    const path = `/accounts/${hanako}/folders/${encodeURIComponent('R&D/花見 #1?')}/messages`
    expect(await api.call('POST', path, 'a: b\r\n\r\n')).toMatchObject({ status: 201 })
    expect(await api.call('GET', path)).toMatchObject({ body: [{ uid: 1 }] })
    expect(await api.call('DELETE', path)).toMatchObject({ status: 204 })
    expect(await api.call('GET', path)).toMatchObject({ body: [] })
    expect(await api.call('GET', `/accounts/${hanako}/folders/none/messages`)).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('Inbox') },
    })
  })

  test('does not go beyond the mailbox limit', async () => {
    await using api = await start({ mailboxBytes: 100 })
    const path = `/accounts/${hanako}/folders/Inbox/messages`
    expect(await api.call('POST', path, 'x'.repeat(101))).toMatchObject({ status: 507 })
    expect(await api.call('GET', path)).toMatchObject({ body: [] })
  })

  test('is waited for: what is there, what comes, and what does not', async () => {
    await using api = await start()
    const wait = (query: string) => api.call('GET', `/accounts/${hanako}/messages/wait?${query}`)
    const coming = wait('subject=SECOND&from=taro&timeout=20')
    const { inbox } = api.world.mailbox(hanako)
    inbox.append(Buffer.from('Subject: second\r\nFrom: boss@contoso.example\r\n\r\n'))
    inbox.append(Buffer.from('Subject: the second one\r\nFrom: Taro\r\n\r\n'))
    expect(await coming).toMatchObject({ status: 200, body: { uid: 2, subject: 'the second one' } })
    expect(await wait('subject=second')).toMatchObject({ status: 200, body: { uid: 1 } })
    expect(await wait('subject=third&timeout=0')).toMatchObject({ status: 408 })
    expect(await wait('timeout=soon')).toMatchObject({ status: 422 })
  })

  test('is no longer waited for when the client has gone or the mock closes', async () => {
    await using api = await start()
    const waiting = watch(api.world.mailbox(hanako).inbox)
    const url = `http://127.0.0.1:${api.port}/api/v1/accounts/${hanako}/messages/wait?timeout=300`
    const leaving = new AbortController()
    const outcome = (response: Promise<Response>) =>
      response.then(
        ({ status }) => status,
        (error: Error) => error.name,
      )
    const left = outcome(fetch(url, { signal: leaving.signal }))
    const stayed = outcome(fetch(url))
    while (waiting() < 2) await api.call('GET', '/health')
    leaving.abort()
    expect(await left).toBe('AbortError')
    while (waiting() > 1) await api.call('GET', '/health')
    await api.close()
    expect(await stayed).toBe('TypeError')
    expect(waiting()).toBe(0)
  })

  test('is waited for across a reset, but not in a mailbox that is no more', async () => {
    await using api = await start()
    const listeners: unknown[] = []
    const { onChange } = api.world.directory
    api.world.directory.onChange = (listener) => {
      listeners.push(listener)
      return onChange.call(api.world.directory, listener)
    }
    const wait = api.call('GET', `/accounts/${hanako}/messages/wait?subject=later`)
    while (listeners.length < 1) await api.call('GET', '/health')
    await api.call('POST', '/reset')
    await api.call('POST', `/accounts/${hanako}/folders/Inbox/messages`, 'Subject: later\r\n\r\n')
    expect(await wait).toMatchObject({ status: 200, body: { subject: 'later' } })
    const vain = api.call('GET', `/accounts/${hanako}/messages/wait?subject=never`)
    while (listeners.length < 3) await api.call('GET', '/health')
    await api.call('DELETE', `/accounts/${hanako}`)
    expect(await vain).toMatchObject({ status: 404 })
  })

  test('that left is in the outbound list', async () => {
    await using api = await start()
    api.world.store.keepOutbound({
      from: hanako,
      to: ['x@else.example'],
      at: new Date(0),
      raw: Buffer.from(raw, 'latin1'),
    })
    expect(await api.call('GET', '/outbound')).toMatchObject({
      body: [{ id: 1, from: hanako, to: ['x@else.example'], subject: '花見', at: '1970-01-01T00:00:00.000Z' }],
    })
    expect(await api.call('GET', '/outbound/1')).toMatchObject({ status: 200, type: 'message/rfc822' })
    expect(await api.call('GET', '/outbound/2')).toMatchObject({ status: 404 })
  })
})

test('the journal is filtered', async () => {
  await using api = await start()
  await api.call('PATCH', `/accounts/${hanako}`, { aliases: ['hana@outlook.jp'] })
  const proof = { kind: 'secret', secret: 'correct horse' } as const
  for (const protocol of ['imap', 'smtp'] as const) {
    for (const username of [hanako, 'nobody@hotmail.com']) {
      const attempt = { protocol, mechanism: 'LOGIN', username, proof, secure: true, session: 's' } as const
      api.world.gate.attempt(attempt, ({ outcome }) => outcome)
    }
  }
  expect(await api.call('GET', '/sign-ins?protocol=smtp&outcome=refused')).toMatchObject({
    body: [
      { protocol: 'smtp', address: 'nobody@hotmail.com', reason: 'unknown-account', reply: 'refused', session: 's' },
    ],
  })
  expect(await api.call('GET', `/sign-ins?address=${hanako}`)).toMatchObject({ body: [{}, {}] })
  expect(await api.call('GET', '/sign-ins?address=Hana@outlook.jp')).toMatchObject({ body: [{}, {}] })
  expect(await api.call('GET', '/sign-ins?outcome=maybe')).toMatchObject({ status: 422 })
})

test('the clock is read, set, moved and stopped', async () => {
  await using api = await start()
  expect(await api.call('GET', '/clock')).toMatchObject({ body: { now: expect.stringMatching(/^2021-05-01T00:00:/) } })
  expect(await api.call('PUT', '/clock', { frozen: true })).toMatchObject({ status: 200 })
  expect(await api.call('PUT', '/clock', { now: '2026-11-22' })).toMatchObject({
    body: { now: '2026-11-22T00:00:00.000Z', frozen: true },
  })
  expect(await api.call('PUT', '/clock', { advance: 'PT1H' })).toMatchObject({
    body: { now: '2026-11-22T01:00:00.000Z' },
  })
  expect(await api.call('PUT', '/clock', { now: 'yesterday', pace: 2 })).toMatchObject({
    status: 422,
    body: { mistakes: [{ path: '$.now' }, { path: '$.pace', message: expect.stringContaining('known are now') }] },
  })
  expect(await api.call('PUT', '/clock', {})).toMatchObject({ status: 422 })
  expect(await api.call('PUT', '/clock', [])).toMatchObject({ body: { mistakes: [{ message: 'must be an object' }] } })
  expect(await api.call('PUT', '/clock', { now: '9999-12-31', advance: 'P1D' })).toMatchObject({
    status: 422,
    body: { mistakes: [{ path: '$.advance', message: 'must not lead beyond the year 9999' }] },
  })
  expect(await api.call('GET', '/clock')).toMatchObject({ body: { now: '2026-11-22T01:00:00.000Z' } })
})

test('reset brings everything back to the start', async () => {
  await using api = await start()
  await api.call('PUT', '/clock', { now: '2026-11-22' })
  await api.call('DELETE', `/accounts/${hanako}`)
  await api.call('POST', '/accounts', { address: 'taro@outlook.jp', password: 'x' })
  expect(await api.call('POST', '/reset')).toMatchObject({ status: 204 })
  expect(await api.call('GET', '/accounts')).toMatchObject({ body: [{ address: hanako }] })
  expect(await api.call('GET', '/clock')).toMatchObject({ body: { now: expect.stringMatching(/^2021-05-01/) } })
})

test('the server map is filled in for callers from elsewhere', async () => {
  await using api = await start()
  await api.call('POST', '/accounts', { address: 'boss@contoso.example', password: 'x' })
  expect(await api.call('GET', '/servers')).toMatchObject({
    body: {
      version: 1,
      asOf: '2021-05-01',
      connect: { 'imap-mail.outlook.com:993': '127.0.0.1:1143', 'smtp.office365.com:587': '127.0.0.1:1587' },
      mx: { 'contoso.example': ['contoso-example.mail.protection.outlook.com'] },
      api: 'http://127.0.0.1:1080/api/v1',
    },
  })
  expect(await api.call('GET', '/servers?host=::1&imap=40993&http=40080')).toMatchObject({
    body: {
      connect: { 'outlook.office365.com:993': '[::1]:40993', 'pop-mail.outlook.com:995': '[::1]:1110' },
      api: 'http://[::1]:40080/api/v1',
    },
  })
  expect(await api.call('GET', '/servers?host=a%20b&pop3=0&imap=x&smtp=1.5')).toMatchObject({
    status: 422,
    body: { mistakes: [{ path: '?pop3' }, { path: '?imap' }, { path: '?smtp' }, { path: '?host' }] },
  })
})

describe('the guard', () => {
  test('answers loopback names and allowed ones, and no others', async () => {
    await using api = await start({ allowHosts: ['mock.test'] })
    for (const host of [
      'localhost',
      'LOCALHOST:80',
      '127.0.0.1:1',
      'localhost.:80',
      '127.1.2.3',
      '[::1]:9',
      'Mock.Test:8080',
    ]) {
      expect([host, await status(api.port, { host })]).toEqual([host, 200])
    }
    for (const host of ['evil.test', 'localhost.evil.test', '127.0.0.1.evil.test', '0.0.0.0']) {
      expect([host, await status(api.port, { host })]).toEqual([host, 403])
    }
  })

  test('answers no web page from elsewhere', async () => {
    await using api = await start()
    const host = `localhost:${api.port}`
    for (const headers of [
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { origin: `https://${host}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      expect([headers, await status(api.port, { host, ...headers } as Record<string, string>)]).toEqual([headers, 403])
    }
    expect(await status(api.port, { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await status(api.port, { host, 'sec-fetch-site': 'none' })).toBe(200)
  })
})

test('what is not part of the API is said to be so', async () => {
  await using api = await start()
  expect(await api.call('GET', '/weather')).toMatchObject({ status: 404, type: 'application/problem+json' })
})

test('a method that a resource does not know is refused with those it does', async () => {
  await using api = await start()
  for (const [method, path, allow] of [
    ['DELETE', '/health', 'GET'],
    ['POST', '/clock', 'GET, PUT'],
    ['PUT', `/accounts/${hanako}`, 'GET, PATCH, DELETE'],
    ['PATCH', `/accounts/${hanako}/folders/Inbox/messages`, 'GET, POST, DELETE'],
    ['GET', '/reset', 'POST'],
  ] as const) {
    const refused = await api.call(method, path)
    expect([method, path, refused]).toMatchObject([
      method,
      path,
      { status: 405, type: 'application/problem+json', allow },
    ])
  }
  expect(await api.call('PUT', '/accounts/nobody@hotmail.com/folders')).toMatchObject({ status: 404 })
})

/** Counts from now on how many wait for news of a folder. */
function watch(folder: Folder): () => number {
  const listen = folder.onChange.bind(folder)
  let waiting = 0
  folder.onChange = (listener) => {
    const stop = listen(listener)
    waiting++
    return () => {
      waiting--
      stop()
    }
  }
  return () => waiting
}
