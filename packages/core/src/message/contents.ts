/** What a person reads of a message and what is attached to it, from its parts. */
import { htmlToText } from './html/html-to-text.ts'
import { textToHtml } from './html/text-to-html.ts'
import { decodeText } from './mime/charset.ts'
import { fieldOf } from './mime/fields.ts'
import { contentOf, type Part } from './mime/part.ts'
import { unflow } from './flowed.ts'

/** Line ends are LF; `null` where nobody wrote that version. */
export type Contents = { text: string | null; html: string | null; attachments: Part[] }

/** What is longer is no letter, and listed like a file. */
const maxTextOctets = 8 * 1024 * 1024

/** Sorts the parts of a message. A message inside it is attached, and so is every text with a name of its own. */
export function contentsOf(root: Part): Contents {
  const sorter = new Sorter()
  const { text, html } = sorter.sort(root, 'root')
  return { text: text || null, html: html || null, attachments: sorter.attachments }
}

/** The same said in one way or in two; `undefined` is said in neither. */
type Said = { text?: string | undefined; html?: string | undefined }

type Place = 'root' | 'alternative' | 'resource' | 'mixed'

class Sorter {
  readonly attachments: Part[] = []
  #leaves = 0
  #octets = 0

  sort(part: Part, place: Place): Said {
    if (part.parts.length > 0) return this.#multipart(part, place)
    this.#leaves++
    if (!this.#isText(part, place)) {
      this.attachments.push(part)
      return {}
    }
    this.#octets += part.body.length
    const text = textOf(part)
    return part.type === 'text/html' ? { html: text } : { text }
  }

  #multipart({ type, parts }: Part, place: Place): Said {
    const said = parts.map((part, index) => {
      if (type === 'multipart/alternative') return this.sort(part, 'alternative')
      if (type === 'multipart/related') return this.sort(part, index === 0 ? place : 'resource')
      return this.sort(part, 'mixed')
    })
    return type === 'multipart/alternative' ? oneOf(said) : together(said)
  }

  #isText(part: Part, place: Place): boolean {
    const { type, disposition, fileName, fields } = part
    if (type !== 'text/plain' && type !== 'text/html' && !type.startsWith('multipart/')) return false
    if (disposition === 'attachment' || part.body.length + this.#octets > maxTextOctets) return false
    if (place === 'root' || place === 'alternative') return true
    if (place === 'resource' && fieldOf(fields, 'content-id') !== '') return false
    // Some programs name even the letter itself.
    return fileName === null || (disposition === '' && this.#leaves === 1)
  }
}

function textOf(part: Part): string {
  const octets = contentOf(part)
  const isHtml = part.type === 'text/html'
  const charset = part.parameters.get('charset') ?? (isHtml ? charsetWithin(octets) : '')
  const text = decodeText(octets, charset).replaceAll('\r\n', '\n')
  if (isHtml || part.parameters.get('format')?.toLowerCase() !== 'flowed') return text
  return unflow(text, part.parameters.get('delsp')?.toLowerCase() === 'yes')
}

/** An HTML document without a label may carry its own, near its beginning. */
function charsetWithin(octets: Uint8Array): string {
  const start = String.fromCharCode(...octets.subarray(0, 1024))
  return /<meta[^>]{1,200}charset\s*=\s*["']?([\w:.-]+)/i.exec(start)?.[1] ?? ''
}

/** Of alternatives the last is the best (RFC 2046, section 5.1.4), and the plainest is the text. */
function oneOf(said: readonly Said[]): Said {
  const plain =
    said.find(({ text, html }) => text !== undefined && html === undefined) ??
    said.find(({ text }) => text !== undefined)
  return { text: plain?.text, html: said.findLast(({ html }) => html !== undefined)?.html }
}

/** One after the other, each version with all of them. */
function together(said: readonly Said[]): Said {
  const all = said.filter(({ text, html }) => text !== undefined || html !== undefined)
  const has = (version: keyof Said) => all.some((one) => one[version] !== undefined)
  return {
    text: has('text') ? joined(all.map(({ text, html = '' }) => text ?? htmlToText(html))) : undefined,
    html: has('html') ? joined(all.map(({ text = '', html }) => html ?? textToHtml(text))) : undefined,
  }
}

function joined(texts: readonly string[]): string {
  return texts.map((text, index) => (index < texts.length - 1 && !text.endsWith('\n') ? `${text}\n` : text)).join('')
}
