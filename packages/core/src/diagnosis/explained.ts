import type { Observation } from '../probe/observation.ts'
import type { StepName } from '../protocols/step.ts'
import type { Difference } from './compare.ts'
import type { FindingCode } from '../errors/codes.ts'

type Failure = { step: StepName; word: string; code: FindingCode; greeted: boolean }
type Row = { when: Partial<Failure>; by: readonly Difference['field'][] }

const rows: readonly Row[] = [
  { when: { word: 'no-tls' }, by: ['host', 'security'] },
  { when: { word: 'mock-gone' }, by: [] },
  { when: { word: 'not-in-server-map' }, by: ['host', 'port'] },
  { when: { step: 'resolve' }, by: ['host'] },
  { when: { step: 'connect' }, by: ['host', 'port'] },
  { when: { code: 'certificate-untrusted' }, by: ['host'] },
  { when: { code: 'certificate-wrong-name' }, by: ['host'] },
  { when: { code: 'certificate-expired' }, by: ['host'] },
  { when: { word: 'preauth' }, by: ['host'] },
  { when: { greeted: false }, by: ['host', 'port', 'security'] },
  { when: {}, by: ['host'] },
]

/**
 * Whether a setting that differs explains why a connection failed: only then is the setting to be mended first, else
 * what was found on the way (docs/reference/findings.md#the-top-finding). What another host does says nothing of the
 * right one, and explains all. A port and an encryption explain that nobody answers in the protocol, until its greeting
 * was heard; a certificate that does not verify, and TLS that is tampered with, they do not explain. A mock that was
 * stopped is explained by no setting. First match wins.
 */
export function isExplained(code: FindingCode, { steps }: Observation, differences: readonly Difference[]): boolean {
  const { step, error: word = '' } = steps.find(({ outcome }) => outcome === 'failed') ?? steps.at(-1)!
  const greeted = steps.some(({ step, outcome }) => step === 'greeting' && outcome === 'ok')
  const failure: Failure = { step, word, code, greeted }
  const names = Object.keys(failure) as (keyof Failure)[]
  const { by } = rows.find(({ when }) =>
    names.every((name) => when[name] === undefined || when[name] === failure[name]),
  )!
  return differences.some(({ field }) => by.includes(field))
}
