import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { controls } from '../../testing/controls.ts'
import { outputOf } from '../../testing/output.ts'
import { en } from '../../words/en/en.ts'
import { ja } from '../../words/ja/ja.ts'
import { renderAccounts } from './render.ts'

const kept = { realm: 'real', kind: 'personal', store: 'file', signIn: 'app-password' } as const

it('accounts that are shown hold no control character, whatever their file says', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom(en, ja), fc.integer({ min: 20, max: 120 }), (text, say, columns) => {
      const lines = renderAccounts([{ ...kept, address: text, since: text }], say, outputOf(columns))
      expect(lines.join('')).not.toMatch(controls)
    }),
  )
})
