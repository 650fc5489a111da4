/** Puts words in lines as HTML means them: white space is one space, a block begins a line, at most one line stays empty. */
export class TextWriter {
  readonly #lines: string[] = []
  #line = ''
  /** A space is due before the next word of this line. */
  #space = false
  #indent = ''

  /** Text whose line breaks and white space mean no more than a space. */
  words(text: string): void {
    const spaced = text.replaceAll(/\s+/g, ' ')
    const words = spaced.trim()
    if (spaced.startsWith(' ')) this.#space = true
    if (words === '') return
    this.#put(words)
    this.#space = spaced.endsWith(' ')
  }

  /** Text that keeps its lines, as in `pre`. */
  lines(text: string): void {
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      if (index > 0) this.breakLine()
      if (line === '') continue
      this.#line += this.#line === '' ? this.#indent + line : line
    }
  }

  space(): void {
    this.#space = true
  }

  /** A mark that stands before what follows, such as a list's. */
  mark(text: string, indent: string): void {
    this.#indent = indent
    this.#put(text)
    this.#space = true
  }

  /** Begins a line, unless nothing stands on this one. */
  freshLine(): void {
    if (this.#line !== '') this.breakLine()
    this.#space = false
  }

  breakLine(): void {
    this.#lines.push(this.#line.trimEnd())
    this.#line = ''
    this.#space = false
    this.#indent = ''
  }

  text(): string {
    const lines = [...this.#lines, this.#line.trimEnd()]
    return lines
      .filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''))
      .join('\n')
      .replace(/^\n+|\n+$/g, '')
  }

  #put(word: string): void {
    if (this.#line === '') this.#line = this.#indent
    else if (this.#space) this.#line += ' '
    this.#line += word
    this.#space = false
  }
}
