import { AssertionError } from 'node:assert'
import { waitingFor } from './waiting.ts'
import { fits, octetsOf, parse, textOf, type Side, type Step } from './transcript.ts'

/** What the player needs of a connection. */
export type Speaker = {
  send(octets: Buffer): unknown
  /** The next line with its CRLF; what there was if the end comes first. */
  rawLine(): Promise<Buffer>
  startTls(): Promise<void>
  end(): void
}

const closed = '(closed)'
const CRLF = Buffer.from('\r\n')

/** Says the lines of one side and demands those of the other. Lines that follow each other are sent in one piece. */
export async function play(wire: Speaker, transcript: string, side: Side): Promise<void> {
  const steps = parse(transcript)
  let unsent: Buffer[] = []
  const flush = (): void => {
    if (unsent.length > 0) wire.send(Buffer.concat(unsent))
    unsent = []
  }
  for (const [index, step] of steps.entries()) {
    if (step.event === 'tls') {
      flush()
      await wire.startTls()
    } else if (step.side !== side) {
      flush()
      const came = await waitingFor(`line ${step.number} of the transcript, ${step.side}: ${step.text}`, wire.rawLine())
      if (!isAsWritten(step, came)) throw new Mismatch(steps, index, came)
    } else if (step.event === 'closed') {
      flush()
      wire.end()
    } else {
      unsent.push(octetsOf(step.text), CRLF)
    }
  }
  flush()
}

function isAsWritten({ event, text }: Step, came: Buffer): boolean {
  if (event === 'closed') return came.length === 0
  return came.subarray(-2).equals(CRLF) && fits(text, came.subarray(0, -2))
}

/** The other side said something else: which line of the transcript, what was written there, and what came. */
export class Mismatch extends AssertionError {
  /** True if nothing came at all: the other side has left. */
  readonly left: boolean

  constructor(steps: readonly Step[], index: number, came: Buffer) {
    const { number, side, text } = steps[index]!
    const before = steps.slice(0, index).map((step) => `${step.side}: ${step.text}`.trimEnd())
    const expected = `${side}: ${text}`
    const actual = `${side}: ${shown(came)}`
    super({
      message: `line ${number} of the transcript\n  expected: ${expected}\n  came:     ${actual}`,
      // Whoever prints a difference shows with it what was said before.
      expected: [...before, expected].join('\n'),
      actual: [...before, actual].join('\n'),
      operator: 'play',
    })
    this.left = came.length === 0
    // The place to look at is in the test.
    this.stack = String(this.stack).replaceAll(/\n {4}at .*/g, (frame) =>
      frame.includes(import.meta.dirname) ? '' : frame,
    )
  }
}

function shown(came: Buffer): string {
  if (came.length === 0) return closed
  return came.subarray(-2).equals(CRLF) ? textOf(came.subarray(0, -2)) : `${textOf(came)} (closed without CRLF)`
}
