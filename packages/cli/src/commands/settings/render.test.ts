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

const server = { host: 'outlook.office365.com', port: 993, security: 'tls', spa: false } as const
const three: Settings = {
  address: 'hanako@hotmail.com',
  account: 'personal',
  source: 'domain',
  asOf: '2026-11-30',
  servers: (['pop3', 'imap', 'smtp'] as const).map((protocol) => ({
    ...server,
    protocol,
    host: protocol === 'smtp' ? 'smtp-mail.outlook.com' : server.host,
    authentication: ['oauth2'],
    username: 'hanako@hotmail.com',
    ...(protocol === 'smtp' && { authenticationRequired: true as const }),
  })),
}

it('a label and its value stand side by side at 80 columns, in both languages', () => {
  for (const [say, server] of [
    [en, 'Server'],
    [ja, 'サーバー名'],
  ] as const) {
    const lines = renderSettings(three, say, outputOf(80))
    expect(lines.filter((line) => new RegExp(`^ {2}${server} +\\S+\\.com$`).test(line))).toHaveLength(3)
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(6 + 6 + 7)
  }
})

it('all servers look the same at every width', () => {
  for (const say of [en, ja]) {
    for (let columns = 20; columns <= 200; columns++) {
      const lines = renderSettings(three, say, outputOf(columns))
      const hosts = lines.filter(
        (line) => line.includes('outlook.office365.com') || line.includes('smtp-mail.outlook.com'),
      )
      const indents = new Set(hosts.map((line) => line.search(/(?:outlook\.office365|smtp-mail\.outlook)/)))
      expect(indents.size).toBeLessThanOrEqual(1)
    }
  }
})
