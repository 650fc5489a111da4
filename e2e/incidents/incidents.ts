import { writeFileSync } from 'node:fs'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { namesIn } from './hosts.ts'
import { readIncidents } from './incident.ts'
import { tableOf, type Answer } from './judge.ts'
import { answerTo } from './play.ts'

/** `npm run incidents`: plays every incident and prints what came of it; with `--write`, the answers are recorded. */
const folder = 'incidents'
const incidents = readIncidents(folder)
const certificate = await issueCertificate(namesIn(incidents))
const answers: Answer[] = []
for (const incident of incidents) answers.push({ incident, code: await answerTo(incident, certificate) })
console.log(tableOf(answers))
if (process.argv.includes('--write')) {
  const recorded = Object.fromEntries(answers.map(({ incident, code }) => [incident.id, code]))
  writeFileSync(`${folder}/expected.json`, `${JSON.stringify(recorded, null, 2)}\n`)
}
