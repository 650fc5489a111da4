/**
 * `npm run test:nodes [MAJOR…]`: runs what `npm run build` built, and the tests of every package, on the other living
 * releases of Node. Nothing is built, linted or type-checked again: none of that depends on the Node that users have. The
 * container's tests are left out: its image brings a Node of its own.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { nodeReport, nodeReports, packages, root, sumOf, tellSum } from './reports.mjs'
import { tool } from './tool.mjs'

/** The newest of each release line that gets fixes, beside the oldest that is supported, on which `npm test` runs. */
const nodeVersions = ['22.23.5', '24.22.3', '26.12.1']

const asked = process.argv.slice(2)
const versions = nodeVersions.filter((version) => asked.length === 0 || asked.includes(version.split('.')[0]))
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const leftOut = { e2e: ['--project=!containers'] }

const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal)
    process.exitCode = 1
    waiting.length = 0
  })
}

function nodeOf(version) {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  return join(tool(`${name}@${version}`), 'node_modules', name, 'bin', program)
}

/** One package's tests on one Node, and on it too whatever the tests start. @returns whether they passed */
async function testOn({ version, node, folder }) {
  const from = performance.now()
  const child = spawn(node, [vitest, 'run', ...(leftOut[folder] ?? [])], {
    cwd: join(root, folder),
    env: {
      ...process.env,
      PATH: [dirname(node), process.env.PATH].join(delimiter),
      SPAREKEY_TEST_REPORT: nodeReport(version, folder),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  const status = await new Promise((resolve) => child.once('error', resolve).once('close', resolve))
  running.delete(child)
  const seconds = Math.round((performance.now() - from) / 1000)
  console.log(`${status === 0 ? '✓' : '✗'} Node ${version}  ${folder}  ${seconds} s`)
  if (status !== 0) console.log(said)
  return status === 0
}

const jobs = versions.flatMap((version) => {
  const node = nodeOf(version)
  // The last one takes longest: begun first, it does not run alone at the end.
  return packages.toReversed().map((folder) => ({ version, node, folder }))
})
rmSync(nodeReports, { recursive: true, force: true })
const waiting = [...jobs]
let good = true
const worker = async () => {
  for (let job = waiting.shift(); job; job = waiting.shift()) good = (await testOn(job)) && good
}
await Promise.all(Array.from({ length: availableParallelism() }, worker))

const reports = jobs.map(({ version, folder }) => ({
  path: nodeReport(version, folder),
  title: `Node ${version}: ${folder}`,
}))
if (!tellSum(sumOf(reports)) || !good) process.exitCode = 1
