/** Judges the mutants of a room: instruments it, has processes run the tests, and gives each mutant its verdict. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../reports.mjs'
import { instrument } from './instrument.mjs'

const hand = fileURLToPath(new URL('hand.mjs', import.meta.url))
export const seed = 20_261_130
const hands = Math.min(2, availableParallelism())

const running = new Set()
/** Ends what runs, for a command that is interrupted. */
export function stopHands() {
  for (const child of running) child.kill('SIGKILL')
  for (const place of places) rmSync(place, { recursive: true, force: true })
}
const places = new Set()

/** @returns the room's mutants, each with its `verdict`: `caught`, `timed out`, `survived` or `not reached` */
export async function judge(room) {
  const place = mkdtempSync(join(tmpdir(), 'mutants-'))
  places.add(place)
  try {
    const { files, mutants } = await instrument(room)
    const instrumented = {}
    for (const [index, { name, content }] of files.entries()) {
      instrumented[name] = join(place, `${index}.ts`)
      writeFileSync(instrumented[name], content)
    }
    const [folder, beside] = [join(root, room.package), join(root, room.package, room.folder)]
    const base = { package: folder, beside, instrumented, seed, place, files: [], mutants: [], doubted: [] }
    const survey = await run({ ...base, survey: true }, 'survey')
    for (const { broken, error } of survey)
      if (broken) console.error(`left out, it fails without a mutant: ${broken}: ${error}`)
    const order = survey
      .filter(({ survey: path, reached }) => path && (reached.length > 0 || path.startsWith(beside)))
      .toSorted((a, b) => a.seconds - b.seconds)
    const reached = new Set(order.flatMap((file) => [...file.reached, ...file.loaded]))
    const ids = mutants.map(({ id }) => id).filter((id) => reached.has(id))
    const shares = Array.from({ length: hands }, (_, hand) => ids.filter((_id, index) => index % hands === hand))
    const job = { ...base, files: order.map((file) => file.survey) }
    const verdicts = new Map()
    await Promise.all(
      shares.map(async (share, index) => {
        for (const line of await runToEnd({ ...job, mutants: share }, `hand-${index}`)) {
          if (line.verdict) verdicts.set(line.id, line)
        }
      }),
    )
    return mutants.map((mutant) => ({
      ...mutant,
      ...(verdicts.get(mutant.id) ?? { verdict: reached.has(mutant.id) ? 'survived' : 'not reached' }),
    }))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** A process ends early when a mutant has broken it; another goes on where it stopped. */
async function runToEnd(job, name) {
  const lines = []
  for (let round = 0; ; round += 1) {
    const done = new Set(lines.flatMap((line) => line.done ?? []))
    const judged = new Set(lines.flatMap((line) => (line.verdict ? [line.id] : [])))
    const files = job.files.filter((file) => !done.has(file))
    if (files.length === 0) return lines
    const said = await run(
      {
        ...job,
        files,
        mutants: job.mutants.filter((id) => !judged.has(id)),
        doubted: lines.flatMap((line) => line.doubt ?? []),
      },
      `${name}-${round}`,
    )
    if (!said.some((line) => line.done || line.verdict || line.doubt)) throw new Error(`${name} found out nothing`)
    lines.push(...said)
  }
}

async function run(job, name) {
  const jobFile = join(job.place, `${name}.json`)
  const results = join(job.place, `${name}.jsonl`)
  writeFileSync(results, '')
  writeFileSync(jobFile, JSON.stringify({ ...job, results }))
  const child = spawn(process.execPath, [hand, jobFile], { stdio: ['ignore', 'ignore', 'pipe'] })
  running.add(child)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text))
  await new Promise((resolve) => child.once('close', resolve))
  running.delete(child)
  const lines = readFileSync(results, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  if (lines.length === 0) throw new Error(`${name} did not run:\n${said}`)
  return lines
}
