/** A delivery report (RFC 3462, RFC 3464) as a relay makes it around a server's last words. */
export function bounceOf(reply: string): Buffer {
  const [, status = '5.0.0'] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(reply) ?? []
  const lines = `From: MAILER-DAEMON@mx.example.com (Mail Delivery System)
To: taro@contoso.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="parts"

--parts
Content-Type: text/plain; charset=us-ascii

I am sorry to have to inform you that your message could not be delivered
to one or more recipients.

<nobody@example.com>: host mx.example.com said: ${reply}

--parts
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; nobody@example.com
Action: failed
Status: ${status}
Diagnostic-Code: smtp; ${reply}

--parts
Content-Type: message/rfc822

From: taro@contoso.example
To: nobody@example.com
Subject: Minutes

Here are the minutes.

--parts--
`
  return Buffer.from(lines.replaceAll('\n', '\r\n'))
}
