/** What became of a message, for a person. */
import type { SendResult } from '@sparekey/core'
import type { ToldFinding } from '../../failure/finding-words.ts'
import { fieldLines } from '../../render/fields.ts'
import { renderFinding } from '../../render/finding.ts'
import { plainLine, plainLines } from '../../render/plain.ts'
import type { Page } from '../../render/style.ts'
import { wrap } from '../../render/wrap.ts'
import type { Words } from '../../words/words.ts'

/** A recipient for whom the message was not taken, with the finding in words. */
export type ToldRejection = Omit<SendResult['rejected'][number], 'finding'> & { finding?: ToldFinding }

type Sent = Omit<SendResult, 'serverMessageId' | 'rejected'> & { rejected: ToldRejection[]; messageId: string | null }

export function renderSent(sent: Sent, say: Words, page: Page): string[] {
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
  const [mark, head] =
    sent.accepted.length > 0 ? [page.style.green('✓'), mail.sent] : [page.style.red('✗'), mail.notSent]
  return [
    ...wrap(head, page.columns - 2).map((line, index) => `${index === 0 ? mark : ' '} ${line}`),
    ...(sent.via === 'graph' ? wrap(mail.viaGraph, page.columns) : []),
    ...fieldLines(fields, page),
    ...reasons(sent.rejected, say, page),
  ]
}

/** Why recipients were refused, each reason once, and what to do. */
function reasons(rejected: readonly ToldRejection[], say: Words, page: Page): string[] {
  const findings = new Map(rejected.flatMap(({ finding }) => (finding ? [[finding.title, finding] as const] : [])))
  return [...findings.values()].flatMap((finding) => ['', ...renderFinding(finding, say, page)])
}
