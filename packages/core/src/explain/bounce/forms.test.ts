import { describe, expect, test } from 'vitest'
import { plainReport, report } from '../../testing/reports.ts'
import { explainMessage } from '../explain-message.ts'

const explained = (octets: Uint8Array) => explainMessage(octets, { lang: 'en' })
const codeOf = (octets: Uint8Array) => explained(octets).finding.code
const quoteOf = (octets: Uint8Array) => explained(octets).recognised[0]?.quote

describe('Exchange’s text, without a part for programs', () => {
  const prose = (text: string) =>
    report({
      prose: `Content-Type: text/plain; charset="windows-1252"
Content-Transfer-Encoding: quoted-printable

${text}`,
    })

  test('in English: the sentence goes over two lines', () => {
    const octets = prose(`Delivery has failed to these recipients or groups:

nobody@example.com<mailto:nobody@example.com>
The address wasn=92t found at the destination domain.

Diagnostic information for administrators:

Generating server: AM0PR01MB0001.eurprd01.prod.outlook.com

nobody@example.com
Remote Server returned '550 5.7.606 Access denied, banned sen=
ding IP [192.0.2.22]'

Original message headers:

Received: from mx.example.com: 550 5.1.1 User unknown`)
    expect(codeOf(octets)).toBe('sender-distrusted')
    expect(quoteOf(octets)).toBe('550 5.7.606 Access denied, banned sending IP [192.0.2.22]')
  })

  test.for([
    ['Japanese', '管理者向けの診断情報:\n\nリモート サーバーから', '元のメッセージ ヘッダー:'],
    [
      'German',
      'Diagnoseinformationen für Administratoren:\n\nRemote Server hat zurückgegeben',
      'Ursprüngliche Nachrichtenkopfzeilen:',
    ],
  ])('in %s: the server’s words are English', ([, before, after]) => {
    const text = `${before} '550 5.2.2 mailbox full; over quota'

${after}

X-Error: 550 5.1.1 User unknown`
    const octets = report({ subject: '配信不能: Minutes', prose: `Content-Type: text/plain; charset=utf-8\n\n${text}` })
    expect(codeOf(octets)).toBe('mailbox-full')
  })

  test('of 2007: between number signs', () => {
    const octets = prose(`Diagnostic information for administrators:

Generating server: mx.contoso.example

nobody@example.com
#550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipien=
t ##

Original message headers:
`)
    expect(codeOf(octets)).toBe('message-too-large')
  })

  test('names each recipient’s own reply', () => {
    const octets = prose(`Diagnostic information for administrators:

a@example.com
Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found'

b@example.com
Remote Server returned '550 5.2.2 Mailbox full'`)
    expect(explained(octets).findings).toMatchObject([
      { code: 'recipient-refused', recipients: ['a@example.com'] },
      { code: 'mailbox-full', recipients: ['b@example.com'] },
    ])
  })

  test('may be HTML alone', () => {
    const html = `Content-Type: text/html; charset=utf-8

<html><body><p>Delivery has failed to these recipients or groups:</p>
<p>nobody@example.com</p><p>Remote Server returned &#39;550 5.4.316 Message expired, connection&nbsp;refused&#39;</p>`
    expect(codeOf(report({ prose: html }))).toBe('recipient-unreachable')
  })
})

describe('the forms of other programs', () => {
  test('qmail', () => {
    const body = `Hi. This is the qmail-send program at mx.example.com.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<nobody@example.com>:
192.0.2.22 failed after I sent the message.
Remote host said: 550 5.7.515 Access denied, sending domain EXAMPLE.JP doesn't meet the required authentication level.
`
    expect(codeOf(plainReport(body))).toBe('sender-distrusted')
  })

  test('qmail, in words of its own', () => {
    const body = `Hi. This is the qmail-send program at mx.example.com.

<nobody@example.com>:
Sorry, no mailbox here by that name. (#5.1.1)`
    expect(explained(plainReport(body)).finding).toMatchObject({ code: 'recipient-refused', certainty: 'likely' })
  })

  test('Postfix', () => {
    const body = `This is the mail system at host mx.example.com.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<nobody@example.com>: host mx.example.net[192.0.2.22] said: 552-5.2.2 The
    recipient's inbox is out of 552 5.2.2 storage space (in reply to RCPT TO)

<other@example.com>: connect to mx.example.org[192.0.2.23]:25: Connection
    timed out`
    expect(explained(plainReport(body)).findings?.map(({ code }) => code)).toEqual([
      'mailbox-full',
      'recipient-unreachable',
    ])
  })

  test('Exim', () => {
    const body = `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  nobody@example.com
    SMTP error from remote mail server after RCPT TO:<nobody@example.com>:
    host mx.example.com [192.0.2.22]: 550 5.4.1 Recipient address rejected:
    Access denied

------ This is a copy of the message, including all the headers. ------

Return-path: <hanako@outlook.com>`
    expect(codeOf(plainReport(body, { subject: 'Mail delivery failed: returning message to sender' }))).toBe(
      'recipient-refused',
    )
  })

  test('Exim, with the reply on a line of its own', () => {
    const body = `This message was created automatically by mail delivery software.

  nobody@example.com
    host mx.example.com [192.0.2.22]
    SMTP error from remote mail server after MAIL FROM:<hanako@example.jp> SIZE=1024:
    550 Unroutable sender address

------ This is a copy of the message, including all the headers. ------`
    expect(quoteOf(plainReport(body))).toBe('550 Unroutable sender address')
    expect(codeOf(plainReport(body))).toBe('sender-distrusted')
  })

  test('a relay that puts its own class before the reply', () => {
    const diagnostic =
      "5.1.0 - Unknown address error 552-'5.2.2 <nobody@example.com>... Mailbox full' (delivery attempts: 0)"
    const fields = `Final-Recipient: rfc822;nobody@example.com\nAction: failed\nDiagnostic-Code: smtp; ${diagnostic}`
    expect(codeOf(report({ recipients: [fields] }))).toBe('mailbox-full')
  })

  test('sendmail: what the remote server said comes before what the relay made of it', () => {
    const body = `The original message was received at Mon, 2 Nov 2026 10:00:00 +0000

   ----- The following addresses had permanent fatal errors -----
<nobody@example.com>
    (reason: 550 5.7.606 Access denied, banned sending IP [192.0.2.22])

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> RCPT To:<nobody@example.com>
<<< 550 5.7.606 Access denied, banned sending IP [192.0.2.22]
550 5.1.1 <nobody@example.com>... User unknown`
    expect(codeOf(plainReport(body, { subject: 'Returned mail: see transcript for details' }))).toBe(
      'sender-distrusted',
    )
    const transcript = body.replace(/ {4}\(reason.*\n/, '')
    expect(codeOf(plainReport(transcript, { subject: 'Returned mail' }))).toBe('sender-distrusted')
  })

  test('a transcript behind Japanese in seven bits', () => {
    const octets = plainReport(
      `\u001B$B<!$N$"$F@h$X$N%a%C%;!<%8$O\u001B(B

Each of the following recipients was rejected by a remote
mail server.

    Recipient: <nobody@hotmail.com>
    >>> MAIL FROM:<hanako@example.jp>
    <<< 550 SC-004 (COL0-MC1-F1) Unfortunately, messages from 192.0.2.22 weren't sent.
`,
      { from: 'Postmaster@example.jp', subject: 'Mail System Error - Returned Mail' },
    )
    expect(codeOf(octets)).toBe('sender-distrusted')
  })

  test('Gmail’s warning is no failure yet', () => {
    const body = `THIS IS A WARNING MESSAGE ONLY.

Delivery to the following recipient has been delayed:

     nobody@example.com

Message will be retried for 2 more day(s)

----- Original message -----
`
    expect(codeOf(plainReport(body, { subject: 'Delivery Status Notification (Delay)' }))).toBe('recipient-unreachable')
  })

  test('OpenSMTPD', () => {
    const body = `    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.

nobody@example.com: 550 5.1.1 The email account that you tried to reach does not exist

    Below is a copy of the original message:
`
    expect(codeOf(plainReport(body, { subject: 'Delivery status notification: error' }))).toBe('recipient-refused')
  })
})

describe('a report in another coding', () => {
  const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64')

  test('has its fields in base64, with their own line ends', () => {
    const fields = 'Reporting-MTA: dns; mx.example.com\r\n\r\nFinal-Recipient: rfc822; nobody@example.com\r\n'
    const status = base64(`${fields}Action: failed\r\nDiagnostic-Code: smtp; 552 5.2.2 mailbox full\r\n`)
    const prose = `Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n${status}`
    expect(codeOf(report({ prose }))).toBe('mailbox-full')
  })

  test.for([
    ['its subject', `=?ISO-2022-JP?B?${base64('\u001b$BG[?.ITG=\u001b(B')}?=`, 'From our server:'],
    ['its text', 'hello', '\u001b$BG[?.ITG=$G$9!#G[?.$G$-$^$;$s$G$7$?!#\u001b(B'],
  ])('says in ISO-2022-JP that it is one: %s', ([, subject, text]) => {
    const message = `From: Postmaster <postmaster@contoso.example>\nSubject: ${subject}\nContent-Type: text/plain; charset=iso-2022-jp\n\n${text}\n<nobody@example.com>: 550 5.1.1 User unknown\n`
    expect(codeOf(new TextEncoder().encode(message))).toBe('recipient-refused')
  })
})
