/** Tables made by hand: the first row that fits decides, and the order is meaning. */

/** What facts must be to fit: a value, one of several, or a text that an expression finds; what is left out may be anything. */
export type Pattern<Facts> = {
  readonly [Fact in keyof Facts]?: NonNullable<Facts[Fact]> | readonly NonNullable<Facts[Fact]>[] | RegExp
}

export function firstMatch<Facts extends object, Row extends { readonly when: Pattern<Facts> }>(
  rows: readonly Row[],
  facts: Facts,
): Row | undefined {
  return rows.find(({ when }) => fits(when, facts))
}

function fits<Facts extends object>(pattern: Pattern<Facts>, facts: Facts): boolean {
  const names = Object.keys(pattern) as (keyof Facts)[]
  return names.every((name) => {
    const wanted: unknown = pattern[name]
    const fact = facts[name]
    if (wanted instanceof RegExp) return wanted.test(String(fact))
    return Array.isArray(wanted) ? wanted.includes(fact) : wanted === fact
  })
}
