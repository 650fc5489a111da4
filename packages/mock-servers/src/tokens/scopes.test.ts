import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseScopes } from './scopes.ts'

function parsed(text: string) {
  const result = parseScopes(text)
  if (!result.ok) return `unknown: ${result.unknown}`
  const { permissions, openId, resources, stamp } = result.scopes
  return { permissions: [...permissions], openId: [...openId], resources, stamp }
}

describe('scopes', () => {
  test('name permissions of resources, and what OpenID adds', () => {
    const text =
      'offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://graph.microsoft.com/Mail.Send openid'
    expect(parsed(text)).toEqual({
      permissions: ['IMAP.AccessAsUser.All', 'Mail.Send'],
      openId: ['offline_access', 'openid'],
      resources: ['outlook', 'graph'],
      stamp: 'https://outlook.office.com/',
    })
  })

  test('are read whatever their case, with the older host, without a host, and each once', () => {
    expect(parsed('https://outlook.office365.com/smtp.send  https://outlook.office.com//SMTP.Send')).toMatchObject({
      permissions: ['SMTP.Send'],
      resources: ['outlook'],
      stamp: 'https://outlook.office365.com/',
    })
    expect(parsed('mail.send')).toMatchObject({ permissions: ['Mail.Send'], resources: ['graph'], stamp: '' })
    expect(parsed('')).toEqual({ permissions: [], openId: [], resources: [], stamp: '' })
  })

  test.each([
    ['outlook', 'https://outlook.office.com/', 'IMAP.AccessAsUser.All'],
    ['outlook', 'https://outlook.office.com/', 'POP.AccessAsUser.All'],
    ['outlook', 'https://outlook.office.com/', 'SMTP.Send'],
    ['outlook', 'https://outlook.office.com/', 'EWS.AccessAsUser.All'],
    ['outlook', 'https://outlook.office365.com/', 'IMAP.AccessAsUser.All'],
    ['graph', 'https://graph.microsoft.com/', 'Mail.Send'],
    ['graph', 'https://graph.microsoft.com/', 'Mail.Read'],
    ['graph', 'https://graph.microsoft.com/', 'Mail.ReadWrite'],
    ['graph', 'https://graph.microsoft.com/', 'User.Read'],
    ['graph', '', 'Mail.Read'],
    ['graph', '', 'Mail.ReadWrite'],
    ['graph', '', 'User.Read'],
  ])('of %s: %s%s', (resource, stamp, name) => {
    const found = { permissions: [name], openId: [], resources: [resource], stamp }
    expect([parsed(stamp + name), parsed(stamp + name.toUpperCase())]).toEqual([found, found])
  })

  test.each(['openid', 'profile', 'email', 'offline_access'])('of OpenID: %s', (name) => {
    const found = { permissions: [], openId: [name], resources: [], stamp: '' }
    expect([parsed(name), parsed(name.toUpperCase())]).toEqual([found, found])
  })

  test('may ask for all of Graph at once, too', () => {
    expect(parsed('https://graph.microsoft.com/.default')).toMatchObject({
      permissions: ['Mail.Send', 'Mail.Read', 'Mail.ReadWrite', 'User.Read'],
      resources: ['graph'],
    })
  })

  test('may ask for all of a resource at once', () => {
    expect(parsed('https://outlook.office.com/.default')).toMatchObject({
      permissions: ['IMAP.AccessAsUser.All', 'POP.AccessAsUser.All', 'SMTP.Send', 'EWS.AccessAsUser.All'],
      resources: ['outlook'],
    })
  })

  test('whatever they are, are read or named as unknown', () => {
    const scope = fc.oneof(
      fc.constantFrom(
        'openid',
        'Mail.Send',
        'https://outlook.office.com/SMTP.Send',
        'https://outlook.office.com/.default',
      ),
      hostileText,
    )
    fc.assert(
      fc.property(fc.array(scope), (scopes) => {
        const text = scopes.join(' ')
        const result = parseScopes(text)
        if (result.ok) expect(result.scopes.resources.length > 0).toBe(result.scopes.permissions.size > 0)
        else expect(text.split(/\s+/)).toContain(result.unknown)
      }),
    )
  })

  test.each([
    'https://outlook.office.com/Fax.Send',
    'https://example.com/SMTP.Send',
    'SMTP.Send',
    'https://outlook.office.com/',
    'https://outlook.office.com/a/SMTP.Send',
    'constructor',
    'https://constructor/.default',
    '/',
  ])('do not exist by the name %s', (scope) => {
    expect(parsed(`openid ${scope}`)).toBe(`unknown: ${scope}`)
  })
})
