import { expect, test } from 'vitest'
import type { Mailbox } from '../../../mail/mailbox.ts'
import { startImap } from '../../../testing/imap.ts'
import { Engine, type Served } from './engine.ts'

test('a fault in a command is answered NO, and the connection lives', async () => {
  const broken = { folder: () => void JSON.parse('{') } as unknown as Mailbox
  await using imap = await startImap({ mailboxes: () => broken })
  await using wire = await imap.signIn()
  await wire.play(`
    C: a1 SELECT Inbox
    S: a1 NO Server Unavailable. 15
    C: a2 NOOP
    S: a2 OK NOOP completed.
  `)
  expect(imap.faults).toEqual([expect.any(SyntaxError)])
})

test('a stock command that throws is answered NO too', async () => {
  const written: string[] = []
  const session: Served = {
    write: (octets) => written.push(octets.toString()),
    offers: () => {
      throw new Error('no capabilities today')
    },
    answering: () => undefined,
    end: () => undefined,
  }
  const shell = new Engine({ handlers: new Map(), capabilities: ['IDLE'] }).open(session)
  await shell.run({ tag: 'a1', verb: 'CAPABILITY', args: [] })
  await shell.run({ tag: 'a2', verb: 'NOOP', args: [] })
  expect(written).toEqual(['a1 NO Server Unavailable. 15\r\n', 'a2 OK NOOP completed.\r\n'])
})
