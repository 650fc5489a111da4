import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxDepth, maxParts, parseMime } from './parse.ts'
import type { MimePart } from './part.ts'

/** Lines as they would stand in a message, with CRLF. */
function message(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1')
}

function* everyPart(part: MimePart): Generator<MimePart> {
  yield part
  for (const inner of part.embedded ? [part.embedded, ...part.children] : part.children) yield* everyPart(inner)
}

describe('limits', () => {
  test('on levels: what lies deeper is text, and nothing is lost', () => {
    const depth = 200
    const opening = Array.from({ length: depth }, (_, level) => [
      `Content-Type: multipart/mixed; boundary=b${level}`,
      '',
      `--b${level}`,
    ])
    const raw = message(...opening.flat(), '', 'deep')
    const parts = [...everyPart(parseMime(raw))]
    expect(parts).toHaveLength(maxDepth)
    expect(parts.at(-1)).toMatchObject({ type: 'text', subtype: 'plain', end: raw.length })
  })

  test('on messages in messages: what lies deeper is octets', () => {
    const parts = [...everyPart(parseMime(Buffer.from('Content-Type: message/rfc822\r\n\r\n'.repeat(200))))]
    expect(parts).toHaveLength(maxDepth)
    expect(parts.at(-1)).toMatchObject({ type: 'application', subtype: 'octet-stream', embedded: undefined })
  })

  test('on parts: what follows belongs to the last one', () => {
    const raw = Buffer.from(`Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\na\r\n'.repeat(5_000)}--x--`)
    const part = parseMime(raw)
    expect(part.children).toHaveLength(maxParts - 1)
    expect(part.children.at(-1)!.end).toBe(raw.length)
  })
})

describe('a hostile message is passed over once', () => {
  const megabytes = 4_000_000
  test.for([
    ['boundaries that almost match', 'Content-Type: multipart/mixed; boundary=x\n\n--x\n', '--y\n'],
    ['dashes', 'Content-Type: multipart/mixed; boundary=x\n\n--x\n', '-'],
    ['line breaks', 'Content-Type: multipart/mixed; boundary=x\n\n--x\n', '\n'],
    ['parts', 'Content-Type: multipart/mixed; boundary=x\n\n', '--x\n\n'],
    ['fields', '', 'a:\n'],
    ['folded lines', 'Subject: x\n', ' y\n'],
    ['one long line', '', ':'],
    ['comments', 'Content-Type: ', '('],
    ['quotes', 'Content-Type: a/b; c=', '"\\'],
    ['parameters', 'Content-Type: a/b', ';a=b'],
  ] as const)('made of %s', ([, head, filling]) => {
    const raw = Buffer.from(head + filling.repeat(megabytes / filling.length))
    expect(parseMime(raw).end).toBe(raw.length)
  })
})

test('parts lie inside each other, in order, and nothing reaches beyond the message', () => {
  const line = fc.constantFrom(
    '',
    'x',
    '--b',
    '--c',
    '--b--',
    '--c--',
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: multipart/digest; boundary=c',
    'Content-Type: message/rfc822',
    ' folded',
    'é: ü',
  )
  const raw = fc
    .array(fc.tuple(line, fc.constantFrom('\r\n', '\n', '\r', '')), { maxLength: 40 })
    .map((lines) => Buffer.from(lines.flat().join('')))
  fc.assert(
    fc.property(
      fc.oneof(
        raw,
        fc.uint8Array().map((octets) => Buffer.from(octets)),
      ),
      (raw) => {
        for (const part of everyPart(parseMime(raw))) {
          const bounds = [0, part.start, part.headerEnd, part.bodyStart, part.end, raw.length]
          expect(bounds).toEqual(bounds.toSorted((a, b) => a - b))
          for (const { start, valueStart, end } of part.fields) {
            expect(part.start <= start && start <= valueStart && valueStart <= end && end <= part.headerEnd).toBe(true)
          }
          let position = part.bodyStart
          for (const child of part.children) {
            expect(child.start).toBeGreaterThanOrEqual(position)
            position = child.end
          }
          expect(position).toBeLessThanOrEqual(part.end)
          expect([undefined, part.bodyStart]).toContain(part.embedded?.start)
          expect([undefined, part.end]).toContain(part.embedded?.end)
          expect(part.children.length > 0).toBe(part.type === 'multipart')
          expect(part.embedded !== undefined).toBe(part.type === 'message' && part.subtype === 'rfc822')
        }
      },
    ),
    { numRuns: 1_000 },
  )
})
