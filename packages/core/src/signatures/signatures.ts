import type { Protocol } from '../settings/settings.ts'
import type { FindingCode } from '../errors/codes.ts'

/**
 * What a sentence of a server's means. `plain-refusal` is Microsoft's one answer to many causes; only the circumstances
 * tell them apart.
 */
export type Meaning = FindingCode | 'plain-refusal'

type Signature = { on: readonly Protocol[]; pattern: RegExp; means: Meaning; evidence: string }

const imap = ['imap'] as const
const pop3 = ['pop3'] as const
const smtp = ['smtp'] as const

/**
 * The sentences by which servers say why, policy before credentials: first match wins. Patterns look at the sentence and
 * not at the number, which one refusal shares with another; each names its evidence: an id of docs/microsoft-sign-in.md
 * or an RFC.
 */
export const signatures: readonly Signature[] = [
  { on: imap, pattern: /\bBasicAuthBlocked\b/, means: 'basic-auth-retired', evidence: 'MS-IMAP-10' },
  { on: pop3, pattern: /\bBasicAuthBlocked\b/, means: 'basic-auth-retired', evidence: 'MS-POP3-10' },
  { on: imap, pattern: /basic authentication is disabled/i, means: 'basic-auth-retired', evidence: 'MS-IMAP-11' },
  { on: pop3, pattern: /basic authentication is disabled/i, means: 'basic-auth-retired', evidence: 'MS-POP3-08' },
  { on: smtp, pattern: /basic authentication is disabled/i, means: 'basic-auth-retired', evidence: 'MS-SMTP-12' },
  { on: smtp, pattern: /basic authentication is not supported/i, means: 'basic-auth-retired', evidence: 'MS-SMTP-18' },
  { on: smtp, pattern: /disabled for the Mailbox/i, means: 'smtp-auth-off-mailbox', evidence: 'MS-SMTP-14' },
  { on: smtp, pattern: /disabled for the Tenant/i, means: 'smtp-auth-off-tenant', evidence: 'MS-SMTP-15' },
  { on: smtp, pattern: /security defaults policy/i, means: 'security-defaults', evidence: 'MS-SMTP-16' },
  { on: smtp, pattern: /did not meet the criteria/i, means: 'policy-blocked', evidence: 'MS-SMTP-17' },
  { on: smtp, pattern: /SendAsDenied/i, means: 'sender-not-allowed', evidence: 'MS-SMTP-27' },
  {
    on: smtp,
    pattern: /have permissions to send as this sender/i,
    means: 'sender-not-allowed',
    evidence: 'MS-SMTP-28',
  },
  { on: smtp, pattern: /bad outbound sender/i, means: 'account-blocked', evidence: 'MS-SMTP-32' },
  { on: imap, pattern: /account is blocked/i, means: 'account-blocked', evidence: 'MS-IMAP-12' },
  {
    on: imap,
    pattern: /\bNO User is authenticated but not connected/i,
    means: 'mailbox-not-connected',
    evidence: 'MS-IMAP-14',
  },
  {
    on: imap,
    pattern: /User is authenticated but not connected/i,
    means: 'mailbox-not-connected',
    evidence: 'MS-IMAP-13',
  },
  {
    on: pop3,
    pattern: /User is authenticated but not connected/i,
    means: 'mailbox-not-connected',
    evidence: 'MS-POP3-18',
  },
  { on: imap, pattern: /AccessTokenExpired/i, means: 'token-expired', evidence: 'MS-IMAP-38' },
  { on: pop3, pattern: /AccessTokenExpired/i, means: 'token-expired', evidence: 'MS-POP3-46' },

  {
    on: imap,
    pattern: /request is throttled/i,
    means: 'throttled',
    evidence: 'MS-IMAP-55',
  },
  {
    on: smtp,
    pattern: /concurrent connections limit exceeded|thread limit exceeded/i,
    means: 'throttled',
    evidence: 'MS-SMTP-29',
  },
  { on: smtp, pattern: /SubmissionQuotaExceeded/i, means: 'throttled', evidence: 'MS-SMTP-30' },
  { on: smtp, pattern: /message limit per account/i, means: 'throttled', evidence: 'MS-SMTP-31' },
  { on: smtp, pattern: /maximum number of concurrent connections/i, means: 'throttled', evidence: 'MS-SMTP-59' },
  { on: smtp, pattern: /message submission rate/i, means: 'throttled', evidence: 'MS-SMTP-61' },
  { on: imap, pattern: /^\* BYE Connection is closed\. 10/im, means: 'throttled', evidence: 'MS-IMAP-35' },
  { on: pop3, pattern: /BYE Connection refused/i, means: 'throttled', evidence: 'MS-POP3-45' },

  { on: imap, pattern: /Server Unavailable\./i, means: 'server-unavailable', evidence: 'MS-IMAP-32' },
  { on: imap, pattern: /^\* BYE Connection is closed\. 12/im, means: 'server-unavailable', evidence: 'MS-IMAP-37' },
  { on: pop3, pattern: /Server Unavailable\./i, means: 'server-unavailable', evidence: 'MS-POP3-40' },
  { on: pop3, pattern: /^-ERR Connection is closed\. 11/im, means: 'server-unavailable', evidence: 'MS-POP3-44' },
  { on: smtp, pattern: /Temporary authentication failure/i, means: 'server-unavailable', evidence: 'MS-SMTP-51' },
  { on: smtp, pattern: /Temporary server error/i, means: 'server-unavailable', evidence: 'MS-SMTP-33' },

  { on: imap, pattern: /\bNO LOGIN failed\./i, means: 'plain-refusal', evidence: 'MS-IMAP-09' },
  { on: imap, pattern: /\bNO AUTHENTICATE failed\./i, means: 'plain-refusal', evidence: 'MS-IMAP-18' },
  { on: imap, pattern: /\bLOGIN failed\.$/im, means: 'plain-refusal', evidence: 'MS-IMAP-10' },
  {
    on: pop3,
    pattern: /Logon failure: unknown user name or bad password/i,
    means: 'plain-refusal',
    evidence: 'MS-POP3-07',
  },
  {
    on: pop3,
    pattern: /Authentication failure: unknown user name or bad password/i,
    means: 'plain-refusal',
    evidence: 'MS-POP3-13',
  },
  { on: smtp, pattern: /the user credentials were incorrect/i, means: 'plain-refusal', evidence: 'MS-SMTP-10' },
  { on: smtp, pattern: /5\.7\.3 Authentication unsuccessful/i, means: 'plain-refusal', evidence: 'MS-SMTP-09' },

  // Other servers say with a code what Microsoft does not.
  { on: imap, pattern: /\[AUTHENTICATIONFAILED\]/i, means: 'password-wrong', evidence: 'RFC 5530, section 3' },
  {
    on: imap,
    pattern: /\[(?:UNAVAILABLE|INUSE|SERVERBUG)\]/i,
    means: 'server-unavailable',
    evidence: 'RFC 5530, section 3',
  },
  { on: imap, pattern: /\[LIMIT\]/i, means: 'throttled', evidence: 'RFC 5530, section 3' },
  { on: pop3, pattern: /\[AUTH\]/i, means: 'password-wrong', evidence: 'RFC 3206, section 5' },
  { on: pop3, pattern: /\[SYS\/TEMP\]/i, means: 'server-unavailable', evidence: 'RFC 3206, section 4' },
  { on: pop3, pattern: /\[(?:IN-USE|LOGIN-DELAY)\]/i, means: 'throttled', evidence: 'RFC 2449, section 8.1' },
  { on: smtp, pattern: /^535[ -]5\.7\.8/m, means: 'password-wrong', evidence: 'RFC 4954, section 6' },
  { on: smtp, pattern: /^4\d\d/m, means: 'server-unavailable', evidence: 'RFC 5321, section 4.2.1' },
]

/** What a reply means, `undefined` if no signature knows it. */
export function meaningOf(protocol: Protocol, reply: string): Meaning | undefined {
  return signatureOf(protocol, reply)?.means
}

/** Where in a reply the sentence stands that it is known by. */
export function sentenceIn(protocol: Protocol, reply: string): { start: number; end: number } | undefined {
  const match = signatureOf(protocol, reply)?.pattern.exec(reply)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}

function signatureOf(protocol: Protocol, reply: string): Signature | undefined {
  return signatures.find(({ on, pattern }) => on.includes(protocol) && pattern.test(reply))
}
