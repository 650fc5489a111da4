import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Clients, isRedirectUriOf, readyMadeClient } from './clients.ts'

describe('clients', () => {
  test('are found whatever the case of their id; one is always there', () => {
    const clients = new Clients([{ id: 'ABC' }])
    expect(clients.get('abc')).toEqual({
      id: 'ABC',
      name: 'ABC',
      type: 'public',
      accounts: ['personal', 'work'],
      enabled: true,
      redirectUris: [],
    })
    expect(clients.get(readyMadeClient.id)).toMatchObject({ type: 'public', enabled: true })
    expect(clients.list()).toEqual([clients.get(readyMadeClient.id), clients.get('abc')])
    expect(clients.get('constructor')).toBeUndefined()
  })

  test('prove themselves with their own secret, and never show it', () => {
    const clients = new Clients([{ id: 'web', type: 'confidential', secret: 'opens sesame' }, { id: 'desk' }])
    const web = clients.get('web')!
    expect(clients.proves(web, 'opens sesame')).toBe(true)
    expect(clients.proves(web, 'opens sesam')).toBe(false)
    expect(clients.proves(clients.get('desk')!, 'opens sesame')).toBe(false)
    expect(JSON.stringify(clients.list())).not.toContain('sesame')
    expect(new Clients().proves(web, 'opens sesame')).toBe(false)
  })
})

describe('a redirect address', () => {
  const client = {
    redirectUris: ['http://localhost', 'http://localhost/done', 'http://127.0.0.1/done', 'https://app.example/a'],
  }

  test.each([
    'http://localhost:51004',
    'http://localhost/',
    'http://localhost:80/',
    'http://localhost:8080/done',
    'http://127.0.0.1:1/done',
    'https://app.example/a',
  ])('%s is the client’s own', (uri) => {
    expect(isRedirectUriOf(client, uri)).toBe(true)
  })

  test.each([
    ['http://app.example:8080/a', 'http://app.example:9090/a'],
    ['https://localhost:8443/a', 'https://localhost:9443/a'],
    ['http://[::1]:8080/a', 'http://[::1]:9090/a'],
  ])('of a client with %s is not %s, for its port counts', (own, uri) => {
    expect(isRedirectUriOf({ redirectUris: [own] }, uri)).toBe(false)
    expect(isRedirectUriOf({ redirectUris: [own] }, own)).toBe(true)
  })

  test.each(['https://app.example/a#', 'https://app.example/a#x', 'http://localhost/#', 'no address at all'])(
    '%s is nobody’s, even if it is registered so: with a fragment, or no address',
    (uri) => {
      expect(isRedirectUriOf({ redirectUris: [uri] }, uri)).toBe(false)
    },
  )

  test('is never one of another host, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          hostileText,
          hostileText.map((text) => `http://localhost${text}`),
        ),
        (uri) => {
          if (!isRedirectUriOf(client, uri)) return
          expect(['localhost', '127.0.0.1', 'app.example']).toContain(new URL(uri).hostname)
        },
      ),
    )
  })

  test.each([
    'http://localhost/other',
    'http://localhost/Done',
    'http://localhost:8080/done?x=1',
    'http://localhost:8080/done#x',
    'http://127.0.0.1:8080/',
    'http://[::1]:8080/done',
    'https://localhost/done',
    'https://app.example:8443/a',
    'https://app.example/a/',
    'http://localhost.evil.example/',
    'http://localhost@evil.example/',
    'javascript:alert(1)',
    '/done',
    '',
  ])('%s is not', (uri) => {
    expect(isRedirectUriOf(client, uri)).toBe(false)
  })
})
