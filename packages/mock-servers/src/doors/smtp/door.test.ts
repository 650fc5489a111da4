import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { hanako, host, startSmtp, taro } from '../../testing/smtp.ts'

describe('a hostile client', () => {
  test('that sends an endless line is told so and cut off', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.connect()
    client.send('x'.repeat(40_000))
    await client.play(`
      S: 500 5.5.2 Command too long ${host}
      S: (closed)`)
  })

  test('cannot put commands between STARTTLS and TLS', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.greet()
    client.send('STARTTLS\r\nEHLO injected.example\r\nNOOP\r\n')
    await client.play(`
      S: 220 2.0.0 SMTP server ready
      C: (TLS)
      C: MAIL FROM:<hanako@hotmail.com>
      S: 503 5.5.2 Send hello first ${host}`)
  })

  test('that does not speak TLS after STARTTLS loses the connection, not the server', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.greet()
    await client.play(`
      C: STARTTLS
      S: 220 2.0.0 SMTP server ready`)
    client.send('this is no ClientHello\r\n'.repeat(10))
    await client.lines(() => false)
    await using other = await smtp.signIn()
    await other.play(`
      C: NOOP
      S: 250 2.0.0 OK`)
  })

  test('that never signs in is sent away after two minutes, whatever it says', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.connect()
    smtp.timers.advance(119_000)
    await client.play(`
      C: NOOP
      S: 250 2.0.0 OK`)
    smtp.timers.advance(1_000)
    await client.play(`
      S: 421 4.4.2 Connection dropped ${host}
      S: (closed)`)
  })

  test('that has signed in and says nothing for five minutes is sent away', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.signIn()
    smtp.timers.advance(299_000)
    await client.play(`
      C: NOOP
      S: 250 2.0.0 OK`)
    smtp.timers.advance(299_000)
    await client.play(`
      C: NOOP
      S: 250 2.0.0 OK`)
    smtp.timers.advance(300_000)
    await client.play(`
      S: 451 4.7.0 Timeout waiting for client input ${host}
      S: (closed)`)
  })

  test('that begins a handshake and does not go on is cut off', async () => {
    await using smtp = await startSmtp()
    await using stalled = await smtp.greet()
    await stalled.play(`
      C: STARTTLS
      S: 220 2.0.0 SMTP server ready`)
    smtp.timers.advance(120_000)
    await stalled.play('S: (closed)')
  })

  test('finds no room beside too many others', async () => {
    await using smtp = await startSmtp({ limits: { connections: 1 } })
    await using first = await smtp.connect()
    await using second = await smtp.dial()
    await second.play(`
      S: 421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel ${host}
      S: (closed)`)
    await first.play(`
      C: QUIT
      S: 221 2.0.0 Service closing transmission channel`)
  })
})

describe('the server', () => {
  test('closes at once while sessions are open, in whatever state', async () => {
    await using smtp = await startSmtp()
    await using signedIn = await smtp.signIn()
    await using plain = await smtp.connect()
    await using upgrading = await smtp.greet()
    await upgrading.play(`
      C: STARTTLS
      S: 220 2.0.0 SMTP server ready`)
    await smtp.door.close()
    for (const client of [signedIn, plain]) expect(await client.line()).toMatch(/^421 4\.4\.2 Connection dropped/)
  })

  test('says which port is taken', async () => {
    await using smtp = await startSmtp()
    await expect(startSmtp({ port: smtp.door.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      port: smtp.door.port,
    })
  })

  test('serves nodemailer, and refuses it in a way it understands', async () => {
    await using smtp = await startSmtp()
    const transport = (pass: string) =>
      createTransport({
        host: '127.0.0.1',
        port: smtp.door.port,
        requireTLS: true,
        tls: smtp.trust,
        auth: { user: hanako, pass },
      })
    const text = '日本語の本文\r\n.dot\r\n..two\r\n'
    const sent = await transport('correct horse').sendMail({ from: hanako, to: taro, subject: '花見', text })
    expect(sent.accepted).toEqual([taro])
    expect(smtp.received(taro)[0]).toContain('Subject: =?UTF-8?B?')
    await expect(transport('wrong').sendMail({ from: hanako, to: taro, text })).rejects.toMatchObject({
      code: 'EAUTH',
      responseCode: 535,
    })
  })
})
