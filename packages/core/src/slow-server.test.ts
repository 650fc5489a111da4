import { subscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { ManualClock } from '@sparekey/testkit/clock'
import { failureOf } from '@sparekey/testkit/failure'
import { startScripted, type Peer } from '@sparekey/testkit/server'
import { networkTo } from './testing/network.ts'
import { timersOf } from './testing/timers.ts'
import type { Protocol } from './settings/settings.ts'
import { openMailbox } from './open-mailbox.ts'
import { Pop3Client } from './mailbox/pop3/client.ts'
import { submit } from './submission/smtp.ts'

/** Servers that always say something and never come to an end; and such as are slow, and real. Time passes as they say. */

const host = 'mail.example'
const tls = await issueCertificate(host)
const timeoutMs = 30_000
const account = { username: 'hanako@hotmail.com', secret: 'abcdefghijklmnop' }
const raw = Buffer.alloc(100_000, 'Subject: x\r\n')

/** Says the same again and again, a quarter of the time apart, until the client has left. */
const drip = (text: string) => async (peer: Peer, clock: ManualClock) => {
  while (!peer.ended) {
    peer.send(text)
    clock.advance(timeoutMs / 4)
    await turn()
  }
}

type Answer = (peer: Peer, clock: ManualClock, tag: string) => unknown

function to(port: number, protocol: Protocol, clock: ManualClock) {
  const endpoint = { protocol, host, port: 1, security: 'tls' } as const
  return { ...account, endpoint, network: networkTo(port, { ca: tls.ca, timeoutMs, timers: timersOf(clock) }) }
}

/** Plays an IMAP server that answers one command, by its first words, in a way of its own. */
const imapExcept = (clock: ManualClock, verb: string, answer: Answer) => async (peer: Peer) => {
  peer.send('* OK ready\r\n')
  for (;;) {
    const [, tag, command] = /^(?:(\w+) )?(.*)$/.exec(await peer.line())! as unknown as [string, string, string]
    if (command.startsWith(verb)) await answer(peer, clock, tag)
    else if (command.startsWith('CAPABILITY'))
      peer.send(`* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=PLAIN\r\n${tag} OK\r\n`)
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
  (clock: ManualClock, verb: string, answer: Answer, more: string[] = []) =>
  async (peer: Peer) => {
    peer.send('220 ready\r\n')
    for (let data = false; ;) {
      const line = await peer.line()
      if (data && line !== '.') continue
      data = line === 'DATA'
      if (line.startsWith(verb)) await answer(peer, clock, '')
      else if (line.startsWith('EHLO'))
        peer.send(`${[host, ...more].map((word) => `250-${word}\r\n`).join('')}250 AUTH PLAIN\r\n`)
      else if (line === 'AUTH PLAIN') peer.send('334 \r\n')
      else if (line.startsWith('AGhhbmFrb')) peer.send('235 welcome\r\n')
      else peer.send(data ? '354 go\r\n' : '250 ok\r\n')
    }
  }

describe('a server that drips is left in time', () => {
  const list = async (port: number, protocol: Protocol, clock: ManualClock) => {
    const mailbox = await openMailbox(to(port, protocol, clock))
    try {
      await mailbox.list()
    } finally {
      await mailbox.close()
    }
  }
  const envelope = { from: 'hanako@hotmail.com', to: ['taro@example.com'] }
  const send = (port: number, clock: ManualClock) => submit({ ...to(port, 'smtp', clock), raw, envelope })

  test.for([
    ...['CAPABILITY', 'AUTHENTICATE', 'LIST', 'EXAMINE', 'FETCH', 'LOGOUT'].map(
      (verb) => [verb, drip('* OK x\r\n')] as const,
    ),
    [
      'FETCH',
      (peer: Peer, clock: ManualClock) =>
        drip('x')(peer.send('* 1 FETCH (UID 1 BODY[HEADER.FIELDS (FROM)] {500}\r\n'), clock),
    ],
  ] as const)('by IMAP in answer to %s', async ([verb, answer]) => {
    const clock = new ManualClock()
    await using server = await startScripted(imapExcept(clock, verb, answer), { tls })
    const failed = await failureOf(() => list(server.port, 'imap', clock))
    expect(failed).toMatchObject(verb === 'LOGOUT' ? {} : { code: 'connection-timeout' })
  })

  test.for([
    ['the greeting', '', '+OK'],
    ['CAPA', 'S: +OK\nC: CAPA\nS: +OK', 'X\r\n'],
    ['UIDL', `${pop3Begin}\nC: UIDL\nS: +OK`, 'x'],
  ] as const)('by POP3 in answer to %s', async ([, dialogue, text]) => {
    const clock = new ManualClock()
    await using server = await startScripted(
      async (peer) => {
        await peer.play(dialogue)
        await drip(text)(peer, clock)
      },
      { tls },
    )
    expect(await failureOf(() => list(server.port, 'pop3', clock))).toMatchObject({ code: 'connection-timeout' })
  })

  test.for(['EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA', '.'])('by SMTP in answer to %s', async (verb) => {
    const clock = new ManualClock()
    await using server = await startScripted(smtpExcept(clock, verb, drip('250-x\r\n')), { tls })
    const details = verb === '.' ? { delivery: 'unknown' } : { error: 'timeout' }
    expect(await failureOf(() => send(server.port, clock))).toMatchObject({ code: 'connection-timeout', details })
  })

  test.for(['220-x\r\n', '2'])('by SMTP that greets with %j', async (text) => {
    const clock = new ManualClock()
    await using server = await startScripted((peer) => drip(text)(peer, clock), { tls })
    expect(await failureOf(() => send(server.port, clock))).toMatchObject({ code: 'connection-timeout' })
  })
})

/** Every connection that was made from here. */
const clients: Socket[] = []
subscribe('net.client.socket', (message) => void clients.push((message as { socket: Socket }).socket))

/** Sends a piece, waits until the client has read it, and lets most of the time pass. */
async function takeTime(peer: Peer, clock: ManualClock, port: number, piece: string): Promise<void> {
  const client = clients.find(({ remotePort }) => remotePort === port)!
  const enough = client.bytesRead + piece.length
  peer.send(piece)
  while (client.bytesRead < enough) await turn()
  await turn()
  clock.advance(timeoutMs * 0.7)
}

describe('a server that is slow', () => {
  const kib = Array.from({ length: 10 }, () => 'x'.repeat(1023) + '\n')

  test('in giving a message by IMAP is waited for', async () => {
    const clock = new ManualClock()
    const FETCH: Answer = async (peer, clock, tag) => {
      peer.send(`* 1 FETCH (UID 7 BODY[] {${kib.join('').length}}\r\n`)
      for (const piece of kib) await takeTime(peer, clock, server.port, piece)
      peer.send(`)\r\n${tag} OK\r\n`)
    }
    await using server = await startScripted(imapExcept(clock, 'UID FETCH', FETCH), { tls })
    await using mailbox = await openMailbox(to(server.port, 'imap', clock))
    const messages = await Promise.all([mailbox.raw('7'), mailbox.raw('7')])
    expect(messages.map(String)).toEqual([kib.join(''), kib.join('')])
  })

  test('in giving a message by POP3 is waited for', async () => {
    const clock = new ManualClock()
    await using server = await startScripted(
      async (peer) => {
        await peer.play('S: +OK\nC: RETR 1\nS: +OK')
        for (const piece of kib) await takeTime(peer, clock, server.port, piece)
        peer.send('\r\n.\r\n')
      },
      { tls },
    )
    const { endpoint, network } = to(server.port, 'pop3', clock)
    const client = await Pop3Client.connect(endpoint, network)
    const pieces: Buffer[] = []
    for await (const piece of client.retrieve(1)) pieces.push(piece)
    expect(String(Buffer.concat(pieces))).toBe(`${kib.join('')}\r\n`)
    client.close()
  })

  test.for([[], ['PIPELINING']])('in taking each of many recipients is waited for, with %j', async (together) => {
    const clock = new ManualClock()
    const answer = (peer: Peer) => takeTime(peer, clock, server.port, '250 ok\r\n')
    await using server = await startScripted(smtpExcept(clock, 'RCPT', answer, together), { tls })
    const recipients = ['a', 'b', 'c', 'd'].map((name) => `${name}@example.com`)
    const envelope = { from: 'hanako@hotmail.com', to: recipients }
    expect(await submit({ ...to(server.port, 'smtp', clock), raw, envelope })).toMatchObject({ accepted: recipients })
  })
})
