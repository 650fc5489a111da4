const CR = 0x0d
const LF = 0x0a
const DOT = 0x2e

/** Where in a line the last byte stood. */
type State = 'line-start' | 'inside' | 'cr' | 'dot' | 'dot-cr' | 'ended'

const CR_BYTE = Buffer.from('\r')

/**
 * The body of a multi-line POP3 reply as it comes off the wire, in pieces of any size, turned back into the message's
 * own bytes (RFC 1939, section 3): the dot that was put before a line beginning with one is taken away, the line with a
 * lone dot ends the body. Sans I/O. Line ends are CRLF only: a bare LF or CR is content and begins no line, else a
 * message holding LF `.` LF would end early and what follows would be taken for replies.
 */
export class Unstuffer {
  #state: State = 'line-start'

  get ended(): boolean {
    return this.#state === 'ended'
  }

  /** The body's bytes in `chunk` as views into it, and what stands behind the terminator once that has come. */
  push(chunk: Buffer): { data: Buffer[]; rest: Buffer } {
    const data: Buffer[] = []
    /** Start of the bytes that are content but not yet in `data`. */
    let from = 0
    let at = 0
    const keep = (end: number) => {
      if (end > from) data.push(chunk.subarray(from, end))
    }
    while (at < chunk.length) {
      if (this.#state === 'inside') {
        const cr = chunk.indexOf(CR, at)
        if (cr < 0) break
        at = cr
      }
      const byte = chunk[at]!
      switch (this.#state) {
        case 'line-start':
          if (byte !== DOT) {
            this.#state = byte === CR ? 'cr' : 'inside'
            break
          }
          // Held back: whether it was put in or ends the body shows in the bytes that follow.
          keep(at)
          from = at + 1
          this.#state = 'dot'
          break
        case 'dot':
          if (byte === CR) {
            keep(at)
            from = at + 1
            this.#state = 'dot-cr'
          } else {
            this.#state = 'inside'
          }
          break
        case 'dot-cr':
          if (byte === LF) {
            this.#state = 'ended'
            return { data, rest: chunk.subarray(at + 1) }
          }
          // A line that only began like the terminator: the CR held back was content after all.
          data.push(CR_BYTE)
          this.#state = byte === CR ? 'cr' : 'inside'
          break
        case 'inside':
        case 'cr':
          this.#state = byte === LF && this.#state === 'cr' ? 'line-start' : byte === CR ? 'cr' : 'inside'
          break
        case 'ended':
          return { data, rest: chunk.subarray(at) }
      }
      at++
    }
    keep(chunk.length)
    return { data, rest: Buffer.alloc(0) }
  }
}
