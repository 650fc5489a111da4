/** Every verb with arguments that fit it more or less: each command is answered, and none is a fault of the server's. */
import { array, assert, asyncProperty, constantFrom, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { answer, startImap } from '../../testing/imap.ts'
import { rules } from './commands/table.ts'

const endless: ReadonlySet<string> = new Set(['IDLE', 'AUTHENTICATE', 'LOGOUT'])
const verbs = [...rules.keys()].filter((verb) => !endless.has(verb))

const simple = String.raw`1 1:* * 2,1,9 0 -1 4294967296 1:4294967295 Inbox inbox/x "" "a\"b" NIL () (\Seen) +FLAGS FLAGS
  -FLAGS.SILENT FULL ENVELOPE BODY BODY[] BODY[1.2.MIME] BODY[0] BODY.PEEK[TEXT]<0.1> RFC822 ALL NOT OR SUBJECT SINCE
  1-Feb-2020 CHARSET UTF-8 HEADER % &- &ZeVnLIqe- &broken (((((( )) "open \ [ ]`
const words = [
  ...simple.split(/\s+/),
  '(\\Recent $x)',
  '(FLAGS UID)',
  '(MESSAGES X)',
  'BODY.PEEK[HEADER.FIELDS (a)]<0.1>',
  'BODY[HEADER.FIELDS ()]',
  '"31-Feb-2020 00:00:00 +0000"',
  '{0+}\r\n',
  '{3+}\r\na\0\xff',
  '',
]

test('whatever a client sends is answered, and the server knows no fault', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  let wire = await imap.signIn('Inbox')
  const command = tuple(constantFrom(...verbs), array(constantFrom(...words), { maxLength: 4 }))
  await assert(
    asyncProperty(command, async ([verb, args]) => {
      wire.send(Buffer.from(`a1 ${[verb, ...args].join(' ')}\r\nz9 NOOP\r\n`, 'latin1'))
      const lines = await answer(wire, 'z9')
      const answered = lines.filter((line) => /^(?:a1|\*) (?:OK|NO|BAD) /.test(line))
      expect(answered).not.toEqual([])
      if (!wire.ended) return
      await wire[Symbol.asyncDispose]()
      wire = await imap.signIn('Inbox')
      if (imap.mailbox.inbox.messages.length === 0) imap.seed('one', 'two')
    }),
    { numRuns: 800, seed: 5 },
  )
  await wire[Symbol.asyncDispose]()
  expect(imap.faults).toEqual([])
}, 120_000)
