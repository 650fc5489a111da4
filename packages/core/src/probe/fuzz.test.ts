import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { startScripted } from '@sparekey/testkit/server'
import { networkTo } from '../testing/network.ts'
import { capabilitiesIn } from '../protocols/imap.ts'
import { probe } from './probe.ts'

/** Lines of all protocols, and of none. */
const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '* OK',
      '+OK',
      '220 x',
      '250-x',
      '250 AUTH LOGIN',
      '* CAPABILITY AUTH=PLAIN',
      'A1 OK',
      'A2 OK',
      'T2 OK',
      '.',
      'USER',
      '+ ',
      '334 ',
      '* BYE',
      '250 STARTTLS',
    ),
  },
  { weight: 1, arbitrary: hostileText },
)

test.for(['imap', 'pop3', 'smtp'] as const)(
  '%s: whatever a server says, the probe ends with what it saw, the secret unsent',
  async (protocol) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom('starttls', 'none'),
        fc.constantFrom({ secret: 'correct-horse' }, { token: 'correct-horse' }),
        async (lines, security, proof) => {
          await using server = await startScripted((peer) => peer.send(...lines.map((text) => `${text}\r\n`)).end())
          const endpoint = { protocol, host: 'mail.example', port: 1, security } as const
          const observation = await probe({ endpoint, username: 'hanako', proof }, networkTo(server.port))
          expect(observation.steps).toHaveLength(6)
          expect(observation.sent).toBe(false)
          expect(server.heard.join()).not.toContain('horse')
        },
      ),
      { numRuns: 60 },
    )
  },
)

test('a capability line gives words without spaces', () => {
  expect(() =>
    fc.assert(
      fc.property(hostileText, (text) =>
        capabilitiesIn(`* CAPABILITY ${text}`).every((word) => word !== '' && !word.includes(' ')),
      ),
    ),
  ).not.toThrow()
  expect(capabilitiesIn('* OK [CAPABILITY IMAP4rev1]')).toEqual([])
})
