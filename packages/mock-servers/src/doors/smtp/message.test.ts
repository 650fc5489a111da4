import { type Client } from '@sparekey/testkit/client'
import { describe, expect, test } from 'vitest'
import { xoauth2 } from '../../testing/sasl.ts'
import { hanako, host, startSmtp, taro } from '../../testing/smtp.ts'

async function send(client: Client, options: { from?: string; to?: string[]; raw: string }): Promise<string> {
  client.send(`MAIL FROM:<${options.from ?? hanako}>\r\n`)
  await client.line()
  for (const to of options.to ?? [taro]) {
    client.send(`RCPT TO:<${to}>\r\n`)
    await client.line()
  }
  client.send('DATA\r\n')
  await client.line()
  client.send(`${options.raw}\r\n.\r\n`)
  return client.line()
}

describe('a message', () => {
  test('goes to every local recipient once, to Sent, and outside only into the outbound list', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.signIn()
    const raw = 'From: Hanako <hana@outlook.com>\r\nTo: all\r\n\r\nhello'
    expect(
      await send(client, {
        raw,
        from: 'HANA@outlook.com',
        to: [taro, 'TARO@outlook.jp', hanako, 'hana@outlook.com', 'x@else.example'],
      }),
    ).toMatch(/^250 2\.0\.0 OK <LO2P265MB0482[0-9A-F]{25}@LO2P265MB0482\.GBRP265\.PROD\.OUTLOOK\.COM> \[Hostname=/)
    expect(smtp.received(taro)).toEqual([`${raw}\r\n`])
    expect(smtp.received(hanako)).toEqual([`${raw}\r\n`])
    expect(
      smtp.store
        .mailbox(hanako)
        .special('\\Sent')!
        .messages.map((message) => [...message.flags]),
    ).toEqual([['\\Seen']])
    expect(smtp.store.outbound).toMatchObject([{ from: hanako, to: ['x@else.example'] }])
  })

  test('is denied at the end of DATA if the envelope or the header names somebody else', async () => {
    await using smtp = await startSmtp()
    await using client = await smtp.signIn()
    for (const [from, raw, stranger] of [
      [taro, 'From: hanako@hotmail.com\r\n\r\n', taro],
      [hanako, 'From: "hanako@hotmail.com" <boss@contoso.example>\r\n\r\n', 'boss@contoso.example'],
      [hanako, 'From: hanako@hotmail.com, boss@contoso.example\r\n\r\n', 'boss@contoso.example'],
      ['', 'From: hanako@hotmail.com\r\n\r\n', ''],
    ] as const) {
      expect(await send(client, { from, raw })).toMatch(
        new RegExp(`^554 5\\.2\\.252 SendAsDenied; hanako@hotmail\\.com not allowed to send as ${stranger}; STOREDRV`),
      )
    }
    expect(smtp.received(taro)).toEqual([])
    expect(await send(client, { raw: 'Subject: no From at all\r\n\r\n' })).toMatch(/^250 /)
  })

  test('is refused for bare line feeds, for its size, for its header and for going in circles', async () => {
    await using smtp = await startSmtp({ limits: { messageOctets: 300_000 } })
    await using client = await smtp.signIn()
    const from = 'From: hanako@hotmail.com\r\n'
    expect(await send(client, { raw: `${from}\r\none\ntwo` })).toBe(
      `554 5.6.0 Invalid message content, contains bare linefeeds ${host}`,
    )
    expect(await send(client, { raw: `${from}\r\n\n.\nMAIL FROM:<${taro}>\r\nQUIT` })).toMatch(/^554 5\.6\.0/)
    expect(await send(client, { raw: `${from}\r\n${'x'.repeat(300_000)}` })).toBe(
      `552 5.3.4 Message size exceeds fixed maximum message size ${host}`,
    )
    expect(await send(client, { raw: `${from}X: ${'x'.repeat(262_200)}\r\n\r\n` })).toBe(
      `552 5.3.4 Header size exceeds fixed maximum size ${host}`,
    )
    expect(await send(client, { raw: `${'Received: from a by b\r\n'.repeat(61)}${from}\r\n` })).toBe(
      `554 5.4.6 Hop count exceeded - possible mail loop ${host}`,
    )
    expect(smtp.received(taro)).toEqual([])
    expect(await send(client, { raw: `${from}\r\nfine` })).toMatch(/^250 /)
  })

  test('has a limited number of recipients, of whom a repeated one counts once', async () => {
    await using smtp = await startSmtp({ limits: { recipients: 2 } })
    await using client = await smtp.signIn()
    await client.play(`
      C: MAIL FROM:<hanako@hotmail.com>
      S: 250 2.1.0 Sender OK
      C: RCPT TO:<taro@outlook.jp>
      S: 250 2.1.5 Recipient OK
      C: RCPT TO:<a@else.example>
      S: 250 2.1.5 Recipient OK
      C: RCPT TO:<b@else.example>
      S: 452 4.5.3 Too many recipients ${host}
      C: RCPT TO:<TARO@outlook.jp>
      S: 250 2.1.5 Recipient OK`)
  })

  test('that does not fit into one mailbox goes into none', async () => {
    await using smtp = await startSmtp({ mailboxBytes: 1000 })
    await using client = await smtp.signIn()
    const raw = `From: hanako@hotmail.com\r\n\r\n${'x'.repeat(600)}`
    expect(await send(client, { raw, to: [taro, hanako, 'x@else.example'] })).toMatch(/^554 5\.2\.2 mailbox full; /)
    expect([smtp.received(taro), smtp.received(hanako), smtp.store.outbound]).toEqual([[], [], []])
    expect(await send(client, { raw })).toMatch(/^250 /)
  })

  test('from a personal account gets an id of the server since 2026-09, from a work account never', async () => {
    const raw = 'Subject: a\r\nMessage-ID:\r\n <1@client.example>\r\nFrom: '
    await using before = await startSmtp({ asOf: '2024-06-01' })
    await using early = await before.signIn()
    expect(await send(early, { raw: `${raw}${hanako}\r\n\r\n` })).toContain(' OK <1@client.example> ')

    await using smtp = await startSmtp({ asOf: '2026-09-21' })
    const ids: string[] = []
    for (const address of [hanako, 'boss@contoso.example']) {
      await using client = await smtp.secure()
      await client.play(`
        C: AUTH XOAUTH2 ${xoauth2('good', address)}
        S: 235 2.7.0 Authentication successful`)
      ids.push(/ OK (\S+) /.exec(await send(client, { from: address, raw: `${raw}${address}\r\n\r\nbody` }))![1]!)
    }
    expect(ids).toEqual([expect.stringMatching(/^<LO2P265MB0482[0-9A-F]{25}@LO2P265MB0482\./), '<1@client.example>'])
    expect(smtp.received(taro)).toEqual([
      `Subject: a\r\nMessage-ID: ${ids[0]}\r\nFrom: ${hanako}\r\n\r\nbody\r\n`,
      `${raw}boss@contoso.example\r\n\r\nbody\r\n`,
    ])
  })

  test('that breaks off in the middle is nobody’s, and the server goes on', async () => {
    await using smtp = await startSmtp()
    for (const rest of ['DATA\r\nFrom: hanako@hotmail.com\r\n', 'BDAT 1000 LAST\r\nFrom']) {
      await using client = await smtp.signIn()
      client.send(`MAIL FROM:<${hanako}>\r\nRCPT TO:<${taro}>\r\n${rest}`)
      for (let replies = rest.startsWith('DATA') ? 3 : 2; replies > 0; replies--) await client.line()
    }
    await using client = await smtp.signIn()
    expect(await send(client, { raw: 'From: hanako@hotmail.com\r\n\r\n' })).toMatch(/^250 /)
    expect(smtp.received(taro)).toHaveLength(1)
  })
})

test('two messages in one piece are both taken, and what comes behind them is answered', async () => {
  await using smtp = await startSmtp()
  await using client = await smtp.signIn()
  const one = `MAIL FROM:<${hanako}>\r\nRCPT TO:<${taro}>\r\nDATA\r\nFrom: ${hanako}\r\n\r\n.\r\n`
  client.send(`${one}${one}NOOP\r\n`)
  const replies: string[] = []
  for (let count = 9; count > 0; count--) replies.push((await client.line()).slice(0, 9))
  expect(replies.filter((reply) => reply === '250 2.0.0')).toHaveLength(3)
  expect(replies[8]).toBe('250 2.0.0')
  expect(smtp.received(taro)).toHaveLength(2)
})
