import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { signingKey } from './signing-key.ts'
import { Directory } from '../directory/directory.ts'
import { TokenStore } from './token-store.ts'

const at = new Date('2026-11-22T09:00:00Z')
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
const imap = 'https://outlook.office.com/IMAP.AccessAsUser.All'
const mailScopes = [imap, 'https://outlook.office365.com/POP.AccessAsUser.All', 'https://outlook.office.com/SMTP.Send']

function start() {
  const directory = new Directory({ now: () => at })
  const hanako = directory.add({ address: 'hanako@hotmail.com', password: 'x', aliases: ['hana@outlook.jp'] })
  const taro = directory.add({ address: 'taro@contoso.example', password: 'x' })
  return { hanako, taro, tokens: new TokenStore() }
}

describe('an access token', () => {
  test('opens its owner’s mailbox through the doors it was issued for', async () => {
    const { hanako, tokens } = start()
    const { accessToken, expiresAt } = await tokens.issue({ account: hanako, clientId: 'app', scopes: mailScopes, at })
    for (const protocol of ['pop3', 'imap', 'smtp'] as const) {
      const attempt = { account: hanako, username: 'Hanako@hotmail.com', protocol, at }
      expect(tokens.standing(accessToken, attempt)).toEqual({ kind: 'good', expiresAt })
    }
    expect(expiresAt).toEqual(later(3600))
  })

  test('is told apart from whatever else is shown', async () => {
    const { hanako, taro, tokens } = start()
    const issue = async (...scopes: string[]) =>
      (await tokens.issue({ account: hanako, clientId: 'app', scopes, at })).accessToken
    const good = await issue(imap)
    const standing = (token: string, more: object = {}) =>
      tokens.standing(token, { account: hanako, username: hanako.address, protocol: 'imap', at, ...more }).kind
    expect(standing(good)).toBe('good')
    expect(standing(good.slice(0, -10))).toBe('unknown')
    expect(standing(good, { protocol: 'smtp' })).toBe('missing-scope')
    expect(standing(await issue('https://graph.microsoft.com/Mail.Send', imap))).toBe('wrong-audience')
    expect(standing(good, { account: taro, username: taro.address })).toBe('other-account')
    expect(standing(good, { account: undefined, username: 'nobody@hotmail.com' })).toBe('other-account')
    expect(standing(good, { username: 'hana@outlook.jp' })).toBe('alias')
    expect(standing(good, { at: later(3599) })).toBe('good')
    expect(standing(good, { at: later(3600) })).toBe('expired')
    expect(standing(good, { at: later(-299) })).toBe('good')
    expect(standing(good, { at: later(-301) })).toBe('expired')
    tokens.revokeAll(hanako)
    expect(standing(good)).toBe('revoked')
  })

  test('is opaque for personal accounts, and a signed JWT for work accounts', async () => {
    const { hanako, taro, tokens } = start()
    const personal = await tokens.issue({ account: hanako, clientId: 'app', scopes: mailScopes, at })
    expect(personal.accessToken).toMatch(/^EwB[\w+/]{1000,}=*$/)
    expect(personal.refreshToken).toMatch(/^M\.C5\d\d_BAY\.0\.U\.-[\w!]+$/)

    const work = await tokens.issue({ account: taro, clientId: 'app', scopes: mailScopes, at })
    expect(work.refreshToken).toMatch(/^1\.A[\w-]+$/)
    const [header = '', claims = '', signature = ''] = work.accessToken.split('.')
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: 'https://outlook.office.com',
      appid: 'app',
      upn: 'taro@contoso.example',
      scp: 'IMAP.AccessAsUser.All POP.AccessAsUser.All SMTP.Send',
      iat: at.getTime() / 1000,
      exp: at.getTime() / 1000 + 3599,
    })
    const publicKey = createPublicKey({ key: { ...(await signingKey()).publicKey }, format: 'jwk' })
    const signed = Buffer.from(`${header}.${claims}`)
    expect(verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'))).toBe(true)
  })

  test('lives as long as was asked for', async () => {
    const { hanako, tokens } = start()
    const request = { account: hanako, clientId: 'app', scopes: [imap], at }
    const { expiresAt } = await tokens.issue({ ...request, expiresInSeconds: 5 })
    expect(expiresAt).toEqual(later(5))
  })

  test('cannot be issued for a scope that does not exist', async () => {
    const { hanako, tokens } = start()
    const wrong = tokens.issue({
      account: hanako,
      clientId: 'app',
      scopes: ['https://outlook.office.com/Fax.Send'],
      at,
    })
    await expect(wrong).rejects.toThrow('there is no scope "https://outlook.office.com/Fax.Send"')
  })
})

describe('a refresh token', () => {
  test('stands for its owner, the application and the scopes, and can be used again', async () => {
    const { hanako, tokens } = start()
    const request = { account: hanako, clientId: 'app', scopes: [imap], at, multiFactor: true }
    const { refreshToken } = await tokens.issue(request)
    const good = { kind: 'good', grant: { account: hanako, clientId: 'app', scopes: [imap], multiFactor: true } }
    expect(tokens.grant(refreshToken, at)).toMatchObject(good)
    expect(tokens.grant(refreshToken, at)).toMatchObject(good)
    expect(tokens.grant(`${refreshToken}x`, at)).toEqual({ kind: 'unknown' })
  })

  test('ends 90 days after its last use', async () => {
    const { hanako, tokens } = start()
    const day = 24 * 60 * 60
    const { refreshToken } = await tokens.issue({ account: hanako, clientId: 'app', scopes: [imap], at })
    expect(tokens.grant(refreshToken, later(89 * day)).kind).toBe('good')
    expect(tokens.grant(refreshToken, later(178 * day)).kind).toBe('good')
    expect(tokens.grant(refreshToken, later(268 * day))).toMatchObject({ kind: 'expired', grant: { issuedAt: at } })
  })

  test('is worthless once its owner has signed out everywhere; others’ are not', async () => {
    const { hanako, taro, tokens } = start()
    const his = await tokens.issue({ account: taro, clientId: 'app', scopes: [imap], at })
    const hers = await tokens.issue({ account: hanako, clientId: 'app', scopes: [imap], at })
    tokens.revokeAll(hanako)
    expect(tokens.grant(hers.refreshToken, at)).toMatchObject({ kind: 'revoked' })
    expect(tokens.find(hers.accessToken)).toMatchObject({ revoked: true })
    expect(tokens.grant(his.refreshToken, at).kind).toBe('good')
    tokens.reset()
    expect(tokens.grant(his.refreshToken, at).kind).toBe('unknown')
  })
})

test('ten thousand tokens are remembered', async () => {
  const { hanako, tokens } = start()
  const issue = async () => (await tokens.issue({ account: hanako, clientId: 'app', scopes: [imap], at })).accessToken
  const first = await issue()
  const second = await issue()
  for (let count = 2; count <= 10_000; count++) await issue()
  expect(tokens.find(first)).toBeUndefined()
  expect(tokens.find(second)).toBeDefined()
})
