/**
 * The lexical pieces that structured header fields share (RFC 5322, 3.2): white space, comments, quoted strings. Works on
 * a field's octets as Latin-1, one character an octet; every step takes something, so that no text takes long.
 */

const white: ReadonlySet<string> = new Set(' \t\r\n')
const spacePattern = /[ \t\r\n]+/y
/** Up to its closing quote, or to the end if there is none. */
const quotedPattern = /"[^"\\]*(?:\\[^][^"\\]*)*"?/y

export class Scanner {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get done(): boolean {
    return this.#at >= this.#text.length
  }

  /** Takes what a sticky pattern matches here; nothing if it matches nothing. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found) this.#at += found.length
    return found
  }

  space(): boolean {
    return this.take(spacePattern) !== undefined
  }

  /** The content of a quoted string, without its quotes and backslashes. */
  quoted(): string | undefined {
    const quoted = this.take(quotedPattern)
    return quoted
      ?.slice(1, quoted.length > 1 && quoted.endsWith('"') ? -1 : undefined)
      .replaceAll(/[\r\n]+/g, '')
      .replaceAll(/\\([^])/g, '$1')
  }

  /** The content of a comment, which may hold others. */
  comment(): string | undefined {
    const start = this.#at
    if (this.#text[start] !== '(') return undefined
    let depth = 0
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at]
      if (character === '\\') this.#at++
      else if (character === '(') depth++
      else if (character === ')' && --depth === 0) return trimSpace(this.#text.slice(start + 1, this.#at++))
    }
    return trimSpace(this.#text.slice(start + 1))
  }

  /** Passes over white space and comments. */
  skip(): void {
    while (this.space() || this.comment() !== undefined);
  }
}

/** Without the white space of header fields at its ends; `trim` would take octets of UTF-8 for white space. */
export function trimSpace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && white.has(text[start]!)) start++
  while (end > start && white.has(text[end - 1]!)) end--
  return text.slice(start, end)
}
