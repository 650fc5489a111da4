import { describe, expect, test } from 'vitest'
import { readyMadeClient } from '../../identity/clients.ts'
import { startMicrosoft } from '../../microsoft.ts'
import { call } from '../../testing/https.ts'

const hanako = 'hanako@hotmail.com'
const login = 'https://login.microsoftonline.com'
/** Stands in every place where a secret belongs, and in no answer. */
const planted = 'planted-secret'

describe('no answer repeats a secret', () => {
  test.each([
    ['token', { grant_type: 'refresh_token', refresh_token: planted }],
    ['token', { grant_type: 'authorization_code', code: planted, redirect_uri: 'x', code_verifier: planted }],
    ['token', { grant_type: 'device_code', device_code: planted }],
    ['token', { grant_type: 'password', username: hanako, password: planted }],
    ['token', { grant_type: 'refresh_token', refresh_token: planted, client_secret: planted }],
    ['token', { grant_type: 'refresh_token', refresh_token: planted, client_assertion: planted, client_id: 'web' }],
    ['devicecode', { client_secret: planted, scope: 'openid', client_id: 'off' }],
  ])('%s %o', async (endpoint, form) => {
    await using microsoft = await startMicrosoft({
      accounts: [{ address: hanako, password: planted }],
      clients: [
        { id: 'web', type: 'confidential', secret: 'x' },
        { id: 'off', enabled: false },
      ],
    })
    for (const tenant of ['common', 'organizations', 'nowhere']) {
      const url = `${login}/${tenant}/oauth2/v2.0/${endpoint}`
      const answer = await call(microsoft, url, { form: { client_id: readyMadeClient.id, ...form } })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(JSON.stringify(answer)).not.toContain(planted)
    }
    expect(JSON.stringify(microsoft.signIns)).not.toContain(planted)
  })

  test('nor does Graph, the API, or the journal', async () => {
    await using microsoft = await startMicrosoft({
      accounts: [{ address: hanako, password: planted }],
      clients: [{ id: 'web', type: 'confidential', secret: planted }],
    })
    const { accessToken, refreshToken } = await microsoft.oauth.issue(hanako, ['https://outlook.office.com/SMTP.Send'])
    const answers = [
      await call(microsoft, 'https://graph.microsoft.com/v1.0/me/sendMail', {
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'text/plain' },
        body: accessToken,
      }),
      await call(
        microsoft,
        `${login}/common/oauth2/v2.0/authorize?client_id=x&code=${planted}&code_verifier=${planted}`,
      ),
      ...(await Promise.all(
        ['accounts', `accounts/${hanako}`, 'sign-ins', 'oauth-errors', 'servers', 'tenants', 'rules'].map(
          async (path) => (await fetch(`${microsoft.servers.api}/${path}`)).text(),
        ),
      )),
      microsoft.signIns,
    ]
    const everything = JSON.stringify(answers)
    for (const secret of [planted, accessToken, refreshToken]) expect(everything).not.toContain(secret)
  })
})
