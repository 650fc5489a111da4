import { describe, expect, test } from 'vitest'
import { hanako, ownPassword, protocols, startGate } from '../testing/gate.ts'

describe('failures', () => {
  test('of one connection are counted, and the third is its last', () => {
    const { attempt } = startGate()
    const last = (session: string) => attempt('wrong', { session }).decision
    expect(last('a')).toMatchObject({ last: false })
    expect(last('b')).toMatchObject({ last: false })
    expect(last('a')).toMatchObject({ last: false })
    expect(last('a')).toMatchObject({ last: true })
    expect(last('b')).toMatchObject({ last: false })
  })

  test('are forgotten with the connection', () => {
    const { attempt, gate } = startGate()
    attempt('wrong')
    attempt('wrong')
    gate.closed('session-1')
    expect(attempt('wrong').decision).toMatchObject({ last: false })
  })

  test('never block an account unless the configuration says so', () => {
    const { account, attempt, reason } = startGate()
    for (let count = 0; count < 100; count++) attempt('wrong')
    expect(account.standing).toBe('active')
    expect(reason(ownPassword)).toBe('password')
  })

  test('in a row block it, over whatever protocol they came, until it is active again', () => {
    const { account, reason } = startGate({ failuresBeforeBlock: 3 })
    for (const protocol of protocols) expect(reason('wrong', { protocol })).toBe('wrong-password')
    expect(account.standing).toBe('blocked')
    expect(reason(ownPassword)).toBe('account-blocked')
    account.standing = 'active'
    expect(reason('wrong')).toBe('wrong-password')
    expect(reason(ownPassword)).toBe('password')
  })

  test('are no longer in a row once a sign-in was accepted', () => {
    const { account, attempt } = startGate({ failuresBeforeBlock: 2 })
    attempt('wrong')
    attempt(ownPassword)
    attempt('wrong')
    expect(account.standing).toBe('active')
  })

  test('count against nobody when the secret was not the matter', () => {
    const { account, attempt, clock } = startGate({ failuresBeforeBlock: 1 })
    account.protocols = { smtp: false }
    attempt('wrong', { protocol: 'smtp' })
    clock.set('2026-11-22')
    attempt('wrong')
    expect(account.standing).toBe('active')
  })
})

describe('the journal', () => {
  test('tells what came, what was decided, why, and what was said', () => {
    const { account, attempt, gate } = startGate()
    account.twoStep = true
    const { reply } = attempt(ownPassword, { protocol: 'pop3', mechanism: 'USER', username: 'HANA@outlook.jp' })
    expect(reply).toBe('refused: app-password-needed')
    expect(gate.journal.entries).toEqual([
      {
        at: new Date('2021-05-01T00:00:00Z'),
        protocol: 'pop3',
        mechanism: 'USER',
        address: hanako,
        outcome: 'refused',
        reason: 'app-password-needed',
        because: 'The password is right, but two-step verification is on: mail programs need an app password.',
        evidence: 'MS-POP3-07',
        reply,
        session: 'session-1',
      },
    ])
  })

  test('shows why IMAP said yes and then refused', () => {
    const { account, attempt, gate } = startGate()
    account.protocols = { imap: false }
    attempt(ownPassword)
    expect(gate.journal.entries).toMatchObject([
      { outcome: 'accepted', reason: 'protocol-off', evidence: 'MS-IMAP-13' },
    ])
  })

  test('never holds a secret or a token', () => {
    const { attempt, gate } = startGate()
    attempt('my-secret-1')
    attempt(ownPassword)
    attempt('', { proof: { kind: 'token', token: 'my-secret-2' } })
    expect(JSON.stringify(gate.journal.entries)).not.toMatch(/my-secret|correct horse/)
    expect(gate.journal.entries).toHaveLength(3)
  })

  test('starts anew, with every count, after a reset', () => {
    const { attempt, gate } = startGate()
    attempt('wrong')
    attempt('wrong')
    gate.reset()
    expect(gate.journal.entries).toEqual([])
    expect(attempt('wrong').decision).toMatchObject({ last: false })
  })
})
