import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noTokenFacts as unknown, tokenFacts } from './token-facts.ts'

const shown = { username: 'taro@contoso.example', protocol: 'imap', now: new Date('2026-11-22T12:00:00Z') } as const

/** A token as work accounts get them; nobody here looks at the signature. */
function signed(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`
}
const exp = (iso: string) => Date.parse(iso) / 1000

describe('of a token that says nothing itself', () => {
  test('nothing is known, unless it was said when it was issued', () => {
    expect(tokenFacts({ accessToken: 'EwB4A8l6BAAU' }, shown)).toEqual(unknown)
    const grant = {
      accessToken: 'EwB4A8l6BAAU',
      username: 'Taro@contoso.example',
      expiresAt: new Date('2026-11-22T12:59:00Z'),
      scopes: ['https://outlook.office.com/IMAP.AccessAsUser.All', 'offline_access'],
    }
    expect(tokenFacts(grant, shown)).toEqual({ ...unknown, lifetime: 'running', account: 'same', permits: 'yes' })
    expect(tokenFacts({ ...grant, username: 'hanako@contoso.example' }, shown).account).toBe('other')
    expect(tokenFacts(grant, { ...shown, now: grant.expiresAt }).lifetime).toBe('over')
    expect(tokenFacts(grant, { ...shown, protocol: 'smtp' }).permits).toBe('no')
  })
})

describe('of a signed token', () => {
  const claims = {
    upn: 'taro@contoso.example',
    exp: exp('2026-11-22T12:30:00Z'),
    scp: 'IMAP.AccessAsUser.All SMTP.Send',
  }

  test('its own claims tell', () => {
    const token = { accessToken: signed(claims) }
    expect(tokenFacts(token, shown)).toEqual({
      ...unknown,
      lifetime: 'running',
      account: 'same',
      permits: 'yes',
      bearer: 'person',
    })
    expect(tokenFacts(token, { ...shown, protocol: 'pop3' }).permits).toBe('no')
    expect(tokenFacts(token, { ...shown, username: 'hanako@contoso.example' }).account).toBe('other')
    expect(tokenFacts(token, { ...shown, now: new Date('2026-11-22T12:30:00Z') }).lifetime).toBe('over')
  })

  test('a token for Graph permits no mail protocol', () => {
    const token = { accessToken: signed({ aud: 'https://graph.microsoft.com', scp: 'Mail.Send' }) }
    expect(tokenFacts(token, shown)).toEqual({ ...unknown, permits: 'no', bearer: 'person', audience: 'other' })
  })

  test.for([
    ['https://outlook.office.com', 'mail'],
    ['https://outlook.office365.com/', 'mail'],
    ['https://OUTLOOK.office365.com', 'mail'],
    ['https://outlook.office365.us', 'mail'],
    ['https://partner.outlook.cn', 'mail'],
    ['00000002-0000-0ff1-ce00-000000000000', 'mail'],
    ['00000003-0000-0000-c000-000000000000', 'other'],
    ['https://graph.microsoft.com', 'other'],
    ['https://outlook.office.com.example', 'other'],
    [['https://outlook.office.com'], 'unknown'],
  ] as const)('for %s is for %s', ([aud, audience]) => {
    expect(tokenFacts({ accessToken: signed({ aud }) }, shown).audience).toBe(audience)
  })

  test('of an application has roles and speaks for nobody', () => {
    const token = { accessToken: signed({ roles: ['IMAP.AccessAsApp', 7], idtyp: 'app' }) }
    expect(tokenFacts(token, shown)).toEqual({ ...unknown, permits: 'yes', bearer: 'application' })
    expect(tokenFacts(token, { ...shown, protocol: 'smtp' }).permits).toBe('no')
    expect(tokenFacts({ accessToken: signed({ roles: [] }) }, shown).bearer).toBe('application')
    expect(tokenFacts({ accessToken: signed({ roles: ['Reader'], scp: 'SMTP.Send' }) }, shown).bearer).toBe('person')
  })

  test.for([
    [4096, 'usual'],
    [4097, 'long'],
  ] as const)('of %i characters is of a length that is %s', ([length, expected]) => {
    expect(tokenFacts({ accessToken: 'x'.repeat(length) }, shown).length).toBe(expected)
  })

  test('may have its owner’s name in the claim of the first version', () => {
    expect(tokenFacts({ accessToken: signed({ unique_name: 'taro@contoso.example' }) }, shown).account).toBe('same')
  })

  test.for([null, 7, 'text', [], { exp: 'soon', upn: 7, scp: null }, {}])(
    'claims such as %j tell nothing',
    (claims) => {
      expect(tokenFacts({ accessToken: signed(claims) }, shown)).toEqual(unknown)
    },
  )
})

test.for([
  [-1, 'over'],
  [0, 'over'],
  [1, 'running'],
] as const)('a token that ends %d ms from now is %s', ([milliseconds, lifetime]) => {
  const expiresAt = new Date(shown.now.getTime() + milliseconds)
  expect(tokenFacts({ accessToken: 'EwB', expiresAt }, shown).lifetime).toBe(lifetime)
})

test.for(['', '.x', '.x.y'])(
  'claims in a text of another number of parts than three (%j behind two) tell nothing',
  (end) => {
    const [header, payload] = signed({ upn: 'taro@contoso.example' }).split('.')
    const accessToken = end === '' ? `${header}.${payload}` : `${header}.${payload}.c2ln${end}`
    expect(tokenFacts({ accessToken }, shown)).toEqual(unknown)
  },
)

test('no token, however made, does more than tell nothing', () => {
  const part = fc.oneof(
    hostileText,
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      expect(Object.keys(tokenFacts({ accessToken: parts.join('.') }, shown))).toEqual(Object.keys(unknown))
    }),
  )
  expect.hasAssertions()
})
