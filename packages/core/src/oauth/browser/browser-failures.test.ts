import { once } from 'node:events'
import { get } from 'node:http'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { idToken, refused, tokens } from '../../testing/identity-endpoint.ts'
import { type Shown, visit, back, play, secretWords } from '../../testing/browser.ts'

test.for([
  [
    'cancelled',
    'access_denied',
    'AADSTS65004: User declined to consent to access the app.',
    'sign-in-declined',
    'cancelled',
  ],
  [
    'that policy forbids',
    'interaction_required',
    'AADSTS53003: Access has been blocked',
    'policy-blocked',
    'did not work',
  ],
  ['on a day of trouble, when Microsoft says nothing', 'server_error', '', 'server-unavailable', 'did not work'],
] as const)('a sign-in that does not come about: %s', async ([, error, description, code, title]) => {
  let shown: Shown | undefined
  const { failure, asked } = await play(async (url) => {
    shown = await visit(back(url, { error, ...(description !== '' && { error_description: description }) }))
  })
  expect(failure).toMatchObject({ code, details: { error } })
  expect(shown!.body).toContain(title)
  expect(asked).toEqual([])
})

test.for([
  [
    'a code that was used before',
    refused('invalid_grant', 54005, "Code 'the-code' was already redeemed"),
    'token-refused',
  ],
  [
    'a verifier that does not fit',
    refused('invalid_grant', 501481, 'The Code_Verifier does not match'),
    'token-refused',
  ],
  ['an id token of another sign-in', tokens({ id_token: idToken({ nonce: 'another' }) }), 'protocol-broken'],
  ['an id token without a nonce', tokens({ id_token: idToken() }), 'protocol-broken'],
  ['no id token', tokens({ id_token: undefined }), 'protocol-broken'],
  ['no answer', undefined, 'connection-dropped'],
] as const)('a sign-in that does not come about because of %s', async ([, said, code]) => {
  let shown: Shown | undefined
  const { failure, asked } = await play(
    async (url) => {
      shown = await visit(back(url, { code: 'the-code' }))
    },
    { said: () => said },
  )
  expect(failure).toMatchObject({ code })
  expect(shown).toMatchObject({ status: 200, body: expect.stringContaining('did not work') })
  expect(asked).toHaveLength(1)
  expect(inspect(failure, { depth: Infinity, showHidden: true })).not.toMatch(secretWords)
  expect(inspect(failure, { depth: Infinity, showHidden: true })).not.toContain(asked[0]!.form['code_verifier'])
})

test('a sign-in that does not come about because the browser never comes back', async () => {
  const { failure } = await play(() => undefined, { timeoutMs: 20 })
  expect(failure).toMatchObject({ code: 'sign-in-timeout' })
})

test('a sign-in that does not come about because the browser cannot be opened', async () => {
  const { failure } = await play(() => undefined, { open: () => Promise.reject(new Error('no browser here')) })
  expect(failure).toMatchObject({ message: 'no browser here' })
})

test('a sign-in that does not come about because the one who asked gives up, even while the browser is being opened', async () => {
  const stop = new AbortController()
  const { failure } = await play(() => undefined, {
    signal: stop.signal,
    open: () => {
      stop.abort()
      return new Promise(() => undefined)
    },
  })
  expect(failure).toMatchObject({ code: 'aborted' })
})

test('after a sign-in that does not come about nothing listens any more', async () => {
  const { page } = await play(() => undefined, { timeoutMs: 20 })
  const { port } = new URL(new URL(page).searchParams.get('redirect_uri')!)
  const [error] = (await once(get({ host: '127.0.0.1', port }), 'error')) as [NodeJS.ErrnoException]
  expect(error.code).toBe('ECONNREFUSED')
})
