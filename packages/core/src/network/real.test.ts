import { describe, expect, test, vi } from 'vitest'
import { realNetwork, type NameResolver } from './real.ts'

const dnsError = (code: string) => Object.assign(new Error(code), { code })
const silent: NameResolver = {
  addresses: () => Promise.reject(dnsError('ENOTFOUND')),
  mailExchanges: () => Promise.reject(dnsError('ENOTFOUND')),
}
const networkWith = (names: Partial<NameResolver>) => realNetwork({ timeoutMs: 1000, names: { ...silent, ...names } })

describe('the real network', () => {
  test('gives every address of a name, in the resolver’s order', async () => {
    const network = networkWith({ addresses: async () => ['2001:db8::1', '192.0.2.1'] })
    expect(await network.resolve('imap.example', 993)).toEqual([
      { host: '2001:db8::1', port: 993 },
      { host: '192.0.2.1', port: 993 },
    ])
  })

  test('asks nobody about an address', async () => {
    expect(await networkWith({}).resolve('::1', 993)).toEqual([{ host: '::1', port: 993 }])
  })

  test.for(['ENOTFOUND', 'EAI_AGAIN'])('a name with %s is host-not-found', async (code) => {
    const network = networkWith({ addresses: () => Promise.reject(dnsError(code)) })
    await expect(network.resolve('imap.example', 993)).rejects.toMatchObject({
      code: 'host-not-found',
      details: { host: 'imap.example', error: code },
    })
  })

  test('gives a domain’s exchanges best first, in lower case', async () => {
    const network = networkWith({
      mailExchanges: async () => [
        { priority: 20, exchange: 'second.example' },
        { priority: 10, exchange: 'First.Example' },
      ],
    })
    expect(await network.resolveMx('contoso.example')).toEqual(['first.example', 'second.example'])
  })

  test.for(['ENOTFOUND', 'ENODATA'])('a domain with %s has none', async (code) => {
    const network = networkWith({ mailExchanges: () => Promise.reject(dnsError(code)) })
    expect(await network.resolveMx('contoso.example')).toEqual([])
  })

  test('opens pages under their own names', () => {
    expect(realNetwork().pageFor('https://www.microsoft.com/link')).toBe('https://www.microsoft.com/link')
  })

  test('a resolver that does not answer is not a domain without exchanges', async () => {
    const network = networkWith({ mailExchanges: () => Promise.reject(dnsError('ETIMEOUT')) })
    await expect(network.resolveMx('contoso.example')).rejects.toMatchObject({ code: 'host-not-found' })
  })

  test('lives today', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-22T23:59:59Z') })
    expect(realNetwork().asOf()).toBe('2026-11-22')
    vi.useRealTimers()
  })
})
