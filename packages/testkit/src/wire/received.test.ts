import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileOctets, sizes } from '../hostile.ts'
import { chunks } from '../chunks.ts'
import { Received } from './received.ts'

function received(chunks: readonly (string | Buffer)[]): Received {
  const received = new Received()
  for (const chunk of chunks) received.push(Buffer.from(chunk))
  return received
}

describe('octets that were received', () => {
  test('are given out up to a mark, however they were cut', async () => {
    await fc.assert(
      fc.asyncProperty(hostileOctets, sizes, async (octets, sizes) => {
        const read = new Received()
        const lines: Buffer[] = []
        const reading = (async () => {
          for (let line = await read.until('\r\n'); line.length > 0; line = await read.until('\r\n')) lines.push(line)
        })()
        for (const piece of chunks(octets, sizes)) {
          read.push(piece)
          await Promise.resolve()
        }
        read.end()
        await reading
        expect(lines.map((line) => line.toString('latin1'))).toEqual(
          octets
            .toString('latin1')
            .split(/(?<=\r\n)/)
            .filter((line) => line !== ''),
        )
      }),
    )
  })

  test('are given out by number, and fewer only at the end', async () => {
    const read = received(['ab', 'c'])
    expect(String(await read.take(1))).toBe('a')
    const waiting = read.take(4)
    read.push(Buffer.from('d'))
    expect(String(read.unread)).toBe('bcd')
    read.end()
    expect(String(await waiting)).toBe('bcd')
    expect(String(await read.take(4))).toBe('')
  })

  test('may be skipped, and are counted', async () => {
    const read = received(['a'.repeat(1000), '\r\n', '.\r'])
    const skipping = read.skip(/\r\n\.\r\n$/)
    read.push(Buffer.from('\n'))
    expect(await skipping).toBe(1005)
    expect(read.unread).toHaveLength(0)
  })

  test('may be skipped up to the end', async () => {
    const read = received(['abc'])
    read.end()
    expect([await read.skip(/x/), read.ended]).toEqual([3, true])
  })

  test('have one reader at a time', async () => {
    const read = new Received()
    const first = read.until('\n')
    await expect(read.take(1)).rejects.toThrow('somebody else is waiting')
    read.push(Buffer.from('a\n'))
    expect(String(await first)).toBe('a\n')
  })
})
