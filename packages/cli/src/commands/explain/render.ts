/** An explanation for a person: what was recognised, what it means and what to do, what else it may be. */
import type { Explanation } from '@sparekey/core'
import type { Words } from '../../words/words.ts'
import { renderFinding, renderTitle, surely } from '../../render/finding.ts'
import { plainLine } from '../../render/plain.ts'
import { protocolNames } from '../../render/protocol-names.ts'
import type { Page } from '../../render/style.ts'
import { wrap } from '../../render/wrap.ts'

export function renderExplanation(
  { recognised, finding, alsoPossible }: Explanation,
  say: Words,
  page: Page,
): string[] {
  const { style, columns } = page
  const [first] = recognised
  return [
    ...(first === undefined ? [] : recognisedLines(first, say, page)),
    ...renderFinding(finding, say, page, { remarks: surely(finding, say) }),
    ...(alsoPossible.length === 0 ? [] : ['', ...wrap(say.explain.alsoPossible, columns).map(style.bold)]),
    ...alsoPossible.flatMap((other) =>
      renderTitle(other.title, say, { ...page, columns: columns - 2 }, { mark: '•' }).map((line) => `  ${line}`),
    ),
  ]
}

/** Whose words they are, and the words. */
function recognisedLines(part: Explanation['recognised'][number], say: Words, { style, columns }: Page): string[] {
  const { kind, protocol, quote } = part
  const whose = say.explain.recognised[kind](protocol && protocolNames[protocol])
  return [
    ...wrap(whose, columns),
    ...wrap(say.check.quote(plainLine(quote)), columns - 2).map((line) => style.dim(`  ${line}`)),
    '',
  ]
}
