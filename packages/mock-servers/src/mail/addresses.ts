/**
 * Address lists of header fields (RFC 5322, 3.4, with the obsolete forms). Reads Latin-1, one character an octet, not
 * decoded. Never fails, in linear time: what is no address is taken for a name.
 */
import { Scanner, trimSpace } from './mime/scanner.ts'

/**
 * ENVELOPE's four: name, source route, mailbox, host (RFC 3501, 7.4.2). A group begins with its name for a mailbox and
 * no host, and ends with nothing at all.
 */
export type Address = readonly [
  name: string | undefined,
  route: string | undefined,
  mailbox: string | undefined,
  host: string | undefined,
]

/** A list longer than that is cut: some ten thousand addresses. */
const maxCharacters = 262_144

const domainLiteralPattern = /\[[^\]]*\]?/y
const wordPattern = /[^ \t\r\n()<>@,;:"[]+/y
const anyPattern = /[^]/y

/**
 * The addresses of a list, groups dissolved, in Unicode. What is no address is given unchanged: it equals nobody's.
 */
export function addressesIn(field: string): string[] {
  return parseAddresses(field).flatMap(([, , mailbox = '', host]) => {
    if (host === undefined) return []
    const address = host === '' ? mailbox : `${mailbox}@${host.replaceAll(/[ \t\r\n]+/g, '')}`
    return Buffer.from(address, 'latin1').toString()
  })
}

/** What ENVELOPE tells of a list; text is Latin-1, as it came. */
export function parseAddresses(field: string): Address[] {
  const scanner = new Scanner(field.slice(0, maxCharacters))
  const list = new AddressList()
  while (!scanner.done) {
    if (scanner.space()) {
      list.space()
      continue
    }
    const comment = scanner.comment()
    if (comment !== undefined) {
      list.comment(comment)
      continue
    }
    const word = scanner.quoted() ?? scanner.take(domainLiteralPattern) ?? scanner.take(wordPattern)
    if (word !== undefined) list.word(word)
    else list.special(scanner.take(anyPattern)!)
  }
  return list.finish()
}

class AddressList {
  readonly #addresses: Address[] = []
  #inGroup = false
  #phrase = new Words()
  #spec: Words | undefined
  #closed = false
  #route: string | undefined
  #comment: string | undefined

  comment(text: string): void {
    this.#comment = text
  }

  space(): void {
    if (this.#spec === undefined) this.#phrase.space()
  }

  word(text: string): void {
    if (!this.#closed) (this.#spec ?? this.#phrase).add(text)
  }

  special(character: string): void {
    if (character === '<') this.#open()
    else if (character === '>') this.#closed = this.#spec !== undefined
    else if (character === '@') this.#at()
    else if (character === ':') this.#colon()
    else if (character === ',' && this.#inRoute) this.#spec!.add(',')
    else if (character === ',' || character === ';') this.#end(character === ';')
  }

  finish(): Address[] {
    this.#end(true)
    return this.#addresses
  }

  get #inRoute(): boolean {
    return this.#spec !== undefined && !this.#closed && this.#spec.text.startsWith('@')
  }

  #at(): void {
    if (!this.#closed) (this.#spec ?? this.#phrase).at()
  }

  /** A second address begins without a comma between it and the first: nobody may hide behind another. */
  #open(): void {
    if (this.#closed) this.#end(false)
    this.#spec ??= new Words()
  }

  /** After a source route, or after a group's name. */
  #colon(): void {
    if (this.#inRoute) {
      this.#route = this.#spec!.text
      this.#spec = new Words()
    } else if (this.#spec || this.#inGroup) {
      this.word(':')
    } else {
      this.#addresses.push([undefined, undefined, this.#phrase.text, undefined])
      this.#inGroup = true
      this.#reset()
    }
  }

  #end(ofGroup: boolean): void {
    const spec = this.#spec ?? this.#phrase
    const name = (this.#spec && this.#phrase.text) || this.#comment || undefined
    if (spec.text !== '' || (this.#spec && name)) this.#addresses.push([name, this.#route, spec.mailbox, spec.host])
    if (ofGroup && this.#inGroup) {
      this.#addresses.push([undefined, undefined, undefined, undefined])
      this.#inGroup = false
    }
    this.#reset()
  }

  #reset(): void {
    this.#phrase = new Words()
    this.#spec = undefined
    this.#closed = false
    this.#route = undefined
    this.#comment = undefined
  }
}

/** Words put together, and where the last @ among them is. */
class Words {
  text = ''
  #spaced = false
  #at = -1

  space(): void {
    this.#spaced = true
  }

  add(word: string): void {
    this.text += this.#spaced && this.text !== '' ? ` ${word}` : word
    this.#spaced = false
  }

  at(): void {
    this.add('@')
    this.#at = this.text.length - 1
  }

  get mailbox(): string {
    return this.#at < 0 ? this.text : trimSpace(this.text.slice(0, this.#at))
  }

  /** Empty where there is none: NIL would make it a group. */
  get host(): string {
    return this.#at < 0 ? '' : trimSpace(this.text.slice(this.#at + 1))
  }
}
