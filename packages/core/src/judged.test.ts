import { failureOf } from '@sparekey/testkit/failure'
import { startScripted, type Peer } from '@sparekey/testkit/server'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { describe, expect, test } from 'vitest'
import type { Credentials } from './credentials/credentials.ts'
import { sendMessage } from './send-message.ts'
import { openMailbox } from './open-mailbox.ts'
import { networkTo } from './testing/network.ts'

/** A refused sign-in of a client's is told as a check would tell it. */
const host = 'outlook.office365.com'
const tls = await issueCertificate(host)
const signed = (claims: object) =>
  ['{}', JSON.stringify(claims), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.')

type Circumstances = { username?: string; asOf?: string } & Partial<Credentials>

async function opened(
  reply: string,
  { username = 'hanako@hotmail.com', asOf = '2021-05-01', ...proof }: Circumstances,
) {
  const answer = (peer: Peer) =>
    peer
      .send('* OK\r\n')
      .answer(
        [/^A1/, '* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR\r\nA1 OK\r\n'],
        [/^A2/, `A2 ${reply}\r\n`],
        [/^/, undefined],
      )
  await using server = await startScripted(answer, { tls })
  const network = {
    ...networkTo(server.port, { ca: tls.ca }),
    asOf: () => asOf,
    resolveMx: async (domain: string) =>
      domain === 'contoso.example' ? ['contoso-example.mail.protection.outlook.com'] : [],
  }
  const endpoint = { protocol: 'imap', host, port: 993, security: 'tls' } as const
  const credentials = { username, ...(proof.token === undefined ? { secret: 'x', ...proof } : proof) } as Credentials
  return await failureOf(() => openMailbox({ ...credentials, endpoint, network }))
}

describe('a mailbox that does not open', () => {
  test.each<[string, Circumstances, string]>([
    ['NO LOGIN failed.', {}, 'app-password-needed'],
    ['NO LOGIN failed.', { secret: 'abcdefghijklmnop' }, 'app-password-wrong'],
    ['NO LOGIN failed.', { asOf: '2026-11-30' }, 'basic-auth-retired'],
    ['NO LOGIN failed.', { username: 'taro@contoso.example', asOf: '2022-09-30' }, 'app-password-needed'],
    ['NO LOGIN failed.', { username: 'taro@contoso.example', asOf: '2023-02-01' }, 'basic-auth-retired'],
    ['NO LOGIN failed.', { username: 'taro@elsewhere.example' }, 'sign-in-refused'],
    ['NO LOGIN failed.', { username: 'taro' }, 'sign-in-refused'],
    ['NO I do not like you', {}, 'sign-in-refused'],
    ['NO Basic authentication is disabled.', { username: 'taro' }, 'basic-auth-retired'],
    ['NO AUTHENTICATE failed.', { token: 'EwB4' }, 'token-refused'],
    ['NO AUTHENTICATE failed.', { token: signed({ aud: 'https://graph.microsoft.com' }) }, 'token-wrong-audience'],
    ['NO AUTHENTICATE failed.', { token: signed({ roles: ['IMAP.AccessAsApp'] }) }, 'token-app-only'],
    ['NO User is authenticated but not connected.', { token: 'EwB4' }, 'mailbox-not-connected'],
    ['NO User is authenticated but not connected.', { token: signed({ upn: 'a@b.example' }) }, 'token-wrong-account'],
  ])('by %j, for %j, is %s', async (reply, circumstances, code) => {
    const failed = await opened(reply, circumstances)
    expect(failed).toMatchObject({ code, details: { reply } })
    expect(JSON.stringify(failed)).not.toContain('eyJ')
  })
})

test('a message that is not sent for want of a sign-in, from a work account: policy before credentials', async () => {
  const reply = '535 5.7.3 Authentication unsuccessful [X]'
  await using server = await startScripted(
    (peer) =>
      peer
        .send('220 ready\r\n')
        .answer(
          [/^EHLO/, '250-x\r\n250 AUTH PLAIN\r\n'],
          [/^AUTH/, '334 \r\n'],
          [/^AHRhcm9/, `${reply}\r\n`],
          [/^/, undefined],
        ),
    { tls },
  )
  const network = networkTo(server.port, { ca: tls.ca })
  const failed = await failureOf(() =>
    sendMessage({
      endpoint: { protocol: 'smtp', host, port: 587, security: 'tls' },
      network,
      username: 'taro@contoso.onmicrosoft.com',
      secret: 'x',
      message: {
        envelope: { from: 'taro@contoso.onmicrosoft.com', to: ['a@b.example'] },
        raw: Buffer.from('Subject: x\r\n\r\nx\r\n'),
        messageId: '<x@y>',
      },
    }),
  )
  expect(failed).toMatchObject({ code: 'smtp-auth-probably-off', details: { reply, certainty: 'likely' } })
})
