import { decoded, maxOctets } from './decode.ts'
import { beginsField, contentTypeOf, isMessageHeader, readHeader, type ContentType, type Header } from './header.ts'

/** A part that says something, its transfer encoding taken off; line ends are LF. */
export type Part = { type: string; text: string }

export type Parts = {
  /** The message's own; empty where only a body was given. */
  header: Header
  parts: readonly Part[]
  /** All that stands above the first message that came back or is passed on, as it came. */
  above: string
}

/** Multiparts within multiparts: far above any honest message. */
const maxDepth = 100
/** As many as no report has above the message that came back. */
const maxLines = 50_000

const isPassedOn = ({ type }: ContentType) => /^(?:message\/(?:rfc822|global|partial)|text\/rfc822-headers)$/.test(type)
const says = ({ type, attached }: ContentType) =>
  !attached && /^(?:text\/|multipart\/|message\/(?:global-)?delivery-status$|$)/.test(type)

/**
 * Cuts a message, or what is left of one, into the parts that its sender wrote (RFC 2046, section 5.1). Messages within it
 * are not opened: what stands in them is somebody else's. Works on reports whose boundary nobody declares any more: a line
 * of two hyphens with a Content field below begins a part.
 */
export function partsOf(text: string): Parts {
  const lines = text
    .slice(0, maxOctets)
    .trimStart()
    .split(/\r\n?|\n/, maxLines)
  const walk = new Walk(lines)
  const first = /^>?From \S/.test(lines[0]!) ? 1 : 0 // as in an mbox file
  const { header, next } = readHeader(lines, first)
  const isMessage = beginsField(lines[first] ?? '') && isMessageHeader(header)
  walk.open(isMessage ? contentTypeOf(header) : contentTypeOf(new Map()), isMessage ? next : first)
  return { header: isMessage ? header : new Map(), ...walk.parts() }
}

class Walk {
  readonly #lines: readonly string[]
  readonly #parts: Part[] = []
  /** The delimiters of the multiparts that are open, outermost first, and where each stands. */
  readonly #open: string[] = []
  readonly #depths = new Map<string, number>()
  #at = 0
  #content: ContentType = contentTypeOf(new Map())
  #body: string[] = []
  #firstPassedOn: number | undefined

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  open(content: ContentType, bodyAt: number): void {
    this.#content = content
    this.#body = []
    this.#at = bodyAt
    if (content.type.startsWith('multipart/') && content.boundary !== undefined) this.#push(`--${content.boundary}`)
    if (isPassedOn(content)) this.#firstPassedOn ??= bodyAt
  }

  parts(): Omit<Parts, 'header'> {
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at]!
      if (line.startsWith('--') && this.#isDelimiter(line.trimEnd())) continue
      if (says(this.#content)) this.#body.push(line)
      this.#at++
    }
    this.#close()
    return { parts: this.#parts, above: this.#lines.slice(0, this.#firstPassedOn).join('\n') }
  }

  /** At a delimiter: ends the part above and begins the one below. */
  #isDelimiter(line: string): boolean {
    const known = this.#depths.get(line) ?? this.#depths.get(line.replace(/--$/, ''))
    if (known === undefined && !this.#looksLikeOne(line)) return false
    this.#close()
    if (known === undefined) this.#push(line)
    else this.#popTo(known)
    const isLast = known !== undefined && !this.#depths.has(line)
    if (isLast) this.open(epilogue, this.#at + 1)
    else {
      const { header, next } = readHeader(this.#lines, this.#at + 1)
      this.open(contentTypeOf(header), next)
    }
    return true
  }

  #looksLikeOne(line: string): boolean {
    return (
      line.length > 2 && !isPassedOn(this.#content) && /^Content-[a-z-]{1,40}:/i.test(this.#lines[this.#at + 1] ?? '')
    )
  }

  #close(): void {
    const { type, encoding } = this.#content
    const text = this.#body.join('\n')
    if (says(this.#content) && text.trim() !== '') this.#parts.push({ type, text: decoded(text, encoding) })
  }

  #push(delimiter: string): void {
    if (this.#open.length >= maxDepth || this.#depths.has(delimiter)) return
    this.#depths.set(delimiter, this.#open.length)
    this.#open.push(delimiter)
  }

  #popTo(depth: number): void {
    for (const delimiter of this.#open.splice(depth + 1)) this.#depths.delete(delimiter)
  }
}

/** What follows a multipart's end is nobody's. */
const epilogue: ContentType = { type: 'epilogue', boundary: undefined, encoding: '', attached: false }
