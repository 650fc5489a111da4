import { describe, expect, test } from 'vitest'
import { host, startSmtp, taro } from '../../testing/smtp.ts'

describe('CHUNKING', () => {
  const begin = `
      C: MAIL FROM:<hanako@hotmail.com> BODY=BINARYMIME
      S: 250 2.1.0 Sender OK
      C: RCPT TO:<taro@outlook.jp>
      S: 250 2.1.5 Recipient OK`
  const header = 'From: hanako@hotmail.com\r\n\r\n'

  test('keeps every octet, dots, bare line feeds and NUL included, however the chunks are cut', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.signIn()
    await client.play(begin)
    const body = Buffer.from([
      ...Buffer.from(`${header}.\r\n.\r\nQUIT\r\n`),
      0,
      10,
      13,
      255,
      46,
      13,
      10,
      ...Buffer.alloc(70_000, 7),
    ])
    for (const cut of [1, 5, 40_000]) {
      client.send(
        Buffer.concat([
          Buffer.from(`BDAT ${cut}\r\n`),
          body.subarray(cut === 1 ? 0 : cut === 5 ? 1 : 6, cut === 1 ? 1 : cut === 5 ? 6 : 40_006),
        ]),
      )
      expect(await client.line()).toBe(`250 2.0.0 ${cut} octets received`)
    }
    const rest = body.subarray(40_006)
    client.send(Buffer.concat([Buffer.from(`BDAT ${rest.length} LAST\r\n`), rest]))
    expect(await client.line()).toMatch(/^250 2\.0\.0 OK </)
    expect(smtp.store.mailbox(taro).inbox.messages[0]!.raw.equals(body)).toBe(true)
  })

  test('may end with an empty chunk, be given up by RSET, and does not mix with DATA', async () => {
    await using smtp = await startSmtp({ limits: { badCommands: 99 } })
    await using client = await smtp.signIn()
    await client.play(`${begin}
      C: DATA
      S: 503 5.5.1 Bad sequence of commands ${host}
      C: BDAT 0
      S: 250 2.0.0 0 octets received
      C: BDAT 5 LAST EXTRA
      S: 501 5.5.4 Invalid arguments ${host}
      C: RSET
      S: 250 2.0.0 Resetting
      C: BDAT 0 LAST
      S: 503 5.5.2 Need mail command ${host}${begin}`)
    client.send(`BDAT ${header.length}\r\n${header}BDAT 0 LAST\r\n`)
    await client.line()
    expect(await client.line()).toMatch(/^250 2\.0\.0 OK </)
    expect(smtp.received(taro)).toEqual([header])
  })

  test('takes in the octets of a chunk it refuses, so that they are never read as commands', async () => {
    await using smtp = await startSmtp({ limits: { messageOctets: 64 } })
    await using client = await smtp.signIn()
    client.send(`BDAT 10 LAST\r\nQUIT\r\nQUIT`)
    await client.play(`
      S: 503 5.5.2 Need mail command ${host}${begin}`)
    client.send(`BDAT 60\r\n${'x'.repeat(60)}BDAT 5\r\nQUIT\nNOOP\r\n`)
    await client.play(`
      S: 250 2.0.0 60 octets received
      S: 552 5.3.4 Message size exceeds fixed maximum message size ${host}
      S: 250 2.0.0 OK`)
    expect(smtp.received(taro)).toEqual([])
  })
})
