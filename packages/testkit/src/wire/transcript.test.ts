import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileOctets } from '../hostile.ts'
import { fits, octetsOf, parse, textOf } from './transcript.ts'

describe('a transcript', () => {
  test('is read line by line; indentation and empty lines do not count, spaces at the end do', () => {
    expect(parse('\n  S: +OK \n\n  C: QUIT\n  C:\n  S:\n  S: (closed)\n  C: (TLS)')).toEqual([
      { number: 2, side: 'S', text: '+OK ', event: 'line' },
      { number: 4, side: 'C', text: 'QUIT', event: 'line' },
      { number: 5, side: 'C', text: '', event: 'line' },
      { number: 6, side: 'S', text: '', event: 'line' },
      { number: 7, side: 'S', text: '(closed)', event: 'closed' },
      { number: 8, side: 'C', text: '(TLS)', event: 'tls' },
    ])
  })

  test.each(['+OK', 's: +OK', 'S:+OK', 'S +OK', 'X: what'])('with a line %j is refused, by its number', (line) => {
    expect(() => parse(`S: +OK\n${line}`)).toThrow(`line 2 begins with neither C: nor S: – ${line}`)
  })

  test('in which the server begins TLS is refused', () => {
    expect(() => parse('S: (TLS)')).toThrow('write C: (TLS)')
  })
})

describe('the octets of a line', () => {
  test.each([
    ['PASS pässwörd', Buffer.from('PASS pässwörd')],
    [String.raw`a\x00\x0d\xffb`, Buffer.from('a\0\r\xffb', 'latin1')],
    [String.raw`\xe3\x81\x82`, Buffer.from('あ')],
    [String.raw`(\Seen) \xyz \XFF`, Buffer.from(String.raw`(\Seen) \xyz \XFF`)],
  ])('of %j are UTF-8, with octets as they are named', (text, octets) => {
    expect(octetsOf(text)).toEqual(octets)
  })

  test.each([
    ['tab\t bell\x07 あ', String.raw`tab\x09 bell\x07 あ`],
    ['\u009b1m', String.raw`\xc2\x9b1m`],
    [Buffer.from([0x61, 0x00, 0xff]), String.raw`a\x00\xff`],
    [String.raw`\x41 \Seen`, String.raw`\x5cx41 \Seen`],
  ])('%j are shown as %j', (octets, text) => {
    expect(textOf(Buffer.from(octets as string))).toBe(text)
  })

  test('are the same after they were shown, whatever they are', () => {
    const backslashes = fc.string({ unit: fc.constantFrom(...String.raw`\x0af`) }).map((text) => Buffer.from(text))
    fc.assert(
      fc.property(fc.oneof(hostileOctets, backslashes), (octets) => {
        expect(octetsOf(textOf(octets))).toEqual(octets)
      }),
    )
  })
})

describe('an expected line', () => {
  test.each([
    ['+OK', '+OK', true],
    ['+OK', '+OK ', false],
    ['+OK', 'x+OK', false],
    ['+.K', '+OK', false],
    ['…', '', true],
    ['+OK … ready', '+OK POP3\n ready', true],
    ['+OK … ready', '+OK POP3 ready.', false],
    ['…<…@…>', '+OK <1.2@example.com>', true],
    [String.raw`… \xe3\x81…`, 'any あ', true],
    [String.raw`(\Seen)`, String.raw`(\Seen)`, true],
  ])('%j against %j: %j', (text, line, fit) => {
    expect(fits(text, Buffer.from(line))).toBe(fit)
  })

  test('fits the octets it stands for, and no others', () => {
    fc.assert(
      fc.property(hostileOctets, hostileOctets, (octets, others) => {
        expect(fits(textOf(octets), octets)).toBe(true)
        expect(fits(textOf(octets), others)).toBe(octets.equals(others))
      }),
    )
  })
})
