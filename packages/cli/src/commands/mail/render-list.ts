/** Everything in mail is foreign text: not one character of it reaches the terminal unchecked. */
import type { MessageSummary } from '@sparekey/core'
import { localTime } from '../../render/local-time.ts'
import { plainLine } from '../../render/plain.ts'
import type { Page } from '../../render/style.ts'
import { cut, pad, width } from '../../render/width.ts'
import { wrap } from '../../render/wrap.ts'
import type { Words } from '../../words/words.ts'

/** Where the messages are. */
type Place = { folder: string; protocol: 'imap' | 'pop3' }

export const unreadMark = '*'

/** IMAP tells that a message was read; POP3 tells nothing. */
export function isUnread({ flags }: MessageSummary, protocol: Place['protocol']): boolean {
  return protocol === 'imap' && !flags.includes(String.raw`\Seen`)
}

type Row = { mark: string; uid: string; date: string; from: string; subject: string }

/** One line a message, with a mark in front of what is not read yet; on a narrow terminal two, or one below the other. */
export function renderList(
  messages: readonly MessageSummary[],
  { folder, protocol }: Place,
  say: Words,
  page: Page,
): string[] {
  const { mail } = say
  if (messages.length === 0) return wrap(mail.noMessages(plainLine(folder)), page.columns)
  const rows = messages.map((message): Row => ({
    mark: isUnread(message, protocol) ? unreadMark : ' ',
    uid: plainLine(message.uid),
    date: message.date === null ? '' : localTime(message.date),
    from: plainLine(message.from ?? ''),
    subject: plainLine(message.subject) || mail.noSubject,
  }))
  const uidColumns = Math.max(...[mail.uid, ...rows.map(({ uid }) => uid)].map(width))
  const left = page.columns - uidColumns - dateColumns - 6
  if (left < leastFromColumns || uidColumns > longestUid) return rows.flatMap((row) => stacked(row, page))
  const head = { mark: ' ', uid: mail.uid, date: mail.date, from: mail.from, subject: mail.subject }
  const lines = left < 40 ? inTwoLines : inOneLine
  return [page.style.dim(lines(head, uidColumns, page)[0]!), ...rows.flatMap((row) => lines(row, uidColumns, page))]
}

function inOneLine(row: Row, uidColumns: number, page: Page): string[] {
  const left = page.columns - uidColumns - dateColumns - 6
  const fromColumns = Math.min(28, Math.floor(left / 3))
  const from = pad(cut(row.from, fromColumns), fromColumns)
  return [`${beginning(row, uidColumns)}  ${from}  ${subject(row, left - fromColumns - 2, page)}`]
}

function inTwoLines(row: Row, uidColumns: number, page: Page): string[] {
  const left = page.columns - uidColumns - dateColumns - 6
  return [`${beginning(row, uidColumns)}  ${cut(row.from, left)}`, `    ${subject(row, page.columns - 4, page)}`]
}

/** A POP3 server's unique id may be 70 characters long (RFC 1939, section 7), and is there to be copied. */
function stacked(row: Row, page: Page): string[] {
  const room = page.columns - 4
  return [
    ...wrap(row.uid, page.columns - 2).map((line, index) => `${index === 0 ? row.mark : ' '} ${line}`),
    ...[row.date, row.from].filter(Boolean).map((text) => `    ${cut(text, room)}`),
    `    ${subject(row, room, page)}`,
  ]
}

function beginning({ mark, uid, date }: Row, uidColumns: number): string {
  return `${mark} ${pad(uid, uidColumns)}  ${pad(date, dateColumns)}`
}

function subject({ mark, subject }: Row, columns: number, { style }: Page): string {
  return mark === unreadMark ? style.bold(cut(subject, columns)) : cut(subject, columns)
}

const dateColumns = '2021-05-01 09:00'.length
const leastFromColumns = 10
const longestUid = 12
