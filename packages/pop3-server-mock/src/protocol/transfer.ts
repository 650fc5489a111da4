/**
 * A message on its way to the client (RFC 1939, sections 3 and 7): a dot is put in front of every line that begins with
 * one, a missing last CRLF is added, and a line with a lone dot ends it. All other octets stay as they are. Nothing here
 * holds more of a message than one slice.
 */
import { Readable } from 'node:stream'
import type { Content } from './maildrop.ts'

type Pieces = Exclude<Content, undefined>

const CR = 0x0d
const LF = 0x0a
const DOT = 0x2e
const SLICE = 64 * 1024
const CRLF = Buffer.from('\r\n')
const DOTS = Buffer.from('.')
const LINE_WITH_DOT = Buffer.from('\r\n.')

/** Cuts a content's pieces into slices of at most 64 KB, without copying. */
async function* slices(content: Pieces): AsyncGenerator<Buffer> {
  const pieces = content instanceof Uint8Array ? [content] : content
  for await (const piece of pieces) {
    const buffer = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    for (let start = 0; start < buffer.length; start += SLICE) yield buffer.subarray(start, start + SLICE)
  }
}

/**
 * A content's slices, the first of them read already: content that cannot be had throws here, before anything was said
 * about it.
 */
export async function begin(content: Pieces): Promise<AsyncGenerator<Buffer>> {
  const rest = slices(content)
  const first = await rest.next()
  return (async function* () {
    try {
      if (first.done) return
      yield first.value
      yield* rest
    } finally {
      await rest.return(undefined)
    }
  })()
}

/** Lets go of a content that nobody reads on: a stream that stalls would stay open for good. */
export function abandon(content: Content): void {
  // What it still has to complain about is of interest to nobody.
  if (content instanceof Readable) content.on('error', () => undefined).destroy()
}

/** Puts dots into one message's slices; remembers how the last slice ended. */
export class DotStuffer {
  /** How the octets so far end: nothing sent yet counts as the end of a line. */
  #tail: 'line end' | 'CR' | 'text' = 'line end'

  /** The slice as it goes over the wire: itself, unless dots have to go in. */
  stuff(slice: Buffer): Buffer {
    if (slice.length === 0) return slice
    const cuts: number[] = []
    if (this.#tail === 'line end' && slice[0] === DOT) cuts.push(0)
    if (this.#tail === 'CR' && slice[0] === LF && slice[1] === DOT) cuts.push(1)
    for (let at = slice.indexOf(LINE_WITH_DOT); at !== -1; at = slice.indexOf(LINE_WITH_DOT, at + 2)) cuts.push(at + 2)
    this.#tail = this.#tailOf(slice)
    if (cuts.length === 0) return slice
    const parts: Buffer[] = []
    let from = 0
    for (const cut of cuts) {
      parts.push(slice.subarray(from, cut), DOTS)
      from = cut
    }
    parts.push(slice.subarray(from))
    return Buffer.concat(parts)
  }

  /** What comes after the last slice: a CRLF if the message lacks one, and the line that ends it. */
  end(): Buffer {
    const end = Buffer.from('.\r\n')
    return this.#tail === 'line end' ? end : Buffer.concat([CRLF, end])
  }

  #tailOf(slice: Buffer): 'line end' | 'CR' | 'text' {
    const last = slice[slice.length - 1]
    if (last === CR) return 'CR'
    const before = slice.length > 1 ? slice[slice.length - 2] === CR : this.#tail === 'CR'
    return last === LF && before ? 'line end' : 'text'
  }
}

/** TOP (RFC 1939, section 7): the header, the empty line, and so many lines of the body; a bare LF ends a line too. */
export class TopCutter {
  #inBody = false
  #line: 'empty' | 'CR' | 'text' = 'empty'
  #left: number
  done = false

  constructor(lines: number) {
    this.#left = lines
  }

  /** The part of the slice that belongs to the answer. After `done` nothing more does. */
  cut(slice: Buffer): Buffer {
    let from = 0
    while (!this.done) {
      const end = slice.indexOf(LF, from)
      this.#read(slice.subarray(from, end === -1 ? slice.length : end))
      if (end === -1) return slice
      from = end + 1
      if (this.#inBody) this.#left -= 1
      else if (this.#line !== 'text') this.#inBody = true
      this.#line = 'empty'
      this.done = this.#inBody && this.#left <= 0
    }
    return slice.subarray(0, from)
  }

  #read(part: Buffer): void {
    if (part.length === 0) return
    this.#line = this.#line === 'empty' && part.length === 1 && part[0] === CR ? 'CR' : 'text'
  }
}
