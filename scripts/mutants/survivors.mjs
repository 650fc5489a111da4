/** The survivors that are known, each with its reason; what each room came to; and the page that tells of both. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rooms } from './rooms.mjs'

const list = fileURLToPath(new URL('survivors.json', import.meta.url))
const results = fileURLToPath(new URL('results.json', import.meta.url))
const page = fileURLToPath(new URL('../../docs/mutants.md', import.meta.url))
const read = (path) => JSON.parse(readFileSync(path, 'utf8'))
/** One entry a line, so that a change of one is a change of one. */
const write = (path, entries) => {
  writeFileSync(path, `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`)
}

const short = (code) => code.replaceAll(/\s+/g, ' ').trim().slice(0, 100)
/** A mutant by what it is, not by its place: lines move. */
const keyOf = ({ file, code, was, becomes }) => [file, code, was, becomes].join('\n')

/** @returns every survivor of a room once, with the `why` of the list, and what the list has that is no survivor */
export function compare({ name, mutants }) {
  const listed = read(list).filter(({ room }) => room === name)
  const known = new Map(listed.map((entry) => [keyOf(entry), entry]))
  const entries = mutants
    .filter(({ verdict }) => verdict === 'survived' || verdict === 'not reached')
    .map(({ file, code, was, becomes }) => ({ room: name, file, code, was: short(was), becomes: short(becomes) }))
  const survivors = new Map(
    entries.map((entry) => [keyOf(entry), { ...entry, why: known.get(keyOf(entry))?.why ?? '' }]),
  )
  return { survivors: [...survivors.values()], gone: listed.filter((entry) => !survivors.has(keyOf(entry))) }
}

/** What a room came to, in numbers. */
export function count({ name, mutants }, run) {
  const having = (verdict) => mutants.filter((mutant) => mutant.verdict === verdict).length
  return { room: name, mutants: mutants.length, caught: having('caught'), late: having('timed out'), ...run }
}

/** Puts the rooms' survivors and numbers in place of the earlier ones, and writes the page. */
export function record(judged, run) {
  const names = judged.map(({ name }) => name)
  const others = (entries) => entries.filter(({ room }) => !names.includes(room))
  const order = (a, b) =>
    rooms.findIndex(({ name }) => name === a.room) - rooms.findIndex(({ name }) => name === b.room)
  const survivors = [...others(read(list)), ...judged.flatMap((room) => compare(room).survivors)].toSorted(order)
  const counts = [...others(read(results)), ...judged.map((room) => count(room, run))].toSorted(order)
  write(list, survivors)
  write(results, counts)
  writeFileSync(page, pageOf(counts, survivors))
}

const head = ['Room', 'Mutants', 'Caught', 'Timed out', 'Survived', 'Caught or timed out', 'Date', 'Commit', 'Seed']

export function tableOf(counts) {
  const rows = counts.map(({ room, mutants, caught, late, date, commit, seed }) => {
    const share = `${((100 * (caught + late)) / mutants).toFixed(1)} %`
    return [room, mutants, caught, late, mutants - caught - late, share, date, commit, seed]
  })
  return table(head, rows)
}

function pageOf(counts, survivors) {
  const parts = counts.map(({ room }) => {
    const rows = survivors
      .filter((entry) => entry.room === room)
      .map(({ file, code, was, becomes, why }) => [
        file.split('/').at(-1),
        quoted(code),
        quoted(was),
        quoted(becomes),
        why,
      ])
    const known =
      rows.length === 0 ? 'None.' : table(['File', 'Line', 'What', 'Becomes', 'Why no test catches it'], rows)
    return `## ${room}\n\n${known}\n`
  })
  return `# Mutants

\`npm run mutants -- --write\` writes this page. It changes the code of some rooms in one place at a time and runs the tests that
reach that place. A mutant is caught if one of them fails, and timed out if one of them no longer ends. Sentences are not changed:
other tests compare them with their evidence. Types are no code.

${tableOf(counts)}

Every survivor has its reason here. \`npm run mutants\` fails if there is one that is not listed in
\`scripts/mutants/survivors.json\`, or one without a reason.

${parts.join('\n')}`
}

function quoted(code) {
  const text = short(code).replaceAll('|', '\\|')
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
