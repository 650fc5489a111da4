/** An explanation for a person: what was recognised, what it means and what to do, what else it may be. */
import type { Explanation } from '@sparekey/core'
import type { Words } from '../../words/words.ts'
import { renderFinding, renderTitle, surely } from '../../render/finding.ts'
import { plainLine } from '../../render/plain.ts'
import { protocolNames } from '../../render/protocol-names.ts'
import type { Page } from '../../render/style.ts'
import { wrap } from '../../render/wrap.ts'

export function renderExplanation(
  { recognised, finding, findings = [], alsoPossible }: Explanation,
  say: Words,
  page: Page,
): string[] {
  const { style, columns } = page
  const [first] = recognised
  // That nothing is known needs no degree of certainty.
  const remarks = first === undefined ? [] : surely(finding, say)
  return [
    ...(first === undefined ? [] : recognisedLines(first, say, page)),
    ...renderFinding(withRecipients(findings[0] ?? finding, say), say, page, { remarks }),
    ...(findings.length === 0 ? [] : ['', ...wrap(say.explain.otherRecipients, columns).map(style.bold)]),
    ...findings.slice(1).flatMap((other) => otherLines(other, say, page)),
    ...(alsoPossible.length === 0 ? [] : ['', ...wrap(say.explain.alsoPossible, columns).map(style.bold)]),
    ...alsoPossible.flatMap((other) =>
      renderTitle(other.title, say, { ...page, columns: columns - 2 }, { mark: '•' }).map((line) => `  ${line}`),
    ),
  ]
}

function otherLines(finding: Explained, say: Words, page: Page): string[] {
  const inner = { ...page, columns: page.columns - 2, copyColumns: page.copyColumns - 2 }
  const lines = renderFinding(withRecipients(finding, say), say, inner, { mark: '•', remarks: surely(finding, say) })
  return lines.map((line) => (line === '' ? '' : `  ${line}`))
}

type Explained = Explanation['finding'] & { recipients?: string[] }

const maxShown = 3

/** Whose cause it is, above its explanation: the recipients, or the first of them. */
function withRecipients(finding: Explained, { explain }: Words): Explained {
  const { recipients = [] } = finding
  if (recipients.length === 0) return finding
  const more = recipients.length - maxShown
  const shown = [...recipients.slice(0, maxShown), ...(more > 0 ? [explain.andOthers(more)] : [])]
  return { ...finding, explanation: `${plainLine(explain.recipients(shown))}\n${finding.explanation}` }
}

/** Whose words they are, and the words. */
function recognisedLines(part: Explanation['recognised'][number], say: Words, { style, columns }: Page): string[] {
  const { kind, protocol, quote } = part
  const speaker = say.explain.recognised[kind](protocol && protocolNames[protocol])
  return [
    ...wrap(speaker, columns),
    ...wrap(say.check.quote(plainLine(quote)), columns - 2).map((line) => style.dim(`  ${line}`)),
    '',
  ]
}
