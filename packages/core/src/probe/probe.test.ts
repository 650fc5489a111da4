import { startScripted } from '@sparekey/testkit/server'
import { describe, expect, test } from 'vitest'
import { SparekeyError } from '../errors/sparekey-error.ts'
import type { Endpoint } from '../settings/settings.ts'
import { deadPort, networkTo } from '../testing/network.ts'
import { ehlo, host, outcomes, username } from '../testing/probing.ts'
import { probe } from './probe.ts'

describe('the way to the server', () => {
  test('a name that is not found ends the climb at once', async () => {
    const network = {
      ...networkTo(1),
      resolve: () => Promise.reject(new SparekeyError('host-not-found', { host, error: 'ENOTFOUND' })),
    }
    const observation = await probe(
      { endpoint: { protocol: 'imap', host, port: 993, security: 'tls' }, username },
      network,
    )
    expect(outcomes(observation)[0]).toBe('resolve failed ENOTFOUND')
    expect(observation.steps.slice(1).every(({ outcome, ms }) => outcome === 'skipped' && ms === 0)).toBe(true)
  })

  test('of several addresses the first that answers is used', async () => {
    await using server = await startScripted((peer) =>
      peer.send('220 ready\r\n').answer(ehlo('AUTH PLAIN'), [/^QUIT$/, undefined]),
    )
    const network = {
      ...networkTo(server.port),
      resolve: async () => [deadPort, server.port].map((port) => ({ host: '127.0.0.1', port })),
    }
    const observation = await probe(
      { endpoint: { protocol: 'smtp', host, port: 587, security: 'none' }, username },
      network,
    )
    expect(outcomes(observation)[1]).toBe('connect ok')
    const none = { ...network, resolve: async () => [{ host: '127.0.0.1', port: deadPort }] }
    const refused = await probe({ endpoint: { protocol: 'smtp', host, port: 587, security: 'none' }, username }, none)
    expect(outcomes(refused)[1]).toBe('connect failed ECONNREFUSED')
  })
})

test.for([
  ['bad-address', { username: 'x\r\nDELE 1', proof: { secret: 'horse' } }],
  ['bad-secret', { username, proof: { secret: '' } }],
  ['bad-secret', { username, proof: { token: 'two words' } }],
] as const)('%s is refused before anything is resolved', async ([code, asked]) => {
  const endpoint: Endpoint = { protocol: 'pop3', host, port: 995, security: 'tls' }
  const network = { ...networkTo(1), resolve: () => Promise.reject(new Error('nothing may be resolved')) }
  await expect(probe({ endpoint, ...asked }, network)).rejects.toMatchObject({ code })
})
