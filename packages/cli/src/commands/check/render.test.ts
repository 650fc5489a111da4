import type { CheckReport, Step } from '@sparekey/core'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { hostileText } from '@sparekey/testkit/hostile'
import { controls } from '../../testing/controls.ts'
import { outputOf } from '../../testing/output.ts'
import { en } from '../../words/en/en.ts'
import { ja } from '../../words/ja/ja.ts'
import { takeGlobals } from '../../command-line/globals.ts'
import type { Found } from './findings.ts'
import { renderCheck } from './render.ts'

const step = fc.record({
  step: fc.constantFrom('resolve', 'connect', 'tls', 'greeting', 'capabilities', 'sign-in'),
  outcome: fc.constantFrom('ok', 'failed', 'skipped'),
  ms: fc.nat(20_000),
  reply: hostileText,
  error: hostileText,
}) as fc.Arbitrary<Step>

const found = fc.record({
  code: fc.constant('unknown-refusal'),
  certainty: fc.constantFrom('certain', 'likely', 'possible'),
  title: hostileText,
  explanation: hostileText,
  nextSteps: fc.array(fc.record({ text: hostileText, url: hostileText, command: hostileText }), { maxLength: 2 }),
  protocols: fc.constant(['imap']),
})

const report = fc.record({
  address: hostileText,
  account: fc.constantFrom('personal', 'work', 'unknown'),
  asOf: fc.constant('2021-05-01'),
  ok: fc.boolean(),
  finding: found,
  also: fc.array(found, { maxLength: 2 }),
  protocols: fc.array(
    fc.record({
      protocol: fc.constantFrom('imap', 'pop3', 'smtp'),
      host: hostileText,
      port: fc.nat(65_535),
      security: fc.constantFrom('tls', 'starttls', 'none'),
      username: hostileText,
      steps: fc.array(step, { maxLength: 6 }),
      differences: fc.array(
        fc.record({ field: fc.constantFrom('host', 'spa'), now: hostileText, right: hostileText }),
        {
          maxLength: 2,
        },
      ),
    }),
    { maxLength: 3 },
  ),
}) as unknown as fc.Arbitrary<CheckReport & { finding: Found; also: Found[] }>

const { globals } = takeGlobals([], {})

it('a check that is shown holds no control character, whatever the server and the settings say', () => {
  fc.assert(
    fc.property(report, fc.constantFrom(en, ja), fc.integer({ min: 20, max: 120 }), (given, say, columns) => {
      const findings = { first: given.finding, others: given.also }
      const lines = renderCheck(given, findings, { say, out: outputOf(columns), globals })
      expect(lines.join('')).not.toMatch(controls)
    }),
  )
})
