import { describe, expect, test } from 'vitest'
import type { Protocol } from '../settings/settings.ts'
import { readReply, signatures, type Meaning } from './signatures.ts'

/** Other servers say with a code what Microsoft does not; Microsoft's own sentences are in evidence.test.ts. */
const coded: [Protocol, rfc: string, reply: string, Meaning][] = [
  ['imap', 'RFC 5530', 'A2 NO [AUTHENTICATIONFAILED] Authentication failed.', 'password-wrong'],
  ['imap', 'RFC 5530', 'A2 NO [UNAVAILABLE] Try later', 'server-unavailable'],
  ['imap', 'RFC 5530', 'A2 NO [INUSE] Somebody is at it', 'server-unavailable'],
  ['imap', 'RFC 5530', 'A2 NO [SERVERBUG] This should not happen', 'server-unavailable'],
  ['pop3', 'RFC 3206', '-ERR [AUTH] Authentication failed.', 'password-wrong'],
  ['pop3', 'RFC 2449', '-ERR [IN-USE] Mailbox locked', 'throttled'],
  ['smtp', 'RFC 4954', '535 5.7.8 Authentication credentials invalid', 'password-wrong'],
  ['smtp', 'RFC 5321', '421 mail.example Service not available', 'server-unavailable'],
  ['imap', 'RFC 5530', 'A2 NO [LIMIT] Too many', 'throttled'],
  ['imap', 'RFC 5530', 'A2 NO [PRIVACYREQUIRED] Not without TLS', 'tls-needed'],
  ['imap', 'RFC 5530', 'A2 NO [EXPIRED] Choose a new one', 'password-wrong'],
  ['imap', 'RFC 5530', 'A2 NO [AUTHORIZATIONFAILED] Not that mailbox', 'mailbox-not-connected'],
  ['imap', 'RFC 5530', 'A2 NO [OVERQUOTA] Sorry', 'mailbox-full'],
  ['imap', 'RFC 5530', 'A2 BAD [CLIENTBUG] You said that before', 'client-protocol-error'],
  ['pop3', 'RFC 3206', '-ERR [SYS/PERM] Call somebody', 'server-unavailable'],
  ['imap', 'Exchange team', 'A2 NO TLS 1.0 and 1.1 are not supported. Please upgrade', 'tls-too-old'],
  ['pop3', 'Exchange team', '-ERR TLS 1.0 and 1.1 are not supported. Please upgrade', 'tls-too-old'],
  ['smtp', 'RFC 4954', '530 5.7.0 Authentication required', 'not-authenticated'],
  ['smtp', 'RFC 4954', '538 5.7.11 Encryption required', 'tls-needed'],
  ['smtp', 'RFC 4954', '500 5.5.6 Authentication Exchange line is too long', 'client-protocol-error'],
  ['pop3', 'RFC 3206', '-ERR [SYS/TEMP] Later', 'server-unavailable'],
  ['pop3', 'RFC 2449', '-ERR [LOGIN-DELAY] Not so soon', 'throttled'],
  ['smtp', 'RFC 4954', '535-5.7.8 Authentication\n535 5.7.8 credentials invalid', 'password-wrong'],
]

/** A protocol that is switched off, and what is off over that protocol only. */
const switchedOff: [Protocol, reply: string, Meaning | undefined][] = [
  ['pop3', '-ERR [SYS/PERM] Your account is not enabled for POP access.', 'protocol-off'],
  ['pop3', '-ERR POP3 is disabled for this user', 'protocol-off'],
  ['pop3', '-ERR pop not allowed for user', 'protocol-off'],
  ['imap', 'A2 NO [ALERT] Your account is not enabled for IMAP use.', 'protocol-off'],
  ['imap', 'A2 NO [ALERT] IMAP access is disabled for your domain.', 'protocol-off'],
  ['imap', 'A2 NO Passwords over IMAP is disabled', undefined],
  ['pop3', '-ERR Passwords for POP3 disabled', undefined],
]

test.for(switchedOff)('%s %s', ([protocol, reply, meaning]) => {
  expect(readReply(protocol, reply)?.means).toBe(meaning)
})

describe('a code', () => {
  test.for(coded)('%s %s', ([protocol, , reply, meaning]) => {
    expect(readReply(protocol, reply)?.means).toBe(meaning)
  })
})

/** Microsoft's sentences that are not in the evidence table, each with a reply that is like it and means something else. */
const ofMicrosoft: [reply: string, Meaning][] = [
  ['550 5.2.1 Mailbox cannot be accessed [AM0PR01CA0001.eurprd01.prod.outlook.com]', 'no-mailbox'],
  ['550 5.2.1 mailbox disabled, not accepting messages', 'recipient-refused'],
  ['550 5.1.8 Access denied, bad outbound sender AS(42000001)', 'sender-restricted'],
  ['501 5.1.8 Sender address rejected', 'sender-distrusted'],
  ['550 5.7.501 Access denied, spam abuse detected', 'tenant-restricted'],
  ['550 5.7.502 Access denied, banned sender', 'tenant-restricted'],
  ['550 5.7.511 Access denied, banned sender[192.0.2.1]. To request removal forward this message', 'sender-distrusted'],
  ['550 5.7.606 Access denied, banned sending IP [192.0.2.1]', 'sender-distrusted'],
  ['550 5.7.509 Access denied, sending domain example.com does not pass DMARC verification', 'sender-distrusted'],
  [
    "550 5.7.515 Access denied, sending domain example.com doesn't meet the required authentication level.",
    'sender-distrusted',
  ],
  ['550 5.7.705 Access denied, tenant has exceeded threshold', 'tenant-restricted'],
  ['550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP.', 'tenant-restricted'],
  ['550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains', 'tenant-restricted'],
  ["550 5.2.2 Submission quota exceeded. The sender's submission quota was exceeded", 'quota-exceeded'],
  ['550 5.2.2 STOREDRV.Deliver: mailbox full. MapiExceptionShutoffQuotaExceeded:16.18969', 'mailbox-full'],
  [
    "550 5.7.233 Your message can't be sent because your tenant exceeded its daily limit for sending email to external recipients",
    'quota-exceeded',
  ],
  [
    "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
    'quota-exceeded',
  ],
  ['451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77719)', 'throttled'],
  ['451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation.', 'throttled'],
  ['550 5.1.1 <a@b.example> - 203.0.113.2 has sent to too many recipients this hour', 'throttled'],
  ['550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients on this message', 'too-many-recipients'],
  ['550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient', 'message-too-large'],
  ['552 5.2.3 Message size exceeds fixed maximum message size', 'message-too-large'],
  ['550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup', 'recipient-refused'],
  ['550 5.7.1 RESOLVER.RST.AuthRequired; authentication required', 'recipient-refused'],
  ['550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required', 'recipient-refused'],
  ['550 5.4.1 Recipient address rejected: Access denied. AS(201806281)', 'recipient-refused'],
  ['550 5.4.316 Message expired, connection refused(Socket error code 10061)', 'recipient-unreachable'],
  [
    '554 5.4.14 Hop count exceeded - possible mail loop ATTR34 [X.eop-EUR01.prod.protection.outlook.com]',
    'recipient-unreachable',
  ],
  ['550 5.7.64 TenantAttribution; Relay Access Denied', 'relay-refused'],
  ['550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', 'relay-refused'],
  ['550 SC-004 (COL0-MC1-F1) Unfortunately, messages were not sent.', 'sender-distrusted'],
  ['432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded', 'throttled'],
  ['451 4.7.500 Access denied, please try again later. (AS112201)', 'throttled'],
  ['550 5.7.508 Access denied, [192.0.2.1] has exceeded permitted limits within a range', 'throttled'],
  ['421 RP-001 (SNT1-MC1-F1) Unfortunately, some messages were not sent.', 'throttled'],
  ["550 5.2.122 Recipient's per hour message receive limit exceeded", 'throttled'],
  ['550 5.7.23 The message was rejected because of Sender Policy Framework violation', 'sender-distrusted'],
  ['550 5.7.513 Service unavailable, blocked by contoso.example using Customer Block list', 'sender-distrusted'],
  ['550 5.1.351 Remote server returned unknown recipient or mailbox unavailable', 'recipient-refused'],
  ["550 5.7.193 UnifiedGroupAgent; Delivery failed because the sender isn't a group member", 'recipient-refused'],
  ['550 5.7.124 Sender not in allowed-senders list', 'recipient-refused'],
  ['550 5.7.505 Access denied, banned recipient', 'recipient-refused'],
  ['535 5.7.139 Authentication unsuccessful [AM0PR01CA0001.eurprd01.prod.outlook.com]', 'smtp-auth-probably-off'],
  [
    '530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    'smtp-auth-off-tenant',
  ],
]

test.for(ofMicrosoft)('%s', ([reply, meaning]) => {
  expect(readReply('smtp', reply)?.means).toBe(meaning)
})

/** What the exchanges of other people say to a message. */
const standard: [reply: string, Meaning, certainty: string][] = [
  ['550 User unknown', 'recipient-refused', 'certain'],
  ['550 5.1.1 <taro@example.com>: no', 'recipient-refused', 'likely'],
  ['550 Requested action not taken: mailbox unavailable', 'recipient-refused', 'certain'],
  ['550 5.1.1 The email account that you tried to reach does not exist.', 'recipient-refused', 'certain'],
  ['452 4.2.2 The recipient is over quota', 'mailbox-full', 'likely'],
  ['552 5.2.2 Sorry', 'mailbox-full', 'likely'],
  ['550 5.7.1 Unauthenticated email is not accepted due to its DMARC policy', 'sender-distrusted', 'certain'],
  ['550 5.7.1 SPF check failed', 'sender-distrusted', 'likely'],
  ['550 You are not permitted to relay through this server', 'relay-refused', 'certain'],
  ['552 Message too big', 'message-too-large', 'certain'],
  ['550 No such person here, no such user', 'recipient-refused', 'certain'],
  ['550 5.1.8 Sorry', 'sender-distrusted', 'likely'],
  ['550 5.2.1 Sorry', 'recipient-refused', 'likely'],
  ['452 4.5.3 Sorry', 'too-many-recipients', 'likely'],
  ['450 4.4.7 Sorry', 'recipient-unreachable', 'likely'],
  ['552 5.3.4 Sorry', 'message-too-large', 'likely'],
  ['454 4.7.1 Relaying denied', 'relay-refused', 'certain'],
  ['554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using list.example', 'sender-distrusted', 'likely'],
  ['550-5.7.26 This mail has been blocked because the sender is unauthenticated.', 'sender-distrusted', 'likely'],
  ['550 5.4.4 Host not found', 'recipient-unreachable', 'likely'],
  ['503 5.5.1 Not now', 'client-protocol-error', 'likely'],
  ['550 5.1.0 Address rejected', 'recipient-refused', 'certain'],
  ['550 account is disabled', 'recipient-refused', 'certain'],
  ['553 sender address rejected', 'sender-distrusted', 'likely'],
  ['553 5.7.1 Sender address rejected: not owned by user a@b.example', 'sender-not-allowed', 'certain'],
  ['450 4.1.1 User unknown in a table that cannot be read', 'server-unavailable', 'possible'],
  ['450 4.7.1 Recipient address rejected: Greylisted', 'server-unavailable', 'likely'],
  ['452 4.3.1 Insufficient system storage', 'server-unavailable', 'likely'],
  ['421 4.4.1 Something', 'server-unavailable', 'possible'],
  ['430 4.2.0 Something', 'server-unavailable', 'possible'],
]

test.for(standard)('%s, of another server', ([reply, means, certainty]) => {
  expect(readReply('smtp', reply)).toEqual({ means, certainty })
})

/** Of a sign-in. */
const ofSignIns = [
  ['535 Incorrect authentication data', 'password-wrong', 'likely'],
  ['535 Authentication unsuccessful', 'plain-refusal', 'certain'],
  ['535 5.7.8 Error: authentication failed: user unknown', 'password-wrong', 'certain'],
  ['535 5.7.139 Authentication unsuccessful, the user is disabled.', 'unknown-refusal', 'possible'],
  ['535 5.7.3 Something new', 'unknown-refusal', 'possible'],
  ['534 5.7.9 Please use another way, user unknown', 'unknown-refusal', 'possible'],
] as const

test.for(ofSignIns)('%s refuses a sign-in, and no recipient', ([reply, means, certainty]) => {
  expect(readReply('smtp', reply)).toEqual({ means, certainty })
})

test.for(['554 5.2.0 spam', '554 5.5.1 Error: no valid recipients', '550 5.7.1 Rejected', '501 5.1.7 Invalid address'])(
  '%s says nothing that a person could mend',
  (reply) => {
    expect(readReply('smtp', reply)?.means).toBeUndefined()
  },
)

/** What the signatures of Microsoft's rows are met by stands in evidence.test.ts. */
test.for(signatures.filter(({ evidence }) => !evidence.startsWith('MS-')))(
  '$pattern is met by a sentence here: $evidence',
  (signature) => {
    const replies: [Protocol, string][] = [
      ...coded.map(([protocol, , reply]): [Protocol, string] => [protocol, reply]),
      ...switchedOff.map(([protocol, reply]): [Protocol, string] => [protocol, reply]),
      ...[...ofMicrosoft, ...standard, ...ofSignIns].map(([reply]): [Protocol, string] => ['smtp', reply]),
    ]
    const met = replies.map(([protocol, reply]) =>
      signatures.find(({ on, pattern }) => on === protocol && pattern.test(reply)),
    )
    expect(met).toContain(signature)
  },
)

test('a word of one protocol means nothing on another, and an unknown sentence means nothing', () => {
  expect(readReply('pop3', 'A2 NO LOGIN failed.')?.means).toBeUndefined()
  expect(readReply('imap', 'A2 NO I do not like you.')?.means).toBeUndefined()
})

test.for<[Protocol, string]>([
  ['imap', 'A2 NO so it said: * BYE Connection is closed. 10'],
  ['imap', 'A2 NO so it said: * BYE Connection is closed. 12'],
  ['imap', 'A2 OK LOGIN failed. Never mind'],
  ['pop3', '-ERR so it said: -ERR Connection is closed. 11'],
  ['smtp', '550 so it said: 535 5.7.8 wrong'],
  ['smtp', '550 so it said: 421 later'],
])(
  'a sentence that belongs to the end of a line or its beginning means nothing elsewhere: %s %s',
  ([protocol, reply]) => {
    expect(readReply(protocol, reply)?.means).toBeUndefined()
  },
)

test.for(signatures)('$pattern names its evidence, a row or an RFC: $evidence', ({ evidence }) => {
  expect(evidence).toMatch(/^(?:MS-(?:IMAP|POP3|SMTP)-\d\d|RFC \d{4}, section [\d.]+|https:\/\/\S+, \d{4}-\d\d-\d\d)$/)
})

test('no signature can be made to work for long', () => {
  const long = ['a', ' ', '5.7.3 ', 'LOGIN failed', '* BYE Connection is closed. '].map((piece) =>
    piece.repeat(200_000).slice(0, 131_072),
  )
  // One that looks again and again for what is not there would never come to an end here.
  for (const text of long) for (const { pattern } of signatures) expect(pattern.test(text)).toBeTypeOf('boolean')
})
