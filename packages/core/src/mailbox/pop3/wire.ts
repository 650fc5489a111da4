import { badMessage, protocolBroken } from '../../errors/failure.ts'
import type { Channel } from '../../wire/channel.ts'
import { parseReply, type Reply } from './reply.ts'
import { Unstuffer } from './unstuff.ts'

/** A POP3 connection's commands and replies, as bytes; it knows no command. Whoever writes must read what comes back. */
export class Pop3Wire {
  readonly #channel: Channel

  constructor(channel: Channel) {
    this.#channel = channel
  }

  /** For whatever is quoted of the server's words. */
  get hide(): Channel['hide'] {
    return this.#channel.hide
  }

  /** Writes lines in one go. Their callers have checked that no line holds a line end. */
  send(...lines: string[]): void {
    const { socket } = this.#channel
    if (socket.writable) socket.write(lines.map((line) => `${line}\r\n`).join(''))
  }

  async reply(): Promise<Reply> {
    return parseReply(await this.#channel.reader.line(), this.hide)
  }

  /**
   * The body that follows a positive reply to a multi-line command, dots taken off, as it comes. It is whole only if the
   * iteration ends by itself. A reader that stops early ends the connection, since the rest would be read as replies.
   */
  async *body(): AsyncGenerator<Buffer, void, undefined> {
    const { reader } = this.#channel
    const unstuffer = new Unstuffer()
    try {
      while (!unstuffer.ended) {
        const { data, rest } = unstuffer.push(await reader.chunk())
        reader.putBack(rest)
        yield* data
      }
    } finally {
      if (!unstuffer.ended) this.close()
    }
  }

  /** A listing's body as text. */
  async text(maxBytes: number): Promise<string> {
    const pieces: Buffer[] = []
    let size = 0
    for await (const piece of this.body()) {
      size += piece.length
      if (size > maxBytes) throw protocolBroken('endless-listing')
      pieces.push(piece)
    }
    return Buffer.concat(pieces).toString('utf8')
  }

  /** The first `keepBytes` of a body; the rest is read and dropped, up to `maxBytes` in all. */
  async start(keepBytes: number, maxBytes: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    let size = 0
    for await (const piece of this.body()) {
      if (size < keepBytes) pieces.push(Buffer.from(piece.subarray(0, keepBytes - size)))
      size += piece.length
      if (size > maxBytes) throw badMessage('too-large', { most: maxBytes })
    }
    return Buffer.concat(pieces)
  }

  close(): void {
    this.#channel.socket.destroy()
  }
}
