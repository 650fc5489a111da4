import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abandon, begin, DotStuffer, TopCutter } from './transfer.ts'

function stuffed(chunks: readonly string[]): string {
  const stuffer = new DotStuffer()
  const sent = chunks.map((chunk) => stuffer.stuff(Buffer.from(chunk, 'latin1')))
  return Buffer.concat([...sent, stuffer.end()]).toString('latin1')
}

function top(chunks: readonly string[], lines: number): string {
  const cutter = new TopCutter(lines)
  let kept = ''
  for (const chunk of chunks) {
    kept += cutter.cut(Buffer.from(chunk, 'latin1')).toString('latin1')
    if (cutter.done) break
  }
  return kept
}

/** A client's side of RFC 1939, section 3. */
function received(wire: string): string {
  expect(wire).toMatch(/(^|\r\n)\.\r\n$/)
  return wire
    .slice(0, -3)
    .split('\r\n')
    .map((line) => (line.startsWith('.') ? line.slice(1) : line))
    .join('\r\n')
}

const chunksOfMail = fc.array(fc.stringMatching(/^[\r\n.a]*$/))

describe('dot-stuffing', () => {
  it('puts a dot in front of every line that begins with one', () => {
    expect(stuffed(['.a\r\nb.\r\n.\r\n..\r\n'])).toBe('..a\r\nb.\r\n..\r\n...\r\n.\r\n')
  })

  it('adds a last CRLF only where it is missing', () => {
    expect(stuffed(['a\r\n'])).toBe('a\r\n.\r\n')
    expect(stuffed(['a'])).toBe('a\r\n.\r\n')
    expect(stuffed(['a\n'])).toBe('a\n\r\n.\r\n')
    expect(stuffed(['a\r'])).toBe('a\r\r\n.\r\n')
    expect(stuffed([])).toBe('.\r\n')
  })

  it.each([
    { chunks: ['a\r\n', '.b'] },
    { chunks: ['a\r', '\n.b'] },
    { chunks: ['a\r', '\n', '.b'] },
    { chunks: ['a', '\r', '\n', '.', 'b'] },
    { chunks: ['a\r\n', '', '.b'] },
  ])('does not miss a dot at the border of chunks: $chunks', ({ chunks }) => {
    expect(stuffed(chunks)).toBe('a\r\n..b\r\n.\r\n')
  })

  it('leaves dots after a bare LF or CR alone, since no line begins there', () => {
    expect(stuffed(['a\n.b\r.c\r\n'])).toBe('a\n.b\r.c\r\n.\r\n')
  })

  it('gives a slice back as it is if no dot has to go in', () => {
    const slice = Buffer.from('no dots at the beginning.\r\n')
    expect(new DotStuffer().stuff(slice)).toBe(slice)
  })

  it('brings every message over octet for octet, however it is cut', () => {
    fc.assert(
      fc.property(chunksOfMail, (chunks) => {
        const message = chunks.join('')
        const complete = message === '' || message.endsWith('\r\n') ? message : `${message}\r\n`
        expect(received(stuffed(chunks))).toBe(complete)
      }),
    )
  })
})

describe('TOP', () => {
  const message = 'Subject: a\r\nTo: b\r\n\r\none\r\n\r\nthree\r\n'

  it.each([
    { lines: 0, kept: 'Subject: a\r\nTo: b\r\n\r\n' },
    { lines: 1, kept: 'Subject: a\r\nTo: b\r\n\r\none\r\n' },
    { lines: 2, kept: 'Subject: a\r\nTo: b\r\n\r\none\r\n\r\n' },
    { lines: 9, kept: message },
  ])('keeps the header, the empty line and $lines lines', ({ lines, kept }) => {
    expect(top([message], lines)).toBe(kept)
  })

  it.each([
    ['begins with the empty line', '\r\none\r\n', '\r\n'],
    ['begins with the empty line of a bare LF', '\none\r\n', '\n'],
    ['has a header line of one character', 'a\r\n\r\none\r\n', 'a\r\n\r\n'],
    ['has a header line of one character and a bare LF', 'a\n\r\none\r\n', 'a\n\r\n'],
  ])('finds the end of a header that %s', (_name, text, kept) => {
    expect(top([text], 0)).toBe(kept)
  })

  it('keeps all of a message that is only a header', () => {
    expect(top(['Subject: a\r\nTo: b'], 5)).toBe('Subject: a\r\nTo: b')
  })

  it('keeps the same however the message is cut', () => {
    fc.assert(
      fc.property(chunksOfMail, fc.nat(4), (chunks, lines) => {
        expect(top(chunks, lines)).toBe(top([chunks.join('')], lines))
      }),
    )
  })
})

describe('a content that is begun', () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield* []
    throw new Error('no such file')
  }

  it('fails at once if its first octets cannot be had', async () => {
    await expect(begin(broken())).rejects.toThrow('no such file')
  })

  it('comes in slices of 64 KB that share the octets of the original', async () => {
    const original = new Uint8Array(150_000)
    const sizes: number[] = []
    for await (const slice of await begin(original)) {
      expect(slice.buffer).toBe(original.buffer)
      sizes.push(slice.length)
    }
    expect(sizes).toEqual([65_536, 65_536, 18_928])
  })

  it.each([[Buffer.alloc(0)], [[]]])('has nothing to send if it is empty: %j', async (content) => {
    const sent: Buffer[] = []
    for await (const slice of await begin(content as Buffer)) sent.push(slice)
    expect(Buffer.concat(sent)).toHaveLength(0)
  })

  it('ends its source when the reader has had enough', async () => {
    let ended = false
    async function* source(): AsyncGenerator<Buffer> {
      try {
        for (;;) yield Buffer.from('a')
      } finally {
        ended = true
      }
    }
    for await (const slice of await begin(source())) {
      expect(slice).toHaveLength(1)
      break
    }
    expect(ended).toBe(true)
  })
})

it('a stream that nobody reads on is closed, and what it complains about then disturbs nobody', async () => {
  const stream = new Readable({ read: () => undefined, destroy: (_error, done) => done(new Error('too late')) })
  const closed = new Promise((resolve) => stream.once('close', resolve))
  abandon(stream)
  await closed
  expect(stream.errored).toMatchObject({ message: 'too late' })
})
