/** Sums up what vitest reported for several packages, and says what failed or was skipped. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
/** Every folder with tests, as a path under `root`. */
export const packages = [...readdirSync(join(root, 'packages')).map((name) => join('packages', name)), 'e2e']

/** The report that a package's own test command writes. */
export const ownReport = (folder) => join(root, folder, '.vitest', 'report.json')
export const nodeReports = join(root, '.reports')
/** The report of a package's tests on another Node than the one that is installed. */
export const nodeReport = (version, folder) =>
  join(nodeReports, `node-${version}-${folder.replaceAll(/[\\/]/g, '-')}.json`)

/** @param reports `{ path, title }` of each report that must be there; one that is not counts as a failure */
export function sumOf(reports) {
  const sum = { passed: 0, failed: 0, skipped: 0, tell: [] }
  for (const { path, title } of reports) {
    if (existsSync(path)) addReport(sum, JSON.parse(readFileSync(path, 'utf8')), title)
    else {
      sum.tell.push(`no test report from ${title}`)
      sum.failed += 1
    }
  }
  return sum
}

function addReport(sum, { testResults }, title) {
  for (const file of testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    // A file that does not even load has no assertions, and must not look like one without tests.
    if (file.status === 'failed' && failed.length === 0)
      sum.tell.push(`failed: ${title}: ${file.name}: ${file.message}`)
    sum.failed += file.status === 'failed' ? Math.max(failed.length, 1) : 0
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') sum.passed += 1
      else sum.tell.push(`${status === 'failed' ? 'failed' : 'skipped'}: ${title}: ${fullName}`)
      if (status !== 'passed' && status !== 'failed') sum.skipped += 1
    }
  }
}

/** Prints what needs telling and, as the last line, the numbers. @returns whether tests ran and none failed */
export function tellSum({ passed, failed, skipped, tell }) {
  if (tell.length > 0) console.log(`\n${tell.join('\n')}`)
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  return passed > 0 && failed === 0
}
