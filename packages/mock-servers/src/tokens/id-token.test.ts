import { describe, expect, test } from 'vitest'
import { Directory } from '../directory/directory.ts'
import { idTokenClaims } from './id-token.ts'
import type { OpenIdScope } from './scopes.ts'
import { personalTenantId, subjectOf, tenantIdOf } from './subject.ts'

const at = new Date('2026-11-22T09:00:00.999Z')
const directory = new Directory({ now: () => at })
const hanako = directory.add({ address: 'Hanako.Y@hotmail.com', password: 'x' })
const taro = directory.add({ address: 'taro@contoso.example', password: 'x' })

describe('the claims of an id token', () => {
  const claims = (scopes: OpenIdScope[], { account = hanako, nonce }: { account?: typeof taro; nonce?: string } = {}) =>
    idTokenClaims({ account, clientId: 'a-client', scopes: new Set(scopes), nonce, at })
  const always = {
    ver: '2.0',
    iss: `https://login.microsoftonline.com/${personalTenantId}/v2.0`,
    sub: subjectOf(hanako, 'a-client').subject,
    aud: 'a-client',
    exp: Date.parse('2026-11-22T10:00:00Z') / 1000,
    iat: Date.parse('2026-11-22T09:00:00Z') / 1000,
    nbf: Date.parse('2026-11-22T09:00:00Z') / 1000,
    tid: personalTenantId,
  }
  const profile = {
    name: 'Hanako.Y',
    preferred_username: 'Hanako.Y@hotmail.com',
    oid: subjectOf(hanako, 'a-client').objectId,
  }
  const email = { email: 'Hanako.Y@hotmail.com' }

  test.each<[OpenIdScope[], object]>([
    [['openid'], always],
    [['openid', 'offline_access'], always],
    [['openid', 'profile'], { ...always, ...profile }],
    [['openid', 'email'], { ...always, ...email }],
    [['openid', 'profile', 'email', 'offline_access'], { ...always, ...profile, ...email }],
  ])('for %j are these, for an hour, and no others', (scopes, expected) => {
    expect(claims(scopes)).toStrictEqual(expected)
  })

  test('repeat the nonce that was sent, an empty one too', () => {
    expect(claims(['openid'], { nonce: 'n-0S6' })).toStrictEqual({ ...always, nonce: 'n-0S6' })
    expect(claims(['openid'], { nonce: '' })).toStrictEqual({ ...always, nonce: '' })
  })

  test('of a work account name its own tenant, as the issuer too', () => {
    const tenant = tenantIdOf('contoso.example')
    expect(claims(['openid'], { account: taro })).toMatchObject({
      tid: tenant,
      iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    })
  })
})
