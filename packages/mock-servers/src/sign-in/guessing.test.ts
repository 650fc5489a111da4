import { describe, expect, test } from 'vitest'
import { Clock } from '../clock/clock.ts'
import { Directory } from '../directory/directory.ts'
import type { Protocol } from '../directory/protocol.ts'
import { Gate } from './gate.ts'

const address = 'taro@contoso.example'
const password = 'correct horse'

/** A work account with two-step verification and one app password; guesses come over IMAP unless said otherwise. */
function world(failuresBeforeBlock: number | null = 3) {
  const clock = new Clock(new Date('2021-05-01T00:00:00Z'))
  const directory = new Directory({ now: () => clock.now() })
  const account = directory.add({ address, password, twoStep: true })
  const removed = account.createAppPassword('removed')
  account.removeAppPassword(removed.id)
  const kept = account.createAppPassword('kept')
  const gate = new Gate({ directory, clock, limits: { failuresPerConnection: 100, failuresBeforeBlock } })
  const guess = (secret: string, { protocol = 'imap' as Protocol, session = 's' } = {}) =>
    gate.attempt(
      {
        protocol,
        mechanism: 'PLAIN',
        username: address,
        proof: { kind: 'secret', secret },
        secure: true,
        session,
      },
      () => '',
    ).decision.reason
  return { account, clock, directory, gate, guess, kept: kept.password, removed: removed.password }
}
type World = ReturnType<typeof world>

describe('a refusal that looks like guessing counts towards the block', () => {
  test.each<[string, (world: World) => string]>([
    ['wrong-password', () => 'wrong'],
    ['app-password-needed', () => password],
    ['app-password-removed', ({ removed }) => removed],
    [
      'app-password-while-two-step-off',
      ({ account, kept }) => {
        account.twoStep = false
        return kept
      },
    ],
  ])('%s', (reason, secretOf) => {
    const mock = world()
    const secret = secretOf(mock)
    expect([mock.guess(secret), mock.guess(secret), mock.account.standing]).toEqual([reason, reason, 'active'])
    expect([mock.guess(secret), mock.account.standing]).toEqual([reason, 'blocked'])
    expect(mock.guess(secret)).toBe('account-blocked')
  })
})

describe('a refusal that says nothing about the secret does not', () => {
  test.each<[string, Protocol, (world: World) => void]>([
    ['protocol-off', 'pop3', ({ account }) => (account.protocols = { pop3: false })],
    ['smtp-auth-off-mailbox', 'smtp', ({ account }) => (account.protocols = { smtp: false })],
    [
      'smtp-auth-off-tenant',
      'smtp',
      ({ directory }) => directory.setTenant({ domain: 'contoso.example', smtpAuth: false }),
    ],
    [
      'security-defaults',
      'imap',
      ({ directory }) => directory.setTenant({ domain: 'contoso.example', securityDefaults: true }),
    ],
    [
      'conditional-access',
      'imap',
      ({ directory }) => directory.setTenant({ domain: 'contoso.example', conditionalAccess: true }),
    ],
    ['basic-auth-refused', 'imap', ({ clock }) => clock.set('2022-10-01')],
    ['basic-auth-disabled', 'imap', ({ clock }) => clock.set('2026-08-25')],
    ['client-submission-retired', 'smtp', ({ clock }) => clock.set('2027-01-01')],
  ])('%s', (reason, protocol, happen) => {
    const mock = world(1)
    happen(mock)
    expect([mock.guess(mock.kept, { protocol }), mock.account.standing]).toEqual([reason, 'active'])
  })
})

describe('the count of wrong secrets', () => {
  test('is of the account, over all connections', () => {
    const { account, guess } = world()
    for (const session of ['a', 'b', 'c']) guess('wrong', { session })
    expect(account.standing).toBe('blocked')
  })

  test('begins again after the block, and after a sign-in that was accepted', () => {
    const { account, guess, kept } = world()
    for (const secret of ['wrong', 'wrong', 'wrong']) guess(secret)
    account.standing = 'active'
    for (const secret of ['wrong', 'wrong', kept, 'wrong', 'wrong']) guess(secret)
    expect(account.standing).toBe('active')
    guess('wrong')
    expect(account.standing).toBe('blocked')
  })

  test('is forgotten when the gate starts from the beginning', () => {
    const { account, gate, guess } = world()
    guess('wrong')
    guess('wrong')
    gate.reset()
    guess('wrong')
    guess('wrong')
    expect(account.standing).toBe('active')
  })

  test('blocks nobody where the configuration says never', () => {
    const { account, guess } = world(null)
    for (let count = 0; count < 20; count++) guess('wrong')
    expect(account.standing).toBe('active')
  })
})
