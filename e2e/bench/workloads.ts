import { setImmediate } from 'node:timers/promises'
import { Client } from '@sparekey/testkit/client'

/** A server's doors and the way in: the mock or Dovecot. */
export type Target = {
  host: string
  imapPort: number
  pop3Port: number
  ca: string
  username: string
  secret: string
}

/** Plain messages of about 4 KB, each different. */
export function messages(count: number): Buffer[] {
  const filler = `${'The quick brown fox jumps over the lazy dog. '.repeat(8)}\r\n`.repeat(11)
  return Array.from({ length: count }, (_, index) =>
    Buffer.from(
      `From: Hanako ${index} <hanako@hotmail.com>\r\nTo: hanako@hotmail.com\r\nSubject: Message ${index}\r\n` +
        `Date: Sat, 1 May 2021 09:00:00 +0900\r\nMessage-ID: <${index}@example.com>\r\nMIME-Version: 1.0\r\n` +
        `Content-Type: text/plain; charset=utf-8\r\n\r\n${filler}`,
    ),
  )
}

export async function imapSession(target: Target): Promise<Client> {
  const wire = await Client.connect(target.imapPort, { tls: { ca: target.ca, servername: target.host } })
  await wire.line()
  await wire.ask(`L LOGIN ${target.username} "${target.secret}"`, (line) => line.startsWith('L '))
  await wire.ask('S SELECT INBOX', (line) => line.startsWith('S '))
  return wire
}

export async function pop3Session(target: Target): Promise<Client> {
  const wire = await Client.connect(target.pop3Port, { tls: { ca: target.ca, servername: target.host } })
  await wire.line()
  await wire.ask(`USER ${target.username}`)
  await wire.ask(`PASS ${target.secret}`)
  return wire
}

/** One FETCH whose answer is counted, not parsed. */
export async function fetchAll(wire: Client, what: string): Promise<void> {
  wire.send(`F ${what}\r\n`)
  await wire.skip(/(?:^|\n)F OK[^\n]*\r\n$/)
}

/** RETR of each message, one after the other, as a mail program does it without PIPELINING. */
export async function retrieveAll(wire: Client, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    wire.send(`RETR ${number}\r\n`)
    await wire.skip(/\r\n\.\r\n$/)
  }
}

/** What a process keeps after the collector has been everywhere, in megabytes. */
export async function residentMegabytes(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.()
    await setImmediate()
  }
  return process.memoryUsage().rss / 1e6
}
