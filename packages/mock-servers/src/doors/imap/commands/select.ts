import { selected } from '../../../voices/imap-session.ts'
import { existingFolder } from '../session/arguments.ts'
import { storedFlags } from '../syntax/flags.ts'
import type { CommandFile } from './command.ts'

/** RFC 3501, 6.3.1 and 6.3.2. A folder that cannot be selected leaves none selected. */
export const select: CommandFile = {
  verbs: ['SELECT', 'EXAMINE'],
  state: 'signed-in',
  args: [1, 1],
  run({ session, verb, args }) {
    session.deselect()
    const readOnly = verb === 'EXAMINE'
    const folder = existingFolder(session.mailbox, args[0])
    const view = session.select(folder, readOnly)
    const firstUnseen = view.messages.findIndex((message) => !message.flags.has('\\Seen')) + 1
    const { uidValidity, uidNext } = folder
    const lines = selected({
      exists: view.messages.length,
      recent: view.recent,
      firstUnseen: firstUnseen || undefined,
      uidValidity,
      uidNext,
      readOnly,
      flags: storedFlags,
    })
    for (const line of lines) session.output.line(line)
    return { status: 'OK', code: readOnly ? 'READ-ONLY' : 'READ-WRITE' }
  },
}
