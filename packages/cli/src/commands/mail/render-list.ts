/** Everything in mail is foreign text: not one character of it reaches the terminal unchecked. */
import type { MessageSummary } from '@sparekey/core'
import { plainLine } from '../../render/plain.ts'
import type { Page } from '../../render/style.ts'
import { cut, pad, width } from '../../render/width.ts'
import type { Words } from '../../words/words.ts'

/** One line a message; on a narrow terminal, two. */
export function renderList(messages: readonly MessageSummary[], folder: string, say: Words, page: Page): string[] {
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
  const left = page.columns - uidColumns - dateColumns - 4
  const oneLine = left >= 40
  const fromColumns = oneLine ? Math.min(28, Math.floor(left / 3)) : left
  const subjectColumns = oneLine ? left - fromColumns - 2 : page.columns - 4
  const head = [pad(mail.uid, uidColumns), pad(mail.date, dateColumns), pad(mail.from, oneLine ? fromColumns : 0)]
  return [
    page.style.dim([...head, ...(oneLine ? [mail.subject] : [])].join('  ')),
    ...rows.flatMap(({ uid, date, from, subject, unread }) => {
      const start = [pad(uid, uidColumns), pad(date, dateColumns)].join('  ')
      const title = unread ? page.style.bold(cut(subject, subjectColumns)) : cut(subject, subjectColumns)
      return oneLine
        ? [`${start}  ${pad(cut(from, fromColumns), fromColumns)}  ${title}`]
        : [`${start}  ${cut(from, fromColumns)}`, `    ${title}`]
    }),
  ]
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
