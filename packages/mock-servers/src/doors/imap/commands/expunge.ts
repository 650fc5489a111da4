import { messagesIn } from '../session/arguments.ts'
import { done, refused } from '../session/refusal.ts'
import type { CommandFile } from './command.ts'

/** RFC 3501, 6.4.3 and RFC 4315, 2.1. The EXPUNGE lines are those of the announcement that precedes every answer. */
export const expunge: CommandFile = {
  verbs: ['EXPUNGE'],
  state: 'selected',
  args: [0, 0],
  run({ session: { view } }) {
    if (view.readOnly) return refused('failed', 'EXPUNGE')
    view.folder.remove(view.messages.filter((message) => message.flags.has('\\Deleted')))
    return done
  },
}

export const uidExpunge: CommandFile = {
  verbs: ['UID EXPUNGE'],
  state: 'selected',
  args: [1, 1],
  run({ session: { view }, args }) {
    if (view.readOnly) return refused('failed', 'EXPUNGE')
    const named = messagesIn(view, args[0], true).map(({ message }) => message)
    view.folder.remove(named.filter((message) => message.flags.has('\\Deleted')))
    return done
  },
}
