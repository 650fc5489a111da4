import { describe, expect, test } from 'vitest'
import {
  parseAccount,
  parseAppPasswordName,
  parseClockChange,
  parseConfig,
  parseOAuthError,
  parseTenant,
  parseTokenRequest,
} from './config.ts'

const domainOf = (length: number) => {
  const labels: string[] = []
  for (let left = length - '.com'.length; left > 0; left -= 64) labels.push('d'.repeat(Math.min(63, left)))
  return `${labels.join('.')}.com`
}
const account = (change: object) => parseAccount({ address: 'a@hotmail.com', password: 'x', ...change }).ok
const client = (change: object) => parseConfig({ clients: [{ id: 'web', ...change }] }).ok
const tokens = (change: object) => parseTokenRequest({ scopes: ['openid'], ...change }).ok
const folder = (name: string) =>
  parseConfig({ accounts: [{ address: 'a@b.example', password: 'x' }], mail: { 'a@b.example': { [name]: [] } } }).ok
const seconds = 10 * 366 * 24 * 60 * 60

describe('what a configuration and the control API take, and one more of it, which they do not', () => {
  test.each<[string, boolean, boolean]>([
    [
      '64 octets before the @',
      account({ address: `${'a'.repeat(64)}@b.example` }),
      account({ address: `${'a'.repeat(65)}@b.example` }),
    ],
    ['253 octets of a domain', parseTenant({}, domainOf(253)).ok, parseTenant({}, domainOf(254)).ok],
    ['63 octets of a label', parseTenant({}, `${'d'.repeat(63)}.com`).ok, parseTenant({}, `${'d'.repeat(64)}.com`).ok],
    ['1024 characters of a password', account({ password: 'p'.repeat(1024) }), account({ password: 'p'.repeat(1025) })],
    [
      '400 aliases',
      account({ aliases: Array.from({ length: 400 }, (_, index) => `a${index}@b.example`) }),
      account({ aliases: Array.from({ length: 401 }, (_, index) => `a${index}@b.example`) }),
    ],
    [
      '100 characters of an app password’s name',
      parseAppPasswordName({ name: 'n'.repeat(100) }).ok,
      parseAppPasswordName({ name: 'n'.repeat(101) }).ok,
    ],
    ['100 characters of a client’s id', client({ id: 'i'.repeat(100) }), client({ id: 'i'.repeat(101) })],
    ['100 characters of a client’s name', client({ name: 'n'.repeat(100) }), client({ name: 'n'.repeat(101) })],
    [
      '256 redirect addresses',
      client({ redirectUris: Array.from({ length: 256 }, () => 'http://localhost') }),
      client({ redirectUris: Array.from({ length: 257 }, () => 'http://localhost') }),
    ],
    [
      '256 characters of a redirect address',
      client({ redirectUris: ['http://localhost/'.padEnd(256, 'x')] }),
      client({ redirectUris: ['http://localhost/'.padEnd(257, 'x')] }),
    ],
    ['200 characters of a scope', tokens({ scopes: ['s'.repeat(200)] }), tokens({ scopes: ['s'.repeat(201)] })],
    [
      '50 scopes',
      tokens({ scopes: Array.from({ length: 50 }, () => 's') }),
      tokens({ scopes: Array.from({ length: 51 }, () => 's') }),
    ],
    ['ten years of a token’s life', tokens({ expiresIn: seconds }), tokens({ expiresIn: seconds + 1 })],
    ['250 characters of a folder’s name', folder('f'.repeat(250)), folder('f'.repeat(251))],
  ])('%s', (_, taken, oneMore) => {
    expect([taken, oneMore]).toEqual([true, false])
  })

  test.each<[string, (count: unknown) => boolean]>([
    ['octets of a mailbox', (mailboxBytes) => parseConfig({ limits: { mailboxBytes } }).ok],
    ['failures of a connection', (failuresPerConnection) => parseConfig({ limits: { failuresPerConnection } }).ok],
    ['failures before the block', (failuresBeforeBlock) => parseConfig({ limits: { failuresBeforeBlock } }).ok],
    ['seconds between two questions', (deviceCodeInterval) => parseConfig({ limits: { deviceCodeInterval } }).ok],
    ['times of an ordered error', (times) => parseOAuthError({ code: 1, times }).ok],
    ['seconds of a token', (expiresIn) => tokens({ expiresIn })],
  ])('%s are a whole number from 1 on', (_, takes) => {
    expect([1, 2, 1000].map(takes)).toEqual([true, true, true])
    expect([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1'].map(takes)).toEqual(Array(7).fill(false))
  })

  test('nothing at all is no password, name or list of scopes', () => {
    expect([account({ password: '' }), parseAppPasswordName({ name: '' }).ok, client({ name: '' })]).toEqual([
      false,
      false,
      false,
    ])
    expect([tokens({ scopes: [] }), tokens({ scopes: [''] }), client({ accounts: [] })]).toEqual([false, false, false])
    expect([parseClockChange({}).ok, parseClockChange({ frozen: false }).ok]).toEqual([false, true])
  })
})

describe('a redirect address', () => {
  test.each(['http://localhost', 'https://app.example/a', 'com.example.mail://done', 'urn:ietf:wg:oauth:2.0:oob'])(
    'may be %s',
    (uri) => {
      expect(client({ redirectUris: [uri] })).toBe(true)
    },
  )

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://app.example/1',
    'file:///etc/passwd',
    'about:blank',
    'http://localhost/#x',
    '/done',
    '',
    7,
  ])('is never %j', (uri) => {
    expect(client({ redirectUris: [uri] })).toBe(false)
  })
})

describe('the name of a folder', () => {
  test.each(['a', 'a/b', '受信', 'a b', "a'b", 'a.b', '\u0080', '\u202e'])('may be %j', (name) => {
    expect(folder(name)).toBe(true)
  })

  test.each(['', '/', '/a', 'a/', 'a//b', 'a*', 'a%', 'a\\b', 'a\u0000', 'a\tb', 'a\u001fb', 'a\u007fb', 'a\r\nb'])(
    'is never %j',
    (name) => {
      expect(folder(name)).toBe(false)
    },
  )
})
