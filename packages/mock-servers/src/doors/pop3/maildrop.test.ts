import { describe, expect, test } from 'vitest'
import { address, password } from '../../testing/doors.ts'
import { startPop3 } from '../../testing/pop3.ts'

function message(subject: string): Buffer {
  return Buffer.from(`Subject: ${subject}\r\n\r\nHello, ${subject}.\r\n.\r\n`)
}

describe('a session in 2021', () => {
  test('from the greeting to the goodbye', async () => {
    await using pop3 = await startPop3()
    pop3.inbox.append(message('one'))
    pop3.inbox.append(message('two'))
    await using client = await pop3.dial()
    await client.play(`
      S: +OK The Microsoft Exchange POP3 service is ready. [SABFADEAUABSADAAMQBDAEEAMAAwADAANwAuAGUAdQByAHAAcgBkADAAMQAuAHAAcgBvAGQALgBlAHgAYwBoAGEAbgBnAGUAbABhAGIAcwAuAGMAbwBtAA==]
      C: CAPA
      S: +OK
      S: TOP
      S: UIDL
      S: SASL PLAIN XOAUTH2
      S: USER
      S: .
      C: USER ${address}
      S: +OK
      C: PASS ${password}
      S: +OK User successfully logged on.
      C: CAPA
      S: +OK
      S: TOP
      S: UIDL
      S: SASL PLAIN XOAUTH2
      S: USER
      S: .
      C: STAT
      S: +OK 2 64
      C: LIST
      S: +OK 2 64
      S: 1 32
      S: 2 32
      S: .
      C: LIST 2
      S: +OK 2 32
      C: UIDL
      S: +OK
      S: 1 1
      S: 2 2
      S: .
      C: UIDL 2
      S: +OK 2 2
      C: RETR 1
      S: +OK
      S: Subject: one
      S:
      S: Hello, one.
      S: ..
      S: .
      C: TOP 2 0
      S: +OK
      S: Subject: two
      S:
      S: .
      C: DELE 1
      S: +OK
      C: DELE 1
      S: -ERR The requested message is no longer available; it may have been deleted.
      C: RETR 3
      S: -ERR The specified message is out of range.
      C: RSET
      S: +OK
      C: NOOP
      S: +OK
      C: QUIT
      S: +OK Microsoft Exchange Server 2016 POP3 server signing off.
      S: (closed)
    `)
    expect(pop3.faults).toEqual([])
  })

  test('adds only a last CRLF, and lists the size that is stored', async () => {
    await using pop3 = await startPop3()
    pop3.inbox.append(Buffer.from('Subject: \xe9\n\r\nno end', 'latin1'))
    await using client = await pop3.signIn()
    await client.play(`
      C: LIST 1
      S: +OK 1 19
      C: RETR 1
      S: +OK
    `)
    expect(await client.take(24)).toEqual(Buffer.from('Subject: \xe9\n\r\nno end\r\n.\r\n', 'latin1'))
  })
})

describe('the Inbox', () => {
  test('is changed at QUIT: what was read is seen, what was deleted is gone', async () => {
    await using pop3 = await startPop3()
    const [read, deleted, both] = ['read', 'deleted', 'both'].map((subject) => pop3.inbox.append(message(subject)))
    await using client = await pop3.signIn()
    client.send('RETR 1\r\nDELE 2\r\nRETR 3\r\nDELE 3\r\nNOOP\r\n')
    for (let dots = 0; dots < 2;) if ((await client.line()) === '.') dots += 1
    await client.play(`
      S: +OK
      S: +OK
    `)
    expect(pop3.inbox.messages).toEqual([read, deleted, both])
    expect(read?.flags.has('\\Seen')).toBe(false)
    await client.play(`
      C: QUIT
      S: +OK Microsoft Exchange Server 2016 POP3 server signing off.
    `)
    expect(pop3.inbox.messages).toEqual([read])
    expect(read?.flags.has('\\Seen')).toBe(true)
  })

  test('is not changed if the connection drops', async () => {
    await using pop3 = await startPop3()
    pop3.inbox.append(message('one'))
    {
      await using client = await pop3.signIn()
      await client.play(`
        C: DELE 1
        S: +OK
      `)
    }
    await pop3.door.close()
    expect(pop3.inbox.messages).toHaveLength(1)
  })

  test('keeps its numbers while others add and remove messages', async () => {
    await using pop3 = await startPop3()
    const first = pop3.inbox.append(message('one'))
    pop3.inbox.append(message('two'))
    await using client = await pop3.signIn()
    pop3.inbox.remove([first])
    pop3.inbox.append(message('three'))
    await client.play(`
      C: STAT
      S: +OK 2 64
      C: UIDL
      S: +OK
      S: 1 1
      S: 2 2
      S: .
      C: RETR 1
      S: -ERR The requested message is no longer available; it may have been deleted.
      C: TOP 1 0
      S: -ERR The requested message is no longer available; it may have been deleted.
      C: DELE 1
      S: +OK
      C: QUIT
      S: +OK Microsoft Exchange Server 2016 POP3 server signing off.
    `)
    expect(pop3.inbox.messages.map(({ uid }) => uid)).toEqual([2, 3])
  })

  test('may be open twice', async () => {
    await using pop3 = await startPop3()
    pop3.inbox.append(message('one'))
    await using first = await pop3.signIn()
    await using second = await pop3.signIn()
    const deletion = `
      C: DELE 1
      S: +OK
      C: QUIT
      S: +OK Microsoft Exchange Server 2016 POP3 server signing off.
    `
    await first.play(deletion)
    await second.play(deletion)
    expect(pop3.inbox.messages).toEqual([])
    expect(pop3.faults).toEqual([])
  })
})
