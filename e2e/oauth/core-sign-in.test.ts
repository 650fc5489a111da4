/** Signing in with Microsoft as @sparekey/core does it, against the mock: the two meet on the wire only. */
import {
  accessTokenFor,
  openMailbox,
  sendByGraph,
  signInOf,
  signInWithBrowser,
  type DeviceCodePrompt,
} from '@sparekey/core'
import { describe, expect, test } from 'vitest'
import type { ControlApi } from '../support/control-api.ts'
import { mailScopes } from '../support/tokens.ts'
import { clientIdOf, hanako, OneAccount, signIn, start, taro } from '../support/core-oauth.ts'

describe.each(['2021-05-01', '2026-11-22'])('on %s', (asOf) => {
  test.each([
    [hanako, 'personal', 'consumers'],
    [hanako, 'unknown', 'consumers'],
    [taro, 'work', undefined],
    [taro, 'unknown', undefined],
  ] as const)('a device code signs %s in as %s, and the token opens the mailbox', async (address, account, tenant) => {
    await using mock = await start({ asOf })
    const prompts: DeviceCodePrompt[] = []
    const grant = await signIn(mock, address, {
      account,
      onCode: (prompt) => {
        prompts.push(prompt)
        mock.microsoft.oauth.approveDevice(prompt.userCode, address)
      },
    })
    expect(grant).toMatchObject({ username: address, cloud: 'global', scopes: expect.arrayContaining(['SMTP.Send']) })
    expect(grant.tenant).toEqual(tenant ?? expect.stringMatching(/^[\da-f-]{36}$/))
    expect(grant.expiresAt.toISOString()).toContain(asOf)
    const [{ openUri, verificationUri, message }] = prompts as [DeviceCodePrompt]
    expect(openUri).toBe(mock.microsoft.servers.open[verificationUri])
    expect(message).toContain(openUri)
    expect(message).not.toContain('microsoft.com')
    const endpoint = { protocol: 'imap', host: 'outlook.office365.com', port: 993, security: 'tls' } as const
    const { username, accessToken: token } = grant
    await using mailbox = await openMailbox({ endpoint, username, token, network: mock.network() })
    expect(await mailbox.list()).toEqual([])
  })

  test('a browser signs in, and tells its owner so', async () => {
    await using mock = await start({ asOf })
    const { microsoft } = mock
    await microsoft.oauth.issue(hanako, [...mailScopes, 'https://graph.microsoft.com/Mail.Send'])
    let shown = ''
    let acted: Promise<void> = Promise.resolve()
    const grant = await signInWithBrowser({
      account: 'personal',
      address: 'hanako@outlook.jp',
      clientId: clientIdOf(microsoft),
      network: mock.network(),
      lang: 'ja',
      open: (page) => {
        expect(page).toContain(microsoft.servers.portal)
        acted = (async () => {
          shown = await (await fetch(await answerOf(mock.api, page))).text()
        })()
      },
    })
    await acted
    expect(grant).toMatchObject({ username: hanako, tenant: 'consumers' })
    expect(shown).toContain('サインインしました')
    expect(shown).not.toContain(grant.accessToken)
  })

  test('one sign-in gives tokens for the mail servers and for Graph, again and again', async () => {
    await using mock = await start({ asOf })
    const vault = new OneAccount(signInOf(await signIn(mock)))
    const first = vault.kept.refreshToken
    const mail = await accessTokenFor(vault, 'hanako', 'outlook', mock.network())
    const graph = await accessTokenFor(vault, 'hanako', 'graph', mock.network())
    expect(new Set([first, mail.refreshToken, graph.refreshToken]).size).toBe(3)
    expect(vault.kept).toEqual(signInOf(graph))
    const raw = Buffer.from(`From: ${hanako}\r\nTo: ${hanako}\r\nSubject: by Graph\r\n\r\nhello\r\n`)
    await sendByGraph({ accessToken: graph.accessToken, raw, network: mock.network() })
    await mock.microsoft.mail.waitFor(hanako, { subject: 'by Graph' })
  })
})

/** What a browser finds in which the owner is signed in and has consented: where it is sent back to. */
async function answerOf(api: ControlApi, page: string): Promise<string> {
  type Signed = { cookie: { name: string; value: string } }
  const { cookie } = await api.send<Signed>('POST', `/accounts/${hanako}/web-sessions`, {})
  const answer = await fetch(page, { headers: { cookie: `${cookie.name}=${cookie.value}` }, redirect: 'manual' })
  return answer.headers.get('location')!
}
