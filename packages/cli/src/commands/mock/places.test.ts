import { describe, expect, it } from 'vitest'
import { en } from '../../words/en/en.ts'
import { parseHost, parsePort } from './places.ts'

const { usage } = en

describe('a port of a server', () => {
  it.each([
    ['pop3=0', { name: 'pop3', port: 0 }],
    ['imap=1', { name: 'imap', port: 1 }],
    ['smtp=65535', { name: 'smtp', port: 65_535 }],
    ['http=08080', { name: 'http', port: 8080 }],
    ['https=443', { name: 'https', port: 443 }],
  ])('is %s', (input, port) => {
    expect(parsePort(input, usage)).toEqual(port)
  })

  it.each([
    'pop3=65536',
    'pop3=99999',
    'pop3=100000',
    'pop3=-1',
    'pop3=',
    'pop3',
    '=1',
    'pop3=1x',
    'pop3=1=1',
    'POP3=1',
    'ftp=21',
    'constructor=1',
    '',
  ])('is not %j', (input) => {
    expect(() => parsePort(input, usage)).toThrow(Error)
  })
})

describe('a host', () => {
  it.each(['localhost', 'mock', 'mock-1.test', 'my_mock', '0.0.0.0', '127.0.0.1', '::1', '::', 'fe80::1', 'a.b'])(
    'is %s',
    (input) => {
      expect(parseHost(input, usage)).toBe(input)
    },
  )

  it.each([
    '',
    '.',
    'mock.',
    '.mock',
    'a..b',
    '-mock',
    'mock:1',
    '[::1]',
    'mo ck',
    'http://mock',
    'mock/x',
    'mock\n',
    'mo\u202eck',
    '*',
  ])('is not %j', (input) => {
    expect(() => parseHost(input, usage)).toThrow(Error)
  })
})
