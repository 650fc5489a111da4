import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { hanako, serveControlApi } from '../../testing/control-api.ts'

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

test('the journal is filtered', async () => {
  await using api = await serveControlApi()
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
  await using api = await serveControlApi()
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
  await using api = await serveControlApi()
  await api.call('PUT', '/clock', { now: '2026-11-22' })
  await api.call('DELETE', `/accounts/${hanako}`)
  await api.call('POST', '/accounts', { address: 'taro@outlook.jp', password: 'x' })
  expect(await api.call('POST', '/reset')).toMatchObject({ status: 204 })
  expect(await api.call('GET', '/accounts')).toMatchObject({ body: [{ address: hanako }] })
  expect(await api.call('GET', '/clock')).toMatchObject({ body: { now: expect.stringMatching(/^2021-05-01/) } })
})

test('the server map is filled in for callers from elsewhere', async () => {
  await using api = await serveControlApi()
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
    await using api = await serveControlApi({ allowHosts: ['mock.test'] })
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
    await using api = await serveControlApi()
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
  await using api = await serveControlApi()
  expect(await api.call('GET', '/weather')).toMatchObject({ status: 404, type: 'application/problem+json' })
})

test('a method that a resource does not know is refused with those it does', async () => {
  await using api = await serveControlApi()
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
