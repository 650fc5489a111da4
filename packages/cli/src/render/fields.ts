import type { Page } from './style.ts'
import { pad, width } from './width.ts'
import { wrap } from './wrap.ts'

export type Field = readonly [label: string, value: string]

/** A value is read beside its label as long as it has so much room; what is longer goes on below itself. */
const leastValueColumns = 24

/** `label  value` lines; where they do not fit side by side, the value stands under its label. */
export function fieldLines(fields: readonly Field[], page: Page): string[] {
  return fieldBlocks([fields], page)[0]!
}

/** The same for several blocks, which all look the same. */
export function fieldBlocks(blocks: readonly (readonly Field[])[], page: Page): string[][] {
  const fields = blocks.flat()
  const labelColumns = Math.max(...fields.map(([label]) => width(label)))
  const valueColumns = Math.max(...fields.map(([, value]) => width(value)))
  const room = page.columns - labelColumns - 4
  const aside = room >= Math.min(valueColumns, leastValueColumns)
  const besides = ([label, value]: Field) =>
    wrap(value, room).map((line, index) => `  ${page.style.dim(pad(index === 0 ? label : '', labelColumns))}  ${line}`)
  const below = ([label, value]: Field) => [
    ...wrap(label, page.columns - 2).map((line) => `  ${page.style.dim(line)}`),
    ...wrap(value, page.columns - 4).map((line) => `    ${line}`),
  ]
  return blocks.map((block) => block.flatMap(aside ? besides : below))
}
