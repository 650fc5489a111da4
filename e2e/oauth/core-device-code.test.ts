/** A device code as @sparekey/core waits for it at the mock. */
import { failureOf } from '@sparekey/testkit/failure'
import type { DeviceCodePrompt } from '@sparekey/core'
import { expect, test } from 'vitest'
import { hanako, signIn, start, taro } from '../support/core-oauth.ts'

test('a device code that its owner declines is no sign-in', async () => {
  await using mock = await start()
  const declined = signIn(mock, hanako, {
    onCode: ({ userCode }) => void mock.microsoft.oauth.declineDevice(userCode),
  })
  expect(await failureOf(() => declined)).toMatchObject({ code: 'sign-in-declined', details: { aadsts: 70018 } })
})

test('a device code that ran out before anybody came is told so', async () => {
  await using mock = await start()
  const late = signIn(mock, hanako, { onCode: () => void mock.microsoft.clock.advance(16 * 60 * 1000) })
  expect(await failureOf(() => late)).toMatchObject({ code: 'sign-in-timeout', details: { aadsts: 70020 } })
})

test('a device code is waited for through trouble at Microsoft’s', async () => {
  await using mock = await start()
  await mock.api.send('POST', '/oauth-errors', { code: 'server-error', endpoint: 'token', times: 1 })
  expect((await signIn(mock)).username).toBe(hanako)
})

test('a device code belongs to one sign-in: two at once each get their own', async () => {
  await using mock = await start()
  const grants = await Promise.all([signIn(mock, hanako), signIn(mock, taro)])
  expect(grants.map(({ username }) => username)).toEqual([hanako, taro])
})

test('a device code is not given to a client that does not exist, is switched off, keeps a secret, or is for other accounts', async () => {
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
    const failure = await failureOf(() => signIn(mock, hanako, { clientId }))
    expect([clientId, failure]).toEqual([clientId, expect.objectContaining({ code: 'client-refused' })])
    expect(failure).toMatchObject({ details: { aadsts } })
  }
})

test('a device code admits no other kind of account than was meant', async () => {
  await using mock = await start()
  const onCode = ({ userCode }: DeviceCodePrompt) => void mock.microsoft.oauth.approveDevice(userCode, taro)
  expect(await failureOf(() => signIn(mock, hanako, { onCode }))).toMatchObject({ code: 'account-not-admitted' })
})

test('a clock that is moved back during a sign-in ends it in one clear line', async () => {
  await using mock = await start({ asOf: '2026-11-22T09:00:00Z' })
  const failure = await failureOf(() =>
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
