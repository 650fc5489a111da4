import { describe, test } from 'vitest'
import { startPop3 } from '../../testing/pop3.ts'

describe('a bad command', () => {
  test.each([
    ['XYZZY', '-ERR Protocol error. 19'],
    ['APOP hanako digest', '-ERR Protocol error. 19'],
    ['STLS', '-ERR Protocol error. 19'],
    ['STAT', '-ERR Command is not valid in this state.'],
    ['PASS secret', '-ERR Command is not valid in this state.'],
    ['USER', '-ERR Protocol error. 16'],
    ['AUTH LOGIN', '-ERR Protocol error. 14'],
    ['AUTH PLAIN AGEAYg== more', '-ERR Protocol error. 16'],
    ['AUTH PLAIN no-base64', '-ERR Protocol error. 14'],
  ])('before the sign-in: %s', async (command, reply) => {
    await using pop3 = await startPop3()
    await using client = await pop3.connect()
    await client.play(`
      C: ${command}
      S: ${reply}
    `)
  })

  test.each([
    ['RETR one', '-ERR Protocol error. 14'],
    ['TOP 1', '-ERR Protocol error. 16'],
    ['USER hanako', '-ERR Command is not valid in this state.'],
  ])('after the sign-in: %s', async (command, reply) => {
    await using pop3 = await startPop3()
    await using client = await pop3.signIn()
    await client.play(`
      C: ${command}
      S: ${reply}
    `)
  })

  test('is the last one if it is the third', async () => {
    await using pop3 = await startPop3()
    await using client = await pop3.connect()
    await client.play(`
      C: XYZZY
      S: -ERR Protocol error. 19
      C: XYZZY
      S: -ERR Protocol error. 19
      C: XYZZY
      S: -ERR Protocol error. 20
      S: Connection is closed. 21
      S: (closed)
    `)
    await using other = await pop3.connect()
    await other.play(`
      C: XYZZY
      S: -ERR Protocol error. 19
      C: USER
      S: -ERR Protocol error. 16
      C: STAT
      S: -ERR Command is not valid in this state.
      S: Connection is closed. 21
      S: (closed)
    `)
  })

  test('of more than 512 octets drops the connection', async () => {
    await using pop3 = await startPop3()
    await using client = await pop3.connect()
    await client.play(`
      C: USER ${'x'.repeat(507)}
      S: +OK
      C: USER ${'x'.repeat(508)}
      S: -ERR Protocol error. Connection is closed. 10
      S: (closed)
    `)
  })

  test('AUTH without a mechanism lists what Exchange lists', async () => {
    await using pop3 = await startPop3()
    await using client = await pop3.connect()
    await client.play(`
      C: AUTH
      S: +OK
      S: PLAIN
      S: .
    `)
  })
})
