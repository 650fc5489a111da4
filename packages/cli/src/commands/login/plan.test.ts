import { realNetwork, settingsFor } from '@sparekey/core'
import { describe, expect, it } from 'vitest'
import { planSignIn } from './plan.ts'

const plan = async (address: string, asOf: string, wish?: 'oauth' | 'app-password') => {
  const { way, because, doors } = planSignIn(
    (await settingsFor(address, { network: realNetwork(), asOf })).servers,
    wish,
  )
  return [way, because, doors.join(' ')]
}

const personal = 'hanako@hotmail.com'
const work = 'hanako@contoso.onmicrosoft.com'

describe('planSignIn', () => {
  it.each([
    [personal, '2021-05-01', undefined, ['app-password', 'passwords-only', 'pop3 imap smtp']],
    [personal, '2021-05-01', 'oauth', ['oauth', 'opens-all', 'pop3 imap smtp']],
    [personal, '2024-07-01', undefined, ['oauth', 'opens-all', 'pop3 imap smtp']],
    [personal, '2024-07-01', 'app-password', ['app-password', 'password-opens-all', 'pop3 imap smtp']],
    [personal, '2026-11-22', undefined, ['oauth', 'passwords-refused', '']],
    [personal, '2026-11-22', 'app-password', ['none', 'passwords-refused', '']],
    [work, '2026-11-22', undefined, ['oauth', 'opens-all', 'smtp']],
    [work, '2026-11-22', 'app-password', ['app-password', 'password-opens-some', 'smtp']],
    [work, '2027-01-01', 'app-password', ['none', 'passwords-refused', '']],
  ] as const)('%s on %s, wishing %s: %j', async (address, asOf, wish, chosen) => {
    expect(await plan(address, asOf, wish)).toEqual(chosen)
  })
})
