import { describeMistake, type MapMistake } from '@sparekey/core'
import type { Telling } from './finding-words.ts'

/** What core says of the mistakes in a server map. A module of its own: most runs have no such mistakes. */
export function linesOf(mistakes: readonly MapMistake[], { lang }: Telling): string[] {
  return mistakes.map((mistake) => describeMistake(mistake, lang))
}
