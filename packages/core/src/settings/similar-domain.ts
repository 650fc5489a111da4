import { personalDomains } from './domains.ts'

/** The domains that most people have, before those of single countries. */
const common = ['hotmail.com', 'outlook.com', 'live.com', 'msn.com', 'hotmail.co.jp', 'outlook.jp', 'live.jp']
const known = [...new Set([...common, ...personalDomains])]

/**
 * The domain of Microsoft's personal mail that somebody who typed this one may have meant: `hotmail.com` for `hotmial.com`.
 * `undefined` if it is one of them, or like none.
 */
export function similarDomain(domain: string): string | undefined {
  const typed = domain.toLowerCase()
  if (personalDomains.has(typed)) return undefined
  const near = known
    .filter((name) => Math.abs(name.length - typed.length) <= slips(name) && !isOtherCountry(name, typed))
    .map((name) => ({ name, distance: editDistance(typed, name) }))
    .filter(({ name, distance }) => distance <= slips(name))
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.name
}

/** How many slips of the finger a name may have: of a short one, every second letter would be another name. */
function slips(name: string): number {
  return name.length < 10 ? 1 : 2
}

/** `hotmail.fr` is no slip for `hotmail.gr`: two letters are a country. */
function isOtherCountry(name: string, typed: string): boolean {
  const [a, b] = [name, typed].map((domain) => domain.slice(domain.lastIndexOf('.') + 1))
  return a!.length === 2 && b!.length === 2 && a !== b
}

/** How many letters to add, leave out, change or swap with their neighbour (optimal string alignment). */
function editDistance(from: string, to: string): number {
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
