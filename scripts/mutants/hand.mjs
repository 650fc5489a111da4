/** `node hand.mjs JOB`: one process that judges its share of a room's mutants. What it finds out stands in a file. */
import { appendFileSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createVitest } from 'vitest/node'

const jobFile = process.argv[2]
const job = JSON.parse(readFileSync(jobFile, 'utf8'))
/** Seconds of processor time, not of the clock, in which the worker has to get on with something. */
const patience = 10

/** The worker's files in the order of the job: those that end soonest first. */
class Sequencer {
  sort(files) {
    return files.toSorted((a, b) => job.files.indexOf(a.moduleId) - job.files.indexOf(b.moduleId))
  }
  shard(files) {
    return files
  }
}

const vitest = await createVitest(
  'test',
  {
    root: job.package,
    watch: false,
    reporters: [
      { onTestRunEnd: (_modules, errors) => errors.forEach(({ stack, message }) => console.error(stack ?? message)) },
    ],
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    maxConcurrency: 1,
    testTimeout: 0,
    hookTimeout: 0,
    dangerouslyIgnoreUnhandledErrors: true,
    runner: fileURLToPath(new URL('runner.mjs', import.meta.url)),
    sequence: { sequencer: Sequencer },
  },
  {
    plugins: [
      {
        name: 'mutants',
        enforce: 'pre',
        transform: (_code, id) =>
          job.instrumented[id] && { code: readFileSync(job.instrumented[id], 'utf8'), map: null },
      },
    ],
  },
)
vitest.provide('mutantsJob', jobFile)

const all = await vitest.globTestSpecifications()
const specifications = all.filter(({ moduleId }) => job.survey || job.files.includes(moduleId))

const said = () =>
  readFileSync(job.results, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** Waits for no worker: one that a mutant has stopped would never end, and what it found out is in the file already. */
function leave() {
  process.kill(process.pid, 'SIGKILL')
}

let size = 0
let spent = process.cpuUsage()
setInterval(() => {
  const now = statSync(job.results).size
  if (now !== size) {
    size = now
    spent = process.cpuUsage()
    return
  }
  // A test that was given up may hold its worker for good.
  if (said().filter(({ done, survey }) => done ?? survey).length === specifications.length) leave()
  const { user, system } = process.cpuUsage(spent)
  if ((user + system) / 1e6 < patience) return
  const { trying } = said().findLast((line) => line.trying) ?? {}
  appendFileSync(job.results, `${JSON.stringify({ id: trying, verdict: 'timed out', by: 'a loop without end' })}\n`)
  leave()
}, 1000).unref()

await vitest.runTestSpecifications(specifications)
leave()
