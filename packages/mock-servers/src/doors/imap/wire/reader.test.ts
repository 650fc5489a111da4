import { array, assert, asyncProperty, constantFrom, nat, oneof, tuple, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCommand } from './command-reader.ts'
import { LineTooLong, Reader } from './reader.ts'

async function* chunks(...parts: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part)
}

const limits = { commandOctets: 40, literalOctets: 20 }
const never = (): Promise<void> => Promise.reject(new Error('nobody should have been asked'))

describe('a reader', () => {
  test('gives lines with CRLF or LF, wherever the chunks end, and then the end', async () => {
    const reader = new Reader(chunks('on', 'e\r', '\ntwo\n\r\n', 'rest'))
    expect([await reader.line(10), await reader.line(10), await reader.line(10)].map(String)).toEqual([
      'one',
      'two',
      '',
    ])
    expect(await reader.line(10)).toBeUndefined()
  })

  test('gives exactly the octets asked for, over many chunks', async () => {
    const reader = new Reader(chunks('abc', 'd\r\n', 'ef', 'ghi'))
    expect(String(await reader.octets(0))).toBe('')
    expect(String(await reader.octets(7))).toBe('abcd\r\ne')
    expect(await reader.octets(7)).toBeUndefined()
  })

  test('refuses a line at its limit, with its end or without', async () => {
    expect(String(await new Reader(chunks('12345\r\n')).line(5))).toBe('12345')
    await expect(new Reader(chunks('123456\r\n')).line(5)).rejects.toThrow(LineTooLong)
    await expect(new Reader(chunks('1234', '5678', '9')).line(5)).rejects.toThrow(LineTooLong)
  })

  test('costs no more than what has come, whatever is announced', async () => {
    const before = process.memoryUsage().arrayBuffers
    await new Reader(chunks('little')).octets(2 ** 40)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 24)
  })

  test('a line in very many chunks costs no more than its length', async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.from('x')
    }
    const reader = new Reader(endless())
    await expect(reader.line(100_000)).rejects.toThrow(LineTooLong)
  })

  test('any stream, cut anywhere, is the same lines', async () => {
    const pieces = array(oneof(uint8Array({ maxLength: 20 }), constantFrom(Buffer.from('\r\n'))), { maxLength: 20 })
    await assert(
      asyncProperty(pieces, async (pieces) => {
        const whole = Buffer.concat(pieces)
        const reader = new Reader(chunks(...pieces.map((piece) => Buffer.from(piece))))
        const lines: string[] = []
        for (let line = await reader.line(1_000); line; line = await reader.line(1_000))
          lines.push(line.toString('latin1'))
        const expected = whole.toString('latin1').split('\n').slice(0, -1)
        expect(lines).toEqual(expected.map((line) => line.replace(/\r$/, '')))
      }),
      { seed: 3 },
    )
  })
})

describe('a command', () => {
  test('is its lines and literals, each asked for unless it comes by itself', async () => {
    let asked = 0
    const ask = (): Promise<void> => Promise.resolve(void asked++)
    const command = await readCommand(new Reader(chunks('a1 LOGIN {3}\r\na\r\n {2+}\r\nbc\r\n')), limits, ask)
    expect(command?.pieces).toEqual([
      { kind: 'text', text: 'a1 LOGIN ' },
      { kind: 'literal', bytes: Buffer.from('a\r\n') },
      { kind: 'text', text: ' ' },
      { kind: 'literal', bytes: Buffer.from('bc') },
      { kind: 'text', text: '' },
    ])
    expect(asked).toBe(1)
  })

  test.each([
    ['a1 X {21}\r\n', 'refused'],
    ['a1 X {21+}\r\n', 'lost'],
    ['a1 X {99999999999999999999999999}\r\n', 'refused'],
    [`a1 X ${'y'.repeat(40)}\r\n`, 'lost'],
    ['a1 X {15+}\r\n123456789012345 {6+}\r\n123456\r\n', 'lost'],
    [`a1 X ${'{0+}\r\n '.repeat(20)}\r\n`, 'lost'],
  ] as const)('%j is beyond the limits: %s', async (octets, excess) => {
    expect(await readCommand(new Reader(chunks(octets)), limits, never)).toMatchObject({ excess })
  })

  test.each([
    ['a1 APPEND Inbox {100}\r\n', undefined],
    ['a1 append {5+}\r\nInbox {100}\r\n', undefined],
    ['a1 APPEND {100}\r\n', 'refused'],
    ['a1 APPENDIX Inbox {100}\r\n', 'refused'],
    ['a1 CREATE {100}\r\n', 'refused'],
  ] as const)('%j: only a message may be long, which makes it %s', async (octets, excess) => {
    const large = { commandOctets: 60, literalOctets: 1_000 }
    const command = await readCommand(new Reader(chunks(octets, Buffer.alloc(100), '\r\n')), large, () =>
      Promise.resolve(),
    )
    expect(command?.excess).toBe(excess)
  })

  test('that is cut off is none', async () => {
    for (const octets of ['', 'a1 NOOP', 'a1 X {5+}\r\nabc']) {
      expect(await readCommand(new Reader(chunks(octets)), limits, never)).toBeUndefined()
    }
  })

  test('of whatever octets never takes more than its limits', async () => {
    const noise = oneof(
      uint8Array({ maxLength: 30 }),
      constantFrom(...['{3+}\r\n', '{3}\r\n', '\r\n', 'a {0+}\r\n'].map((text) => Buffer.from(text))),
    )
    await assert(
      asyncProperty(array(tuple(noise, nat(3)), { maxLength: 20 }), async (parts) => {
        const reader = new Reader(chunks(...parts.map(([bytes]) => Buffer.from(bytes))))
        const command = await readCommand(reader, limits, () => Promise.resolve())
        let text = 0
        let literal = 0
        for (const piece of command?.pieces ?? []) {
          if (piece.kind === 'text') text += piece.text.length
          else literal += piece.bytes.length
        }
        expect(text).toBeLessThanOrEqual(limits.commandOctets)
        expect(literal).toBeLessThanOrEqual(limits.literalOctets)
      }),
      { numRuns: 1_000, seed: 4 },
    )
  })
})
