import { describe, expect, test } from 'vitest'
import { startMicrosoft } from '../../microsoft.ts'
import { call } from '../../testing/https.ts'

const hanako = 'hanako@hotmail.com'
const message = [
  'From: Hanako <hanako@hotmail.com>',
  'To: taro@contoso.example',
  'Bcc: secret@else.example,',
  ' hanako@hotmail.com',
  'Subject: over Graph',
  '',
  'hello',
].join('\r\n')

async function start() {
  const microsoft = await startMicrosoft({
    asOf: '2026-11-22',
    accounts: [
      { address: hanako, password: 'x', aliases: ['hana@outlook.jp'], protocols: { smtp: false } },
      { address: 'taro@contoso.example', password: 'x' },
    ],
    limits: { mailboxBytes: 10_000 },
  })
  const tokenFor = async (...scopes: string[]) => (await microsoft.oauth.issue(hanako, scopes)).accessToken
  const post = (token: string | undefined, body: string, headers: Record<string, string> = {}) =>
    call(microsoft, 'https://graph.microsoft.com/v1.0/me/sendMail', {
      body,
      headers: {
        'content-type': 'text/plain',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
    })
  const send = async (text: string) => post(await tokenFor('Mail.Send'), Buffer.from(text).toString('base64'))
  const subjects = (address: string, folder: string) =>
    microsoft.mail.waitFor(address, { subject: 'over Graph', folder, timeoutMs: 0 })
  return { microsoft, tokenFor, post, send, subjects, [Symbol.asyncDispose]: () => microsoft.close() }
}

describe('a message sent by Graph', () => {
  test('is delivered, though SMTP is off, and filed in Sent; nobody sees the Bcc field', async () => {
    await using mock = await start()
    expect(await mock.send(message)).toMatchObject({ status: 202, text: '' })
    const { raw } = await mock.subjects('taro@contoso.example', 'INBOX')
    expect(raw.toString()).toMatch(/\r\n\r\nhello$/)
    expect(raw.toString()).not.toContain('secret')
    expect((await mock.subjects(hanako, 'Sent')).raw.equals(raw)).toBe(true)
    await mock.subjects(hanako, 'Inbox')
    const outbound = (await (await fetch(`${mock.microsoft.servers.api}/outbound`)).json()) as object[]
    expect(outbound).toMatchObject([{ from: hanako, to: ['secret@else.example'] }])
  })

  test('may be without an author, with bare line feeds, and in broken base64 lines', async () => {
    await using mock = await start()
    const text = 'To: hanako@hotmail.com\nSubject: over Graph\n\nhello\n'
    const lines = Buffer.from(text)
      .toString('base64')
      .match(/.{1,20}/g)!
    expect((await mock.post(await mock.tokenFor('Mail.Send'), lines.join('\r\n'))).status).toBe(202)
    const { raw } = await mock.subjects(hanako, 'Inbox')
    expect(raw.toString()).toMatch(
      /From: hanako@hotmail\.com\r\nTo: hanako@hotmail\.com\r\nSubject: over Graph\r\n\r\nhello\r\n$/,
    )
  })

  test('may be in the name of an alias, and of nobody else', async () => {
    await using mock = await start()
    expect((await mock.send(message.replace('Hanako <hanako@hotmail.com>', 'hana@outlook.jp'))).status).toBe(202)
    expect(await mock.send(message.replace('hanako@hotmail.com', 'taro@contoso.example'))).toMatchObject({
      status: 403,
      json: { error: { code: 'ErrorSendAsDenied', message: expect.stringContaining('does not have the right') } },
    })
  })

  test.each([
    ['nobody to send to', 'From: hanako@hotmail.com\r\n\r\nhi', 400, 'ErrorInvalidRecipients'],
    ['no header', 'hello', 400, 'ErrorMimeContentInvalid'],
    ['more than the mailbox holds', `${message}${'x'.repeat(10_000)}`, 507, 'ErrorQuotaExceeded'],
    ['too much for one request', `${message}${'x'.repeat(3_200_000)}`, 413, 'BadRequest'],
  ])('with %s is refused', async (_, text, status, code) => {
    await using mock = await start()
    expect(await mock.send(text)).toMatchObject({ status, json: { error: { code } } })
  })

  test('must be base64, as text/plain', async () => {
    await using mock = await start()
    const token = await mock.tokenFor('Mail.Send')
    for (const body of [message, 'abc', 'abcd=', '']) {
      expect(await mock.post(token, body)).toMatchObject({
        status: 400,
        json: {
          error: {
            code: 'ErrorMimeContentInvalidBase64String',
            message: 'Invalid base64 string for MIME content.',
            innerError: {
              date: expect.stringMatching(/^2026-11-22T00:00:0\d$/),
              'request-id': expect.any(String),
              'client-request-id': expect.any(String),
            },
          },
        },
      })
    }
    const json = await mock.post(token, '{}', { 'content-type': 'application/json' })
    expect(json).toMatchObject({ status: 501, json: { error: { code: 'NotImplemented' } } })
    expect((await call(mock.microsoft, 'https://graph.microsoft.com/v1.0/me/messages')).status).toBe(501)
  })
})

describe('a token', () => {
  test('must be one, for Graph, with the permission, in time', async () => {
    await using mock = await start()
    const outlook = await mock.tokenFor('https://outlook.office.com/SMTP.Send')
    const reader = await mock.tokenFor('Mail.Read')
    const good = await mock.tokenFor('Mail.Send')
    const refusal = async (token: string | undefined) => {
      const { status, headers, json } = await mock.post(token, 'eA==')
      const { code, message: words } = json['error'] as { code: string; message: string }
      if (status === 401) expect(headers['www-authenticate']).toMatch(/^Bearer realm=""/)
      return [status, code, words]
    }
    const invalid = 'InvalidAuthenticationToken'
    expect(await refusal(undefined)).toEqual([401, invalid, 'Access token is empty.'])
    expect(await refusal('x')).toEqual([401, invalid, expect.stringContaining('80049217')])
    expect(await refusal(outlook)).toEqual([401, invalid, 'Access token validation failure. Invalid audience.'])
    expect(await refusal(reader)).toEqual([403, 'ErrorAccessDenied', expect.any(String)])
    mock.microsoft.accounts.get(hanako).standing = 'blocked'
    expect(await refusal(good)).toEqual([403, 'ErrorAccountSuspend', expect.any(String)])
    mock.microsoft.clock.advance(3600_000)
    expect(await refusal(good)).toEqual([401, invalid, 'Lifetime validation failed, the token is expired.'])
    mock.microsoft.oauth.signOutEverywhere(hanako)
    expect(await refusal(good)).toEqual([401, invalid, expect.stringContaining('TokenIssuedBeforeRevocation')])
  })
})
