/**
 * `npm test`: builds, lints, type-checks and tests every package, then says in one last line what came of it, summed over
 * the reports that vitest wrote. Exits 1 if a task failed, a test failed, or no test ran.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ownReport, packages, root, sumOf, tellSum } from './reports.mjs'

const tasks = ['build', 'lint:code', 'lint:format', 'lint:unused', 'lint:generated', 'typecheck', 'test']
for (const folder of packages) rmSync(ownReport(folder), { force: true })

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

const good = tellSum(sumOf(packages.map((folder) => ({ path: ownReport(folder), title: folder }))))
process.exitCode = turbo.status === 0 && good ? 0 : 1
