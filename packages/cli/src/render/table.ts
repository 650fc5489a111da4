import type { Page } from './style.ts'
import { fieldLines } from './fields.ts'
import { pad, width } from './width.ts'
import { wrap } from './wrap.ts'

/** A table of plain text: each column as wide as its widest cell; if that is too much, each row becomes a small list. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[], page: Page): string[] {
  const gap = 2
  const margin = 2
  const columns = head.map((title, column) => Math.max(width(title), ...rows.map((row) => width(row[column] ?? ''))))
  const total = columns.reduce((sum, each) => sum + each + gap, 0) - gap
  if (total + margin > page.columns) return rows.flatMap((row) => asList(head, row, page))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === cells.length - 1 ? cell : pad(cell, columns[column]!)))
      .join(' '.repeat(gap))
      .trimEnd()
  return [page.style.dim(line(head)), ...rows.map(line)]
}

function asList(head: readonly string[], row: readonly string[], page: Page): string[] {
  const [title = '', ...rest] = row
  return [
    ...wrap(title, page.columns),
    ...fieldLines(
      rest.map((cell, index) => [head[index + 1]!, cell]),
      page,
    ),
  ]
}
