import { describe, expect, test } from 'vitest'
import { base64 } from '../../testing/sasl.ts'
import { hanako, host, startSmtp, taro } from '../../testing/smtp.ts'

describe('the words of a session', () => {
  test('in 2021: banner, both EHLO lists, sign-in and a message, word for word', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.dial()
    await client.play(`
      S: 220 LO2P265CA0482.outlook.office365.com Microsoft ESMTP MAIL Service ready at Sat, 1 May 2021 12:00:00 +0000
      C: EHLO client.example
      S: 250-LO2P265CA0482.outlook.office365.com Hello [127.0.0.1]
      S: 250-SIZE 157286400
      S: 250-PIPELINING
      S: 250-DSN
      S: 250-ENHANCEDSTATUSCODES
      S: 250-STARTTLS
      S: 250-8BITMIME
      S: 250-BINARYMIME
      S: 250-CHUNKING
      S: 250 SMTPUTF8
      C: STARTTLS
      S: 220 2.0.0 SMTP server ready
      C: (TLS)
      C: EHLO client.example
      S: 250-LO2P265CA0482.outlook.office365.com Hello [127.0.0.1]
      S: 250-SIZE 157286400
      S: 250-PIPELINING
      S: 250-DSN
      S: 250-ENHANCEDSTATUSCODES
      S: 250-AUTH LOGIN XOAUTH2
      S: 250-8BITMIME
      S: 250-BINARYMIME
      S: 250-CHUNKING
      S: 250 SMTPUTF8
      C: AUTH LOGIN
      S: 334 VXNlcm5hbWU6
      C: ${base64(hanako)}
      S: 334 UGFzc3dvcmQ6
      C: ${base64('correct horse')}
      S: 235 2.7.0 Authentication successful
      C: MAIL FROM:<hanako@hotmail.com> SIZE=100 BODY=8BITMIME RET=HDRS ENVID=q1
      S: 250 2.1.0 Sender OK
      C: RCPT TO:<taro@outlook.jp> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;taro@outlook.jp
      S: 250 2.1.5 Recipient OK
      C: DATA
      S: 354 Start mail input; end with <CRLF>.<CRLF>
      C: From: hanako@hotmail.com
      C: Message-ID: <1@client.example>
      C: 
      C: ..dot
      C: .
      S: 250 2.0.0 OK <1@client.example> [Hostname=LO2P265MB0482.GBRP265.PROD.OUTLOOK.COM]
      C: NOOP
      S: 250 2.0.0 OK
      C: RSET
      S: 250 2.0.0 Resetting
      C: VRFY taro
      S: 252 2.1.5 Cannot VRFY user
      C: QUIT
      S: 221 2.0.0 Service closing transmission channel
      S: (closed)`)
    expect(smtp.received(taro)).toEqual(['From: hanako@hotmail.com\r\nMessage-ID: <1@client.example>\r\n\r\n.dot\r\n'])
  })

  test('since 2023 banner and refusals carry time and session id', async () => {
    await using smtp = await startSmtp({ asOf: '2024-10-10T20:31:23.429Z' })
    await using client = await smtp.dial()
    await client.play(`
      S: 220 LO2P265CA0482.outlook.office365.com Microsoft ESMTP MAIL Service ready at Thu, 10 Oct 2024 20:31:23 +0000 [08DCE96A81DC9550]
      C: MAIL FROM:<hanako@hotmail.com>
      S: 503 5.5.2 Send hello first [LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM 2024-10-10T20:31:23.429Z 08DCE96A81DC9550]`)
  })

  test('HELO is answered by one line', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.connect()
    await client.play(`
      C: HELO client.example
      S: 250 LO2P265CA0482.outlook.office365.com Hello [127.0.0.1]`)
  })
})

describe('the order of commands', () => {
  test('is insisted on in the words of MS-SMTP-39 to MS-SMTP-47', async () => {
    await using smtp = await startSmtp({ limits: { badCommands: 99 } })
    await using client = await smtp.signIn()
    await client.play(`
      C: RCPT TO:<taro@outlook.jp>
      S: 503 5.5.2 Need mail command ${host}
      C: DATA
      S: 503 5.5.2 Need mail command ${host}
      C: MAIL FROM:hanako@hotmail.com
      S: 501 5.1.7 Invalid address ${host}
      C: MAIL FROM:<hanako@hotmail.com> FLAVOUR=sweet
      S: 501 5.5.4 Invalid arguments ${host}
      C: MAIL FROM:<hanako@hotmail.com> SIZE=1 SIZE=2
      S: 501 5.5.4 Invalid arguments ${host}
      C: MAIL FROM:<hanako@hotmail.com> SIZE=157286401
      S: 552 5.3.4 Message size exceeds fixed maximum message size ${host}
      C: MAIL FROM:<花子@hotmail.com>
      S: 501 5.1.7 Invalid address ${host}
      C: MAIL FROM:<hanako@hotmail.com> SMTPUTF8
      S: 250 2.1.0 Sender OK
      C: MAIL FROM:<hanako@hotmail.com>
      S: 503 5.5.2 Sender already specified ${host}
      C: AUTH LOGIN
      S: 503 5.5.2 Auth command already specified ${host}
      C: DATA
      S: 503 5.5.2 Need rcpt command ${host}
      C: RCPT TO:<nobody at all>
      S: 501 5.1.3 Invalid address ${host}
      C: RCPT TO:<taro@outlook.jp> NOTIFY=NEVER,SUCCESS
      S: 501 5.5.4 Invalid arguments ${host}
      C: RCPT TO:<太郎@outlook.jp>
      S: 250 2.1.5 Recipient OK
      C: EHLO two words
      S: 501 5.5.4 Invalid domain name ${host}
      C: EXPN staff
      S: 500 5.3.3 Unrecognized command 'EXPN' ${host}
      C: DATA now
      S: 501 5.5.4 Invalid arguments ${host}
      C: DATA
      S: 354 Start mail input; end with <CRLF>.<CRLF>`)
  })

  test('that is broken three times ends the session', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.connect()
    await client.play(`
      C: GET / HTTP/1.1
      S: 500 5.3.3 Unrecognized command 'GET' ${host}
      C: Host: localhost
      S: 500 5.3.3 Unrecognized command 'Host:' ${host}
      C: 
      S: 500 5.3.3 Unrecognized command '' ${host}
      S: 421 4.7.0 Too many errors on this connection, closing transmission channel ${host}
      S: (closed)`)
  })

  test('allows everything to be sent at once', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.signIn()
    client.send(
      'MAIL FROM:<hanako@hotmail.com>\r\nRCPT TO:<taro@outlook.jp>\r\nDATA\r\nFrom: hanako@hotmail.com\r\n\r\n1\r\n.\r\n' +
        'MAIL FROM:<hanako@hotmail.com>\r\nRCPT TO:<taro@outlook.jp>\r\nBDAT 6\r\nQUIT\r\nBDAT 2 LAST\r\n\r\nQUIT\r\n',
    )
    const codes: string[] = []
    while (codes.at(-1) !== '221') codes.push((await client.line()).slice(0, 3))
    expect(codes).toEqual(['250', '250', '354', '250', '250', '250', '250', '250', '221'])
    expect(smtp.received(taro)).toEqual(['From: hanako@hotmail.com\r\n\r\n1\r\n', 'QUIT\r\n\r\n'])
  })
})
