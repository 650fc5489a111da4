/** Tables made by hand: the first row that fits decides, and the order is meaning. */

/** What facts must be to fit; a list means one of its values, and what is left out may be anything. */
export type Pattern<Facts> = { readonly [Fact in keyof Facts]?: Facts[Fact] | readonly Facts[Fact][] }

export function firstMatch<Facts extends object, Row extends { readonly when: Pattern<Facts> }>(
  rows: readonly Row[],
  facts: Facts,
): Row | undefined {
  return rows.find(({ when }) => fits(when, facts))
}

function fits<Facts extends object>(pattern: Pattern<Facts>, facts: Facts): boolean {
  const names = Object.keys(pattern) as (keyof Facts)[]
  return names.every((name) => {
    const wanted = pattern[name]
    return Array.isArray(wanted) ? wanted.includes(facts[name]) : wanted === facts[name]
  })
}
