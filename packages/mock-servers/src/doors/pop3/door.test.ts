import { describe, expect, test } from 'vitest'
import { address, password } from '../../testing/doors.ts'
import { type Pop3Fixture, startPop3 } from '../../testing/pop3.ts'
import { xoauth2 } from '../../testing/sasl.ts'
import { tokenEnd } from '../../testing/tokens.ts'

function message(subject: string): Buffer {
  return Buffer.from(`Subject: ${subject}\r\n\r\nHello, ${subject}.\r\n.\r\n`)
}

describe('the service ends a session', () => {
  test('that does not sign in for a minute', async () => {
    await using pop3 = await startPop3()
    await using client = await pop3.connect()
    pop3.timers.advance(60_000)
    await client.play(`
      S: -ERR Connection is closed. 10
      S: (closed)
    `)
  })

  test('that is idle for half an hour', async () => {
    await using pop3 = await startPop3()
    await using client = await pop3.signIn()
    pop3.timers.advance(1_800_000)
    await client.play(`
      S: -ERR Connection is closed. 12
      S: (closed)
    `)
  })

  test('when it closes', async () => {
    await using pop3 = await startPop3()
    await using client = await pop3.signIn()
    await pop3.door.close()
    await client.play(`
      S: -ERR Connection is closed. 11
      S: (closed)
    `)
  })

  test('for which it has no room', async () => {
    await using pop3 = await startPop3({ limits: { connections: 1 } })
    await using first = await pop3.connect()
    await using second = await pop3.dial()
    await second.play(`
      S: -ERR BYE Connection refused
      S: (closed)
    `)
    await first.play(`
      C: USER ${address}
      S: +OK
    `)
  })

  test('when it breaks down itself', async () => {
    await using pop3 = await startPop3({
      mailboxes: () => {
        throw new Error('no mailbox belongs to this account')
      },
    })
    await using client = await pop3.connect()
    await client.play(`
      C: USER ${address}
      S: +OK
      C: PASS ${password}
      S: -ERR Server Unavailable. 21
      S: -ERR Connection is closed. 22
      S: (closed)
    `)
    expect(pop3.faults).toHaveLength(1)
  })
})

describe('a session that may not go on', () => {
  test.each<[string, string, (pop3: Pop3Fixture) => void]>([
    ['AccountDisabled', 'the account is removed', ({ directory }) => directory.remove(address)],
    ['AccountDisabled', 'the account is blocked', ({ account }) => (account.standing = 'blocked')],
    ['PasswordChanged', 'the password is replaced', ({ account }) => (account.password = 'another horse')],
  ])('is told %s at its next command when %s, and deletes nothing', async (reason, _, happen) => {
    await using pop3 = await startPop3()
    pop3.inbox.append(message('one'))
    await using client = await pop3.signIn()
    await client.play(`
      C: DELE 1
      S: +OK
    `)
    happen(pop3)
    await client.play(`
      C: QUIT
      S: -ERR Session invalidated - ${reason}
      S: (closed)
    `)
    expect(pop3.inbox.messages).toHaveLength(1)
    expect(pop3.faults).toEqual([])
  })

  test('is told so when the time of its token is over', async () => {
    await using pop3 = await startPop3({ asOf: '2026-11-22' })
    await using client = await pop3.connect()
    await client.play(`
      C: AUTH XOAUTH2
      S: + ${''}
      C: ${xoauth2('good')}
      S: +OK User successfully authenticated.
    `)
    pop3.clock.set(new Date(tokenEnd.getTime() - 1))
    await client.play(`
      C: NOOP
      S: +OK
    `)
    pop3.clock.set(tokenEnd)
    await client.play(`
      C: STAT
      S: -ERR Session invalidated - AccessTokenExpired
      S: (closed)
    `)
  })
})
