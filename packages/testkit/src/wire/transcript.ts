/** The notation of transcripts: text and steps, and octets as text and back. Pure. */

/** Who says a line: the client or the server. */
export type Side = 'C' | 'S'

export type Step = {
  /** Its number in the transcript, from 1. */
  readonly number: number
  readonly side: Side
  readonly text: string
  readonly event: 'line' | 'closed' | 'tls'
}

const events: Readonly<Record<string, Step['event']>> = { '(closed)': 'closed', '(TLS)': 'tls' }

/** Indentation and empty lines do not count. Throws at a line that is neither the client's nor the server's. */
export function parse(transcript: string): Step[] {
  const steps: Step[] = []
  for (const [index, line] of transcript.split('\n').entries()) {
    if (line.trim() === '') continue
    const number = index + 1
    const [, side, text = ''] = /^\s*([CS]):(?: (.*))?$/.exec(line) ?? []
    if (side !== 'C' && side !== 'S') throw new SyntaxError(`line ${number} begins with neither C: nor S: – ${line}`)
    const event = events[text] ?? 'line'
    if (event === 'tls' && side === 'S') throw new SyntaxError(`line ${number}: the client begins TLS, write C: (TLS)`)
    steps.push({ number, side, text, event })
  }
  return steps
}

/** The octets of a text: UTF-8, and `\xNN` for an octet that is no text. */
export function octetsOf(text: string): Buffer {
  const parts = text.split(/\\x([0-9a-f]{2})/)
  return Buffer.concat(parts.map((part, index) => Buffer.from(part, index % 2 === 0 ? 'utf8' : 'hex')))
}

/** Octets as a transcript would have them. The opposite of `octetsOf`. */
export function textOf(octets: Buffer): string {
  const text = octets.toString()
  // Not UTF-8: then whatever is not ASCII is octets, too.
  if (!Buffer.from(text).equals(octets))
    return octets.toString('latin1').replaceAll(/[^ -~]|\\(?=x[0-9a-f]{2})/g, hexOf)
  return text.replaceAll(/\p{Cc}|\\(?=x[0-9a-f]{2})/gu, (character) =>
    Buffer.from(character).toString('latin1').replaceAll(/[^]/g, hexOf),
  )
}

/** Whether these octets are a line of that text; `…` in it matches any octets, or none. */
export function fits(text: string, octets: Buffer): boolean {
  const parts = text.split('…').map((part) =>
    octetsOf(part)
      .toString('latin1')
      .replaceAll(/[^\w ]/g, hexOf),
  )
  return new RegExp(`^${parts.join('.*')}$`, 's').test(octets.toString('latin1'))
}

/** The notation of one octet, which regular expressions know as well. */
function hexOf(octet: string): string {
  return `\\x${octet.charCodeAt(0).toString(16).padStart(2, '0')}`
}
