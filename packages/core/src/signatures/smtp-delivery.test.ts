import { expect, test } from 'vitest'
import { smtpDeliveryRows } from './smtp-delivery.ts'
import { readReported } from './signatures.ts'

test('every sentence names the page, the file or the standard that it is from', () => {
  for (const [, , evidence] of smtpDeliveryRows) {
    expect(evidence).toMatch(/^(?:RFC \d{4}, section [\d.]+|https:\/\/\S+, 20\d\d-\d\d-\d\d)$/)
  }
})

test.for([
  ['550 5.1.8 Access denied, bad outbound sender', 'sender-restricted'],
  ['550 5.1.8 <hanako@example.jp>... Domain of sender address hanako@example.jp does not exist', 'sender-distrusted'],
  ['550 5.2.2 Submission quota exceeded', 'quota-exceeded'],
  ['452 4.2.2 The email account that you tried to reach is over quota', 'mailbox-full'],
  ['530 5.7.57 Client not authenticated to send mail.', 'not-authenticated'],
  ['550 5.7.1 RESOLVER.RST.AuthRequired; authentication required', 'recipient-refused'],
  ['554 5.7.1 <a@example.com>: Recipient address rejected: Policy restrictions', undefined],
  ['550 5.1.1 <a@example.com>: Recipient address rejected: User unknown', 'recipient-refused'],
  ['552 5.3.4 Message size exceeds fixed maximum message size', 'message-too-large'],
  ['451 4.4.1 lost connection with mx.example.com', 'recipient-unreachable'],
  ['550 5.7.1 Our system has detected that this message is likely unsolicited mail', 'sender-distrusted'],
  ['550 5.7.502 Access denied, banned sender [AM0PR01CA0001.eurprd01.prod.outlook.com]', 'tenant-restricted'],
  ['550 5.7.511 Access denied, banned sender[192.0.2.1]. To request removal', 'sender-distrusted'],
  ['550 5.7.703 Your message is blocked by your organization using Tenant Allow Block List', undefined],
  ['554 Message rejected: Email address is not verified', undefined],
])('in a report %j means %s', ([reply, code]) => {
  expect(readReported(reply!)?.means).toBe(code)
})
