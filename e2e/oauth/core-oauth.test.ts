/** Signing in with Microsoft as @sparekey/core does it, against the mock: the two meet on the wire only. */
import { inspect } from 'node:util'
import {
  accessTokenFor,
  mappedNetwork,
  openMailbox,
  parseServerMap,
  refreshAccess,
  sendByGraph,
  signInOf,
  signInWithBrowser,
  signInWithDeviceCode,
  type DeviceCodePrompt,
  type FindingCode,
  type Network,
  type OAuthGrant,
  type SparekeyError,
  type StoredSignIn,
  type TokenVault,
} from '@sparekey/core'
import { startMicrosoft, type Microsoft, type MicrosoftOptions } from '@sparekey/mock-servers'
import { describe, expect, test } from 'vitest'
import { ControlApi } from '../support/control-api.ts'
import { mailScopes } from '../support/tokens.ts'

const hanako = 'hanako@hotmail.com'
const taro = 'taro@contoso.example'

async function start(options: MicrosoftOptions = {}) {
  const microsoft = await startMicrosoft({
    asOf: '2026-11-22',
    accounts: [
      { address: hanako, password: 'correct horse', aliases: ['hanako@outlook.jp'] },
      { address: taro, password: 'battery staple' },
    ],
    limits: { deviceCodeInterval: 1 },
    ...options,
  })
  const network = () => mappedNetwork(parseServerMap(microsoft.servers))
  const api = new ControlApi(microsoft.servers.api)
  return { microsoft, network, api, [Symbol.asyncDispose]: () => microsoft.close() }
}

const clientIdOf = ({ servers }: Microsoft) => servers.clientId

/** Time in which nobody waits. */
const noWaiting = { now: () => 0, wait: async () => undefined }

/** Signs in with a device code that its owner approves at once. */
function signIn(
  { microsoft, network }: { microsoft: Microsoft; network: () => Network },
  address = hanako,
  options: Partial<Parameters<typeof signInWithDeviceCode>[0]> = {},
): Promise<OAuthGrant> {
  const application = { clientId: clientIdOf(microsoft), network: network() }
  const onCode = ({ userCode }: DeviceCodePrompt) => void microsoft.oauth.approveDevice(userCode, address)
  const account = address === taro ? 'work' : 'personal'
  return signInWithDeviceCode({ account, ...application, onCode, ...options }, noWaiting)
}

/** What is kept of an earlier sign-in. */
async function earlier(microsoft: Microsoft, username = hanako): Promise<StoredSignIn> {
  const { refreshToken } = await microsoft.oauth.issue(username, mailScopes)
  const tenant = username === taro ? 'organizations' : 'consumers'
  return { username, cloud: 'global', tenant, clientId: clientIdOf(microsoft), refreshToken }
}

/** One account, kept in memory. */
class OneAccount implements TokenVault {
  kept: StoredSignIn

  constructor(kept: StoredSignIn) {
    this.kept = kept
  }

  async read(): Promise<StoredSignIn> {
    return this.kept
  }

  async write(_key: string, signIn: StoredSignIn): Promise<void> {
    this.kept = signIn
  }

  withLock<T>(_key: string, work: () => Promise<T>): Promise<T> {
    return work()
  }
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  )
}

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

const losses: [string, (microsoft: Microsoft) => void, FindingCode, number][] = [
  ['a new password', ({ accounts }) => (accounts.get(hanako).password = 'another'), 'token-expired', 70000],
  ['signing out everywhere', ({ oauth }) => oauth.signOutEverywhere(hanako), 'token-expired', 70000],
  ['a block', ({ accounts }) => (accounts.get(hanako).standing = 'blocked'), 'account-blocked', 50053],
]

describe('a refresh', () => {
  test.each(losses)('after %s says so, and leaves the account as it was', async (_, happen, code, aadsts) => {
    await using mock = await start()
    const vault = new OneAccount(await earlier(mock.microsoft))
    const before = vault.kept
    happen(mock.microsoft)
    const failure = await failureOf(accessTokenFor(vault, 'hanako', 'outlook', mock.network()))
    expect(failure).toMatchObject({ code, details: { aadsts } })
    expect(vault.kept).toBe(before)
    expect(inspect(failure, { depth: Infinity })).not.toContain(before.refreshToken)
  })

  test('of a work account that lay unused for 90 days has run out', async () => {
    await using mock = await start()
    const kept = await earlier(mock.microsoft, taro)
    mock.microsoft.clock.advance(90 * 24 * 60 * 60 * 1000)
    const again = refreshAccess(kept, { resource: 'outlook', network: mock.network() })
    expect(await failureOf(again)).toMatchObject({ code: 'token-expired', details: { aadsts: 700082 } })
  })

  test('of a token cut in half is refused', async () => {
    await using mock = await start()
    const kept = await earlier(mock.microsoft)
    const half = { ...kept, refreshToken: kept.refreshToken.slice(0, 200) }
    const failure = await failureOf(refreshAccess(half, { resource: 'outlook', network: mock.network() }))
    expect(failure).toMatchObject({ code: 'token-refused', details: { aadsts: 70000 } })
  })

  test('for what was not consented to names the missing permission', async () => {
    await using mock = await start()
    const kept = signInOf(await signIn(mock, hanako, { resources: ['outlook'] }))
    const failure = await failureOf(refreshAccess(kept, { resource: 'graph', network: mock.network() }))
    expect(failure).toMatchObject({ code: 'consent-missing', details: { aadsts: 70000 } })
  })

  test('that Microsoft refuses with a number is the finding behind it, and the next one works', async () => {
    await using mock = await start()
    const kept = await earlier(mock.microsoft)
    const ask = () => refreshAccess(kept, { resource: 'outlook', network: mock.network() })
    const found: Record<number, unknown> = {}
    for (const code of Object.keys(findings)) {
      await mock.api.send('POST', '/oauth-errors', { code: Number(code), endpoint: 'token', times: 1 })
      const failure = await failureOf(ask())
      expect(failure).toMatchObject({ details: { aadsts: Number(code) } })
      found[Number(code)] = (failure as SparekeyError).code
    }
    expect(found).toEqual(findings)
    expect((await ask()).username).toBe(hanako)
  })
})

const findings: Record<number, FindingCode> = {
  28000: 'unknown-refusal',
  50020: 'account-not-admitted',
  50053: 'account-blocked',
  50058: 'sign-in-again',
  50076: 'sign-in-again',
  50079: 'sign-in-again',
  50173: 'token-refused',
  53003: 'policy-blocked',
  65001: 'consent-missing',
  70011: 'unknown-refusal',
  90033: 'server-unavailable',
  700016: 'client-refused',
  700082: 'token-expired',
  900144: 'unknown-refusal',
  7000112: 'client-refused',
  7000218: 'client-refused',
  9002313: 'unknown-refusal',
  9002332: 'client-refused',
}

describe('a device code', () => {
  test('that its owner declines', async () => {
    await using mock = await start()
    const declined = signIn(mock, hanako, {
      onCode: ({ userCode }) => void mock.microsoft.oauth.declineDevice(userCode),
    })
    expect(await failureOf(declined)).toMatchObject({ code: 'sign-in-declined', details: { aadsts: 70018 } })
  })

  test('that ran out before anybody came', async () => {
    await using mock = await start()
    const late = signIn(mock, hanako, { onCode: () => void mock.microsoft.clock.advance(16 * 60 * 1000) })
    expect(await failureOf(late)).toMatchObject({ code: 'sign-in-timeout', details: { aadsts: 70020 } })
  })

  test('is waited for through trouble at Microsoft’s', async () => {
    await using mock = await start()
    await mock.api.send('POST', '/oauth-errors', { code: 'server-error', endpoint: 'token', times: 1 })
    expect((await signIn(mock)).username).toBe(hanako)
  })

  test('belongs to one sign-in: two at once each get their own', async () => {
    await using mock = await start()
    const grants = await Promise.all([signIn(mock, hanako), signIn(mock, taro)])
    expect(grants.map(({ username }) => username)).toEqual([hanako, taro])
  })

  test('is not given to a client that does not exist, is switched off, keeps a secret, or is for other accounts', async () => {
    await using mock = await start({
      clients: [
        { id: 'off', enabled: false },
        { id: 'secretive', type: 'confidential', secret: 'a client secret' },
        { id: 'office', accounts: ['work'] },
      ],
    })
    for (const [clientId, aadsts] of [
      ['nobody', 700016],
      ['off', 7000112],
      ['secretive', 7000218],
      ['office', 9002332],
    ] as const) {
      const failure = await failureOf(signIn(mock, hanako, { clientId }))
      expect([clientId, failure]).toEqual([clientId, expect.objectContaining({ code: 'client-refused' })])
      expect(failure).toMatchObject({ details: { aadsts } })
    }
  })

  test('used with another kind of account than was meant', async () => {
    await using mock = await start()
    const onCode = ({ userCode }: DeviceCodePrompt) => void mock.microsoft.oauth.approveDevice(userCode, taro)
    expect(await failureOf(signIn(mock, hanako, { onCode }))).toMatchObject({ code: 'account-not-admitted' })
  })
})

test('a clock that is moved back during a sign-in ends it in one clear line', async () => {
  await using mock = await start({ asOf: '2026-11-22T09:00:00Z' })
  const failure = await failureOf(
    signIn(mock, hanako, {
      onCode: ({ userCode }) => {
        mock.microsoft.clock.set('2026-11-22T06:00:00Z')
        mock.microsoft.oauth.approveDevice(userCode, hanako)
      },
      network: { ...mock.network(), now: () => new Date('2026-11-22T09:00:00Z') },
    }),
  )
  expect(failure).toMatchObject({ code: 'clock-wrong' })
})

/** What a browser finds in which the owner is signed in and has consented: where it is sent back to. */
async function answerOf(api: ControlApi, page: string): Promise<string> {
  type Signed = { cookie: { name: string; value: string } }
  const { cookie } = await api.send<Signed>('POST', `/accounts/${hanako}/web-sessions`, {})
  const answer = await fetch(page, { headers: { cookie: `${cookie.name}=${cookie.value}` }, redirect: 'manual' })
  return answer.headers.get('location')!
}
