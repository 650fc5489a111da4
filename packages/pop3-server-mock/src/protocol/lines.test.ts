import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lines, TOO_LONG } from './lines.ts'

function read(chunks: readonly (string | Buffer)[], limit = 100): (string | typeof TOO_LONG)[] {
  const lines = new Lines()
  const found: (string | typeof TOO_LONG)[] = []
  for (const chunk of chunks) {
    lines.push(Buffer.from(chunk))
    for (let line = lines.next(limit); line !== undefined; line = lines.next(limit)) {
      found.push(typeof line === 'symbol' ? line : line.toString('latin1'))
    }
  }
  return found
}

describe('Lines', () => {
  it('cuts at CRLF, wherever the chunks end', () => {
    expect(read(['NO', 'OP\r', '\nSTAT\r\nQU', 'IT\r\n'])).toEqual(['NOOP', 'STAT', 'QUIT'])
  })

  it('takes a bare LF as the end of a line, and leaves a bare CR alone', () => {
    expect(read(['NOOP\nPASS a\rb\n\r\r\n'])).toEqual(['NOOP', 'PASS a\rb', '\r'])
  })

  it('keeps an unfinished line to itself', () => {
    expect(read(['NOOP\r'])).toEqual([])
  })

  it('allows a line of exactly the limit', () => {
    expect(read(['12345\r\n', '12345', '\r', '\n'], 5)).toEqual(['12345', '12345'])
  })

  it('reports a line that is too long once, skips the rest of it, and goes on', () => {
    expect(read(['123456\r\nNOOP\r\n'], 5)).toEqual([TOO_LONG, 'NOOP'])
    expect(read(['1234567', '89', '0\r\nNOOP\r\n'], 5)).toEqual([TOO_LONG, 'NOOP'])
  })

  it('waits for the end of a line that may still fit, and for no octet more', () => {
    expect(read(['123456'], 5)).toEqual([])
    expect(read(['12345\r'], 5)).toEqual([])
    expect(read(['1234567'], 5)).toEqual([TOO_LONG])
    expect(read(['1234', '567'], 5)).toEqual([TOO_LONG])
  })

  it('forgets that it was skipping a line when told to forget', () => {
    const lines = new Lines()
    lines.push(Buffer.from('1234567'))
    expect(lines.next(5)).toBe(TOO_LONG)
    lines.discard()
    lines.push(Buffer.from('NOOP\r\n'))
    expect(lines.next(5)?.toString()).toBe('NOOP')
  })

  it('forgets what it holds when told to', () => {
    const lines = new Lines()
    lines.push(Buffer.from('USER mallory\r\nPA'))
    lines.discard()
    lines.push(Buffer.from('NOOP\r\n'))
    expect(lines.next(100)?.toString()).toBe('NOOP')
    expect(lines.next(100)).toBeUndefined()
  })

  it('holds no more of an endless line than the limit', () => {
    const lines = new Lines()
    const chunk = Buffer.alloc(65_536, 'a')
    const before = process.memoryUsage().arrayBuffers
    for (let pushed = 0; pushed < 128; pushed += 1) {
      lines.push(chunk)
      lines.next(100)
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024)
    lines.push(Buffer.from('\r\nNOOP\r\n'))
    expect(lines.next(100)?.toString()).toBe('NOOP')
  })

  it('finds the same lines however the octets are cut into chunks', () => {
    const octets = fc.stringMatching(/^[\r\nab]*$/)
    fc.assert(
      fc.property(octets, fc.array(fc.nat(40)), fc.integer({ min: 1, max: 6 }), (text, cuts, limit) => {
        const borders = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length]
        const chunks = borders.slice(1).map((border, index) => text.slice(borders[index], border))
        const whole = text
          .split('\n')
          .slice(0, -1)
          .map((line) => line.replace(/\r$/, ''))
          .map((line) => (line.length > limit ? TOO_LONG : line))
        const found = read(chunks, limit)
        expect(found.slice(0, whole.length)).toEqual(whole)
        // Beyond the whole lines only one thing can be told: that the unfinished one is too long already.
        expect([[], [TOO_LONG]]).toContainEqual(found.slice(whole.length))
      }),
    )
  })
})
