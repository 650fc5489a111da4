import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SparekeyError } from '../../errors/sparekey-error.ts'
import { failureOf } from '@sparekey/testkit/failure'
import { parseCapabilities, parseList, parseStat, parseUidl } from './listing.ts'
import { parseReply } from './reply.ts'

describe('replies', () => {
  test.each([
    ['+OK', { ok: true, text: '' }],
    ['+OK ', { ok: true, text: '' }],
    ['+ok 2 messages', { ok: true, text: '2 messages' }],
    ['-ERR [AUTH] no', { ok: false, text: '[AUTH] no', code: 'AUTH' }],
    ['-ERR [sys/temp] later', { ok: false, text: '[sys/temp] later', code: 'SYS/TEMP' }],
    [
      '-ERR Logon failure: unknown user name or bad password.',
      { ok: false, text: 'Logon failure: unknown user name or bad password.' },
    ],
  ])('reads %j', (line, reply) => {
    expect(parseReply(line)).toEqual({ ...reply, line })
  })

  test.each(['', 'OK', '+OKAY', '* OK ready', 'HTTP/1.1 400 Bad Request', '+ '])('%j is no reply', (line) => {
    expect(() => parseReply(line)).toThrow(SparekeyError)
  })
})

describe('listings', () => {
  test('reads unique ids and sizes in the order of the server', () => {
    expect([...parseUidl('1 whqtswO00WBw418f9t5JxYwZ\r\n2 QhdPYR:00WBw1Ph7x7\r\n')]).toEqual([
      [1, 'whqtswO00WBw418f9t5JxYwZ'],
      [2, 'QhdPYR:00WBw1Ph7x7'],
    ])
    expect([...parseList('1 120\r\n2 200 extra\r\n')]).toEqual([
      [1, 120],
      [2, 200],
    ])
    expect(parseUidl('').size).toBe(0)
  })

  test('reads capabilities', () => {
    expect(parseCapabilities('TOP\r\nsasl PLAIN XOAUTH2\r\nUSER\r\n').get('SASL')).toEqual(['PLAIN', 'XOAUTH2'])
  })

  test('reads STAT', () => {
    expect(parseStat('2 320')).toEqual({ messages: 2, octets: 320 })
  })

  test.each(['x', '1', '1 a b', '-1 a', '1  a', '99999999999 a'])('refuses %j as a unique id', (line) => {
    expect(() => parseUidl(`${line}\r\n`)).toThrow(SparekeyError)
  })

  test.each([
    ['1', 'x'],
    ['9999999999', '~'.repeat(512)],
    ['0', '!'],
  ])('reads %s and %s as a unique id: the borders', (number, uid) => {
    expect([...parseUidl(`${number} ${uid}\r\n`)]).toEqual([[Number(number), uid]])
  })

  test.each([
    `1 ${'~'.repeat(513)}`,
    '10000000000 x',
    '1 a\u0020b',
    '1 \u007f',
    '1 \u001b[2J',
    '1 \u202ex',
    '1 \u00e9',
    ' 1 x',
  ])('refuses %j as a unique id: beyond the borders', (line) => {
    expect(() => parseUidl(`${line}\r\n`)).toThrow(SparekeyError)
  })

  test.each(['1 9007199254740', '9999999999 999999999999999', '1 0'])('reads %j as a size', (line) => {
    const [number, size] = line.split(' ').map(Number)
    expect([...parseList(`${line}\r\n`)]).toEqual([[number, size]])
    expect(parseStat(line)).toEqual({ messages: number, octets: size })
  })

  test.each(['10000000000 1', '1 1000000000000000', '1 -1', '1 1.5', '1 1e3', '1', '1 ', '1  1', '1 1x'])(
    'refuses %j as a size',
    (line) => {
      expect(() => parseList(`${line}\r\n`)).toThrow(SparekeyError)
      expect(() => parseStat(line)).toThrow(SparekeyError)
    },
  )

  test('nothing a server sends does more than be refused', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        for (const parse of [parseUidl, parseList, parseStat, parseCapabilities, parseReply]) {
          const failed = await failureOf(() => parse(text))
          expect(failed === undefined || failed instanceof SparekeyError).toBe(true)
        }
      }),
    )
  })
})
