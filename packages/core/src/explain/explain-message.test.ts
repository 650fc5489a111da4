import { describe, expect, test } from 'vitest'
import { failedFor, message, plainReport, report, reportText } from '../testing/reports.ts'
import { explainMessage } from './explain-message.ts'
import { explainText } from './explain-text.ts'

const explained = (octets: Uint8Array) => explainMessage(octets, { lang: 'en' })
const codeOf = (octets: Uint8Array) => explained(octets).finding.code
const one = (diagnostic: string, status?: string) =>
  report({ recipients: [failedFor(diagnostic, status === undefined ? {} : { status })] })

const frontend = 'AM0PR01CA0001.eurprd01.prod.outlook.com 2026-11-02T10:00:00.000Z 08DD0EC9A3E5C7D1'

describe('a report’s Diagnostic-Code', () => {
  test.for<[string, string, string?]>([
    ['501 5.1.8 Sender address rejected', 'sender-distrusted', '5.1.8'],
    ['550 5.1.8 Access denied, bad outbound sender', 'sender-restricted', '5.1.8'],
    ['550 5.7.1 RESOLVER.RST.AuthRequired; authentication required', 'recipient-refused', '5.7.1'],
    [
      '550 5.2.2 STOREDRV.Deliver: mailbox full. The following information should help identify the cause: "MapiExceptionShutoffQuotaExceeded:16.18969"',
      'mailbox-full',
    ],
    ['550 5.2.2 Submission quota exceeded. The message can’t be submitted', 'quota-exceeded', '5.2.2'],
    ['550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient', 'message-too-large', '5.2.3'],
    ['550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup', 'recipient-refused'],
    [
      '550 5.4.1 [nobody@example.com]:\n Recipient address rejected: Access denied\n [X.prod.protection.outlook.com]',
      'recipient-refused',
    ],
    [
      '451 4.7.650 The mail server [192.0.2.25] has been temporarily rate limited due to IP reputation. (S3113)',
      'throttled',
      '4.7.650',
    ],
    ['550 5.7.606 Access denied, banned sending IP [198.51.100.22]. (AS16012609)', 'sender-distrusted', '5.7.606'],
    [
      `550 5.7.509 Access denied, sending domain [EXAMPLE.JP] does not pass DMARC verification and has a DMARC policy of reject. [${frontend}]`,
      'sender-distrusted',
    ],
    [`550 5.7.501 Access denied, spam abuse detected [${frontend}]`, 'tenant-restricted', '5.7.501'],
    [`550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP`, 'tenant-restricted'],
    [
      '550 5.7.515 Access denied, sending domain EXAMPLE.JP doesn’t meet the required authentication level.',
      'sender-distrusted',
    ],
    ['550 5.4.312 Message expired, DNS query failed', 'recipient-unreachable', '5.4.312'],
    ['550 5.4.316 Message expired, connection refused', 'recipient-unreachable', '5.4.316'],
    [
      '550 Requested action not taken: mailbox unavailable (-0000000022:2222:-0000000022)',
      'recipient-refused',
      '5.5.0',
    ],
    ['550 5.1.0 192.0.2.222 is not allowed to send from <example.net> per it’s SPF Record.', 'sender-distrusted'],
    ['550 SC-004 (COL0-MC1-F1) Unfortunately, messages from 192.0.2.22 weren’t sent.', 'sender-distrusted'],
    ['550 5.1.351 Remote server returned unknown recipient or mailbox unavailable', 'recipient-refused'],
    ['550 5.1.1 <nobody@example.com>... User Unknown', 'recipient-refused', '5.1.1'],
    ['552 5.2.2 <nobody@example.com> over quota', 'mailbox-full'],
    ['552 5.3.4 Message size exceeds fixed maximum message size', 'message-too-large'],
    ['554 5.7.1 <nobody@example.net>: Relay access denied', 'relay-refused'],
    ['554 5.7.1 Service unavailable; Client host [192.0.2.22] blocked using zen.example.org', 'sender-distrusted'],
    [
      '550-5.7.26 Unauthenticated email from example.jp is not accepted due to domain’s\n 550-5.7.26 DMARC policy. Please contact the administrator\n 550 5.7.26 of example.jp',
      'sender-distrusted',
    ],
    ['550 5.7.1 Zzz', 'unknown-refusal', '5.7.1'],
    ['550 5.1.1 Zzz', 'recipient-refused', '5.1.1'],
  ])('%j is %s', ([diagnostic, code, status]) => {
    expect(codeOf(one(diagnostic, status))).toBe(code)
  })

  test('counts before what the text says', () => {
    const prose = `Content-Type: text/plain

Your message could not be delivered.

<nobody@example.com>: host mx.example.com said:
    550 5.1.1 <nobody@example.com>... User unknown`
    const diagnostic = '550 5.7.606 Access denied, banned sending IP [198.51.100.22]'
    expect(codeOf(report({ prose, recipients: [failedFor(diagnostic)] }))).toBe('sender-distrusted')
  })

  test('may name the server before its words', () => {
    const fields = `Final-Recipient: rfc822; nobody@example.com
Action: failed
Diagnostic-Code: X-Postfix; host mx.example.com[192.0.2.22] said: 550 5.1.1 Zzz`
    expect(codeOf(report({ recipients: [fields] }))).toBe('recipient-refused')
  })

  test('is what the finding quotes, without addresses', () => {
    const { recognised, input } = explained(one('550 5.1.1 <nobody@example.com>... User Unknown'))
    expect(input).toBe('message')
    expect(recognised).toEqual([{ kind: 'bounce', protocol: 'smtp', quote: '550 5.1.1 <[address]>... User Unknown' }])
  })
})

describe('recipients', () => {
  const full = failedFor('550 5.2.2 <b@example.com>... Mailbox Full', { recipient: 'b@example.com' })
  const unknown = failedFor('550 5.1.1 <a@example.com>... User Unknown', { recipient: 'a@example.com' })

  test('with different causes have a finding each', () => {
    const { finding, findings } = explained(report({ recipients: [unknown, full] }))
    expect(finding.code).toBe('recipient-refused')
    expect(findings).toMatchObject([
      { code: 'recipient-refused', recipients: ['a@example.com'] },
      { code: 'mailbox-full', recipients: ['b@example.com'], title: 'The recipient’s mailbox is full' },
    ])
  })

  test('with one cause have one', () => {
    const too = failedFor('550 5.1.1 <c@example.com>... User Unknown', { recipient: 'c@example.com' })
    expect(explained(report({ recipients: [unknown, too] })).findings).toBe(undefined)
  })

  test('who were reached are not among them', () => {
    const reached = 'Final-Recipient: rfc822;c@example.com\nAction: delivered\nStatus: 2.0.0'
    expect(explained(report({ recipients: [reached, full] }))).toMatchObject({ finding: { code: 'mailbox-full' } })
    expect(codeOf(report({ recipients: [reached] }))).toBe('not-recognised')
  })

  test('who may still be reached come behind those who will not', () => {
    const late = 'Final-Recipient: rfc822;c@example.com\nAction: delayed\nStatus: 4.4.7'
    const { finding, findings } = explained(report({ recipients: [late, full] }))
    expect(finding.code).toBe('mailbox-full')
    expect(findings?.map(({ code }) => code)).toEqual(['mailbox-full', 'recipient-unreachable'])
  })
})

test('a delay is a recipient’s server that was not reached yet', () => {
  const delayed = 'Final-Recipient: rfc822;nobody@example.com\nAction: delayed\nStatus: 4.4.7'
  const subject = 'Delivery Status Notification (Delay)'
  expect(explained(report({ subject, recipients: [delayed] }))).toMatchObject({
    recognised: [{ kind: 'bounce', quote: 'Action: delayed, Status: 4.4.7' }],
    finding: { code: 'recipient-unreachable', certainty: 'certain' },
  })
})

describe('a message that is no report', () => {
  test.for([
    [
      'of a person who quotes a server',
      'From: hanako@outlook.com\nSubject: Help\n\nI get 550 5.1.1 User unknown. Why?',
    ],
    [
      'of a person who answers a report',
      'From: hanako@outlook.com\nSubject: Re: Undeliverable: Minutes\n\n> Diagnostic-Code: smtp;550 5.1.1 User unknown\n',
    ],
    [
      'with a report inside',
      `From: hanako@outlook.com\nSubject: Fwd: Undeliverable\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nLook at this.\n\n--b\nContent-Type: message/rfc822\n\n${reportText({ recipients: [failedFor('550 5.1.1 User unknown')] })}\n--b--\n`,
    ],
    [
      'of a machine about a parcel',
      'From: parcels@example.com\nAuto-Submitted: auto-generated\nSubject: Your parcel could not be delivered\n\nWe could not deliver it.',
    ],
    [
      'that says it was read',
      'From: taro@contoso.example\nSubject: Read: Minutes\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nRead.\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;taro@contoso.example\nDisposition: manual-action; displayed\n--b--\n',
    ],
    [
      'that says somebody is away',
      'Return-Path: <>\nFrom: taro@contoso.example\nSubject: Away\nAuto-Submitted: auto-replied\n\nI am away until Monday. Write to jiro@contoso.example.\n',
    ],
  ])('%s is not recognised', ([, text]) => {
    expect(explained(message(text!))).toMatchObject({ recognised: [], finding: { code: 'not-recognised' } })
  })

  test('nor is one that is empty', () => {
    expect(codeOf(new Uint8Array())).toBe('not-recognised')
  })
})

describe('what came back', () => {
  const quoted = `From: hanako@outlook.com
Subject: Fwd: Undeliverable
Content-Type: multipart/report; report-type=delivery-status; boundary=inner

--inner
Content-Type: message/delivery-status

Final-Recipient: rfc822;other@example.com
Action: failed
Diagnostic-Code: smtp;550 5.1.1 User unknown
--inner--`

  test('is never the cause, even if it is a report itself', () => {
    const full = failedFor('550 5.2.2 Mailbox full')
    expect(explained(report({ recipients: [full], original: quoted })).findings).toBe(undefined)
    expect(codeOf(report({ recipients: [full], original: quoted }))).toBe('mailbox-full')
  })

  test('is never the cause where the report itself has none', () => {
    expect(codeOf(report({ original: quoted }))).toBe('unknown-refusal')
  })

  test('is never the cause in a report without parts', () => {
    const body = `Hi. This is the qmail-send program at mx.example.com.
I'm afraid I wasn't able to deliver your message to the following addresses.

<nobody@example.com>:
Remote host said: 552 5.2.2 Mailbox full

--- Below this line is a copy of the message.

Received: from mx.example.com
Subject: your error

<other@example.com>:
550 5.1.1 User unknown`
    expect(codeOf(plainReport(body))).toBe('mailbox-full')
  })
})

test('a report is explained in Japanese as well', () => {
  const { finding } = explainMessage(one('550 5.1.1 User unknown'), { lang: 'ja' })
  expect(finding.title).toMatch(/[ぁ-ん]/)
})

describe('a pasted report', () => {
  const whole = reportText({ recipients: [failedFor('550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large')] })
  const pasted = (text: string) => {
    const { input, recognised, finding } = explainText(text, { lang: 'en' })
    return { input, kind: recognised[0]?.kind, code: finding.code }
  }
  const tooLarge = { input: 'text', kind: 'bounce', code: 'message-too-large' }

  test.for([
    ['whole', whole],
    ['without its header', whole.slice(whole.indexOf('\n\n'))],
    ['from its fields on', whole.slice(whole.indexOf('Final-Recipient'))],
    ['as an answer quotes it', whole.replaceAll(/^/gm, '> ')],
    ['without any line end', whole.slice(whole.indexOf('Final-Recipient')).replaceAll('\n', ' ')],
  ])('%s says the same', ([, text]) => {
    expect(pasted(text!)).toEqual(tooLarge)
  })

  test('that lost its folding is read to the end of the field', () => {
    const text = `Final-Recipient: rfc822;nobody@example.com
Action: failed
Status: 5.4.1
Diagnostic-Code: smtp;550 5.4.1 [nobody@example.com]:
Recipient address rejected:
Access denied
Remote-MTA: dns;mx.example.com`
    expect(pasted(text)).toEqual({ ...tooLarge, code: 'recipient-refused' })
  })
})
