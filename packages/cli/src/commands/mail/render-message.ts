/** Everything in mail is foreign text: not one character of it reaches the terminal unchecked. */
import type { ReadMessage } from '@sparekey/core'
import { fieldLines, type Field } from '../../render/fields.ts'
import { localTime } from '../../render/local-time.ts'
import { plainLine, plainLines } from '../../render/plain.ts'
import { sizeInWords } from '../../render/size.ts'
import type { Page } from '../../render/style.ts'
import { wrap } from '../../render/wrap.ts'
import type { Words } from '../../words/words.ts'

/** `words` are those of the HTML version, for a message that has no other. */
export function renderMessage(message: ReadMessage, words: string, say: Words, page: Page): string[] {
  const { mail } = say
  const header = (name: string) => [message.headers[name] ?? []].flat().join(', ')
  const fields: [string, string][] = [
    [mail.from, header('from')],
    [mail.to, header('to')],
    [mail.cc, header('cc')],
    [mail.date, message.date === null ? header('date') : localTime(message.date)],
    [mail.subject, header('subject') || mail.noSubject],
  ]
  const shown = fields.filter(([, value]) => value !== '').map(([label, value]) => [label, plainLine(value)] as const)
  return [
    ...fieldLines(shown, page),
    '',
    ...body(message, words, say, page),
    ...(message.attachments.length === 0 ? [] : ['', page.style.bold(mail.attachments)]),
    ...attachments(message, say, page),
  ]
}

function attachments({ attachments }: ReadMessage, say: Words, page: Page): string[] {
  if (attachments.length === 0) return []
  const fields = attachments.map(({ filename, contentType, size }): Field => {
    const name = filename === null ? say.mail.unnamed : plainLine(filename)
    return [name, `${plainLine(contentType)}, ${sizeInWords(size, say)}`]
  })
  return fieldLines(fields, page)
}

function body({ text }: ReadMessage, words: string, { mail }: Words, page: Page): string[] {
  const lines = (given: string) => plainLines(given.trimEnd()).flatMap((line) => wrap(line, page.columns))
  if (text?.trim()) return lines(text)
  if (words.trim()) return [...wrap(mail.madeFromHtml, page.columns).map(page.style.dim), '', ...lines(words)]
  return [page.style.dim(mail.noText)]
}
