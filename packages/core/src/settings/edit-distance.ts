/** How many letters to add, leave out, change or swap with their neighbour (optimal string alignment). */
export function editDistance(from: string, to: string): number {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let line = 1; line <= from.length; line++) {
    const next = [line]
    for (let column = 1; column <= to.length; column++) {
      const same = from[line - 1] === to[column - 1] ? 0 : 1
      const swapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1]
      const bySwap = swapped ? before[column - 2]! + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min(next[column - 1]! + 1, row[column]! + 1, row[column - 1]! + same, bySwap))
    }
    before = row
    row = next
  }
  return row.at(-1)!
}
