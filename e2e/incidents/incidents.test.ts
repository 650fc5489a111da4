import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { expect, test } from 'vitest'
import { namesIn } from './hosts.ts'
import { readIncidents } from './incident.ts'
import { answerTo } from './play.ts'

const incidents = readIncidents(import.meta.dirname)
const certificate = await issueCertificate(namesIn(incidents))
const expected = JSON.parse(readFileSync(join(import.meta.dirname, 'expected.json'), 'utf8')) as Record<string, unknown>

test('each incident has one recorded answer', () => {
  expect(Object.keys(expected)).toEqual(incidents.map(({ id }) => id))
})

test.for(incidents.filter(({ wantCode }) => wantCode !== null))('what is recorded of $id is its cause', (incident) => {
  expect(incident.wantCode).toContain(expected[incident.id])
})

test.for(incidents)(
  '$id is answered as it was: `npm run incidents -- --write` records another answer',
  async (incident) => {
    expect(await answerTo(incident, certificate)).toBe(expected[incident.id])
  },
)
