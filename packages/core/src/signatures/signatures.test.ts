import { describe, expect, test } from 'vitest'
import type { Protocol } from '../settings/settings.ts'
import { meaningOf, signatures, type Meaning } from './signatures.ts'

/** Sentences as they were seen, from the evidence table; what they mean is what a person would be told. */
const seen: [Protocol, evidence: string, reply: string, Meaning][] = [
  ['imap', 'MS-IMAP-09', 'A2 NO LOGIN failed.', 'plain-refusal'],
  [
    'imap',
    'MS-IMAP-10',
    'A2 NO [Error="AuthFailed:LogonDenied-BasicAuthBlocked-<RequestId=1,ST=0><BG<UserType:OutlookCom>" Proxy=X] LOGIN failed.',
    'basic-auth-retired',
  ],
  ['imap', 'MS-IMAP-10', 'A2 NO [Error="AuthFailed:LogonDenied" Proxy=X] LOGIN failed.', 'plain-refusal'],
  ['imap', 'MS-IMAP-11', 'A2 NO Basic authentication is disabled.', 'basic-auth-retired'],
  [
    'imap',
    'MS-IMAP-12',
    'A2 NO LOGIN failed. Account is blocked. Login to your account via a web browser to verify your identity.',
    'account-blocked',
  ],
  ['imap', 'MS-IMAP-13', 'A3 BAD User is authenticated but not connected.', 'mailbox-not-connected'],
  ['imap', 'MS-IMAP-14', 'A2 NO User is authenticated but not connected.', 'mailbox-not-connected'],
  [
    'imap',
    'MS-IMAP-15',
    'A3 BAD User is authenticated but not connected.\n* BYE Connection closed. 14',
    'mailbox-not-connected',
  ],
  ['imap', 'MS-IMAP-18', 'A2 NO AUTHENTICATE failed.', 'plain-refusal'],
  ['imap', 'MS-IMAP-20', 'A2 NO LOGIN failed.\n* BYE Connection is closed. 14', 'plain-refusal'],
  ['imap', 'MS-IMAP-32', 'A2 NO Server Unavailable. 15', 'server-unavailable'],
  ['imap', 'MS-IMAP-35', '* BYE Connection is closed. 10', 'throttled'],
  ['imap', 'MS-IMAP-37', '* BYE Connection is closed. 12', 'server-unavailable'],
  ['imap', 'MS-IMAP-38', '* BYE Session invalidated - AccessTokenExpired', 'token-expired'],
  ['imap', 'MS-IMAP-55', 'A2 BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds', 'throttled'],
  ['imap', 'RFC 5530', 'A2 NO [AUTHENTICATIONFAILED] Authentication failed.', 'password-wrong'],
  ['imap', 'RFC 5530', 'A2 NO [UNAVAILABLE] Try later', 'server-unavailable'],
  ['pop3', 'MS-POP3-07', '-ERR Logon failure: unknown user name or bad password.', 'plain-refusal'],
  ['pop3', 'MS-POP3-08', '-ERR Basic authentication is disabled', 'basic-auth-retired'],
  [
    'pop3',
    'MS-POP3-09',
    '-ERR Logon failure: unknown user name or bad password.\nConnection is closed. 21',
    'plain-refusal',
  ],
  [
    'pop3',
    'MS-POP3-10',
    '-ERR Logon failure: unknown user name or bad password. [Error="AuthFailed:LogonDenied-BasicAuthBlocked" Proxy=X]',
    'basic-auth-retired',
  ],
  ['pop3', 'MS-POP3-13', '-ERR Authentication failure: unknown user name or bad password.', 'plain-refusal'],
  ['pop3', 'MS-POP3-18', '-ERR User is authenticated but not connected.', 'mailbox-not-connected'],
  ['pop3', 'MS-POP3-40', '-ERR Server Unavailable. 21', 'server-unavailable'],
  ['pop3', 'MS-POP3-44', '-ERR Connection is closed. 11', 'server-unavailable'],
  ['pop3', 'MS-POP3-45', '-ERR BYE Connection refused', 'throttled'],
  ['pop3', 'RFC 3206', '-ERR [AUTH] Authentication failed.', 'password-wrong'],
  ['pop3', 'RFC 2449', '-ERR [IN-USE] Mailbox locked', 'throttled'],
  [
    'smtp',
    'MS-SMTP-09',
    '535 5.7.3 Authentication unsuccessful [AM0PR01CA0007.eurprd01.prod.exchangelabs.com]',
    'plain-refusal',
  ],
  [
    'smtp',
    'MS-SMTP-10',
    '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [X]',
    'plain-refusal',
  ],
  [
    'smtp',
    'MS-SMTP-12',
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]',
    'basic-auth-retired',
  ],
  [
    'smtp',
    'MS-SMTP-14',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. [X]',
    'smtp-auth-off-mailbox',
  ],
  [
    'smtp',
    'MS-SMTP-15',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [X]',
    'smtp-auth-off-tenant',
  ],
  [
    'smtp',
    'MS-SMTP-16',
    "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator. [X]",
    'security-defaults',
  ],
  [
    'smtp',
    'MS-SMTP-17',
    '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. [X]',
    'policy-blocked',
  ],
  [
    'smtp',
    'MS-SMTP-18',
    '550 5.7.30 Basic authentication is not supported for Client Submission.',
    'basic-auth-retired',
  ],
  [
    'smtp',
    'MS-SMTP-27',
    '554 5.2.252 SendAsDenied; hanako@hotmail.com not allowed to send as taro@hotmail.com; STOREDRV.Submission.Exception:SendAsDeniedException',
    'sender-not-allowed',
  ],
  [
    'smtp',
    'MS-SMTP-28',
    '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
    'sender-not-allowed',
  ],
  [
    'smtp',
    'MS-SMTP-29',
    '432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.',
    'throttled',
  ],
  ['smtp', 'MS-SMTP-30', '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException', 'throttled'],
  ['smtp', 'MS-SMTP-31', '432 4.3.2 STOREDRV.ClientSubmit; exceeded the message limit per account', 'throttled'],
  ['smtp', 'MS-SMTP-32', '550 5.1.8 Access denied, bad outbound sender AS(42000001) [X]', 'account-blocked'],
  ['smtp', 'MS-SMTP-33', '451 4.7.0 Temporary server error. Please try again later. PRX2 ', 'server-unavailable'],
  ['smtp', 'MS-SMTP-51', '454 4.7.0 Temporary authentication failure', 'server-unavailable'],
  [
    'smtp',
    'MS-SMTP-59',
    '421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel',
    'throttled',
  ],
  [
    'smtp',
    'MS-SMTP-61',
    '421 4.4.2 Message submission rate for this client has exceeded the configured limit',
    'throttled',
  ],
  ['smtp', 'RFC 4954', '535 5.7.8 Authentication credentials invalid', 'password-wrong'],
  ['smtp', 'RFC 5321', '421 mail.example Service not available', 'server-unavailable'],
]

describe('a sentence of the evidence table', () => {
  test.for(seen)('%s %s', ([protocol, , reply, meaning]) => {
    expect(meaningOf(protocol, reply)).toBe(meaning)
  })

  test('is known for every signature that names an id', () => {
    const ids = new Set(signatures.map(({ evidence }) => evidence).filter((evidence) => evidence.startsWith('MS-')))
    const missing = [...ids].filter((id) => !seen.some(([, evidence]) => evidence === id) && id !== 'MS-POP3-46')
    expect(missing).toEqual([])
  })
})

test('a word of one protocol means nothing on another, and an unknown sentence means nothing', () => {
  expect(meaningOf('pop3', 'A2 NO LOGIN failed.')).toBeUndefined()
  expect(meaningOf('imap', 'A2 NO I do not like you.')).toBeUndefined()
  expect(meaningOf('smtp', '535 5.7.139 Authentication unsuccessful, something new.')).toBeUndefined()
})

test('no signature can be made to work for long', () => {
  const long = ['a', ' ', '5.7.3 ', 'LOGIN failed', '* BYE Connection is closed. '].map((piece) =>
    piece.repeat(200_000).slice(0, 131_072),
  )
  // One that looks again and again for what is not there would never come to an end here.
  for (const text of long) for (const { pattern } of signatures) expect(pattern.test(text)).toBeTypeOf('boolean')
})
