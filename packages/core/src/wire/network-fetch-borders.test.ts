import { describe, expect, test } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { failureOf } from '@sparekey/testkit/failure'
import { startIdentityEndpoint } from '../testing/identity-endpoint.ts'
import { startScripted } from '@sparekey/testkit/server'
import { networkTo } from '../testing/network.ts'
import { networkFetch } from './network-fetch.ts'

const url = 'https://login.microsoftonline.com/'
const certificate = issueCertificate('login.microsoftonline.com')

describe('an answer over HTTPS', () => {
  test.for([200, 204, 205, 302, 304, 400, 599])('may have the status %d', async (status) => {
    await using server = await startIdentityEndpoint(() => ({ status, body: '' }))
    const response = await networkFetch(server.network)(url)
    expect([response.status, await response.text()]).toEqual([status, ''])
  })

  test.for([600, 700, 999])('of the status %d is none', async (status) => {
    await using server = await startIdentityEndpoint(() => ({ status, body: '' }))
    expect(await failureOf(() => networkFetch(server.network)(url))).toMatchObject({ code: 'protocol-broken' })
  })

  test('may have a megabyte, and not one byte more', async () => {
    const answering = async (bytes: number) => {
      await using server = await startIdentityEndpoint(() => ({ body: 'x'.repeat(bytes) }))
      return (await networkFetch(server.network)(url)).text()
    }
    expect(await answering(1_048_576)).toHaveLength(1_048_576)
    expect(await failureOf(() => answering(1_048_577))).toMatchObject({ code: 'protocol-broken' })
  })
})

test('the connection is closed by us when the answer is whole, even if the server would keep it', async () => {
  const tls = await certificate
  let tell: (how: unknown) => void = () => undefined
  const left = new Promise<unknown>((resolve) => (tell = resolve))
  await using server = await startScripted(
    async (peer) => {
      while ((await peer.line()) !== '');
      peer.send('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
      tell(await failureOf(() => peer.line()))
    },
    { tls },
  )
  const response = await networkFetch(networkTo(server.port, { ca: tls.ca }))(url)
  expect(await response.text()).toBe('ok')
  expect(await left).toMatchObject({ message: 'the other end has closed' })
})
