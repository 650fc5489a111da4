import { MailboxFull } from '../../../mail/mailbox.ts'
import { remarks } from '../../../voices/imap-session.ts'
import { atoms, existingFolder, octets } from '../session/arguments.ts'
import { parseInternalDate } from '../syntax/dates.ts'
import { storableFlag, storableFlags } from '../syntax/flags.ts'
import type { Argument } from '../syntax/parse.ts'
import { refuse, refused } from '../session/refusal.ts'
import type { CommandFile } from './command.ts'

/** RFC 3501, 6.3.11 and RFC 4315, 3. The message is kept as it came; keywords are not (MS-IMAP-48). */
export const append: CommandFile = {
  verbs: ['APPEND'],
  state: 'signed-in',
  args: [2, 4],
  run({ session, verb, args }) {
    const { flags, receivedAt, raw } = readArguments(args.slice(1))
    const folder = existingFolder(session.mailbox, args[0], 'no-such-target')
    if (flags.some((name) => !name.startsWith('\\') && !storableFlag(name))) session.output.line(remarks.keywords)
    try {
      const { uid } = folder.append(raw, { flags: storableFlags(flags), ...(receivedAt && { receivedAt }) })
      return { status: 'OK', code: `APPENDUID ${folder.uidValidity} ${uid}` }
    } catch (error) {
      if (error instanceof MailboxFull) return refused('failed', verb)
      throw error
    }
  },
}

/** `[(flags)] [date] message` */
function readArguments(args: readonly Argument[]): { flags: string[]; receivedAt: Date | undefined; raw: Buffer } {
  const message = args.at(-1)!
  const options = args.slice(0, -1)
  const flags = options[0]?.kind === 'list' ? atoms(options.shift()) : []
  const date = options.shift()
  const receivedAt = date && (parseInternalDate(octets(date)) ?? refuse('bad-argument'))
  if (message.kind !== 'string' || options.length > 0) return refuse('bad-argument')
  return { flags, receivedAt, raw: message.bytes }
}
