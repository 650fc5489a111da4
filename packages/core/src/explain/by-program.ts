import { programs } from '../programs/programs.ts'
import type { Peeled } from './peel/peel.ts'
import { plainLetters } from './peel/letters.ts'

/** What each program shows when a sign-in fails, the longest first: the more is known of a wording, the surer it is. */
const errors: readonly { id: string; words: string }[] = programs
  .flatMap(({ id, versions }) => versions.flatMap(({ errors }) => errors.map((error) => ({ id, words: said(error) }))))
  .toSorted((a, b) => b.words.length - a.words.length)

/** Without the marks in front of it, which are taken off a text too. */
function said(error: string): string {
  return plainLetters(error)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
    .toLowerCase()
}

/** The program whose words stand in a text, by its id. */
export function programIn({ flat }: Peeled): string | undefined {
  const text = flat.toLowerCase()
  return errors.find(({ words }) => text.includes(words))?.id
}
