import { describe, expect, test } from 'vitest'
import { officialSite, plainSite, type Parts } from './sites.ts'

const part = (name: string) => ({ fetch: () => new Response(name) })
const parts: Parts = {
  api: part('api'),
  identity: part('identity'),
  graph: part('graph'),
  accountPage: part('accountPage'),
}
const official = officialSite(parts, ['mock.test'])
const plain = plainSite(parts, ['mock.test'])

async function ask(site: typeof plain, url: string): Promise<string> {
  const { host } = new URL(url)
  const response = await site.request(url, { headers: { host } })
  return response.ok ? response.text() : String(response.status)
}

describe('over TLS', () => {
  test.each([
    ['https://login.microsoftonline.com/common/oauth2/v2.0/token', 'identity'],
    ['https://login.microsoftonline.com/common/discovery/instance', 'identity'],
    ['https://login.microsoftonline.com/consumers/v2.0/.well-known/openid-configuration', 'identity'],
    ['https://login.microsoftonline.com/signin', 'accountPage'],
    ['https://LOGIN.microsoftonline.com:443/signin', 'accountPage'],
    ['https://graph.microsoft.com/v1.0/me/sendMail', 'graph'],
    ['https://graph.microsoft.com/signin', 'graph'],
    ['https://account.live.com/proofs/AppPassword', 'accountPage'],
    ['https://account.microsoft.com/common/oauth2/v2.0/token', 'accountPage'],
    ['https://www.microsoft.com/link', 'accountPage'],
    ['https://localhost:8443/common/oauth2/v2.0/token', 'identity'],
    ['https://mock.test/v1.0/me/sendMail', 'graph'],
    ['https://[::1]:8443/', 'accountPage'],
    ['https://evil.example/', '403'],
    ['https://login.microsoftonline.com/api/v1/health', 'accountPage'],
    ['https://localhost/api/v1/health', 'accountPage'],
  ])('%s is answered by: %s', async (url, answer) => {
    expect(await ask(official, url)).toBe(answer)
  })
})

describe('on the plain listener', () => {
  test.each([
    ['http://127.0.0.1:8080/api/v1/health', 'api'],
    ['http://127.0.0.1:8080/common/oauth2/v2.0/authorize?x', 'identity'],
    ['http://127.0.0.1:8080/v1.0/me/sendMail', 'accountPage'],
    ['http://mock.test/', 'accountPage'],
    ['http://login.microsoftonline.com/', '403'],
  ])('%s is answered by: %s', async (url, answer) => {
    expect(await ask(plain, url)).toBe(answer)
  })
})
