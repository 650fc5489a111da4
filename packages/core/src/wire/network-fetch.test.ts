import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { mappedNetwork } from '../network/mapped.ts'
import { parseServerMap } from '../network/server-map.ts'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { failureOf } from '@sparekey/testkit/failure'
import { startIdentityEndpoint } from '../testing/identity-endpoint.ts'
import { startScripted } from '@sparekey/testkit/server'
import { ManualClock } from '@sparekey/testkit/clock'
import { networkTo } from '../testing/network.ts'
import { timersOf } from '../testing/timers.ts'
import { networkFetch } from './network-fetch.ts'

const url = 'https://login.microsoftonline.com/consumers/oauth2/v2.0/token?x=1'

test('a form goes to where the network says the official host is, under the official name', async () => {
  await using server = await startIdentityEndpoint(() => ({ json: { ok: true }, headers: { 'retry-after': '7' } }))
  const response = await networkFetch(server.network)(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'refresh_token', scope: 'a b' }),
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('retry-after')).toBe('7')
  expect(await response.json()).toEqual({ ok: true })
  expect(server.asked).toEqual([
    expect.objectContaining({
      servername: 'login.microsoftonline.com',
      host: 'login.microsoftonline.com',
      method: 'POST',
      path: '/consumers/oauth2/v2.0/token?x=1',
      form: { grant_type: 'refresh_token', scope: 'a b' },
    }),
  ])
})

test('text and bytes are sent as they are', async () => {
  const bytes = Buffer.from('a message of 日本\r\n')
  let length: string | undefined
  await using server = await startIdentityEndpoint(({ headers }) => {
    length = headers['content-length']
    return { status: 202, body: '' }
  })
  const response = await networkFetch(server.network)(url, { method: 'POST', body: bytes.subarray(2) })
  expect([response.status, await response.text(), length]).toEqual([202, '', String(bytes.length - 2)])
})

test('an answer without a body is one', async () => {
  await using server = await startIdentityEndpoint(() => ({ status: 204, body: '' }))
  const response = await networkFetch(server.network)(url)
  expect([response.status, response.body]).toEqual([204, null])
})

test('a redirect is given back and not followed', async () => {
  await using server = await startIdentityEndpoint(() => ({
    status: 302,
    headers: { location: 'https://evil.example/' },
  }))
  expect((await networkFetch(server.network)(url)).headers.get('location')).toBe('https://evil.example/')
  expect(server.asked).toHaveLength(1)
})

test('with a server map, a host that is not in it is contacted by nobody', async () => {
  await using server = await startIdentityEndpoint(() => ({ json: {} }))
  const connect = { 'graph.microsoft.com:443': `127.0.0.1:${server.port}` }
  const network = mappedNetwork(parseServerMap({ version: 1, connect, ca: server.network.ca }))
  await expect(networkFetch(network)(url)).rejects.toMatchObject({ code: 'host-not-found' })
  expect(server.asked).toEqual([])
  expect((await networkFetch(network)('https://graph.microsoft.com/v1.0/me/sendMail')).status).toBe(200)
})

test.for([
  ['another name', 'certificate-wrong-name'],
  ['a date that is over', 'certificate-expired'],
  ['an authority nobody trusts', 'certificate-untrusted'],
] as const)('nothing is sent to a server whose certificate has %s', async ([fault, code]) => {
  const name = fault === 'another name' ? 'login.microsoftonline.com.example' : 'login.microsoftonline.com'
  const certificate = await issueCertificate(name, { expired: fault === 'a date that is over' })
  await using server = await startIdentityEndpoint(() => ({ json: {} }), { certificate })
  const trusted = fault === 'an authority nobody trusts' ? (await issueCertificate(name)).ca : certificate.ca
  const network = networkTo(server.port, { ca: trusted })
  const failure = await failureOf(() => networkFetch(network)(url, { method: 'POST', body: 'code=a-secret' }))
  expect(failure).toMatchObject({ code })
  expect(failure).not.toHaveProperty('details.sent')
  expect(server.asked).toEqual([])
})

test('plain http is not spoken', async () => {
  await expect(networkFetch(networkTo(1))('http://login.microsoftonline.com/')).rejects.toThrow(TypeError)
})

const cert = issueCertificate('login.microsoftonline.com')

test.for([
  ['cut off at once', '', 'connection-dropped'],
  ['cut off in the middle', 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nEwB-secret', 'connection-dropped'],
  ['not HTTP', '220 smtp.office365.com EwB-secret\r\n', 'protocol-broken'],
  ['of a status that there is not', 'HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n', 'protocol-broken'],
  ['with a head without end', `HTTP/1.1 200 OK\r\n${'X-Filler: EwB-secret\r\n'.repeat(2000)}\r\n`, 'protocol-broken'],
  ['without end', `HTTP/1.1 200 OK\r\n\r\n${'EwB-secret'.repeat(110_000)}`, 'protocol-broken'],
] as const)('an answer %s', async ([, answer, code]) => {
  const tls = await cert
  await using server = await startScripted(
    async (peer) => {
      await peer.line()
      peer.send(answer).end()
    },
    { tls },
  )
  const failure = await failureOf(() => networkFetch(networkTo(server.port, { ca: tls.ca }))(url))
  expect(failure).toMatchObject({ code, details: { sent: 'perhaps' } })
  expect(inspect(failure, { depth: Infinity, showHidden: true })).not.toContain('EwB-secret')
})

test('no answer within the time allowed', async () => {
  const clock = new ManualClock()
  const never = () => {
    clock.advance(5000)
    return new Promise<undefined>(() => undefined)
  }
  await using server = await startIdentityEndpoint(never, { timers: timersOf(clock) })
  await expect(networkFetch(server.network)(url)).rejects.toMatchObject({
    code: 'connection-timeout',
    details: { sent: 'perhaps' },
  })
})

test('whoever asked may give up, before and while', async () => {
  const stop = new AbortController()
  await using server = await startIdentityEndpoint(() => {
    stop.abort()
    return new Promise(() => undefined)
  })
  const fetch = networkFetch(server.network, { signal: stop.signal })
  await expect(fetch(url)).rejects.toMatchObject({ code: 'aborted' })
  await expect(fetch(url)).rejects.toMatchObject({ code: 'aborted' })
  expect(server.asked).toHaveLength(1)
})
