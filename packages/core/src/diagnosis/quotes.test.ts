import { expect, test } from 'vitest'
import type { Step } from '../protocols/step.ts'
import { observed, on, refused } from '../testing/observed.ts'
import { diagnose } from './diagnose.ts'

const evidence = (step: Parameters<typeof observed>[1]) =>
  diagnose([observed('imap', step)], on('2021-05-01')).finding.evidence

test.for([
  ['what the server said, though the machine found the fault', { step: 'sign-in', error: 'ECONNRESET', reply: 'a b' }],
  ['what the server said to STARTTLS, where nothing else is known', { step: 'tls', reply: 'a b' }],
  ['words in one line, without space around them', { step: 'sign-in', error: 'refused', reply: ' \t a\r\n\r\n  b \n' }],
] as const)('evidence quotes %s', ([, step]) => {
  expect(evidence(step)).toEqual({ step: step.step, quote: 'a b', by: 'server' })
})

test('evidence is left out where neither the server nor the machine said anything', () => {
  expect(diagnose([observed('imap', { step: 'greeting' })], on('2021-05-01')).finding).not.toHaveProperty('evidence')
})

test.for([299, 300, 301])('evidence of %i characters is whole up to 300', (length) => {
  const quote = evidence({ step: 'sign-in', error: 'refused', reply: 'x'.repeat(length) })!.quote
  expect(quote).toBe(length > 300 ? `${'x'.repeat(300)}…` : 'x'.repeat(length))
})

test('evidence of a server whose ways to sign in were never asked for is the machine’s', () => {
  const observation = observed('pop3', { step: 'sign-in', outcome: 'skipped', error: 'password-not-offered' })
  const asked = ({ step }: Step) => step !== 'capabilities'
  const { finding } = diagnose([{ ...observation, steps: observation.steps.filter(asked) }], on('2021-05-01'))
  expect(finding).toEqual({
    code: 'unknown-refusal',
    certainty: 'certain',
    protocol: 'pop3',
    evidence: { step: 'capabilities', quote: 'password-not-offered', by: 'machine' },
  })
})

test('a server’s own words for a wrong password are certain, whoever’s server it is', () => {
  for (const context of [on('2021-05-01'), { servers: [] }]) {
    const { finding } = diagnose([refused('imap', 'other-secret', 'A2 NO [AUTHENTICATIONFAILED] no')], context)
    expect(finding).toMatchObject({ code: 'password-wrong', certainty: 'certain' })
  }
})

test('nothing observed is nothing to judge', () => {
  expect(() => diagnose([], on('2021-05-01'))).toThrow(RangeError)
})
