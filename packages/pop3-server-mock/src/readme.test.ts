import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { matches, POP3Server } from './index.ts'
import { Client } from '@sparekey/testkit/client'

function lines(path: string): string {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8').replaceAll("'pop3-server-mock'", "'./index.ts'")
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

describe('the README', () => {
  it('shows only what is tested here, line by line', () => {
    const tested = lines('./readme.test.ts')
    const examples = [...lines('../README.md').matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code)
    expect(examples).toHaveLength(3)
    for (const example of examples) {
      const code = example.replace(/^import .*\n/gm, '')
      expect(tested).toContain(code)
    }
    expect(tested).toContain("import { matches, POP3Server } from './index.ts'")
  })

  it('brings somebody into a mailbox in five minutes', async () => {
    const removed: string[] = []

    await using server = new POP3Server({
      onAuth: (credentials) =>
        credentials.username === 'hanako' && matches(credentials, 'correct horse')
          ? { ok: true, user: credentials.username }
          : { ok: false },
      onOpen: () => [
        { uid: 'first', content: Buffer.from('Subject: Hello\r\n\r\nHi there!\r\n') },
        { uid: 'second', content: Buffer.from('Subject: Bye\r\n\r\nSee you.\r\n') },
      ],
      onCommit: ({ deleted }) => {
        for (const { uid } of deleted) removed.push(uid)
      },
    })

    const { port } = await server.listen() // a free port on 127.0.0.1
    await using client = await Client.connect(port)
    await client.until('\r\n')
    await client.play(`
      C: USER hanako
      S: +OK now the password
      C: PASS correct horse
      S: +OK maildrop has 2 messages (55 octets)
      C: RETR 1
      S: +OK 29 octets
      S: Subject: Hello
      S:
      S: Hi there!
      S: .
      C: DELE 1
      S: +OK message 1 deleted
      C: QUIT
      S: +OK goodbye
      S: (closed)
    `)
    expect(removed).toEqual(['first'])
  })

  it('makes a server in a bad mood', async () => {
    let refusals = 2

    await using moody = new POP3Server({
      onAuth: () => ({ ok: true, user: 'anybody' }),
      onCommand: ({ verb }, session) => {
        if (verb === 'RETR' && session.secure === false) return '-ERR not without TLS'
        if (verb === 'STAT' && refusals-- > 0) return { text: '-ERR [SYS/TEMP] try again', close: true }
      },
    })
    const { port } = await moody.listen()
    const signedIn = async () => {
      const client = await Client.connect(port)
      client.send('USER x\r\nPASS y\r\n')
      await client.until('(0 octets)\r\n')
      return client
    }
    for (let attempt = 0; attempt < 2; attempt++) {
      await using client = await signedIn()
      await client.play(`
        C: RETR 1
        S: -ERR not without TLS
        C: STAT
        S: -ERR [SYS/TEMP] try again
        S: (closed)
      `)
    }
    await using client = await signedIn()
    await client.play(`
      C: STAT
      S: +OK 0 0
    `)
  })

  it('makes a server that sounds like somebody else', async () => {
    await using dialect = new POP3Server({
      onAuth: () => ({ ok: false }),
      disabledCommands: ['APOP'],
      capabilities: ['TOP', 'UIDL', 'SASL PLAIN XOAUTH2', 'USER'],
      mechanisms: { LOGIN: false, XOAUTH2: { oneLine: false, twoLine: true } },
      limits: { badCommands: 3, commandOctets: 512 },
      replies: {
        greeting: '+OK Example Mail at your service.',
        signInRefused: ({ mechanism }) =>
          mechanism === 'USER' ? '-ERR Logon failure.' : '-ERR Authentication failure.',
        oneLineRefused: { text: '-ERR Protocol error.', close: true },
        tooManyBadCommands: ({ reply }) => `${reply}\r\nConnection is closed.`,
      },
    })
    const { port } = await dialect.listen()
    await using client = await Client.connect(port)
    await client.play(`
      S: +OK Example Mail at your service.
      C: CAPA
      S: +OK capability list follows
      S: TOP
      S: UIDL
      S: SASL PLAIN XOAUTH2
      S: USER
      S: .
      C: APOP hanako digest
      S: -ERR unknown command
      C: RETR 1
      S: -ERR command not valid in this state
      C: USER hanako
      S: +OK now the password
      C: PASS correct horse
      S: -ERR Logon failure.
      C: LIST
      S: -ERR command not valid in this state
      S: Connection is closed.
      S: (closed)
    `)
  })
})
