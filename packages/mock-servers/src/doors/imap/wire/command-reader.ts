/**
 * One command off the wire: its lines joined over the literals between them (RFC 3501, 4.3; LITERAL+, RFC 7888). Holds
 * the limits on what a client may send, smaller before it has signed in.
 */
import { LineTooLong, type Reader } from './reader.ts'

export type CommandLimits = {
  /** Octets of a command with its literals, but for the message that APPEND brings. */
  commandOctets: number
  /** Octets of all literals of a command, that message among them. */
  literalOctets: number
}

/** Text between literals, one character an octet, and the literals themselves, by turns; the text comes first. */
export type Piece = { kind: 'text'; text: string } | { kind: 'literal'; bytes: Buffer }

export type RawCommand = {
  pieces: readonly Piece[]
  /**
   * Set if the command is beyond the limits. `refused`: the client waits to be asked for its literal, and is not.
   * `lost`: it may be sending already, so that nothing after this can be understood.
   */
  excess?: 'refused' | 'lost'
}

/**
 * @param ask asks the client for the literal it has announced
 * @returns `undefined` at the end of the stream
 */
export async function readCommand(
  reader: Reader,
  limits: CommandLimits,
  ask: () => Promise<void>,
): Promise<RawCommand | undefined> {
  const pieces: Piece[] = []
  let text = limits.commandOctets
  let literals = limits.literalOctets
  for (;;) {
    const line = await lineOf(reader, text)
    if (line === undefined) return undefined
    if (typeof line !== 'string') return { pieces: [...pieces, line], excess: 'lost' }
    const [announcement, digits, plus] = /\{(\d+)(\+?)\}$/.exec(line) ?? []
    if (announcement === undefined) return { pieces: [...pieces, { kind: 'text', text: line }] }

    pieces.push({ kind: 'text', text: line.slice(0, -announcement.length) })
    const count = Number(digits)
    // A line of nothing but `{0}` costs too: every line is charged for its end.
    text -= line.length + 2 + (isMessage(pieces) ? 0 : count)
    literals -= count
    if (literals < 0 || text < 0) return { pieces, excess: plus ? 'lost' : 'refused' }
    if (!plus) await ask()
    const bytes = await reader.octets(count)
    if (!bytes) return undefined
    pieces.push({ kind: 'literal', bytes })
  }
}

/** Whether the literal that comes next is the message of an APPEND: every other one is a name or a word. */
function isMessage([first, ...others]: readonly Piece[]): boolean {
  if (first?.kind !== 'text') return false
  return /^[^ ]+ +append +[^ ]/i.test(first.text) || (others.length > 0 && /^[^ ]+ +append +$/i.test(first.text))
}

/** A line that is too long comes as a piece, for the tag it begins with. */
async function lineOf(reader: Reader, limit: number): Promise<string | Piece | undefined> {
  try {
    const line = await reader.line(limit)
    return line?.toString('latin1')
  } catch (error) {
    if (error instanceof LineTooLong) return { kind: 'text', text: error.start.toString('latin1') }
    throw error
  }
}
