/**
 * `npm run mutants [-- --write] [ROOM…]`: how many small mistakes in the code would a test notice? Judges every mutant of the
 * rooms whose names contain one of the words (all, if none is given), prints a table, and fails if one survives that is not
 * listed with its reason. `--write` puts the survivors on the list, for somebody to give the reason, and writes
 * docs/mutants.md.
 */
import { execFileSync } from 'node:child_process'
import { setPriority } from 'node:os'
import { judge, seed, stopHands } from './mutants/judge.mjs'
import { rooms } from './mutants/rooms.mjs'
import { compare, count, record, tableOf } from './mutants/survivors.mjs'

const words = process.argv.slice(2).filter((word) => word !== '--write')
const chosen = rooms.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
if (chosen.length === 0) throw new Error(`no such room; the rooms are: ${rooms.map(({ name }) => name).join('; ')}`)
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopHands()
    process.exit(1)
  })
}
// It takes long, and whoever works here goes first.
setPriority(10)

const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim()
const changed = git('status', '--porcelain', 'packages') === '' ? '' : ' with changes'
const run = { date: new Date().toISOString().slice(0, 10), commit: git('rev-parse', '--short', 'HEAD') + changed, seed }

const judged = []
for (const room of chosen) {
  const from = performance.now()
  judged.push({ name: room.name, mutants: await judge(room) })
  console.error(`${room.name}: ${Math.round((performance.now() - from) / 1000)} s`)
}
if (process.argv.includes('--write')) record(judged, run)

const compared = judged.map(compare)
const unexplained = compared.flatMap(({ survivors }) => survivors.filter(({ why }) => why === ''))
const gone = compared.flatMap((room) => room.gone)
for (const { file, code, was, becomes } of unexplained) console.log(`${file}: ${code}\n  ${was} → ${becomes}`)
for (const { file, code, becomes } of gone) console.log(`listed, but no survivor: ${file}: ${code} → ${becomes}`)
console.log(`\n${tableOf(judged.map((room) => count(room, run)))}\n`)
console.log(`${unexplained.length} survivors without a reason, ${gone.length} on the list that are none`)
if (unexplained.length + gone.length > 0) process.exitCode = 1
