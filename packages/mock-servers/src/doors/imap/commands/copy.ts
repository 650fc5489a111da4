import type { Folder } from '../../../mail/folder.ts'
import { MailboxFull } from '../../../mail/mailbox.ts'
import type { Message } from '../../../mail/message.ts'
import { completed } from '../../../voices/imap-session.ts'
import { existingFolder, messagesIn, uidSet } from '../session/arguments.ts'
import { done, refuse, refused } from '../session/refusal.ts'
import type { CommandFile, Request } from './command.ts'

/** RFC 3501, 6.4.7 and RFC 4315, 3. All messages or none. */
export const copy: CommandFile = {
  verbs: ['COPY', 'UID COPY'],
  state: 'selected',
  args: [2, 2],
  run(request) {
    const { messages, target } = transfer(request)
    if (messages.length === 0) return done
    try {
      return { status: 'OK', code: copyUid(target, messages, target.copy(messages)) }
    } catch (error) {
      if (error instanceof MailboxFull) return refused('failed', request.verb)
      throw error
    }
  },
}

/** RFC 6851: the UIDs come first, then the EXPUNGE lines of the announcement, then the answer. */
export const move: CommandFile = {
  verbs: ['MOVE', 'UID MOVE'],
  state: 'selected',
  args: [2, 2],
  run(request) {
    const { view, output } = request.session
    if (view.readOnly) return refused('failed', request.verb)
    const { messages, target } = transfer(request)
    if (messages.length === 0) return done
    const moved = target.move(messages, view.folder)
    output.line(`* OK [${copyUid(target, messages, moved)}] ${completed(request.verb)}`)
    return done
  },
}

/** A message that has gone unannounced cannot be copied: naming its number is refused, its UID names nothing any more. */
function transfer({ session, verb, args, uid }: Request): { messages: Message[]; target: Folder } {
  const { view, mailbox } = session
  const named = messagesIn(view, args[0], uid).map(({ message }) => message)
  const target = existingFolder(mailbox, args[1], 'no-such-target')
  const messages = named.filter((message) => !view.isGone(message))
  if (!uid && messages.length < named.length) refuse('message-gone', verb)
  return { messages, target }
}

function copyUid(target: Folder, from: readonly Message[], to: readonly Message[]): string {
  return `COPYUID ${target.uidValidity} ${uidSet(from)} ${uidSet(to)}`
}
