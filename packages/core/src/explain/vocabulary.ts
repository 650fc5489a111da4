import { signatures } from '../signatures/signatures.ts'
import { lastTables, tables } from './tables/tables.ts'

/** The words of every pattern, in lower case: a word that a line break cut is put together again if it is one of them. */
const vocabulary: ReadonlySet<string> = new Set(
  [...signatures, ...[...tables, ...lastTables.flat()].flatMap(({ rows }) => rows)].flatMap(({ pattern }) =>
    [...pattern.source.replaceAll(/\\[a-z]/gi, ' ').matchAll(/[a-z]{2,}/gi)].map(([word]) => word.toLowerCase()),
  ),
)

export function isKnownWord(word: string): boolean {
  return vocabulary.has(word)
}
