/**
 * `npm test`: builds, lints, type-checks and tests every package, then says in one last line what came of it, summed over
 * the reports that vitest wrote. Exits 1 if a task failed, a test failed, or no test ran.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tasks = ['build', 'lint:code', 'lint:format', 'lint:unused', 'lint:generated', 'typecheck', 'test']
const packages = [...readdirSync(join(root, 'packages')).map((name) => join('packages', name)), 'e2e']

const reportOf = (folder) => join(root, folder, '.vitest', 'report.json')
for (const folder of packages) rmSync(reportOf(folder), { force: true })

const turbo = spawnSync(
  join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'turbo.cmd' : 'turbo'),
  ['run', ...tasks, '--continue', '--output-logs=new-only', '--ui=stream'],
  {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  },
)

const sum = { passed: 0, failed: 0, skipped: 0 }
const tell = []
for (const folder of packages) {
  if (!existsSync(reportOf(folder))) {
    tell.push(`no test report from ${folder}`)
    sum.failed += 1
    continue
  }
  for (const file of JSON.parse(readFileSync(reportOf(folder), 'utf8')).testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    // A file that does not even load has no assertions, and must not look like one without tests.
    if (file.status === 'failed' && failed.length === 0) tell.push(`failed: ${file.name}: ${file.message}`)
    sum.failed += file.status === 'failed' ? Math.max(failed.length, 1) : 0
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') sum.passed += 1
      else if (status === 'failed') tell.push(`failed: ${fullName}`)
      else tell.push(`skipped: ${fullName}`)
      if (status !== 'passed' && status !== 'failed') sum.skipped += 1
    }
  }
}

if (tell.length > 0) console.log(`\n${tell.join('\n')}`)
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exitCode = turbo.status === 0 && sum.failed === 0 && sum.passed > 0 ? 0 : 1
