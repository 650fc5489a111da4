import type { Peeled } from './peel/peel.ts'
import type { Sentence } from './sentence.ts'
import type { Table } from './tables/row.ts'
import { lastTables, tables } from './tables/tables.ts'

/** At most so many places of one wording: the first are as good as all. */
const maxPlaces = 20

/** What programs, machines and pages say, by the tables. */
export function byTable(peeled: Peeled): Sentence[] {
  return inTables(tables, peeled)
}

/** Of a long text, what stands last tells most; and words that are common are looked for at some cost. */
const maxCommon = 16_000

/** What is said in words and numbers that tell little: they count only where nothing else tells anything. */
export function byCommonWords({ flat, lines }: Peeled): Sentence[] {
  const from = Math.max(0, flat.length - maxCommon)
  const last = { flat: flat.slice(from), lines: lines.slice(from) }
  const known = lastTables.map((tables) => inTables(tables, last))
  const telling = known.find((found) => found.some(({ code }) => code !== 'ambiguous')) ?? known.flat()
  return telling.map((found) => ({ ...found, start: found.start + from, end: found.end + from }))
}

function inTables(tables: readonly Table[], { flat }: Peeled): Sentence[] {
  return tables.flatMap(({ kind, rows }) =>
    rows.flatMap(({ pattern, means: [code, ...also], protocol, program }) =>
      placesOf(pattern, flat).map(({ start, end }) => ({
        kind,
        code,
        certainty: also.length > 0 || code === 'plain-refusal' || code === 'ambiguous' ? 'possible' : 'likely',
        also,
        start,
        end,
        ...(protocol && { protocol }),
        ...(program && { program }),
      })),
    ),
  )
}

function placesOf(pattern: RegExp, text: string): { start: number; end: number }[] {
  const everywhere = new RegExp(pattern.source, `${pattern.flags}g`)
  const places: { start: number; end: number }[] = []
  for (const { index, 0: found } of text.matchAll(everywhere)) {
    places.push({ start: index, end: index + found.length })
    if (places.length === maxPlaces) break
  }
  return places
}
