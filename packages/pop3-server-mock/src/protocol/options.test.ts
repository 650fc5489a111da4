import { describe, expect, it, vi } from 'vitest'
import { mechanismNames } from './sasl.ts'
import { settle, systemTimers } from './options.ts'

const tls = { cert: 'PEM', key: 'PEM' }

describe('a server that is told nothing', () => {
  it('has exactly these limits', () => {
    expect(settle({}).limits).toEqual({
      commandOctets: 8192,
      responseOctets: 16_384,
      badCommands: 10,
      signInFailures: 3,
      connections: 100,
      unauthenticatedMs: 60_000,
      idleMs: 600_000,
      lingerMs: 1000,
    })
  })

  it('takes every mechanism in both forms, and every command, also with octets above 127, before TLS too', () => {
    const { mechanisms, ...settings } = settle({})
    const forms = { oneLine: true, twoLine: true }
    expect([...mechanisms]).toEqual(mechanismNames.map((name) => [name, forms]))
    expect(settings).toMatchObject({ requireTls: false, respCodes: true, pipelining: true, eightBitCommands: true })
    expect(settings.disabledCommands.size).toBe(0)
    expect(settings.capabilities(['TOP'], undefined as never)).toEqual(['TOP'])
  })
})

it('time passes by the clock of the system, and what is cleared never comes', () => {
  vi.useFakeTimers()
  try {
    const came: string[] = []
    systemTimers.set(() => came.push('set'), 10)
    systemTimers.clear(systemTimers.set(() => came.push('cleared'), 10))
    vi.advanceTimersByTime(9)
    expect(came).toEqual([])
    vi.advanceTimersByTime(1)
    expect(came).toEqual(['set'])
  } finally {
    vi.useRealTimers()
  }
})

it('one limit that is set leaves the others as they are', () => {
  expect(settle({ limits: { badCommands: 1 } }).limits).toEqual({ ...settle({}).limits, badCommands: 1 })
})

it.each([
  [{}, false],
  [{ tls }, true],
  [{ tls, secure: false }, true],
  [{ tls, secure: true }, false],
  [{ tls, stls: false }, false],
  [{ tls, secure: true, stls: true }, true],
])('STLS is offered where there is a certificate and no TLS yet, unless said otherwise: %j %j', (options, offered) => {
  expect(settle(options).stls).toBe(offered)
})

it.each([
  [{ PLAIN: false, LOGIN: false }, { XOAUTH2: { oneLine: true, twoLine: true } }],
  [
    { PLAIN: { oneLine: false, twoLine: true }, XOAUTH2: false },
    { PLAIN: { oneLine: false, twoLine: true }, LOGIN: { oneLine: true, twoLine: true } },
  ],
  [{ PLAIN: false, LOGIN: false, XOAUTH2: false }, {}],
])('mechanisms %j leave %j', (mechanisms, left) => {
  expect(Object.fromEntries(settle({ mechanisms }).mechanisms)).toEqual(left)
})
