/**
 * What Microsoft's SMTP submission service says, word for word, with the evidence of each line beside it. A line begins
 * with its reply code; the bracket that names the front end is put behind it by `inVoice`. Decides nothing.
 */
import type { RefusalReason } from '../sign-in/decision.ts'
import type { VoiceContext } from './context.ts'

/** Why a finished message was not taken. */
export type SubmissionRefusal =
  | 'send-as-denied'
  | 'mailbox-full'
  | 'message-too-large'
  | 'header-too-large'
  | 'bare-line-feed'
  | 'hop-count-exceeded'

/** Refused sign-ins: most causes sound alike, as they do at Microsoft's. */
export const refusals = {
  'unknown-account': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-09
  'wrong-password': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-09
  'app-password-needed': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-09
  'app-password-removed': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-09
  'app-password-while-two-step-off': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-09
  'account-blocked': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-09; for SMTP assumed
  'protocol-off': disabledFor('Mailbox'), // MS-SMTP-14
  'basic-auth-refused': '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', // MS-SMTP-12
  'basic-auth-disabled': '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', // MS-SMTP-12
  'client-submission-retired': '550 5.7.30 Basic authentication is not supported for Client Submission.', // MS-SMTP-18
  'smtp-auth-off-mailbox': disabledFor('Mailbox'), // MS-SMTP-14
  'smtp-auth-off-tenant': disabledFor('Tenant'), // MS-SMTP-15
  // MS-SMTP-16
  'security-defaults':
    "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
  // MS-SMTP-17
  'conditional-access':
    '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.',
  'token-refused': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-11
  'token-expired': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-11
  'token-wrong-audience': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-11
  'token-missing-scope': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-11
  'token-wrong-account': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-11
  'token-alias': '535 5.7.3 Authentication unsuccessful', // MS-SMTP-11
} as const satisfies Record<RefusalReason, string>

/** Everything else that is the same at all times. */
export const replies = {
  startTls: '220 2.0.0 SMTP server ready', // MS-SMTP-05
  userNamePrompt: '334 VXNlcm5hbWU6', // MS-SMTP-06
  passwordPrompt: '334 UGFzc3dvcmQ6', // MS-SMTP-06
  tokenPrompt: '334 ', // MS-SMTP-07
  signedIn: '235 2.7.0 Authentication successful', // MS-SMTP-08
  unrecognizedAuthentication: '504 5.7.4 Unrecognized authentication type', // MS-SMTP-22
  senderOk: '250 2.1.0 Sender OK', // MS-SMTP-23
  recipientOk: '250 2.1.5 Recipient OK', // MS-SMTP-24
  startInput: '354 Start mail input; end with <CRLF>.<CRLF>', // MS-SMTP-25
  closing: '221 2.0.0 Service closing transmission channel', // MS-SMTP-34
  resetting: '250 2.0.0 Resetting', // MS-SMTP-36
  ok: '250 2.0.0 OK', // MS-SMTP-37
  cannotVerify: '252 2.1.5 Cannot VRFY user', // MS-SMTP-38
  sendHelloFirst: '503 5.5.2 Send hello first', // MS-SMTP-39
  needMail: '503 5.5.2 Need mail command', // MS-SMTP-40
  needRecipient: '503 5.5.2 Need rcpt command', // MS-SMTP-41
  senderAlreadyGiven: '503 5.5.2 Sender already specified', // MS-SMTP-42
  badSequence: '503 5.5.1 Bad sequence of commands', // MS-SMTP-43
  invalidArguments: '501 5.5.4 Invalid arguments', // MS-SMTP-44
  invalidDomain: '501 5.5.4 Invalid domain name', // MS-SMTP-45
  invalidRecipient: '501 5.1.3 Invalid address', // MS-SMTP-46
  invalidSender: '501 5.1.7 Invalid address', // MS-SMTP-47
  commandTooLong: '500 5.5.2 Command too long', // MS-SMTP-48
  alreadySignedIn: '503 5.5.2 Auth command already specified', // MS-SMTP-49
  signInCancelled: '501 5.5.4 Authentication cancelled', // MS-SMTP-50
  startTlsFirst: '530 5.7.0 Must issue a STARTTLS command first', // MS-SMTP-52
  startTlsTwice: '503 5.5.2 Only one STARTTLS command can be issued per session', // MS-SMTP-53
  tooManyRecipients: '452 4.5.3 Too many recipients', // MS-SMTP-56
  idle: '451 4.7.0 Timeout waiting for client input', // MS-SMTP-57
  tooManyErrors: '421 4.7.0 Too many errors on this connection, closing transmission channel', // MS-SMTP-58
  // MS-SMTP-59
  tooManyConnections:
    '421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel',
  dropped: '421 4.4.2 Connection dropped', // MS-SMTP-60; when a session may not go on: assumed
  serverError: '451 4.7.0 Temporary server error. Please try again later. PRX1', // MS-SMTP-33
} as const

/** Microsoft's own limits as it tells them: MS-SMTP-03 for SIZE, the support page on sending limits for recipients. */
export const messageOctets = 157_286_400

/** Host only until about 2022, then time and session too (behaviour notes, samples from 2022-08-30 to 2026-07-01). */
const longBracketsSince = Date.UTC(2023, 0, 1)

/** Adds the bracket that Microsoft puts behind every 4xx and 5xx line that has none. */
export function inVoice(reply: string, context: VoiceContext): string {
  return /^[45]\d\d .*[^\]]$/.test(reply) ? `${reply} ${bracket(context)}` : reply
}

export function banner({ frontend, at, session }: VoiceContext): string {
  const ready = `220 ${serverName(frontend)} Microsoft ESMTP MAIL Service ready at ${rfc5322Date(at)}`
  return at.getTime() < longBracketsSince ? ready : `${ready} [${session}]` // MS-SMTP-01, MS-SMTP-02
}

/** @returns the lines of the answer to EHLO, in Microsoft's order: MS-SMTP-03 before TLS, MS-SMTP-04 behind it */
export function hello({ frontend }: VoiceContext, client: { address: string; secure: boolean }): string[] {
  return [
    greeting(frontend, client.address),
    `SIZE ${messageOctets}`,
    'PIPELINING',
    'DSN',
    'ENHANCEDSTATUSCODES',
    client.secure ? 'AUTH LOGIN XOAUTH2' : 'STARTTLS',
    '8BITMIME',
    'BINARYMIME',
    'CHUNKING',
    'SMTPUTF8',
  ]
}

/** What HELO is answered, and EHLO begins with. */
function greeting(frontend: string, clientAddress: string): string {
  return `${serverName(frontend)} Hello [${clientAddress}]`
}

/** @param failure the refusal an earlier AUTH on this connection got, which Microsoft quotes (MS-SMTP-21) */
export function notSignedIn({ at }: VoiceContext, failure: string | undefined): string {
  if (failure) return `530 5.7.57 Client not authenticated to send mail. Error: ${failure}`
  return at.getTime() < longBracketsSince
    ? '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM' // MS-SMTP-19
    : '530 5.7.57 Client not authenticated to send mail.' // MS-SMTP-20
}

/** MS-SMTP-35. */
export function unrecognized(verb: string): string {
  return `500 5.3.3 Unrecognized command '${verb}'`
}

/** MS-SMTP-26: the id is the message's own, or the one the server gave it. */
export function accepted({ frontend }: VoiceContext, messageId: string): string {
  return `250 2.0.0 OK ${messageId} [Hostname=${backendName(frontend)}]`
}

/** MS-SMTP-65, assumed: the answer to a BDAT that is not the last. */
export function octetsReceived(octets: number): string {
  return `250 2.0.0 ${octets} octets received`
}

/** @param context.address the account that signed in */
export const submissionRefusals = {
  // MS-SMTP-27
  'send-as-denied': ({ frontend, address, session }, from) =>
    `554 5.2.252 SendAsDenied; ${address} not allowed to send as ${from}; ` +
    'STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; ' +
    'Failed to process message due to a permanent exception with message ' +
    `[BeginDiagnosticData]Cannot submit message. 0.35250:${session}[EndDiagnosticData] [Hostname=${backendName(frontend)}]`,
  // MS-SMTP-66, assumed: worded like the reports of undelivered mail, which name the same exception
  'mailbox-full': ({ frontend }) =>
    '554 5.2.2 mailbox full; STOREDRV.Submission.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; ' +
    `Failed to process message due to a permanent exception with message Cannot submit message. [Hostname=${backendName(frontend)}]`,
  'message-too-large': () => '552 5.3.4 Message size exceeds fixed maximum message size', // MS-SMTP-54
  'header-too-large': () => '552 5.3.4 Header size exceeds fixed maximum size', // MS-SMTP-55
  'bare-line-feed': () => '554 5.6.0 Invalid message content, contains bare linefeeds', // MS-SMTP-62
  'hop-count-exceeded': () => '554 5.4.6 Hop count exceeded - possible mail loop', // MS-SMTP-63
} as const satisfies Record<SubmissionRefusal, (context: VoiceContext, from: string) => string>

/**
 * The id of a session: ticks of .NET (100 ns since year 1), since read as such the ids in the samples are the day of
 * the sample or the one before (`08DE6F7B77124F67` is 2026-02-19). `previous` keeps two that begin at once apart.
 */
export function sessionId(at: Date, previous: bigint): bigint {
  const ticks = (BigInt(at.getTime()) + 62_135_596_800_000n) * 10_000n
  return ticks > previous ? ticks : previous + 1n
}

/**
 * The id Outlook gives mail submitted from a personal account: the back end's name, then hexadecimal digits
 * (MS-SMTP-26, measured 2026-09-21; the form is assumed).
 */
export function serverMessageId(frontend: string, unique: string): string {
  const backend = backendName(frontend)
  return `<${backend.slice(0, backend.indexOf('.'))}${unique.toUpperCase()}@${backend}>`
}

function disabledFor<T extends 'Mailbox' | 'Tenant'>(scope: T) {
  return `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the ${scope}. Visit https://aka.ms/smtp_auth_disabled for more information.` as const
}

function bracket({ frontend, at, session }: VoiceContext): string {
  return at.getTime() < longBracketsSince ? `[${frontend}]` : `[${frontend} ${at.toISOString()} ${session}]`
}

function serverName(frontend: string): string {
  return `${frontend.slice(0, frontend.indexOf('.'))}.outlook.office365.com`
}

/** The mailbox server behind the front end: CA (client access) becomes MB (mailbox). */
function backendName(frontend: string): string {
  return frontend.replace(/CA(\d{4}\.)/, 'MB$1').toUpperCase()
}

function rfc5322Date(at: Date): string {
  return at
    .toUTCString()
    .replace(/^(\w+, )0/, '$1')
    .replace('GMT', '+0000')
}
