/**
 * The addresses in a header field such as From (RFC 5322, 3.4): display names, comments, quoted strings and groups are
 * told apart in one pass. Never fails; what is no address is given as it stands, so that it equals nobody's.
 */

/** @param text the field's unfolded value */
export function addressesIn(text: string): string[] {
  const found: string[] = []
  let item = new Item()
  let commentDepth = 0
  let quoted = false
  const finish = () => {
    if (!item.empty) found.push(item.address)
    item = new Item()
  }

  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '\\' && (quoted || commentDepth > 0)) {
      at++
      if (quoted) item.add(char + (text[at] ?? ''))
    } else if (quoted) {
      item.add(char)
      if (char === '"') quoted = false
    } else if (char === '(') commentDepth++
    else if (commentDepth > 0) commentDepth -= char === ')' ? 1 : 0
    else if (char === '"') {
      item.add(char)
      quoted = true
    } else if (char === '<') item.open()
    else if (char === '>') item.close()
    else if (char === ':' && !item.inAngles) item = new Item() // what came was a group's name
    else if ((char === ',' && !item.inAngles) || char === ';') finish()
    else item.add(char)
  }
  finish()
  return found
}

/** One entry of the list while it is read: outside the angle brackets a name, or the address if there are none. */
class Item {
  inAngles = false
  #outside = ''
  #inside: string | undefined

  add(text: string): void {
    if (this.inAngles) this.#inside += text
    else this.#outside += text
  }

  open(): void {
    this.inAngles = true
    this.#inside = (this.#inside ?? '') && `${this.#inside}<`
  }

  close(): void {
    this.inAngles = false
  }

  get empty(): boolean {
    return this.#inside === undefined && this.#outside.trim() === ''
  }

  get address(): string {
    const address = this.#inside ?? this.#outside
    // White space may stand around the parts of an address, and a source route before it (RFC 5322, 4.4).
    return address.replaceAll(/[ \t\r\n]+/g, '').replace(/^@[^:]*:/, '')
  }
}
