import type { FolderRefusal } from '../../../mail/mailbox.ts'
import type { Complaint } from '../../../voices/imap.ts'
import { existingFolder, folderName } from '../session/arguments.ts'
import { done, refuse, refused, type Result } from '../session/refusal.ts'
import type { CommandFile } from './command.ts'

const complaints = {
  exists: 'folder-exists',
  missing: 'no-such-folder',
  protected: 'failed',
  'invalid-name': 'failed',
  'has-children': 'failed',
  'too-many': 'failed',
} as const satisfies Record<FolderRefusal, Complaint>

/** RFC 3501, 6.3.3. */
export const create: CommandFile = {
  verbs: ['CREATE'],
  state: 'signed-in',
  args: [1, 1],
  run({ session, verb, args }) {
    const { name } = folderName(args[0])
    const created = session.mailbox.create(name ?? refuse('bad-argument'))
    return typeof created === 'string' ? refused(complaints[created], verb) : done
  },
}

/** RFC 3501, 6.3.4. A folder that holds others stays: its children must not go with it. */
export const remove: CommandFile = {
  verbs: ['DELETE'],
  state: 'signed-in',
  args: [1, 1],
  run({ session, verb, args }) {
    const folder = existingFolder(session.mailbox, args[0])
    return answerTo(session.mailbox.delete(folder.name), verb)
  },
}

/** RFC 3501, 6.3.5. The folders every mailbox has cannot be renamed. */
export const rename: CommandFile = {
  verbs: ['RENAME'],
  state: 'signed-in',
  args: [2, 2],
  run({ session, verb, args }) {
    const folder = existingFolder(session.mailbox, args[0])
    const { name } = folderName(args[1])
    return answerTo(session.mailbox.rename(folder.name, name ?? refuse('bad-argument')), verb)
  },
}

function answerTo(refusal: FolderRefusal | undefined, verb: string): Result {
  return refusal ? refused(complaints[refusal], verb) : done
}

/** RFC 3501, 6.3.6 and 6.3.7. Only a folder that is there can be subscribed to; any name can be given up. */
export const subscribe: CommandFile = {
  verbs: ['SUBSCRIBE', 'UNSUBSCRIBE'],
  state: 'signed-in',
  args: [1, 1],
  run({ session: { mailbox }, verb, args }) {
    if (verb === 'SUBSCRIBE') {
      return mailbox.subscribe(existingFolder(mailbox, args[0]).name) ? done : refused('failed', verb)
    }
    mailbox.unsubscribe(folderName(args[0]).name ?? refuse('bad-argument'))
    return done
  },
}
