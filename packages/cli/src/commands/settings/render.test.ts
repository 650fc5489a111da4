import type { Settings } from '@sparekey/core'
import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { controls } from '../../testing/controls.ts'
import { outputOf } from '../../testing/output.ts'
import { en } from '../../words/en/en.ts'
import { ja } from '../../words/ja/ja.ts'
import { renderSettings } from './render.ts'

it('settings that are shown hold no control character, whatever the address is', () => {
  const server = { protocol: 'imap', host: 'imap-mail.outlook.com', port: 993, security: 'tls', spa: false } as const
  fc.assert(
    fc.property(hostileText, fc.constantFrom(en, ja), fc.integer({ min: 20, max: 120 }), (text, say, columns) => {
      const settings: Settings = {
        address: text,
        account: 'personal',
        source: 'domain',
        asOf: '2021-05-01',
        servers: [{ ...server, authentication: ['password'], username: text }],
      }
      expect(renderSettings(settings, say, outputOf(columns)).join('')).not.toMatch(controls)
    }),
  )
})
