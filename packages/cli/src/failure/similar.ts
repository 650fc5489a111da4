/** The few of `known` that somebody who typed `input` may have meant, best first. */
export function similarTo(input: string, known: readonly string[]): string[] {
  const typed = input.toLowerCase().slice(0, 40)
  return known
    .map((name) => ({ name, distance: distanceTo(name, typed) }))
    .filter(({ name, distance }) => distance <= Math.min(slipsIn(name), slipsIn(typed)))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name)
}

/** How many slips of the finger a word may have: in a short one, every second letter would make another word. */
function slipsIn(word: string): number {
  return Math.max(word.length < 6 ? 1 : 2, Math.ceil(word.length / 4))
}

/** A part of a name, more than the name, or its letters in another order are nearly as good as the name itself. */
function distanceTo(name: string, typed: string): number {
  if (typed.length < 3) return editDistance(typed, name)
  if (name.includes(typed) || typed.startsWith(`${name}-`) || lettersOf(name) === lettersOf(typed)) return 1
  return Math.min(editDistance(typed, name), editDistance(typed, name.slice(0, typed.length)) + 1)
}

function lettersOf(word: string): string {
  return [...word].toSorted().join('')
}

/** Levenshtein's: insertions, deletions and substitutions from one to the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let line = 1; line <= from.length; line++) {
    const next = [line]
    for (let column = 1; column <= to.length; column++) {
      const same = from[line - 1] === to[column - 1] ? 0 : 1
      next.push(Math.min(next[column - 1]! + 1, row[column]! + 1, row[column - 1]! + same))
    }
    row = next
  }
  return row.at(-1)!
}
