import { describe, expect, test } from 'vitest'
import { answerTo, hanako } from '../../testing/control-api.ts'

const account = `/accounts/${hanako}`

describe('a body of at most a megabyte', () => {
  test.each([
    [2 ** 20 - 1, 422],
    [2 ** 20, 422],
    [2 ** 20 + 1, 413],
  ])('is read: %i bytes get %i', async (bytes, status) => {
    expect((await answerTo('POST', '/accounts', '{}'.padEnd(bytes))).status).toBe(status)
  })
})

describe('a query', () => {
  test.each([
    ['/servers?pop3=1', 200],
    ['/servers?pop3=65535', 200],
    ['/servers?pop3=0', 422],
    ['/servers?pop3=65536', 422],
    ['/servers?pop3=1.5', 422],
    ['/servers?pop3=-1', 422],
    ['/servers?pop3=1e3', 422],
    ['/servers?pop3=', 422],
    ['/servers?host=::1', 200],
    ['/servers?host=192.0.2.1', 200],
    ['/servers?host=mock', 200],
    ['/servers?host=mock-1.test', 200],
    ['/servers?host=-mock', 422],
    ['/servers?host=mock.', 422],
    ['/servers?host=mock:1', 422],
    ['/servers?host=mock/x', 422],
    ['/servers?host=mo%E2%80%AEck', 422],
    ['/servers?host=mo%0D%0Ack', 422],
    [`/servers?host=${'m'.repeat(253)}`, 200],
    [`/servers?host=${'m'.repeat(254)}`, 422],
    [`${account}/messages/wait?timeout=0`, 200],
    [`${account}/messages/wait?timeout=300`, 200],
    [`${account}/messages/wait?timeout=300.001`, 422],
    [`${account}/messages/wait?timeout=301`, 422],
    [`${account}/messages/wait?timeout=0.5`, 200],
    [`${account}/messages/wait?timeout=0.0001`, 422],
    ['/sign-ins?outcome=accepted&protocol=imap', 200],
    ['/sign-ins?outcome=Accepted', 422],
    ['/sign-ins?protocol=http', 422],
    ['/rules?asOf=2026-11-22', 200],
    ['/rules?asOf=2026-02-30', 422],
    ['/rules?asOf=now', 422],
  ])('GET %s gets %i', async (path, status) => {
    expect((await answerTo('GET', path)).status).toBe(status)
  })
})
