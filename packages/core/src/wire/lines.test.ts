import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunks } from '@sparekey/testkit/chunks'
import { Lines } from './lines.ts'

function read(pieces: readonly Buffer[], maxBytes = 100): string[] {
  const lines = new Lines(maxBytes)
  const read: string[] = []
  for (const piece of pieces) {
    lines.push(piece)
    for (let line = lines.next(); line !== undefined; line = lines.next()) read.push(line)
  }
  return read
}

describe('Lines', () => {
  test('cuts at CRLF and at a lone LF, and keeps a CR inside a line', () => {
    expect(read([Buffer.from('+OK\r\na\rb\nrest')])).toEqual(['+OK', 'a\rb'])
  })

  test('gives the same lines however the bytes were cut', () => {
    fc.assert(
      fc.property(
        fc.array(hostileText.map((line) => line.replaceAll(/[\r\n]|\p{Surrogate}/gu, '').slice(0, 20))),
        fc.infiniteStream(fc.nat(7)),
        (texts, sizes) => {
          const bytes = Buffer.from(texts.map((text) => `${text}\r\n`).join(''))
          expect(read(chunks(bytes, sizes))).toEqual(texts)
        },
      ),
    )
  })

  test('refuses a line without end before it has grown', () => {
    const lines = new Lines(10)
    lines.push(Buffer.from('0123456789'))
    expect(lines.next()).toBeUndefined()
    lines.push(Buffer.from('0'))
    expect(() => lines.next()).toThrow('does not stop talking')
  })

  test('takes a line of the whole limit, and not of one byte more, its line end already there or not', () => {
    expect(read([Buffer.from(`${'x'.repeat(9)}\r\n`)], 10)).toEqual(['x'.repeat(9)])
    expect(read([Buffer.from(`${'x'.repeat(10)}\n`)], 10)).toEqual(['x'.repeat(10)])
    expect(() => read([Buffer.from(`${'x'.repeat(11)}\n`)], 10)).toThrow('does not stop talking')
    expect(() => read([Buffer.from('x'.repeat(11))], 10)).toThrow('does not stop talking')
    expect(() => read([Buffer.from('ok\n'), Buffer.from(`${'x'.repeat(11)}\n`)], 10)).toThrow('does not stop talking')
  })

  test('hands over what follows a line, untouched', () => {
    const lines = new Lines(10)
    lines.push(Buffer.from('+OK\r\n.\r'))
    expect(lines.next()).toBe('+OK')
    expect(lines.takeRest().toString()).toBe('.\r')
    expect(lines.takeRest()).toHaveLength(0)
  })
})
