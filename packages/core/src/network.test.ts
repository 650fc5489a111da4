import { lookup, Resolver } from 'node:dns/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { realNetwork } from './network.ts'

vi.mock('node:dns/promises', () => ({
  lookup: vi.fn<() => Promise<unknown>>(),
  Resolver: class {
    resolveMx(): Promise<unknown> {
      throw new Error('replaced in each test')
    }
  },
}))
afterEach(() => vi.restoreAllMocks())

const dnsError = (code: string) => Object.assign(new Error(code), { code })
const network = realNetwork({ timeoutMs: 1000 })

describe('the real network', () => {
  test('gives every address of a name, in the resolver’s order', async () => {
    vi.mocked(lookup).mockResolvedValue([
      { address: '2001:db8::1', family: 6 },
      { address: '192.0.2.1', family: 4 },
    ] as never)
    expect(await network.resolve('imap.example', 993)).toEqual([
      { host: '2001:db8::1', port: 993 },
      { host: '192.0.2.1', port: 993 },
    ])
  })

  test('asks nobody about an address', async () => {
    vi.mocked(lookup).mockRejectedValue(dnsError('ENOTFOUND'))
    expect(await network.resolve('::1', 993)).toEqual([{ host: '::1', port: 993 }])
  })

  test.for(['ENOTFOUND', 'EAI_AGAIN'])('a name with %s is host-not-found', async (code) => {
    vi.mocked(lookup).mockRejectedValue(dnsError(code))
    await expect(network.resolve('imap.example', 993)).rejects.toMatchObject({
      code: 'host-not-found',
      details: { host: 'imap.example', error: code },
    })
  })

  test('gives a domain’s exchanges best first, in lower case', async () => {
    vi.spyOn(Resolver.prototype, 'resolveMx').mockResolvedValue([
      { priority: 20, exchange: 'second.example' },
      { priority: 10, exchange: 'First.Example' },
    ])
    expect(await network.resolveMx('contoso.example')).toEqual(['first.example', 'second.example'])
  })

  test.for(['ENOTFOUND', 'ENODATA'])('a domain with %s has none', async (code) => {
    vi.spyOn(Resolver.prototype, 'resolveMx').mockRejectedValue(dnsError(code))
    expect(await network.resolveMx('contoso.example')).toEqual([])
  })

  test('opens pages under their own names', () => {
    expect(network.pageFor('https://www.microsoft.com/link')).toBe('https://www.microsoft.com/link')
  })

  test('a resolver that does not answer is not a domain without exchanges', async () => {
    vi.spyOn(Resolver.prototype, 'resolveMx').mockRejectedValue(dnsError('ETIMEOUT'))
    await expect(network.resolveMx('contoso.example')).rejects.toMatchObject({ code: 'host-not-found' })
  })

  test('lives today', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-22T23:59:59Z') })
    expect(network.asOf()).toBe('2026-11-22')
    vi.useRealTimers()
  })
})
