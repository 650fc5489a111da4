import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunks } from '@sparekey/testkit/chunks'
import { Unstuffer } from './unstuff.ts'

/** What the body becomes, and what stood behind its end; `body` is `undefined` if it did not end. */
function unstuff(pieces: readonly Buffer[]): { body: string | undefined; rest: string } {
  const unstuffer = new Unstuffer()
  const data: Buffer[] = []
  const rest: Buffer[] = []
  for (const piece of pieces) {
    if (unstuffer.ended) {
      rest.push(piece)
      continue
    }
    const pushed = unstuffer.push(piece)
    data.push(...pushed.data)
    rest.push(pushed.rest)
  }
  const text = (buffers: Buffer[]) => Buffer.concat(buffers).toString('latin1')
  return { body: unstuffer.ended ? text(data) : undefined, rest: text(rest) }
}

const whole = (text: string) => [Buffer.from(text, 'latin1')]
const bytewise = (text: string) => [...Buffer.from(text, 'latin1')].map((byte) => Buffer.of(byte))

describe('Unstuffer', () => {
  test.each([
    ['an empty body', '.\r\n', ''],
    ['one line', 'a\r\n.\r\n', 'a\r\n'],
    ['a stuffed dot', '..\r\n.\r\n', '.\r\n'],
    ['a stuffed dot before text', '..a.\r\n...\r\n.\r\n', '.a.\r\n..\r\n'],
    ['a dot inside a line', 'a.\r\n.\r\n', 'a.\r\n'],
    ['bare LF around a dot, which is content', 'a\n.\nb\r\n.\r\n', 'a\n.\nb\r\n'],
    ['bare CR before a dot, which is content', 'a\r.\r\n.\r\n', 'a\r.\r\n'],
    ['a line that only begins like the end', '.\ra\r\n.\r\n', '\ra\r\n'],
    ['CR CR LF before the end', 'a\r\r\n.\r\n', 'a\r\r\n'],
    ['a dot, two CRs', '.\r\r\n.\r\n', '\r\r\n'],
  ])('reads %s', (_, wire, body) => {
    expect(unstuff(whole(wire))).toEqual({ body, rest: '' })
    expect(unstuff(bytewise(wire))).toEqual({ body, rest: '' })
  })

  test('stops behind the terminator and leaves the next reply alone', () => {
    expect(unstuff(whole('a\r\n.\r\n+OK 2\r\n'))).toEqual({ body: 'a\r\n', rest: '+OK 2\r\n' })
    expect(unstuff(bytewise('.\r\n.\r\n'))).toEqual({ body: '', rest: '.\r\n' })
  })

  test.each(['', 'a\r\n', 'a\r\n.', 'a\r\n.\r', 'a\n.\n', '..\r\n'])('does not take %j for a whole body', (wire) => {
    expect(unstuff(whole(wire)).body).toBeUndefined()
  })

  test('gives back any message a server stuffed, however the bytes were cut', () => {
    // Mostly the bytes that matter, so that every corner is met.
    const byte = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(0x0d, 0x0a, 0x2e, 0x61) }, fc.nat(255))
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 60 }), fc.infiniteStream(fc.nat(4)), (bytes, sizes) => {
        const message = `${Buffer.from(bytes).toString('latin1')}\r\n`
        const stuffed = message.replace(/(^|\r\n)\./g, '$1..')
        const pieces = chunks(Buffer.from(`${stuffed}.\r\n+OK\r\n`, 'latin1'), sizes)
        expect(unstuff(pieces)).toEqual({ body: message, rest: '+OK\r\n' })
      }),
      { numRuns: 2000 },
    )
  })
})
