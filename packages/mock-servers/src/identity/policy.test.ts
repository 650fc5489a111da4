import { describe, expect, test } from 'vitest'
import { Directory } from '../directory/directory.ts'
import { findClient, isFor, secretRefusal } from './client-check.ts'
import { Clients } from './clients.ts'
import { policyRefusal } from './policy.ts'
import { authorityFrom } from './authority.ts'

const directory = new Directory({ now: () => new Date('2026-11-22T09:00:00Z') })
const [hanako, taro] = ['hanako@hotmail.com', 'taro@contoso.example'].map((address) =>
  directory.add({ address, password: 'x' }),
)

describe('whether an account gets a token', () => {
  /** Standing, two-step verification, second factor shown; then the tenant's policies. */
  test.each([
    ['active', false, false, {}, undefined],
    ['active', false, true, {}, undefined],
    ['active', true, true, {}, undefined],
    ['active', true, false, {}, 'second-factor-needed'],
    ['active', false, false, { securityDefaults: true }, 'second-factor-enrolment-needed'],
    ['active', false, true, { securityDefaults: true }, 'second-factor-enrolment-needed'],
    ['active', true, false, { securityDefaults: true }, 'second-factor-needed'],
    ['active', true, true, { securityDefaults: true }, undefined],
    ['active', true, true, { conditionalAccess: true }, 'conditional-access-blocked'],
    ['active', false, false, { conditionalAccess: true, securityDefaults: true }, 'conditional-access-blocked'],
    ['blocked', true, true, {}, 'account-locked'],
    ['blocked', false, false, { conditionalAccess: true }, 'account-locked'],
  ] as const)(
    '%s, two-step %s, second factor %s, tenant %j: %j',
    (standing, twoStep, multiFactor, policies, refusal) => {
      const account = directory.get('taro@contoso.example')!
      account.apply({ standing, twoStep })
      const tenant = directory.setTenant({ domain: 'contoso.example', ...policies })
      expect(policyRefusal(account, tenant, multiFactor)).toBe(refusal)
    },
  )

  test.each([
    ['active', false, undefined],
    ['active', true, undefined],
    ['blocked', true, 'account-locked'],
  ] as const)(
    'a personal account that is %s, two-step %s, is asked for nothing more: %j',
    (standing, twoStep, refusal) => {
      hanako!.apply({ standing, twoStep })
      expect(policyRefusal(hanako!, undefined, false)).toBe(refusal)
    },
  )
})

describe('a client', () => {
  const clients = new Clients([
    { id: 'both' },
    { id: 'home', name: 'At home', accounts: ['personal'] },
    { id: 'office', accounts: ['work'] },
    { id: 'off', enabled: false },
    { id: 'web', type: 'confidential', secret: 'opens sesame' },
  ])

  test.each([
    ['both', 'common', 'both'],
    ['both', 'consumers', 'both'],
    ['both', 'organizations', 'both'],
    ['both', 'contoso.example', 'both'],
    ['home', 'common', 'home'],
    ['home', 'consumers', 'home'],
    ['home', 'organizations', 'client-not-for-work'],
    ['home', 'contoso.example', 'client-not-for-work'],
    ['office', 'common', 'office'],
    ['office', 'consumers', 'client-not-for-personal'],
    ['office', 'organizations', 'office'],
    ['office', 'contoso.example', 'office'],
    ['off', 'common', 'client-disabled'],
    ['nobody', 'common', 'client-unknown'],
    ['', 'common', 'parameter-missing'],
    [undefined, 'common', 'parameter-missing'],
  ])('%s at %s is: %s', (id, tenant, expected) => {
    const authority = authorityFrom(tenant, ['contoso.example'])!
    const found = findClient(clients, id, { authority, tenant })
    expect('client' in found ? found.client.id : found.refusal.reason).toBe(expected)
  })

  test.each([
    ['nobody', 'Common', { reason: 'client-unknown', details: { clientId: 'nobody', tenant: 'Common' } }],
    ['', 'common', { reason: 'parameter-missing', details: { parameter: 'client_id' } }],
    ['OFF', 'common', { reason: 'client-disabled', details: { clientId: 'off', clientName: 'off' } }],
    ['home', 'organizations', { reason: 'client-not-for-work', details: { clientId: 'home', clientName: 'At home' } }],
    [
      'office',
      'consumers',
      { reason: 'client-not-for-personal', details: { clientId: 'office', clientName: 'office' } },
    ],
  ])('%s at %s is refused with what may be said of it', (id, tenant, refusal) => {
    expect(findClient(clients, id, { authority: authorityFrom(tenant, [])!, tenant })).toEqual({ refusal })
  })

  test.each([
    ['both', undefined, undefined],
    ['both', 'x', 'client-secret-needless'],
    ['both', '', 'client-secret-needless'],
    ['web', undefined, 'client-secret-missing'],
    ['web', '', 'client-secret-wrong'],
    ['web', 'opens sesam', 'client-secret-wrong'],
    ['web', 'opens sesame', undefined],
  ])('%s that shows the secret %j is refused for: %j', (id, secret, reason) => {
    const refusal = reason && { reason, details: { clientId: id } }
    expect(secretRefusal(clients, clients.get(id)!, secret)).toEqual(refusal)
  })

  test('at a tenant is for no personal account, even one of the tenant’s domain', () => {
    const eve = new Directory({ now: () => new Date(0) }).add({
      address: 'eve@contoso.example',
      password: 'x',
      kind: 'personal',
    })
    const authority = authorityFrom('contoso.example', ['contoso.example'])!
    expect(isFor({ authority, client: clients.get('both')! }, eve)).toBe(false)
  })

  test.each([
    ['both', 'common', [true, true]],
    ['home', 'common', [true, false]],
    ['office', 'common', [false, true]],
    ['both', 'consumers', [true, false]],
    ['both', 'organizations', [false, true]],
    ['both', 'contoso.example', [false, true]],
    ['both', 'fabrikam.example', [false, false]],
  ])('%s at %s is for personal and work accounts: %j', (id, tenant, expected) => {
    const authority = authorityFrom(tenant, ['contoso.example', 'fabrikam.example'])!
    const where = { authority, client: clients.get(id)! }
    expect([isFor(where, hanako!), isFor(where, taro!)]).toEqual(expected)
  })
})
