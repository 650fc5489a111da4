/**
 * The text of an HTML message: no layout, no link followed, nothing loaded. It reads hostile input once, from front to
 * back; what comes out is foreign text still, and a terminal needs it made plain.
 */
import { Tokenizer } from 'htmlparser2'
import { TextReader } from './text-reader.ts'

/** The words of an HTML document, in lines; with the addresses of links, alternative texts and lists' numbers. */
export function htmlToText(html: string): string {
  const reader = new TextReader()
  const { tag, attributes, attribute } = {
    tag: { name: '' },
    attributes: new Map<string, string>(),
    attribute: { name: '', value: '' },
  }
  const part = (start: number, end: number) => html.slice(start, end)
  const open = (): void => {
    reader.open(tag.name, attributes)
    attributes.clear()
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => reader.text(part(start, end)),
      ontextentity: (code) => reader.text(String.fromCodePoint(code)),
      onopentagname: (start, end) => void (tag.name = part(start, end).toLowerCase()),
      onattribname: (start, end) => void Object.assign(attribute, { name: part(start, end).toLowerCase(), value: '' }),
      onattribdata: (start, end) => void (attribute.value += part(start, end)),
      onattribentity: (code) => void (attribute.value += String.fromCodePoint(code)),
      onattribend: () => void (attributes.has(attribute.name) || attributes.set(attribute.name, attribute.value)),
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => reader.close(part(start, end).toLowerCase()),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return reader.result()
}

function nothing(): void {}
