import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failureOf } from '@sparekey/testkit/failure'
import { Octets } from './octets.ts'

const MiB = 1024 * 1024

function joined(pieces: readonly Buffer[], most = 40 * MiB): Buffer {
  const octets = new Octets(most, 8 * MiB)
  for (const piece of pieces) octets.push(piece)
  return octets.take()
}

describe('a message that comes in pieces', () => {
  test('is what they are together, whatever their sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), (pieces) => {
        const buffers = pieces.map((piece) => Buffer.from(piece))
        expect(joined(buffers)).toEqual(Buffer.concat(buffers))
      }),
    )
  })

  test.each([
    ['just small', [3 * MiB, MiB]],
    ['just large', [3 * MiB, MiB, 1]],
    ['large at once', [5 * MiB]],
    ['larger than what is set aside for a large one', [6 * MiB, 7 * MiB, 12 * MiB]],
  ])('is whole where it is %s', (_, sizes) => {
    const pieces = sizes.map((size, index) => Buffer.alloc(size, index + 1))
    expect(joined(pieces).equals(Buffer.concat(pieces))).toBe(true)
  })

  test('is not touched by what becomes of a piece', () => {
    const piece = Buffer.alloc(5 * MiB, 1)
    const octets = new Octets(10 * MiB)
    octets.push(piece)
    piece.fill(2)
    expect(octets.take().equals(Buffer.alloc(5 * MiB, 1))).toBe(true)
  })

  test('may be as long as is said, and not one octet longer', async () => {
    expect(joined([Buffer.alloc(5), Buffer.alloc(5)], 10)).toHaveLength(10)
    expect(await failureOf(() => joined([Buffer.alloc(5), Buffer.alloc(6)], 10))).toMatchObject({
      code: 'bad-message',
      details: { problem: 'too-large', most: 10 },
    })
  })
})
