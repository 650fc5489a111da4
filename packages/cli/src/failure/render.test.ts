import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { controls } from '../testing/controls.ts'
import { outputOf } from '../testing/output.ts'
import { en } from '../words/en/en.ts'
import { ja } from '../words/ja/ja.ts'
import { renderFailure, renderStack } from './render.ts'

const page = outputOf(80)

it('a failure that is shown holds no control character, whatever it speaks of', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom(en, ja), (text, say) => {
      const nextSteps = [{ text, url: text, command: text }]
      const failure = { code: 'internal', exitCode: 70, lines: [text, text], nextSteps, reply: text } as const
      expect(renderFailure(failure, say, page).join('')).not.toMatch(controls)
      expect(renderStack(Object.assign(new Error(text), { stack: text })).join('')).not.toMatch(controls)
      expect(renderStack(text).join('')).not.toMatch(controls)
    }),
  )
})

it('a failure is shown as what happened, what the server said, what must be known, and what to do', () => {
  const failure = {
    code: 'message-refused',
    exitCode: 1,
    lines: ['one', 'two'],
    nextSteps: [
      { text: 'Look:', url: 'https://outlook.live.com' },
      { text: 'Try', command: 'sparekey check' },
    ],
    reply: '554 no\r\n',
    warning: 'perhaps',
  } as const
  expect(renderFailure(failure, en, page)).toEqual([
    '✗ one',
    '✗ two',
    '  “554 no”',
    '! perhaps',
    '→ Look: https://outlook.live.com',
    '→ Try sparekey check',
  ])
})
