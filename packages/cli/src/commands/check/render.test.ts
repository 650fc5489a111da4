import type { CheckReport, Finding, Step } from '@sparekey/core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeGlobals } from '../../command-line/globals.ts'
import { en } from '../../words/en.ts'
import { ja } from '../../words/ja.ts'
import { createOutput } from '../../run/output.ts'
import { renderCheck } from './render.ts'
import { renderList, renderMessage, renderSent } from '../mail/render.ts'
import { width } from '../../render/width.ts'

const nowhere = { write: () => true }
const outputOf = (columns: number) =>
  createOutput({ stdout: { ...nowhere, columns }, stderr: nowhere, globals: takeGlobals([], {}).globals, env: {} })

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b[2J', '\u009b', '\r', '\n', '\t', '\u0000', '\u202e', '\u2066', '\u007f', '件名', 'word '),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
  maxLength: 30,
})
const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

const step = fc.record({
  step: fc.constantFrom('resolve', 'connect', 'tls', 'greeting', 'capabilities', 'sign-in'),
  outcome: fc.constantFrom('ok', 'failed', 'skipped'),
  ms: fc.nat(20_000),
  reply: hostile,
  error: hostile,
}) as fc.Arbitrary<Step>

const report = fc.record({
  address: hostile,
  account: fc.constantFrom('personal', 'work', 'unknown'),
  asOf: fc.constant('2021-05-01'),
  ok: fc.boolean(),
  finding: fc.record({
    code: fc.constant('unknown-refusal'),
    certainty: fc.constantFrom('certain', 'likely', 'possible'),
    title: hostile,
    explanation: hostile,
    nextSteps: fc.array(fc.record({ text: hostile, url: hostile, command: hostile }), { maxLength: 2 }),
  }),
  protocols: fc.array(
    fc.record({
      protocol: fc.constantFrom('imap', 'pop3', 'smtp'),
      host: hostile,
      port: fc.nat(65_535),
      security: fc.constantFrom('tls', 'starttls', 'none'),
      username: hostile,
      steps: fc.array(step, { maxLength: 6 }),
      differences: fc.array(fc.record({ field: fc.constantFrom('host', 'spa'), now: hostile, right: hostile }), {
        maxLength: 2,
      }),
    }),
    { maxLength: 3 },
  ),
}) as unknown as fc.Arbitrary<CheckReport & { finding: Finding }>

describe('what is rendered', () => {
  it('of a check holds no control character, whatever the server and the settings say', () => {
    fc.assert(
      fc.property(report, fc.constantFrom(en, ja), fc.integer({ min: 20, max: 120 }), (given, say, columns) => {
        expect(renderCheck(given, say, outputOf(columns)).join('')).not.toMatch(controls)
      }),
    )
  })

  it('of mail holds no control character, whatever the message says', () => {
    const summary = fc.record({ uid: hostile, from: hostile, subject: hostile, date: fc.constant(null) })
    const message = fc.record({
      headers: fc.record({ from: hostile, to: fc.array(hostile), subject: hostile, date: hostile }),
      text: fc.option(hostile),
      html: fc.option(hostile),
      attachments: fc.array(fc.record({ filename: fc.option(hostile), contentType: hostile, size: fc.nat() })),
    })
    fc.assert(
      fc.property(fc.array(summary), message, hostile, (summaries, read, text) => {
        const out = outputOf(80)
        const messages = summaries.map((one) => ({ ...one, messageId: null, to: [], size: 1, flags: [] }))
        const via = 'graph' as const
        const sent = { accepted: [text], rejected: [{ address: text, reply: text }], messageId: text, reply: text, via }
        const lines = [
          ...renderList(messages, text, ja, out),
          ...renderMessage(read, en, out),
          ...renderSent(sent, en, out),
        ]
        expect(lines.join('')).not.toMatch(controls)
      }),
    )
  })

  it('of a list keeps within a narrow terminal', () => {
    const columns = 60
    const message = {
      uid: '12345',
      messageId: null,
      from: '長い名前の差出人さん <somebody.with.a.long.name@outlook.jp>',
      to: [],
      subject: '件名もとても長くて一行には収まりません。'.repeat(3),
      date: '2021-05-01T00:00:00.000Z',
      size: 1,
      flags: [],
    }
    const lines = renderList([message], 'INBOX', ja, outputOf(columns))
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(columns)
  })
})
