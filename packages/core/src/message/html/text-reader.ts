import { apart, block, empty, endedByAlike, endsParagraph, unseen } from './elements.ts'
import { TextWriter } from './text-writer.ts'

type Attributes = ReadonlyMap<string, string>

/** Deeper lists are not indented further, and deeper elements that are hidden not counted. */
const maxDepth = 100

/** Takes tags and text as they come, in any order and number, and writes what a person is to see of them. */
export class TextReader {
  readonly #writer = new TextWriter()
  #text = ''
  /** The elements open inside of one that is not to be seen, it itself first. */
  #hidden: string[] = []
  #pre = 0
  /** The innermost list last: the number of its next item, `undefined` without numbers. */
  readonly #lists: (number | undefined)[] = []
  #link: { address: string; text: string } | undefined

  /** Text in as many pieces as the tokenizer finds: it is looked at when a tag comes. */
  text(text: string): void {
    if (this.#hidden.length === 0) this.#text += text
  }

  #endText(): void {
    if (this.#text === '') return
    // Zero-width non-joiners and soft hyphens fill up previews and say nothing.
    const said = this.#text.replaceAll(/[\u200c\u00ad]/g, '')
    this.#text = ''
    if (this.#link && this.#link.text.length < 4_000) this.#link.text += said
    if (this.#pre > 0) this.#writer.lines(said)
    else this.#writer.words(said)
  }

  open(name: string, attributes: Attributes): void {
    this.#endText()
    if (this.#hidden.length > 0 && !this.#endsHidden(name)) {
      if (!empty.has(name) && this.#hidden.length < maxDepth) this.#hidden.push(name)
      return
    }
    if (unseen.has(name) || (isHidden(attributes) && !empty.has(name) && name !== 'body')) {
      this.#hidden = [name]
      return
    }
    this.#border(name)
    if (name === 'td' || name === 'th') this.#writer.space()
    if (name === 'pre') this.#pre++
    if (name === 'ul') this.#lists.push(undefined)
    if (name === 'ol') this.#lists.push(Number.parseInt(attributes.get('start') ?? '1', 10) || 1)
    if (name === 'li') this.#item(attributes)
    if (name === 'a') this.#beginLink(attributes)
    if (name === 'img' && !isHidden(attributes)) this.#image(attributes)
  }

  close(name: string): void {
    this.#endText()
    if (this.#hidden.length > 0) {
      const depth = this.#hidden.lastIndexOf(name)
      if (depth >= 0) this.#hidden.length = depth
      // What ends here stands around the hidden element, and ends that too.
      else if (block.has(name) || apart.has(name) || name === 'td' || name === 'th') this.#hidden = []
      if (depth >= 0 || this.#hidden.length > 0) return
    }
    if (name === 'a') this.#endLink()
    if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1)
    if (isList(name)) this.#lists.pop()
    this.#border(name)
  }

  result(): string {
    this.#endText()
    this.#endLink()
    return this.#writer.text()
  }

  #border(name: string): void {
    // A list inside of a list goes on with it.
    if (apart.has(name) && !(isList(name) && this.#lists.length > 0)) this.#writer.breakLine()
    else if (apart.has(name) || block.has(name)) this.#writer.freshLine()
  }

  /** Whether a hidden element whose end tag may be left out ends here, since another begins. */
  #endsHidden(name: string): boolean {
    const [outermost] = this.#hidden
    if (this.#hidden.length > 1 || !(outermost === 'p' ? endsParagraph : endedByAlike.get(outermost!))?.has(name))
      return false
    this.#hidden = []
    return true
  }

  #item(attributes: Attributes): void {
    const depth = Math.max(0, Math.min(this.#lists.length, maxDepth) - 1)
    const number = this.#lists.at(-1)
    const given = Number.parseInt(attributes.get('value') ?? '', 10)
    const shown = number === undefined || Number.isNaN(given) ? number : given
    if (shown !== undefined) this.#lists[this.#lists.length - 1] = shown + 1
    this.#writer.mark(shown === undefined ? '•' : `${shown}.`, '  '.repeat(depth))
  }

  #image(attributes: Attributes): void {
    this.text(attributes.get('alt') ?? '')
  }

  #beginLink(attributes: Attributes): void {
    this.#endLink()
    const address = (attributes.get('href') ?? '').replaceAll(/[\s\u0000-\u001f]+/g, '')
    if (/^(https?|mailto|tel|ftp|sms):./i.test(address)) this.#link = { address, text: '' }
  }

  /** The address behind a link's text, unless the text is the address. */
  #endLink(): void {
    if (this.#link === undefined) return
    const { address, text } = this.#link
    this.#link = undefined
    if (plainAddress(text) === plainAddress(address)) return
    this.#writer.words(text.trim() === '' ? `<${address}>` : ` <${address}>`)
  }
}

function isList(name: string): boolean {
  return name === 'ul' || name === 'ol'
}

/** As people write an address: without scheme, subject and last slash. */
function plainAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
    .replace(/^([^@/?]+@[^?]+)\?.*/, '$1')
    .replace(/\/$/, '')
}

function isHidden(attributes: Attributes): boolean {
  if (attributes.has('hidden')) return true
  const style = attributes.get('style')
  return style !== undefined && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(style)
}
