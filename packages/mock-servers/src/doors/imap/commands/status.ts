import type { Folder } from '../../../mail/folder.ts'
import { status as statusLine } from '../../../voices/imap-session.ts'
import { atoms, existingFolder } from '../session/arguments.ts'
import { folderName } from '../format/strings.ts'
import { done, refuse } from '../session/refusal.ts'
import type { CommandFile } from './command.ts'

const items: ReadonlyMap<string, (folder: Folder) => number> = new Map([
  ['MESSAGES', (folder) => folder.messages.length],
  ['RECENT', (folder) => folder.messages.filter((message) => message.recent).length],
  ['UIDNEXT', (folder) => folder.uidNext],
  ['UIDVALIDITY', (folder) => folder.uidValidity],
  ['UNSEEN', (folder) => folder.unseen],
])

/** RFC 3501, 6.3.10. */
export const status: CommandFile = {
  verbs: ['STATUS'],
  state: 'signed-in',
  args: [2, 2],
  run({ session, args }) {
    const folder = existingFolder(session.mailbox, args[0])
    const names = atoms(args[1]).map((name) => name.toUpperCase())
    if (names.length === 0) refuse('bad-argument')
    const values = names.map((name) => `${name} ${items.get(name)?.(folder) ?? refuse('bad-argument')}`)
    session.output.line(statusLine(folderName(folder.name), values.join(' ')))
    return done
  },
}
