/** The last line of `.ci/run`: what `npm test` and `npm run test:nodes` reported, as one sum. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { nodeReports, ownReport, packages, sumOf, tellSum } from './reports.mjs'

const own = packages.map((folder) => ({ path: ownReport(folder), title: folder }))
const onNodes = (existsSync(nodeReports) ? readdirSync(nodeReports) : []).map((name) => ({
  path: join(nodeReports, name),
  title: name.replace('.json', ''),
}))
if (!tellSum(sumOf([...own, ...onNodes]))) process.exitCode = 1
