import { decoded } from './decode.ts'
import type { Header } from './header.ts'

/**
 * By what a message shows that it reports a delivery: who wrote it, and how. Both are needed where no part is a delivery
 * report; a person's message may quote either.
 */

const senders = [
  // RFC 5321, section 4.5.5: reports have no return path.
  { field: 'return-path', pattern: /^<>|^<?mailer-daemon/i },
  { field: 'from', pattern: /mailer-daemon|postmaster|mail delivery (?:sub)?system|microsoftexchange[0-9a-f]{32}@/i },
  { field: 'from', pattern: /^"?(?:mail administrator|mail delivery|system administrator|microsoft outlook)/i },
  // RFC 3834, section 5; sendmail says which kind of report it is.
  { field: 'auto-submitted', pattern: /^auto-replied|^auto-generated \((?:failure|warning)/i },
  // Exim and Gmail name them so.
  { field: 'x-failed-recipients', pattern: /@/ },
  { field: 'x-ms-exchange-message-is-ndr', pattern: /^/ },
]

const subjects =
  /undeliver|delivery (?:status notification|failure|has failed|report)|delivery notification|failure notice|mail delivery failed|returned (?:mail|to sender)|returned mail|mail (?:system )?error|could not be delivered|non[- ]?delivery|delivery delayed|warning: could not send|配信不能|配信できません|配信エラー|送信できません|unzustellbar|non remis/i

/** The sentences by which programs begin a report: seen in public collections of reports, such as sisimai/set-of-emails. */
const sentences = [
  /Remote Server returned|Diagnostic information for administrators|has failed to these recipients|(?:could ?n[o'’]t|can'?t) be delivered|wasn['’]t delivered/i, // Exchange, Outlook
  /管理者(?:向け|用)の?診断情報|配信できませんでした|送信できませんでした|配信に失敗|エラーのため/, // the same in Japanese; ezweb
  /Diagnoseinformationen für Administratoren|konnte nicht zugestellt werden|Fehler bei der (?:Nachrichten)?[zZ]ustellung/, // in German
  /This is the qmail-send program|wasn't able to deliver your message/i, // qmail
  /This is the (?:mail system|Postfix)|message could not be delivered to one or more/i, // Postfix
  /^<[^\s<>]{3,320}>: host \S{1,300} said: [45]\d\d/m, // Postfix, the line of one recipient
  /created automatically by mail delivery software|following address(?:es|\(es\))? (?:had|failed|has)/i, // Exim, sendmail
  /Transcript of session follows|(?:permanent|transient) (?:fatal|non-fatal) error|fatal errors/i, // sendmail
  /Delivery to the following recipients? (?:failed|has (?:failed|been delayed))|recipients? was rejected by a remote/i, // Outlook.com, Gmail; ezweb
  /Your message wasn't delivered to|response from the remote server was|Technical details of permanent failure/i, // Gmail
]

/** Whether a header says that its message was made by a mail system about a delivery. */
export function saysReport(header: Header): boolean {
  return isReportType(header) || (isFromMailSystem(header) && subjects.test(plain(header.get('subject') ?? '')))
}

/** Without the encoding of its words (RFC 2047); the words looked for are ASCII or UTF-8. */
function plain(subject: string): string {
  return subject
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?[^?]{1,40}\?([bq])\?([^?]{0,500})\?=/gi, (_, how: string, words: string) =>
      /b/i.test(how) ? decoded(words, 'base64') : decoded(words.replaceAll('_', ' '), 'quoted-printable'),
    )
}

function isReportType(header: Header): boolean {
  return /^multipart\/report\b.{0,500}report-type\s*=\s*"?delivery-status/i.test(header.get('content-type') ?? '')
}

export function isFromMailSystem(header: Header): boolean {
  return senders.some(({ field, pattern }) => header.has(field) && pattern.test(header.get(field)!))
}

/** Whether a text reads like a mail system's report. */
export function readsLikeReport(text: string): boolean {
  const beginning = text.slice(0, 20_000)
  return sentences.some((sentence) => sentence.test(beginning))
}
