import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunks } from '../testing/chunks.ts'
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
        fc.array(fc.string({ maxLength: 20 }).filter((line) => !/[\r\n]/.test(line))),
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
    expect(() => lines.next()).toThrow('does not end')
  })

  test('hands over what follows a line, untouched', () => {
    const lines = new Lines(10)
    lines.push(Buffer.from('+OK\r\n.\r'))
    expect(lines.next()).toBe('+OK')
    expect(lines.takeRest().toString()).toBe('.\r')
    expect(lines.takeRest()).toHaveLength(0)
  })
})
