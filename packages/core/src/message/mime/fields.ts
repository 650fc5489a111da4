/** The header of a message or of a part, as octets: its fields, unfolded. Accepts any octets, in linear time. */
import { latin1toString } from '@exodus/bytes/single-byte.js'

/** The name in lower case; the value one character an octet, line breaks taken out and trimmed. */
export type Field = { name: string; value: string }

const fieldLine = /^([!-9;-~]+)[ \t]*:/
/** The separator of a mailbox file; also as some relays quote it. */
const mboxLine = /^>?From /
/** A parameter that lost the white space it was folded with. */
const parameterLine = /^[a-z0-9*_-]+=/i

/**
 * Takes up a header line by line. `false` says that a line is none of a header's: the body begins with it, since somebody
 * forgot the empty line.
 */
export class HeaderReader {
  readonly #lines: string[][] = []

  /** A line without its line end, and not empty. */
  add(octets: Uint8Array): boolean {
    const line = latin1toString(octets)
    const last = this.#lines.at(-1)
    if (last && (/^[ \t]/.test(line) || (parameterLine.test(line) && last.at(-1)!.trimEnd().endsWith(';')))) {
      last.push(parameterLine.test(line) ? ` ${line}` : line)
    } else if (fieldLine.test(line)) this.#lines.push([line])
    // Before the first field, white space that continues nothing stands for nothing.
    else return !last && (mboxLine.test(line) || /^[ \t]/.test(line))
    return true
  }

  fields(): Field[] {
    return this.#lines.map((lines) => {
      const line = lines.join('')
      const colon = line.indexOf(':')
      const name = line.slice(0, colon).trimEnd().toLowerCase()
      return { name, value: trimmed(line.slice(colon + 1).replaceAll(/[\r\n]+/g, ' ')) }
    })
  }
}

/** The first field of a name (a second one is a trick, or a mistake) as its octets; empty if there is none. */
export function fieldOf(fields: readonly Field[], name: string): string {
  return fields.find((field) => field.name === name)?.value ?? ''
}

/** White space of headers alone; NBSP and its like are octets of some charset. */
function trimmed(value: string): string {
  let [start, end] = [0, value.length]
  while (start < end && (value[start] === ' ' || value[start] === '\t')) start++
  while (end > start && (value[end - 1] === ' ' || value[end - 1] === '\t')) end--
  return value.slice(start, end)
}
