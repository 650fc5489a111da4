/**
 * vitest's runner, with every mutant of a room inside the code under test, switched on one at a time. Runs in vitest's
 * worker. Each test runs once as it is, which shows what mutants it reaches, and then once with each of those that no test
 * has caught yet. What runs while modules load (tables, mostly) is loaded afresh for its mutant, and the file's tests that
 * run code of the room are run on it.
 *
 * What fails counts only if it passes again right after, without the mutant.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { startTests } from '@vitest/runner'
import fc from 'fast-check'
import { inject, vi } from 'vitest'
import { VitestTestRunner } from 'vitest/runners'
import { attempt, coverage, switches, withinTurns } from './attempt.mjs'

const job = JSON.parse(readFileSync(inject('mutantsJob'), 'utf8'))
const say = (line) => appendFileSync(job.results, `${JSON.stringify(line)}\n`)
/** Mutants of this process's share that nobody has caught yet. */
const alive = new Set(job.mutants)
fc.configureGlobal({ seed: job.seed })

export default class MutantsRunner extends VitestTestRunner {
  /** The file at hand: what each of its tests reaches, and what has to be loaded afresh. */
  file = { tests: new Map(), afresh: new Set(), from: 0 }
  /** Set while the file is loaded again for one mutant. */
  again = undefined

  importFile(path, source) {
    if (source === 'collect') {
      vi.resetModules()
      coverage.static = {}
      switches.activeMutant = this.again?.mutant
      if (!this.again) this.file = { tests: new Map(), afresh: new Set(), from: performance.now() }
    }
    return super.importFile(path, source)
  }

  async runTask(test) {
    if (this.again) return this.runAgain(test)
    const clean = await this.attempt(test, {})
    if (clean.error) {
      say({ broken: nameOf(test), error: String(clean.error?.message ?? clean.error) })
      return
    }
    this.file.tests.set(test.id, clean)
    const candidates = Object.keys(clean.reached).filter((id) => alive.has(id))
    if (candidates.length === 0) return
    // A test that cannot run twice in a row (a fake clock goes on, say) is run from a fresh start each time.
    if ((await this.attempt(test, {})).error) return candidates.forEach((id) => this.file.afresh.add(id))
    for (const id of candidates) {
      say({ trying: id })
      const { error, hung } = await this.attempt(test, { mutant: id, ...bounds(clean, id) })
      if (!error && !hung) continue
      const { error: still, hung: stuck } = await this.attempt(test, bounds(clean))
      this.caught(id, { by: nameOf(test), hung, doubt: stuck ? 'hung' : still })
    }
  }

  async onAfterRunFiles(files) {
    super.onAfterRunFiles(files)
    if (this.again) return
    const [{ filepath }] = files
    const seconds = (performance.now() - this.file.from) / 1000
    const reached = new Set([...this.file.tests.values()].flatMap((test) => Object.keys(test.reached)))
    const loaded = Object.keys(coverage.static)
    if (job.survey) return say({ survey: filepath, seconds, reached: [...reached], loaded })
    const ids = [...loaded, ...this.file.afresh].filter((id) => alive.has(id))
    for (const id of ids) await this.tryAfresh(filepath, id)
    say({ done: filepath })
  }

  async tryAfresh(filepath, id) {
    say({ trying: id })
    const { by, hung } = await this.loadAgain(filepath, { mutant: id })
    if (!by) return
    const { by: still } = await this.loadAgain(filepath, { mutant: undefined })
    this.caught(id, { by, hung, doubt: still })
  }

  /** Loads and runs the file once more, and tells vitest nothing of it. @returns what test failed, if one did */
  async loadAgain(filepath, again) {
    const { onTaskUpdate, onCollected } = this
    Object.assign(this, { again, onTaskUpdate: async () => undefined, onCollected: async () => undefined })
    const turns = [...this.file.tests.values()].reduce((sum, clean) => sum + bounds(clean).turns, 500)
    const { value, hung } = await withinTurns(() => startTests([filepath], this), turns)
    Object.assign(this, { again: undefined, onTaskUpdate, onCollected })
    switches.activeMutant = undefined
    if (hung) {
      // Loading it, or a hook, does not end: nothing more can be run here.
      if (again.mutant !== undefined) say({ id: again.mutant, verdict: 'timed out', by: 'the file does not load' })
      leave()
    }
    if (value?.[0].result?.state !== 'pass') again.by ??= nameOf(value?.[0] ?? { name: filepath })
    return again
  }

  async runAgain(test) {
    const clean = this.file.tests.get(test.id)
    // Elsewhere, what a test does without the room does not change with it. A test that is new here comes of the mutant,
    // which may have changed a table that makes tests.
    const touches = !clean || Object.keys(clean.reached).length > 0 || test.file.filepath.startsWith(job.beside)
    if (this.again.by || !touches) return
    const { mutant } = this.again
    const { error, hung } = await this.attempt(test, { mutant, ...bounds(clean ?? { taken: 0 }) })
    if (error || hung) Object.assign(this.again, { by: nameOf(test), hung })
  }

  async attempt(test, limits) {
    const run = async () => {
      this.onBeforeTryTask(test)
      await VitestTestRunner.getTestFn(test)()
      this.onAfterTryTask(test)
    }
    const end = await attempt(run, { mutant: this.again?.mutant, ...limits })
    // What vitest would do before the next test, so that the next run of this one finds what the first has found.
    const finished = (test.onFinished ?? []).toReversed()
    test.onFinished = undefined
    await withinTurns(async () => {
      for (const callback of finished) await callback(test.context)
    }, 500)
    for (const undo of ['restoreAllMocks', 'unstubAllEnvs', 'unstubAllGlobals', 'useRealTimers']) vi[undo]()
    return end
  }

  caught(id, { by, hung, doubt }) {
    // What broke the test may have been left by another mutant: a new process tells. It may also have been left by this one:
    // then the next mutants get a new process.
    const certain = doubt === undefined || job.doubted.includes(id)
    alive.delete(id)
    say(certain ? { id, verdict: hung ? 'timed out' : 'caught', by } : { doubt: id, because: String(doubt) })
    if (doubt !== undefined) leave()
  }
}

/** Ends the process, which vitest keeps `process.exit` from doing here. */
function leave() {
  process.kill(process.pid, 'SIGKILL')
}

/** A test has turns of the event loop, and a mutant rounds, in proportion to what the test takes without it. */
function bounds({ taken, reached }, id) {
  return { turns: 60 + 20 * taken, hits: id === undefined ? Infinity : 1000 + 100 * reached[id] }
}

function nameOf(task) {
  const within = task.suite ?? task.file
  return within === undefined || within === task ? task.name : `${nameOf(within)} > ${task.name}`
}
