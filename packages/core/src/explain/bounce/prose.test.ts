import { describe, expect, test } from 'vitest'
import { plainReport, report } from '../../testing/reports.ts'
import { explainMessage } from '../explain-message.ts'

const explained = (octets: Uint8Array) => explainMessage(octets, { lang: 'en' })
const codeOf = (octets: Uint8Array) => explained(octets).finding.code
const quoteOf = (octets: Uint8Array) => explained(octets).recognised[0]?.quote

describe('what a report says in words', () => {
  const told = (text: string) => plainReport(`This is the mail system at host mx.example.com.\n\n${text}`)

  test('goes on behind a line of hyphens that begins no part', () => {
    const text = '<nobody@example.com>:\n--- mx.example.com ---\nRemote host said: 550 5.2.2 Mailbox full'
    expect(codeOf(told(text))).toBe('mailbox-full')
  })

  test('may be a reply of several lines', () => {
    const text = `<nobody@example.com>: host mx.example.net said: 550-5.7.26 Unauthenticated email from
    example.jp is not accepted due to domain's 550-5.7.26 DMARC policy.
    550 5.7.26 Please contact the administrator`
    expect(codeOf(told(text))).toBe('sender-distrusted')
    expect(quoteOf(told(text))).toBe(
      "550-5.7.26 Unauthenticated email from example.jp is not accepted due to domain's DMARC policy. Please contact the administrator",
    )
  })

  test('is told by the innermost of replies in one another', () => {
    const text = `<nobody@example.com>: host smtp.office365.com said: 530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.`
    expect(codeOf(told(text))).toBe('smtp-auth-off-tenant')
  })

  test('of a recipient counts more than what it says in general', () => {
    const text = `Reported error: 550 5.4.316 Message expired, connection refused

<nobody@example.com>: 550 5.2.2 Mailbox full`
    expect(explained(told(text))).toMatchObject({ finding: { code: 'mailbox-full' } })
    expect(explained(told(text)).findings).toBe(undefined)
  })

  test('counts where its fields have no words', () => {
    const prose = 'Content-Type: text/plain\n\n  nobody@example.com\n    mailbox is full: retry timeout exceeded'
    const fields = 'Final-Recipient: rfc822;nobody@example.com\nAction: failed\nStatus: 5.0.0'
    expect(codeOf(report({ prose, recipients: [fields] }))).toBe('mailbox-full')
  })

  test('of one recipient is not told of another', () => {
    const prose = 'Content-Type: text/plain\n\n<a@example.com>: 552 5.2.2 Mailbox full\n\n<b@example.com>: Zzz'
    const fields = ['a', 'b'].map(
      (name) => `Final-Recipient: rfc822;${name}@example.com\nAction: failed\nStatus: 5.0.0`,
    )
    expect(explained(report({ prose, recipients: fields })).findings).toMatchObject([
      { code: 'mailbox-full', recipients: ['a@example.com'] },
      { code: 'unknown-refusal', recipients: ['b@example.com'] },
    ])
  })

  test('of a refusal by the sender’s own mailbox is about the sender', () => {
    const said =
      '554 5.2.2 mailbox full; STOREDRV.Submission.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded'
    expect(explained(told(`<nobody@example.com>: ${said}`)).finding.title).not.toContain('recipient')
    expect(explained(told('<nobody@example.com>: 552 5.2.2 mailbox full')).finding.title).toContain('recipient')
  })

  test('of a passing fault alone is no cause', () => {
    expect(codeOf(told('<nobody@example.com>: host mx.example.net said: 451 4.3.0 Zzz'))).toBe('unknown-refusal')
  })
})
