/** One run of one test with one mutant, under limits that do not go by the clock of a busy machine. */

/** What the code under test asks and tells. The names are those that Stryker's instrumenter writes. */
export const switches = (globalThis.__stryker__ ??= {})
/** Each instrumented module keeps this very object. */
export const coverage = (switches.mutantCoverage ??= { static: {}, perTest: {} })

/** Tests may put a clock of their own in place of these. */
const { setInterval, clearInterval, setImmediate } = globalThis
const turn = 20

/**
 * @param limits `turns`, as for `withinTurns`; `hits`: how often the mutant may be passed, which ends loops
 * @returns the `error` or that it `hung`, what mutants it `reached` and how often, and the turns it has `taken`
 */
export async function attempt(run, { mutant, turns = Infinity, hits = Infinity }) {
  Object.assign(switches, { activeMutant: mutant, hitCount: 0, hitLimit: hits, currentTestId: 'now' })
  coverage.perTest = {}
  const end = await withinTurns(run, turns)
  const endless = switches.hitCount > hits
  Object.assign(switches, { activeMutant: undefined, currentTestId: undefined })
  return { ...end, ...(endless && { hung: true }), reached: coverage.perTest.now ?? {} }
}

/**
 * Waits for so many turns of the event loop, of about 20 ms each. A busy machine makes them longer, not fewer, and in each
 * everything that has arrived is worked off.
 */
export async function withinTurns(run, turns) {
  let taken = 0
  let stray
  let timer
  const ended = new Promise((resolve) => {
    timer = setInterval(() => ++taken > turns && resolve({ hung: true }), turn)
    // What is thrown where nobody waits for it fails a run of vitest as well.
    stray = (error) => resolve({ error })
    run().then((value) => resolve({ value }), stray)
  })
  process.on('unhandledRejection', stray).on('uncaughtException', stray)
  const end = await ended
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', stray).off('uncaughtException', stray)
  clearInterval(timer)
  return { ...end, taken }
}
