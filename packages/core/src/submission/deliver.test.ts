import { describe, expect, test } from 'vitest'
import { prepareEml } from '../message/eml.ts'
import { deliver, type Delivery } from './deliver.ts'
import type { Network } from '../network/network.ts'
import type { Endpoint } from '../settings/settings.ts'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { failureOf } from '@sparekey/testkit/failure'
import { startIdentityEndpoint, type Said } from '../testing/identity-endpoint.ts'
import { startScripted } from '@sparekey/testkit/server'

const host = 'smtp-mail.outlook.com'
const certificate = await issueCertificate([host, 'graph.microsoft.com'])
const endpoint: Endpoint = { protocol: 'smtp', host, port: 587, security: 'tls' }
const message = await prepareEml(
  Buffer.from(
    'From: hanako@hotmail.com\nTo: a@example.com\nBcc: b@example.com\nMessage-ID: <1@hotmail.com>\n\nhello\n',
  ),
)
const off = (what: string) =>
  `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the ${what}. Visit https://aka.ms/smtp_auth_disabled for more information. [X]`

/** An SMTP server that answers the sign-in so, and Graph beside it. */
async function start(signIn: string, graph: Said | undefined = { status: 202, body: '' }) {
  const smtp = await startScripted(
    async (peer) => {
      await peer
        .send('220 ready\r\n')
        .answer(
          [/^EHLO/, '250-x\r\n250 AUTH LOGIN XOAUTH2\r\n'],
          [/^AUTH/, `${signIn}\r\n`],
          [/^(MAIL|RCPT)/, '250 ok\r\n'],
          [/^DATA/, '354 go\r\n'],
          [/^\.$/, '250 2.0.0 OK queued\r\n'],
          [/^QUIT/, '221 bye\r\n'],
          [/^/, ''],
        )
    },
    { tls: certificate },
  )
  const api = await startIdentityEndpoint(() => graph, { certificate })
  const port = { [host]: smtp.port, 'graph.microsoft.com': api.port } as Record<string, number>
  const network: Network = { ...api.network, resolve: async (name) => [{ host: '127.0.0.1', port: port[name]! }] }
  const asked: string[] = []
  const delivery: Delivery = {
    endpoint,
    username: 'hanako@hotmail.com',
    token: 'EwB-for-smtp',
    network,
    message,
    async accessTokenFor(resource) {
      asked.push(resource)
      return 'EwB-for-graph'
    },
  }
  return {
    delivery,
    asked,
    smtp,
    api,
    async [Symbol.asyncDispose]() {
      await smtp[Symbol.asyncDispose]()
      await api[Symbol.asyncDispose]()
    },
  }
}

describe('a message', () => {
  test('goes by SMTP where SMTP takes it, and asks for no other token', async () => {
    await using servers = await start('235 2.7.0 Authentication successful')
    expect(await deliver(servers.delivery)).toMatchObject({
      via: 'smtp',
      accepted: ['a@example.com', 'b@example.com'],
      reply: '250 2.0.0 OK queued',
    })
    expect(servers.asked).toEqual([])
    expect(servers.api.asked).toEqual([])
  })

  test('goes by Graph where SMTP is off for the mailbox, to blind recipients too', async () => {
    await using servers = await start(off('Mailbox'))
    expect(await deliver(servers.delivery)).toEqual({
      via: 'graph',
      accepted: ['a@example.com', 'b@example.com'],
      rejected: [],
      reply: '202 Accepted',
    })
    expect(servers.asked).toEqual(['graph'])
    expect(servers.smtp.heard.filter((line) => /^(AUTH|MAIL)/.test(line))).toHaveLength(1)
    expect(servers.api.asked.map(({ body }) => Buffer.from(body, 'base64').toString())).toEqual([
      `Bcc: b@example.com\r\n${message.raw.toString()}`,
    ])
  })

  test.each([
    [off('Tenant'), 'smtp-auth-off-tenant'],
    ['535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]', 'basic-auth-retired'],
    ['535 5.7.3 Authentication unsuccessful [X]', 'sign-in-refused'],
    ['454 4.7.0 Temporary authentication failure', 'server-unavailable'],
  ])('does not go by Graph after %j', async (reply, code) => {
    await using servers = await start(reply)
    await expect(deliver(servers.delivery)).rejects.toMatchObject({ code, details: { reply } })
    expect(servers.asked).toEqual([])
  })

  test('does not go by Graph where nobody has a token for it', async () => {
    await using servers = await start(off('Mailbox'))
    await expect(deliver({ ...servers.delivery, accessTokenFor: undefined })).rejects.toMatchObject({
      code: 'smtp-auth-off-mailbox',
      details: { reply: off('Mailbox') },
    })
    expect(servers.api.asked).toEqual([])
  })

  test('does not go by Graph to people who are only named in it', async () => {
    await using servers = await start(off('Mailbox'))
    const envelope = { ...message.envelope, to: ['b@example.com'] }
    const failed = deliver({ ...servers.delivery, message: { ...message, envelope } })
    await expect(failed).rejects.toMatchObject({ code: 'smtp-auth-off-mailbox' })
    expect(servers.asked).toEqual([])
  })

  test('is sent once, whatever is unclear, and no failure holds a token', async () => {
    await using servers = await start(off('Mailbox'), { status: 502, body: 'EwB-for-graph' })
    const failed = await failureOf(() => deliver(servers.delivery))
    expect(failed).toMatchObject({ code: 'server-unavailable', details: { delivery: 'unknown' } })
    expect(servers.api.asked).toHaveLength(1)
    expect(JSON.stringify(failed)).not.toMatch(/EwB-/)
  })

  test('that SMTP may have taken is not given to Graph', async () => {
    await using smtp = await startScripted(
      async (peer) => {
        await peer
          .send('220 ready\r\n')
          .answer(
            [/^EHLO/, '250-x\r\n250 AUTH XOAUTH2\r\n'],
            [/^AUTH/, '235 ok\r\n'],
            [/^(MAIL|RCPT)/, '250 ok\r\n'],
            [/^DATA/, undefined],
          )
        peer.send('354 go\r\n')
        while ((await peer.line()) !== '.');
        peer.end()
      },
      { tls: certificate },
    )
    await using servers = await start('')
    const network: Network = {
      ...servers.delivery.network,
      resolve: async () => [{ host: '127.0.0.1', port: smtp.port }],
    }
    await expect(deliver({ ...servers.delivery, network })).rejects.toMatchObject({
      details: { delivery: 'unknown' },
    })
    expect(servers.asked).toEqual([])
  })
})
