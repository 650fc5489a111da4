/** Delivery reports as mail systems write them, made by hand. Not part of the product. */

export type ReportOptions = {
  from?: string
  subject?: string
  /** The part for people, with its header, if it is not plain ASCII. */
  prose?: string
  /** The fields of each recipient; none: there is no part for programs. */
  recipients?: readonly string[]
  /** The message that came back. */
  original?: string
}

const original = `From: hanako@outlook.com
To: nobody@example.com
Subject: Minutes

Here are the minutes.`

const octets = (text: string): Uint8Array => new TextEncoder().encode(text.replaceAll('\n', '\r\n'))

/** A report of RFC 3462 and RFC 3464. */
export function reportText(options: ReportOptions = {}): string {
  const {
    from = 'postmaster@contoso.example',
    subject = 'Undeliverable: Minutes',
    prose = 'Content-Type: text/plain\n\nYour message could not be delivered to one or more recipients.',
    recipients = [],
  } = options
  const status = recipients.map((fields) => `\n${fields}\n`).join('')
  const parts = [
    prose,
    ...(recipients.length > 0
      ? [`Content-Type: message/delivery-status\n\nReporting-MTA: dns;mx.contoso.example\n${status}`]
      : []),
    `Content-Type: message/rfc822\n\n${options.original ?? original}`,
  ]
  return `From: ${from}
To: hanako@outlook.com
Subject: ${subject}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report;
	report-type=delivery-status;
\tboundary="parts-of-the-report"

${parts.map((part) => `--parts-of-the-report\n${part}\n`).join('\n')}
--parts-of-the-report--
`
}

export function report(options: ReportOptions = {}): Uint8Array {
  return octets(reportText(options))
}

/** What a report says of a recipient whom it failed to reach. */
export function failedFor(diagnostic: string, { status = '5.0.0', recipient = 'nobody@example.com' } = {}): string {
  return `Final-Recipient: rfc822;${recipient}
Action: failed
Status: ${status}
Diagnostic-Code: smtp;${diagnostic}`
}

/** A message without parts: the form of qmail, Exim and others. */
export function plainReport(body: string, { from = 'MAILER-DAEMON@mx.example.com', subject = 'failure notice' } = {}) {
  return octets(`Return-Path: <>
From: ${from}
To: hanako@outlook.com
Subject: ${subject}

${body}
`)
}

/** Any message. */
export const message = (text: string): Uint8Array => octets(text)
