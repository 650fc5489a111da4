/** Mail for a person to read. Everything in it is foreign text: not one character of it reaches the terminal unchecked. */
import type { MessageSummary, ReadMessage, SendResult } from '@sparekey/core'
import type { Messages } from '../../words/messages.ts'
import type { Output } from '../../run/output.ts'
import { htmlToText } from './html-text.ts'
import { plainLine, plainLines } from '../../render/plain.ts'
import { fieldLines } from '../settings/render.ts'
import { cut, pad, width, wrap } from '../../render/width.ts'

type Sent = Omit<SendResult, 'serverMessageId'> & { messageId: string | null }

export function renderSent(sent: Sent, say: Messages, out: Output): string[] {
  const { mail, check } = say
  const quoted = (words: string) => check.quote(plainLines(words.trimEnd()).join(' '))
  const fields: [string, string][] = [
    ...(sent.accepted.length > 0 ? [[mail.sentTo, plainLine(sent.accepted.join(', '))] as [string, string]] : []),
    ...sent.rejected.map(({ address, reply }): [string, string] => [
      mail.rejected,
      `${plainLine(address)} ${quoted(reply)}`,
    ]),
    ...(sent.messageId === null ? [] : [[mail.messageId, plainLine(sent.messageId)] as [string, string]]),
    ...(sent.reply === '' ? [] : [[mail.serverSaid, quoted(sent.reply)] as [string, string]]),
  ]
  const head =
    sent.accepted.length > 0 ? `${out.style.green('✓')} ${mail.sent}` : `${out.style.red('✗')} ${mail.notSent}`
  return [head, ...(sent.via === 'graph' ? wrap(mail.viaGraph, out.columns) : []), ...fieldLines(fields, out)]
}

/** One line a message; on a narrow terminal, two. */
export function renderList(messages: readonly MessageSummary[], folder: string, say: Messages, out: Output): string[] {
  const { mail } = say
  if (messages.length === 0) return [mail.noMessages(plainLine(folder))]
  const rows = messages.map((message) => ({
    uid: plainLine(message.uid),
    date: localTime(message.date),
    from: plainLine(message.from ?? ''),
    subject: plainLine(message.subject) || mail.noSubject,
    unread: message.flags.length > 0 && !message.flags.includes('\\Seen'),
  }))
  const uidColumns = Math.max(width(mail.uid), ...rows.map(({ uid }) => Math.min(width(uid), 12)))
  const left = out.columns - uidColumns - dateColumns - 4
  const oneLine = left >= 40
  const fromColumns = oneLine ? Math.min(28, Math.floor(left / 3)) : left
  const subjectColumns = oneLine ? left - fromColumns - 2 : out.columns - 4
  const head = [pad(mail.uid, uidColumns), pad(mail.date, dateColumns), pad(mail.from, oneLine ? fromColumns : 0)]
  return [
    out.style.dim([...head, ...(oneLine ? [mail.subject] : [])].join('  ')),
    ...rows.flatMap(({ uid, date, from, subject, unread }) => {
      const start = [pad(uid, uidColumns), pad(date, dateColumns)].join('  ')
      const title = unread ? out.style.bold(cut(subject, subjectColumns)) : cut(subject, subjectColumns)
      return oneLine
        ? [`${start}  ${pad(cut(from, fromColumns), fromColumns)}  ${title}`]
        : [`${start}  ${cut(from, fromColumns)}`, `    ${title}`]
    }),
  ]
}

export function renderMessage(message: ReadMessage, say: Messages, out: Output): string[] {
  const { mail } = say
  const header = (name: string) => [message.headers[name] ?? []].flat().join(', ')
  const fields: [string, string][] = [
    [mail.from, header('from')],
    [mail.to, header('to')],
    [mail.cc, header('cc')],
    [mail.date, header('date')],
    [mail.subject, header('subject') || mail.noSubject],
  ]
  const shown = fields.filter(([, value]) => value !== '').map(([label, value]) => [label, plainLine(value)] as const)
  return [
    ...fieldLines(shown, out),
    '',
    ...body(message, say, out),
    ...(message.attachments.length === 0 ? [] : ['', out.style.bold(mail.attachments)]),
    ...message.attachments.map(({ filename, contentType, size }) => {
      const name = filename === null ? mail.unnamed : plainLine(filename)
      return `  ${name}  ${out.style.dim(`${plainLine(contentType)}, ${mail.bytes(size.toLocaleString('en'))}`)}`
    }),
  ]
}

function body({ text, html }: ReadMessage, { mail }: Messages, out: Output): string[] {
  const lines = (given: string) => plainLines(given.trimEnd()).flatMap((line) => wrap(line, out.columns))
  if (text?.trim()) return lines(text)
  if (html?.trim()) return [out.style.dim(mail.madeFromHtml), '', ...lines(htmlToText(html))]
  return [out.style.dim(mail.noText)]
}

const dateColumns = '2021-05-01 09:00'.length

/** The reader's own time, in the form that both languages read without thinking. */
function localTime(iso: string | null): string {
  if (iso === null) return ''
  const date = new Date(iso)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
