/**
 * What Microsoft's SMTP submission service says that depends on the session: greetings, what comes of a message, and the
 * names and ids in it.
 */
import type { VoiceContext } from './context.ts'
import { fill, type Said } from './said.ts'
import { isLong, messageOctets } from './smtp.ts'

export const spoken = {
  bannerOfOld: {
    text: '220 {site}.outlook.office365.com Microsoft ESMTP MAIL Service ready at {date}',
    evidence: 'MS-SMTP-01',
  },
  banner: {
    text: '220 {site}.outlook.office365.com Microsoft ESMTP MAIL Service ready at {date} [{session}]',
    evidence: 'MS-SMTP-02',
  },
  notSignedInOfOld: {
    text: '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
    evidence: 'MS-SMTP-19',
  },
  notSignedIn: { text: '530 5.7.57 Client not authenticated to send mail.', evidence: 'MS-SMTP-20' },
  notSignedInAfterRefusal: {
    text: '530 5.7.57 Client not authenticated to send mail. Error: {refusal}',
    evidence: 'MS-SMTP-21',
  },
  /** The id is the message's own, or the one the server gave it; with its brackets. */
  accepted: { text: '250 2.0.0 OK {messageId} [Hostname={backend}]', evidence: 'MS-SMTP-26' },
  unrecognized: { text: "500 5.3.3 Unrecognized command '{verb}'", evidence: 'MS-SMTP-35' },
  /** The answer to a BDAT that is not the last: assumed. */
  octetsReceived: { text: '250 2.0.0 {octets} octets received', evidence: 'MS-SMTP-65' },
} as const satisfies Record<string, Said>

/** What EHLO is answered, line by line; HELO gets the first. */
export const hellos = {
  plain: {
    text: '{site}.outlook.office365.com Hello [{clientIp}]\r\nSIZE {octets}\r\nPIPELINING\r\nDSN\r\nENHANCEDSTATUSCODES\r\nSTARTTLS\r\n8BITMIME\r\nBINARYMIME\r\nCHUNKING\r\nSMTPUTF8',
    evidence: 'MS-SMTP-03',
  },
  secure: {
    text: '{site}.outlook.office365.com Hello [{clientIp}]\r\nSIZE {octets}\r\nPIPELINING\r\nDSN\r\nENHANCEDSTATUSCODES\r\nAUTH LOGIN XOAUTH2\r\n8BITMIME\r\nBINARYMIME\r\nCHUNKING\r\nSMTPUTF8',
    evidence: 'MS-SMTP-04',
  },
} as const satisfies Record<'plain' | 'secure', Said>

/** Why a finished message was not taken. */
export type SubmissionRefusal =
  | 'send-as-denied'
  | 'mailbox-full'
  | 'message-too-large'
  | 'header-too-large'
  | 'bare-line-feed'
  | 'hop-count-exceeded'

export const submissionRefusals = {
  'send-as-denied': {
    text: '554 5.2.252 SendAsDenied; {username} not allowed to send as {from}; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message [BeginDiagnosticData]Cannot submit message. {trace}[EndDiagnosticData] [Hostname={backend}]',
    evidence: 'MS-SMTP-27',
  },
  /** Assumed: worded like the reports of undelivered mail, which name the same exception. */
  'mailbox-full': {
    text: '554 5.2.2 mailbox full; STOREDRV.Submission.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception with message Cannot submit message. [Hostname={backend}]',
    evidence: 'MS-SMTP-66',
  },
  'message-too-large': {
    text: '552 5.3.4 Message size exceeds fixed maximum message size',
    evidence: 'MS-SMTP-54',
  },
  'header-too-large': { text: '552 5.3.4 Header size exceeds fixed maximum size', evidence: 'MS-SMTP-55' },
  'bare-line-feed': { text: '554 5.6.0 Invalid message content, contains bare linefeeds', evidence: 'MS-SMTP-62' },
  'hop-count-exceeded': { text: '554 5.4.6 Hop count exceeded - possible mail loop', evidence: 'MS-SMTP-63' },
} as const satisfies Record<SubmissionRefusal, Said>

export function banner(context: VoiceContext): string {
  const values = { site: site(context), date: rfc5322Date(context.at), session: context.session }
  return fill(isLong(context) ? spoken.banner : spoken.bannerOfOld, values)
}

/** @returns the lines of the answer to EHLO, in Microsoft's order */
export function hello(context: Pick<VoiceContext, 'frontend'>, client: { address: string; secure: boolean }): string[] {
  const values = { site: site(context), clientIp: client.address, octets: messageOctets }
  return fill(client.secure ? hellos.secure : hellos.plain, values).split('\r\n')
}

/** @param refusal what an earlier AUTH on this connection was told, which Microsoft quotes */
export function notSignedIn(context: VoiceContext, refusal: string | undefined): string {
  if (refusal) return fill(spoken.notSignedInAfterRefusal, { refusal })
  return (isLong(context) ? spoken.notSignedIn : spoken.notSignedInOfOld).text
}

export function unrecognized(verb: string): string {
  return fill(spoken.unrecognized, { verb })
}

export function accepted(context: VoiceContext, messageId: string): string {
  return fill(spoken.accepted, { messageId, backend: backendName(context.frontend) })
}

export function octetsReceived(octets: number): string {
  return fill(spoken.octetsReceived, { octets })
}

/** @param from the address that somebody wanted to send from */
export function submissionRefusal(reason: SubmissionRefusal, context: VoiceContext, from: string): string {
  return fill(submissionRefusals[reason], {
    username: context.address,
    from,
    trace: `0.35250:${context.session}`,
    backend: backendName(context.frontend),
  })
}

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

function site({ frontend }: Pick<VoiceContext, 'frontend'>): string {
  return frontend.slice(0, frontend.indexOf('.'))
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
