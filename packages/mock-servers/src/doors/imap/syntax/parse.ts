/**
 * A command's grammar (RFC 3501, 9): tag, verb, arguments. Takes any octets, never throws, and goes no deeper than
 * `deepest`. What an argument means is the command's business.
 */
import type { Piece } from '../wire/command-reader.ts'

export type Argument =
  | { kind: 'atom'; text: string }
  | { kind: 'string'; bytes: Buffer }
  | { kind: 'list'; items: readonly Argument[] }

export type Command = {
  tag: string
  /** Upper case; `UID FETCH` and the like are one verb. */
  verb: string
  args: readonly Argument[]
}

/** `eight-bit`: such octets are for literals only (MS-IMAP-26). The tag is `*` where none could be read. */
export type Fault = { tag: string; fault: 'malformed' | 'eight-bit' }

const deepest = 100

export function parseCommand(pieces: readonly Piece[]): Command | Fault {
  const [first] = pieces
  const head = first?.kind === 'text' ? first.text : ''
  const tag = /^[^\u0000-\u0020(){%*"\\+\u007f-\u00ff]{1,255}(?= |$)/.exec(head)?.[0] ?? '*'
  const texts = pieces.filter((piece) => piece.kind === 'text')
  if (texts.some(({ text }) => /[\u0080-\u00ff]/.test(text))) return { tag, fault: 'eight-bit' }
  // Verbs are looked up by name in hoodiecrow's folder of commands: nothing but letters and digits may get there.
  const [all, verb] = /^[^ ]+ +((?:uid +)?[a-z][a-z0-9]*)(?= |$)/i.exec(head) ?? []
  if (tag === '*' || !all || !verb || texts.some(({ text }) => /[\u0000\r\n]/.test(text))) {
    return { tag, fault: 'malformed' }
  }
  const name = verb.toUpperCase().replace(/ +/, ' ')
  const args = new Parser(pieces, all.length, name.endsWith('FETCH')).all()
  return args ? { tag, verb: name, args } : { tag, fault: 'malformed' }
}

/** Thrown and caught in this file only. */
class Malformed extends Error {}

class Parser {
  readonly #pieces: readonly Piece[]
  /** Whether `BODY[HEADER.FIELDS (FROM TO)]<0.10>` is one atom. */
  readonly #sections: boolean
  #index = 0
  #at: number

  constructor(pieces: readonly Piece[], at: number, sections: boolean) {
    this.#pieces = pieces
    this.#at = at
    this.#sections = sections
  }

  /** Every argument up to the end of the command; `undefined` if it is malformed. */
  all(): Argument[] | undefined {
    try {
      return this.#arguments(0)
    } catch (error) {
      if (error instanceof Malformed) return undefined
      throw error
    }
  }

  /** Arguments up to the end, or, inside a list, to its parenthesis. */
  #arguments(depth: number): Argument[] {
    if (depth > deepest) throw new Malformed()
    const items: Argument[] = []
    for (;;) {
      const spaced = this.#match(/ +/y) !== undefined
      if (depth > 0 && this.#match(/\)/y)) return items
      if (this.#finished) {
        if (depth > 0) throw new Malformed()
        return items
      }
      // A space separates items, except after an opening parenthesis.
      if (!spaced && (items.length > 0 || depth === 0)) throw new Malformed()
      items.push(this.#argument(depth))
    }
  }

  #argument(depth: number): Argument {
    const literal = this.#literal()
    if (literal) return { kind: 'string', bytes: literal }
    if (this.#match(/\(/y)) return { kind: 'list', items: this.#arguments(depth + 1) }
    const quoted = this.#match(quotedString)
    if (quoted !== undefined) return { kind: 'string', bytes: Buffer.from(unquote(quoted), 'latin1') }
    return { kind: 'atom', text: this.#atom() }
  }

  #atom(): string {
    const name = this.#match(this.#sections ? /[^ (){"[]+/y : /[^ (){"]+/y)
    if (name === undefined) throw new Malformed()
    if (!this.#sections || !this.#match(/\[/y)) return name
    let section = ''
    for (;;) {
      const bytes = this.#literal()
      if (bytes) section += quote(bytes)
      else if (this.#match(/\]/y)) return `${name}[${section}]${this.#match(/[^ (){"]+/y) ?? ''}`
      else section += this.#match(/[^"\]{]+/y) ?? this.#match(quotedString) ?? fail()
    }
  }

  get #text(): string {
    const piece = this.#pieces[this.#index]
    return piece?.kind === 'text' ? piece.text : ''
  }

  get #finished(): boolean {
    return this.#at >= this.#text.length && this.#index >= this.#pieces.length - 1
  }

  /** The literal at this place, if there is one. */
  #literal(): Buffer | undefined {
    if (this.#at < this.#text.length) return undefined
    const piece = this.#pieces[this.#index + 1]
    if (piece?.kind !== 'literal') return undefined
    this.#index += 2
    this.#at = 0
    return piece.bytes
  }

  #match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.#at
    const found = sticky.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }
}

const quotedString = /"(?:[^"\\]|\\["\\])*"/y

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')
}

/** A literal inside a section, written so that it can be echoed. */
function quote(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  if (/[\u0000\r\n\u0080-\u00ff]/.test(text)) throw new Malformed()
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`
}

function fail(): never {
  throw new Malformed()
}
