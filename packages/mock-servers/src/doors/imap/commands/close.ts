import { done } from '../session/refusal.ts'
import type { CommandFile } from './command.ts'

/** RFC 3501, 6.4.2 and RFC 3691. CLOSE removes what is marked \Deleted without a word; UNSELECT removes nothing. */
export const close: CommandFile = {
  verbs: ['CLOSE', 'UNSELECT'],
  state: 'selected',
  args: [0, 0],
  run({ session, verb }) {
    const { folder, readOnly } = session.view
    session.deselect()
    if (verb === 'CLOSE' && !readOnly) {
      folder.remove(folder.messages.filter((message) => message.flags.has('\\Deleted')))
    }
    return done
  },
}
