import { describe, expect, test } from 'vitest'
import { personalTenantId, subjectOf, tenantIdOf } from './subject.ts'

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/
const personal = (address: string) => ({ address, kind: 'personal' }) as const
const work = (address: string) => ({ address, kind: 'work' }) as const

describe('a tenant’s id', () => {
  const ids = Array.from({ length: 200 }, (_, count) => tenantIdOf(`tenant-${count}.example`))

  test('has the form of a random UUID, with each of its four variants', () => {
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(new Set(ids.map((id) => id[19]))).toEqual(new Set('89ab'))
  })

  test('is another for every domain, and the same whatever its case', () => {
    expect(new Set(ids).size).toBe(ids.length)
    expect(tenantIdOf('Contoso.EXAMPLE')).toBe(tenantIdOf('contoso.example'))
  })
})

describe('who somebody is', () => {
  test.each([personal('hanako@hotmail.com'), work('taro@contoso.example')])('does not depend on case: %j', (who) => {
    const shouting = { ...who, address: who.address.toUpperCase() }
    expect(subjectOf(shouting, 'a-client')).toEqual(subjectOf(who, 'a-client'))
  })

  test('is, for a personal account, a short number in the tenant of them all', () => {
    const { objectId, tenantId } = subjectOf(personal('hanako@hotmail.com'), 'a-client')
    expect(objectId).toMatch(/^00000000-0000-0000-0003-[\da-f]{12}$/)
    expect(tenantId).toBe(personalTenantId)
  })

  test('is, for a work account, a whole id in the tenant of its domain', () => {
    const { objectId, tenantId } = subjectOf(work('taro@contoso.example'), 'a-client')
    expect(objectId).toMatch(guid)
    expect(objectId).not.toMatch(/^0{8}/)
    expect(tenantId).toBe(tenantIdOf('contoso.example'))
  })

  test('is one object to all applications, and another subject to each', () => {
    const one = subjectOf(personal('hanako@hotmail.com'), 'one')
    const two = subjectOf(personal('hanako@hotmail.com'), 'two')
    expect(one.objectId).toBe(two.objectId)
    expect(one.subject).not.toBe(two.subject)
    expect(one.subject).toMatch(/^[\w-]{43}$/)
    const other = subjectOf(personal('taro@hotmail.com'), 'one')
    expect([other.objectId === one.objectId, other.subject === one.subject]).toEqual([false, false])
  })
})
