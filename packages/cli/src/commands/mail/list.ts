import type { Context } from '../../run/context.ts'
import { openMailboxFor, type MailboxFlags } from './mailbox.ts'
import { wrap } from '../../render/wrap.ts'
import { isUnread, renderList, unreadMark } from './render-list.ts'

export type ListFlags = MailboxFlags & { limit: number }

/** `sparekey list`: the newest messages of a folder, newest first. */
export async function list(context: Context, flags: ListFlags): Promise<void> {
  const { out, say } = context
  const { account, protocol, folder = 'INBOX', limit } = flags
  await using mailbox = await openMailboxFor(flags, context)
  const found = await mailbox.list({ folder, limit: limit + 1 })
  const messages = found.slice(0, limit)
  if (out.json) return out.document({ account, protocol, folder, messages })
  out.result(renderList(messages, { folder, protocol }, say, out))
  const notes = [
    ...(messages.some((message) => isUnread(message, protocol)) ? [say.mail.unread(unreadMark)] : []),
    ...(found.length > limit ? [say.mail.moreThanShown(limit)] : []),
  ]
  out.note(notes.flatMap((note) => wrap(note, out.errorColumns)))
}
