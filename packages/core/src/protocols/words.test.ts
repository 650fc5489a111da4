import { describe, expect, test } from 'vitest'
import type { StepName } from './step.ts'
import { codeOfWord, isProbeWord } from './words.ts'

const steps: readonly StepName[] = ['resolve', 'connect', 'tls', 'greeting', 'capabilities', 'sign-in']

describe('a step that failed', () => {
  test.for([
    ['resolve', 'host-not-found'],
    ['connect', 'connection-refused'],
    ['tls', 'tls-not-spoken'],
    ['greeting', 'server-unavailable'],
    ['capabilities', 'not-a-mail-server'],
    ['sign-in', 'unknown-refusal'],
  ] as const)('at %s means %s where no word says more', ([step, code]) => {
    const silent = [undefined, '', 'EWHATEVER', 'refused', 'password-not-offered', 'token-not-offered', 'not-asked']
    expect(silent.map((word) => codeOfWord(step, word))).toEqual(silent.map(() => code))
  })

  test.for([
    ['not-in-server-map', 'host-not-found'],
    ['timeout', 'connection-timeout'],
    ['closed', 'connection-dropped'],
    ['endless', 'not-a-mail-server'],
    ['tls-spoken', 'tls-needed'],
    ['other-protocol', 'not-a-mail-server'],
    ['no-tls', 'tls-needed'],
    ['starttls-missing', 'tls-needed'],
    ['starttls-refused', 'tls-needed'],
    ['bytes-before-tls', 'tls-needed'],
    ['preauth', 'tls-needed'],
    ['ECONNREFUSED', 'connection-refused'],
    ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ] as const)('with the word %s means %s at every step but the first', ([word, code]) => {
    expect(steps.map((step) => codeOfWord(step, word))).toEqual(['host-not-found', ...Array(5).fill(code)])
  })
})

test('the probe’s own words are told apart from the machine’s, and from the names that objects have', () => {
  expect(['timeout', 'refused', 'preauth', 'not-asked'].every(isProbeWord)).toBe(true)
  expect(['', 'ETIMEDOUT', 'Timeout', 'constructor', 'toString', '__proto__'].some(isProbeWord)).toBe(false)
})
