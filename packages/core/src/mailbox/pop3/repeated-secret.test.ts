import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { startScripted } from '@sparekey/testkit/server'
import { networkTo } from '../../testing/network.ts'
import { openMailbox } from '../../open-mailbox.ts'
import type { Pop3Client } from './client.ts'
import { tls, endpoint, hanako, connect, text } from '../../testing/pop3-client.ts'

const secret = 'abcdefghijklmnop'
const signedIn = 'S: +OK\nC: CAPA\nS: -ERR\nC: USER hanako@hotmail.com\nS: +OK\nC: PASS abcdefghijklmnop'
const long = 'X'.repeat(185)

test.each([
  [`-ERR bad PASS ${secret}`, '-ERR bad PASS [hidden]'],
  [`${long}${secret}`, `${long}[hidden]`],
])('a secret that a POP3 server repeats is not in the refusal: %s', async (said, reply) => {
  await using server = await startScripted(`${signedIn}\nS: ${said}`, { tls })
  const client = await connect(server)
  await expect(client.signIn(hanako)).rejects.toMatchObject({ details: { reply } })
  client.close()
})

test.each<[string, string, (client: Pop3Client) => Promise<unknown>]>([
  ['UIDL', `-ERR ${secret}`, (client) => client.uidl()],
  ['UIDL', `${long}${secret}`, (client) => client.uidl()],
  ['UIDL', `+OK\nS: ${long}${secret}\nS: .`, (client) => client.uidl()],
  ['LIST', `+OK\nS: ${long}${secret}\nS: .`, (client) => client.list()],
  ['STAT', `+OK ${long}${secret}`, (client) => client.stat()],
  ['RETR 1', `-ERR ${secret}`, (client) => text(client.retrieve(1))],
])(
  'a secret that a POP3 server repeats is in no error after it, not even where it is cut: %s',
  async (command, said, ask) => {
    await using server = await startScripted(`${signedIn}\nS: +OK\nC: ${command}\nS: ${said}`, { tls })
    const client = await connect(server)
    await client.signIn(hanako)
    const error = await ask(client).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ details: { reply: expect.stringContaining('[hidden]') } })
    expect(inspect(error, { depth: null })).not.toContain('abc')
    client.close()
  },
)

test('a secret that a POP3 server repeats is not in what it greets with, either, where it is known whose it is', async () => {
  await using server = await startScripted(`S: -ERR ${long}${secret}`, { tls })
  const network = networkTo(server.port, { ca: tls.ca })
  const opening = openMailbox({ endpoint, network, ...hanako })
  await expect(opening).rejects.toMatchObject({ details: { reply: expect.stringContaining('[hidden]') } })
})
