import { expect, test } from 'vitest'
import { startMicrosoft } from '../../microsoft.ts'

test('the rules in force are told, with their evidence', async () => {
  await using microsoft = await startMicrosoft()
  const rules = async (query = '') => {
    const response = await fetch(`${microsoft.servers.api}/rules${query}`)
    return { status: response.status, body: (await response.json()) as { rules: { reason: string }[] } }
  }
  const then = await rules()
  expect(then).toMatchObject({
    status: 200,
    body: { frontEnd: 'passwords', passwords: { personal: { imap: 'accepted' } } },
  })
  expect(then.body.rules.map(({ reason }) => reason)).toContain('app-password-needed')
  const today = await rules('?asOf=2026-11-22')
  expect(today.body).toMatchObject({
    asOf: '2026-11-22T00:00:00.000Z',
    frontEnd: 'disabled',
    passwords: { personal: { imap: 'disabled', smtp: 'refused' }, work: { smtp: 'accepted' } },
  })
  expect(today.body.rules[0]).toEqual({
    outcome: 'refused',
    reason: 'basic-auth-disabled',
    because: expect.any(String),
    protocols: expect.arrayContaining([{ protocol: 'imap', accounts: ['personal', 'work'], evidence: 'MS-IMAP-11' }]),
  })
  expect(await rules('?asOf=yesterday')).toMatchObject({ status: 422 })
})
