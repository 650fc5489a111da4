import { describe, expect, test } from 'vitest'
import { failureOf } from '@sparekey/testkit/failure'
import { clientId, refused, startIdentityEndpoint, tokens, type Said } from '../testing/identity-endpoint.ts'
import type { Resource } from './clouds.ts'
import { signInWithDeviceCode, type DeviceCodePrompt } from './device-code.ts'

const code = (change: Record<string, unknown> = {}): Said => ({
  json: {
    user_code: 'ABCD1234',
    device_code: 'a-device-code',
    verification_uri: 'https://www.microsoft.com/link',
    expires_in: 900,
    interval: 5,
    message: 'Open the page https://www.microsoft.com/link and enter the code ABCD1234.',
    ...change,
  },
})

/** What the owner is shown, what went wrong, and the scopes that were asked for, one text a request. */
async function signIn(
  say: (nth: number) => Said,
  options: { resources?: readonly Resource[]; account?: 'personal' | 'work'; cloud?: 'china' | 'us-government' } = {},
) {
  await using server = await startIdentityEndpoint(({ path }, nth) => (path.endsWith('/token') ? tokens() : say(nth)))
  let prompt: DeviceCodePrompt | undefined
  const time = { now: () => 0, wait: async () => undefined }
  const onCode = (shown: DeviceCodePrompt) => void (prompt = shown)
  const failure = await failureOf(() =>
    signInWithDeviceCode({ account: 'personal', clientId, network: server.network, onCode, ...options }, time),
  )
  const scopes = server.asked.flatMap(({ path, form }) => (path.endsWith('/devicecode') ? [form['scope']] : []))
  return { prompt, failure, scopes, asked: server.asked.length }
}

describe('a code to type in', () => {
  test.for(['ABCD', 'a-b_1', 'A'.repeat(40)])('may be %s', async (user_code) => {
    expect((await signIn(() => code({ user_code }))).prompt?.userCode).toBe(user_code)
  })

  test.for(['', 'ABC', 'A'.repeat(41), 'AB CD', 'ABCD\n', 'ABCD\u202e', 'ＡＢＣＤ', '\u001b[2J', '../..'])(
    'is never %j',
    async (user_code) => {
      const { prompt, failure } = await signIn(() => code({ user_code }))
      expect(prompt).toBeUndefined()
      const problem = user_code === '' ? 'identity-answer' : 'code-untypable'
      expect(failure).toMatchObject({ code: 'protocol-broken', details: { problem } })
    },
  )
})

test.for(['http://www.microsoft.com/link', 'javascript:alert(1)', 'www.microsoft.com/link', 'https:', '//x.example/'])(
  'a page to type the code in is never %s',
  async (verification_uri) => {
    const { prompt, failure } = await signIn(() => code({ verification_uri }))
    expect(prompt).toBeUndefined()
    expect(failure).toMatchObject({ code: 'protocol-broken', details: { problem: 'page-not-https' } })
  },
)

describe('what Microsoft says to the owner', () => {
  test('is one line, without control characters', async () => {
    const message = 'one\r\ntwo\u001b[31m\u0000\u009bthree\u2028four\u0085five'
    expect((await signIn(() => code({ message }))).prompt?.message).toBe('one two [31m three four five')
  })

  test('is cut after a thousand characters', async () => {
    expect((await signIn(() => code({ message: 'x'.repeat(1000) }))).prompt?.message).toHaveLength(1000)
    expect((await signIn(() => code({ message: 'x'.repeat(1001) }))).prompt?.message).toHaveLength(1000)
  })

  test('is empty where Microsoft says nothing, or no text', async () => {
    for (const message of [undefined, 7, null]) {
      expect((await signIn(() => code({ message }))).prompt?.message).toBe('')
    }
  })
})

test.for([
  [['outlook', 'graph'], undefined],
  [['outlook'], undefined],
  [['graph'], 'consent-missing'],
  [['graph', 'outlook'], 'consent-missing'],
] as const)('of a token that opens the mail servers alone, asked for %j, comes %s', async ([resources, finding]) => {
  const { failure } = await signIn(() => code(), { resources })
  expect((failure as { code?: string } | undefined)?.code).toBe(finding)
})

describe('a device that may not ask for mail and Graph at once', () => {
  const refusing = (aadsts: number) => (nth: number) => (nth === 1 ? refused('invalid_scope', aadsts, 'scope') : code())

  test.for([28000, 70011, 700022])('(AADSTS%d) asks for the mail servers alone', async (aadsts) => {
    const { scopes, failure } = await signIn(refusing(aadsts))
    expect(failure).toBeUndefined()
    const asksFor = (name: string) => scopes.map((scope) => scope?.includes(name))
    expect([asksFor('graph.microsoft.com'), asksFor('outlook.office.com')]).toEqual([
      [true, false],
      [true, true],
    ])
  })

  test.for([70012, 700016, 28001])('but for no other refusal (AADSTS%d) asks a second time', async (aadsts) => {
    const { scopes, failure } = await signIn(refusing(aadsts))
    expect(failure).toMatchObject({ details: { aadsts } })
    expect(scopes).toHaveLength(1)
  })

  test('does not repeat a request that named one resource only', async () => {
    const { scopes, failure } = await signIn(refusing(28000), { resources: ['outlook'] })
    expect(failure).toMatchObject({ details: { aadsts: 28000 } })
    expect(scopes).toHaveLength(1)
  })
})

test.for(['china', 'us-government'] as const)(
  'no personal account exists in the cloud %s, so nobody is asked for it',
  async (cloud) => {
    const failure = { code: 'usage', details: { problem: 'personal-cloud' } }
    expect(await signIn(() => code(), { cloud })).toMatchObject({ failure, asked: 0 })
  },
)
