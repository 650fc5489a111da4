import { editDistance } from '@sparekey/core'

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

/** A part of a name, or more than the name, is nearly as good as the name itself. */
function distanceTo(name: string, typed: string): number {
  if (typed.length < 3) return editDistance(typed, name)
  if (name.includes(typed) || typed.startsWith(`${name}-`)) return 1
  return Math.min(editDistance(typed, name), editDistance(typed, name.slice(0, typed.length)) + 1)
}
