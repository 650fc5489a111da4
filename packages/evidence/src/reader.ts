import data from './evidence.json' with { type: 'json' }
import type { Evidence, Row } from './row.ts'

/** Everything in the order of the page. */
export const evidence = data as Evidence

const rows = new Map(evidence.rows.map((row) => [row.id, row]))

/** @throws a RangeError if there is no such row */
export function rowOf(id: string): Row {
  const row = rows.get(id)
  if (!row) throw new RangeError(`The evidence has no row ${id}.`)
  return row
}

/**
 * A wording as it would go over the wire.
 * @param values for placeholders, without their braces; the others get their example
 * @throws a RangeError for a placeholder nobody knows
 */
export function filled(text: string, values: Readonly<Record<string, string>> = {}): string {
  return text.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = values[name] ?? evidence.placeholders[name]?.example
    if (value === undefined) throw new RangeError(`{${name}} is no placeholder of the evidence.`)
    return value
  })
}
