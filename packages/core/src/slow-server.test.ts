import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { failureOf } from '@sparekey/testkit/failure'
import { startScripted, type Peer } from '@sparekey/testkit/server'
import { networkTo } from './testing/network.ts'
import type { Protocol } from './settings/settings.ts'
import { openMailbox } from './open-mailbox.ts'
import { Pop3Client } from './mailbox/pop3/client.ts'
import { submit } from './submission/smtp.ts'

/** Servers that always say something and never come to an end; and such as are slow, and real. */

const host = 'mail.example'
const tls = await issueCertificate(host)
const timeoutMs = 400
const account = { username: 'hanako@hotmail.com', secret: 'abcdefghijklmnop' }
const raw = Buffer.alloc(100_000, 'Subject: x\r\n')

function* forever(text: string) {
  for (;;) yield text
}

/** Sends the pieces one by one with so much time in between, until they are at an end or the client has left. */
async function dripTo(peer: Peer, pieces: Iterable<string>, everyMs: number): Promise<void> {
  for (const piece of pieces) {
    if (peer.ended) return
    peer.send(piece)
    await setTimeout(everyMs)
  }
}

const drip = (text: string) => (peer: Peer) => dripTo(peer, forever(text), timeoutMs / 4)

function to(port: number, protocol: Protocol) {
  const endpoint = { protocol, host, port: 1, security: 'tls' } as const
  return { ...account, endpoint, network: networkTo(port, { ca: tls.ca, timeoutMs }) }
}

/** Plays an IMAP server that answers one command, by its first words, in a way of its own. */
const imapExcept = (verb: string, answer: (peer: Peer, tag: string) => unknown) => async (peer: Peer) => {
  peer.send('* OK ready\r\n')
  for (;;) {
    const [, tag, command] = /^(?:(\w+) )?(.*)$/.exec(await peer.line())! as unknown as [string, string, string]
    if (command.startsWith(verb)) await answer(peer, tag)
    else if (command.startsWith('CAPABILITY')) peer.send(`* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n${tag} OK\r\n`)
    else if (command.startsWith('AUTHENTICATE')) {
      peer.send('+ \r\n')
      await peer.line()
      peer.send(`${tag} OK\r\n`)
    } else if (command.startsWith('EXAMINE')) peer.send(`* 1 EXISTS\r\n${tag} OK\r\n`)
    else peer.send(`${tag} OK\r\n`)
  }
}

const pop3Begin = 'S: +OK\nC: CAPA\nS: -ERR\nC: USER hanako@hotmail.com\nS: +OK\nC: PASS abcdefghijklmnop\nS: +OK'

const smtpExcept =
  (verb: string, answer: (peer: Peer) => unknown, more: string[] = []) =>
  async (peer: Peer) => {
    peer.send('220 ready\r\n')
    for (let data = false; ;) {
      const line = await peer.line()
      if (data && line !== '.') continue
      data = line === 'DATA'
      if (line.startsWith(verb)) await answer(peer)
      else if (line.startsWith('EHLO'))
        peer.send(`${[host, ...more].map((word) => `250-${word}\r\n`).join('')}250 AUTH PLAIN\r\n`)
      else if (line.startsWith('AUTH')) peer.send('235 welcome\r\n')
      else peer.send(data ? '354 go\r\n' : '250 ok\r\n')
    }
  }

describe.concurrent('a server that drips is left in time', () => {
  const list = async (port: number, protocol: Protocol) => {
    const mailbox = await openMailbox(to(port, protocol))
    try {
      await mailbox.list()
    } finally {
      await mailbox.close()
    }
  }
  const send = (port: number) =>
    submit({ ...to(port, 'smtp'), raw, envelope: { from: 'hanako@hotmail.com', to: ['taro@example.com'] } })

  test.for([
    ...['CAPABILITY', 'AUTHENTICATE', 'EXAMINE', 'FETCH'].map((verb) => [verb, drip('* OK x\r\n')] as const),
    ['AUTHENTICATE', drip('+ \r\n')],
    ['FETCH', (peer: Peer) => drip('x')(peer.send('* 1 FETCH (UID 1 BODY[HEADER.FIELDS (FROM)] {500}\r\n'))],
    ['LOGOUT', drip('* OK x\r\n')],
  ] as const)('by IMAP in answer to %s', async ([verb, answer]) => {
    await using server = await startScripted(imapExcept(verb, answer), { tls })
    const failed = await failureOf(() => list(server.port, 'imap'))
    expect(failed).toMatchObject(verb === 'LOGOUT' ? {} : { code: 'connection-timeout' })
  })

  test.for([
    ['CAPA', 'S: +OK\nC: CAPA\nS: +OK', 'X\r\n'],
    ['UIDL', `${pop3Begin}\nC: UIDL\nS: +OK`, 'x'],
  ] as const)('by POP3 in answer to %s', async ([, dialogue, text]) => {
    await using server = await startScripted(
      async (peer) => {
        await peer.play(dialogue)
        await drip(text)(peer)
      },
      { tls },
    )
    expect(await failureOf(() => list(server.port, 'pop3'))).toMatchObject({ code: 'connection-timeout' })
  })

  test.for(['EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA', '.'])('by SMTP in answer to %s', async (verb) => {
    await using server = await startScripted(smtpExcept(verb, drip('250-x\r\n')), { tls })
    const details = verb === '.' ? { delivery: 'unknown' } : { error: 'timeout' }
    expect(await failureOf(() => send(server.port))).toMatchObject({ code: 'connection-timeout', details })
  })

  test.for(['220-x\r\n', '2'])('by SMTP that greets with %j', async (text) => {
    await using server = await startScripted(drip(text), { tls })
    expect(await failureOf(() => send(server.port))).toMatchObject({ code: 'connection-timeout' })
  })
})

describe.concurrent('a server that is slow', () => {
  const kib = Array.from({ length: 10 }, () => 'x'.repeat(1023) + '\n')

  test('in giving a message by IMAP is waited for', async () => {
    const FETCH = async (peer: Peer, tag: string) => {
      peer.send(`* 1 FETCH (UID 7 BODY[] {${kib.join('').length}}\r\n`)
      await dripTo(peer, kib, timeoutMs / 4)
      peer.send(`)\r\n${tag} OK\r\n`)
    }
    await using server = await startScripted(imapExcept('UID FETCH', FETCH), { tls })
    await using mailbox = await openMailbox(to(server.port, 'imap'))
    const messages = await Promise.all([mailbox.raw('7'), mailbox.raw('7')])
    expect(messages.map(String)).toEqual([kib.join(''), kib.join('')])
  })

  test('in giving a message by POP3 is waited for', async () => {
    await using server = await startScripted(
      async (peer) => {
        await peer.play('S: +OK\nC: RETR 1\nS: +OK')
        await dripTo(peer, [...kib, '\r\n.\r\n'], timeoutMs / 4)
      },
      { tls },
    )
    const { endpoint, network } = to(server.port, 'pop3')
    const client = await Pop3Client.connect(endpoint, network)
    const pieces: Buffer[] = []
    for await (const piece of client.retrieve(1)) pieces.push(piece)
    expect(String(Buffer.concat(pieces))).toBe(`${kib.join('')}\r\n`)
    client.close()
  })

  test.for([[], ['PIPELINING']])('in taking each of many recipients is waited for, with %j', async (together) => {
    const answer = (peer: Peer) => dripTo(peer, ['250 ok\r\n'], timeoutMs / 2)
    await using server = await startScripted(smtpExcept('RCPT', answer, together), { tls })
    const recipients = ['a', 'b', 'c', 'd'].map((name) => `${name}@example.com`)
    const envelope = { from: 'hanako@hotmail.com', to: recipients }
    expect(await submit({ ...to(server.port, 'smtp'), raw, envelope })).toMatchObject({ accepted: recipients })
  })
})
