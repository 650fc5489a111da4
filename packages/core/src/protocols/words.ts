import type { FindingCode } from '../errors/codes.ts'
import { codeOfMachineWord } from '../errors/machine-words.ts'
import type { ProbeWord, StepName } from './step.ts'

/** What a step's failure means where no server spoke: the probe's word, the machine's word, else the step itself. */

const ofProbe = {
  'not-in-server-map': 'host-not-found',
  'mock-gone': 'mock-not-running',
  timeout: 'connection-timeout',
  closed: 'connection-dropped',
  endless: 'not-a-mail-server',
  'tls-spoken': 'tls-needed',
  'other-protocol': 'not-a-mail-server',
  refused: undefined,
  'no-tls': 'tls-needed',
  'starttls-missing': 'tls-needed',
  'starttls-refused': 'tls-needed',
  'bytes-before-tls': 'tls-needed',
  preauth: 'tls-needed',
  'password-not-offered': undefined,
  'token-not-offered': undefined,
  'not-asked': undefined,
} as const satisfies Record<ProbeWord, FindingCode | undefined>

const ofStep = {
  resolve: 'host-not-found',
  connect: 'connection-refused',
  tls: 'tls-not-spoken',
  greeting: 'server-unavailable',
  capabilities: 'not-a-mail-server',
  'sign-in': 'unknown-refusal',
} as const satisfies Record<StepName, FindingCode>

export function codeOfWord(step: StepName, word = ''): FindingCode {
  if (step === 'resolve') return ofStep.resolve
  return (isProbeWord(word) ? ofProbe[word] : codeOfMachineWord(word)) ?? ofStep[step]
}

/** Whether a word is the probe's own, which tells a person nothing that the finding does not. */
export function isProbeWord(word: string): word is ProbeWord {
  return Object.hasOwn(ofProbe, word)
}
