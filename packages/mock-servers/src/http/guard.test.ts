import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { knownHosts } from './guard.ts'

describe('a request to a host', () => {
  const ask = async (host: string | undefined, allowed: readonly string[] = []) => {
    const guard = knownHosts(allowed)
    const app = new Hono().use(guard).get('/', (context) => context.text('in'))
    const answer = await app.request('http://x/', { headers: host === undefined ? {} : { host } })
    return answer.status
  }

  test.each([
    'localhost',
    'LOCALHOST',
    'localhost:1080',
    'localhost.',
    'localhost.:80',
    '127.0.0.1',
    '127.0.0.0:1',
    '127.255.255.255',
    '[::1]',
    '[::1]:1080',
  ])('%s is answered', async (host) => {
    expect(await ask(host)).toBe(200)
  })

  test.each([
    undefined,
    '',
    '0.0.0.0',
    '126.255.255.255',
    '128.0.0.1',
    '12.0.0.1',
    '127.0.0.1.evil.example',
    '127.evil.example',
    '127.1',
    'evil.example',
    'localhost.evil.example',
    'evil-localhost',
    '[::2]',
    '[::]',
    'mock.test',
  ])('%s is not', async (host) => {
    expect(await ask(host)).toBe(403)
  })

  test.each([
    ['mock.test', 200],
    ['MOCK.test:8080', 200],
    ['192.0.2.7', 200],
    ['[2001:db8::1]:1', 200],
    ['evil.mock.test', 403],
    ['mock.test.evil.example', 403],
    ['xmock.test', 403],
    ['192.0.2.70', 403],
    ['[2001:db8::11]', 403],
  ])('%s, where mock.test and two addresses are let in, gets %i', async (host, status) => {
    expect(await ask(host, ['Mock.test', '192.0.2.7', '[2001:db8::1]'])).toBe(status)
  })
})
