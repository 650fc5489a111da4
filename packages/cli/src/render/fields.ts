import type { Page } from './style.ts'
import { pad, width, wrap } from './width.ts'

/** `label  value` lines; where they do not fit side by side, the value stands under its label. */
export function fieldLines(fields: readonly (readonly [string, string])[], page: Page): string[] {
  const labelColumns = Math.max(...fields.map(([label]) => width(label)))
  const valueColumns = Math.max(...fields.map(([, value]) => width(value)))
  const aside = labelColumns + 4 + Math.min(valueColumns, 40) <= page.columns
  return fields.flatMap(([label, value]) =>
    aside
      ? wrap(value, page.columns - labelColumns - 4).map(
          (line, index) => `  ${page.style.dim(pad(index === 0 ? label : '', labelColumns))}  ${line}`,
        )
      : [`  ${page.style.dim(label)}`, ...wrap(value, page.columns - 4).map((line) => `    ${line}`)],
  )
}
