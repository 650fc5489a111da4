/** The survivors that are known, each with its reason, and the page that tells of them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const list = fileURLToPath(new URL('survivors.json', import.meta.url))
const page = fileURLToPath(new URL('../../docs/mutants.md', import.meta.url))

const short = (code) => code.replaceAll(/\s+/g, ' ').trim().slice(0, 100)
/** A mutant by what it is, not by its place: lines move. */
const keyOf = ({ file, code, was, becomes }) => [file, code, was, becomes].join('\n')
const entryOf = ({ file, code, was, becomes }) => ({ file, code, was: short(was), becomes: short(becomes) })

const detected = ({ verdict }) => verdict === 'caught' || verdict === 'timed out'

/** @returns every survivor once, with the `why` of the list, and what of the list is a survivor no longer */
export function compare(mutants) {
  const known = new Map(JSON.parse(readFileSync(list, 'utf8')).map((entry) => [keyOf(entry), entry]))
  const survivors = new Map(
    mutants
      .filter((mutant) => !detected(mutant))
      .map((mutant) => [keyOf(entryOf(mutant)), { why: '', ...entryOf(mutant), ...known.get(keyOf(entryOf(mutant))) }]),
  )
  const files = new Set(mutants.map(({ file }) => file))
  const gone = [...known.values()].filter((entry) => files.has(entry.file) && !survivors.has(keyOf(entry)))
  return { survivors: [...survivors.values()], gone }
}

/** Writes the list anew for the files of `mutants`; what has no reason yet is to be given one, or a test. */
export function writeList(mutants) {
  const files = new Set(mutants.map(({ file }) => file))
  const others = JSON.parse(readFileSync(list, 'utf8')).filter(({ file }) => !files.has(file))
  const all = [...others, ...compare(mutants).survivors].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  writeFileSync(list, `${JSON.stringify(all, undefined, 2)}\n`)
}

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`

/** One line for each room. */
export function tableOf(rooms) {
  const rows = rooms.map(({ name, mutants }) => {
    const count = (verdict) => mutants.filter((mutant) => mutant.verdict === verdict).length
    const [caught, late] = [count('caught'), count('timed out')]
    const survived = mutants.length - caught - late
    return [name, mutants.length, caught, late, survived, percent(caught + late, mutants.length)]
  })
  return table(['Room', 'Mutants', 'Caught', 'Timed out', 'Survived', 'Caught or timed out'], rows)
}

export function writePage(rooms, { date, commit, seed }) {
  const parts = rooms.map(({ name, mutants }) => {
    const rows = compare(mutants).survivors.map(({ file, code, was, becomes, why }) => [
      `\`${file.replace('packages/', '')}\``,
      quoted(code),
      quoted(`${was} → ${becomes}`),
      why,
    ])
    const list = rows.length === 0 ? 'None.' : table(['File', 'Line', 'Change', 'Why no test catches it'], rows)
    return `## ${name}\n\n${list}\n`
  })
  writeFileSync(
    page,
    `# Mutants

\`npm run mutants\` wrote this page: ${date}, commit ${commit}, seed ${seed}. It changes the code of these rooms in one place at a
time and runs the tests that reach that place. A mutant is caught if one of them fails, and timed out if one of them no longer
ends. Sentences are not changed: other tests compare them with their evidence. Types are not code.

${tableOf(rooms)}

Every survivor has its reason below. They are kept in \`scripts/mutants/survivors.json\`; one that is not listed there fails the
command.

${parts.join('\n')}`,
  )
}

function quoted(code) {
  return `\`\` ${short(code).replaceAll('|', '\\|')} \`\``
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
