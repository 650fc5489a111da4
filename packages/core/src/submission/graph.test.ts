import { describe, expect, test } from 'vitest'
import { failureOf } from '@sparekey/testkit/failure'
import { startIdentityEndpoint, type Said } from '../testing/identity-endpoint.ts'
import { startScripted } from '@sparekey/testkit/server'
import { ManualClock } from '@sparekey/testkit/clock'
import { networkTo } from '../testing/network.ts'
import { timersOf } from '../testing/timers.ts'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { sendByGraph } from './graph.ts'

const accessToken = 'EwB-for-graph'
const raw = Buffer.from('To: taro@example.com\r\nSubject: x\r\n\r\n\xff\r\n', 'latin1')

const error = (status: number, code: string, message: string): Said => ({ status, json: { error: { code, message } } })

async function outcome(said: Said | undefined, change: { accessToken?: string } = {}) {
  await using server = await startIdentityEndpoint(() => said)
  const failed = await failureOf(() => sendByGraph({ accessToken, raw, network: server.network, ...change }))
  return { failed, asked: server.asked }
}

describe('a message by Graph', () => {
  test('is one request, of the whole message, with the token in its header', async () => {
    await using server = await startIdentityEndpoint(() => ({ status: 202, body: '' }))
    expect(await sendByGraph({ accessToken, raw, network: server.network })).toEqual({ reply: '202 Accepted' })
    expect(server.asked).toMatchObject([
      {
        servername: 'graph.microsoft.com',
        method: 'POST',
        host: 'graph.microsoft.com',
        path: '/v1.0/me/sendMail',
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'text/plain' },
        body: raw.toString('base64'),
      },
    ])
  })

  test.each<[Said, string]>([
    [error(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'), 'token-expired'],
    [
      error(401, 'InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.'),
      'token-wrong-audience',
    ],
    [{ status: 401, body: '' }, 'token-refused'],
    [error(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'), 'consent-missing'],
    [error(403, 'ErrorSendAsDenied', 'The user account …'), 'sender-not-allowed'],
    [error(403, 'ErrorAccountSuspend', 'Account suspended.'), 'account-blocked'],
    [error(400, 'ErrorMimeContentInvalidBase64String', 'Invalid base64 string for MIME content.'), 'message-refused'],
    [error(413, 'BadRequest', 'Maximum request length exceeded.'), 'message-too-large'],
    [error(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.'), 'throttled'],
    [error(403, 'ErrorExceededMessageLimit', 'Cannot send mail.'), 'quota-exceeded'],
    [error(403, 'ErrorMessageSubmissionBlocked', 'Cannot send mail.'), 'sender-unverified'],
    [error(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is inactive.'), 'no-mailbox'],
    [error(400, 'ErrorMessageSizeExceeded', 'Too large.'), 'message-too-large'],
    [error(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.'), 'recipient-refused'],
    [error(503, 'serviceNotAvailable', 'Try later.'), 'server-unavailable'],
    [error(507, 'ErrorQuotaExceeded', 'The process failed to get the correct properties.'), 'mailbox-full'],
  ])('that %j refused was not sent', async (said, code) => {
    const { failed, asked } = await outcome(said)
    expect(failed).toMatchObject({ code, details: { reply: expect.stringMatching(/^\d{3}/) } })
    expect(failed).not.toMatchObject({ details: { delivery: expect.anything() } })
    expect(asked).toHaveLength(1)
  })

  test.each<[string, Said | undefined, string]>([
    ['an error of its own', error(500, 'InternalServerError', 'oops'), 'server-unavailable'],
    ['a gateway that gave up', { status: 504, body: '<html>timeout</html>' }, 'server-unavailable'],
    ['a yes that is not Graph’s', { status: 200, json: {} }, 'protocol-broken'],
    ['a redirect', { status: 302, headers: { location: 'https://evil.example/' }, body: '' }, 'protocol-broken'],
    ['no answer at all', undefined, 'connection-dropped'],
  ])('and then %s leaves it open whether it was sent, and it is not sent again', async (_, said, code) => {
    const { failed, asked } = await outcome(said)
    expect(failed).toMatchObject({
      code,
      message: expect.stringContaining('may have been sent'),
      details: { delivery: 'unknown' },
    })
    expect(asked).toHaveLength(1)
  })

  test('and then silence leaves it open as well', async () => {
    const clock = new ManualClock()
    const never = () => {
      clock.advance(5000)
      return new Promise<undefined>(() => undefined)
    }
    await using server = await startIdentityEndpoint(never, { timers: timersOf(clock) })
    await expect(sendByGraph({ accessToken, raw, network: server.network })).rejects.toMatchObject({
      code: 'connection-timeout',
      details: { delivery: 'unknown' },
    })
  })

  test('that never got under way was not sent', async () => {
    const certificate = await issueCertificate('elsewhere.example')
    await using server = await startScripted(() => undefined, { tls: certificate })
    const failed = await failureOf(() =>
      sendByGraph({ accessToken, raw, network: networkTo(server.port, certificate) }),
    )
    expect(failed).toMatchObject({ code: 'certificate-wrong-name' })
    expect(failed).not.toMatchObject({ details: { delivery: expect.anything() } })
    expect(server.heard).toEqual([])
  })

  test('that is given up on the way leaves it open', async () => {
    const controller = new AbortController()
    await using server = await startIdentityEndpoint(() => void controller.abort())
    const sending = sendByGraph({ accessToken, raw, network: server.network, signal: controller.signal })
    await expect(sending).rejects.toMatchObject({ code: 'aborted', details: { delivery: 'unknown' } })
  })

  test.each(['', 'a\r\nx-evil: 1', 'two words'])('is not sent with a token such as %j', async (accessToken) => {
    const { failed, asked } = await outcome({ status: 202, body: '' }, { accessToken })
    expect(failed).toMatchObject({ code: 'bad-secret' })
    expect(asked).toEqual([])
  })

  test('keeps its token out of every failure, even one that Graph repeats', async () => {
    const { failed } = await outcome(error(403, 'Forbidden', `no: Bearer ${accessToken}\u001b[2J`))
    expect(failed).toMatchObject({ details: { reply: '403 Forbidden: no: Bearer [hidden] [2J' } })
    expect(JSON.stringify(failed) + String(failed)).not.toContain(accessToken)
  })
})
