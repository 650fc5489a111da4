import { once } from 'node:events'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SmtpStream } from './stream.ts'

/** What a client sent, as the stream hands it over when it comes in these pieces. */
async function heard(pieces: readonly Buffer[]): Promise<string[]> {
  const events: string[] = []
  const stream = new SmtpStream()
  stream.oncommand = (command, next = () => undefined) => {
    const text = command.toString('latin1')
    events.push(text)
    const count = Number(/^BDAT ([1-9]\d*)$/.exec(text)?.[1] ?? 0)
    const taken: Buffer[] = []
    if (count > 0) {
      stream.startStretch(
        count,
        (octets) => taken.push(octets),
        (rest) => {
          events.push(`octets ${Buffer.concat(taken).toString('hex')}`)
          rest()
        },
      )
    }
    if (text === 'LATER') setImmediate(next)
    else next()
  }
  for (const piece of pieces) stream.write(piece)
  stream.end()
  await once(stream, 'finish')
  return events
}

const item = fc.oneof(
  fc
    .constantFrom('NOOP', 'LATER', 'BDAT 0', 'BDAT x')
    .map((line) => ({ octets: Buffer.from(`${line}\r\n`), events: [line] })),
  fc.uint8Array({ minLength: 1, maxLength: 40 }).map((body) => ({
    octets: Buffer.concat([Buffer.from(`BDAT ${body.length}\r\n`), body]),
    events: [`BDAT ${body.length}`, `octets ${Buffer.from(body).toString('hex')}`],
  })),
)

test('commands and counted octets are told apart, however the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 12 }), fc.infiniteStream(fc.nat({ max: 30 })), async (items, cuts) => {
      const all = Buffer.concat(items.map(({ octets }) => octets))
      const pieces: Buffer[] = []
      for (let at = 0; at < all.length;) {
        const length = 1 + cuts.next().value!
        pieces.push(all.subarray(at, at + length))
        at += length
      }
      expect(await heard(pieces)).toEqual(items.flatMap(({ events }) => events))
    }),
  )
})
