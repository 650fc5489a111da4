/** The Inbox as a POP3 client sees it: a list made once for a session, and what its QUIT does to the folder. */
import type { Commit, MaildropMessage } from 'pop3-server-mock'
import type { Folder } from '../../mail/folder.ts'
import type { Message } from '../../mail/message.ts'

/** MS-POP3-22: numbered by ascending UID, which is the UIDL. Sizes are those stored. */
export function maildropOf(inbox: Folder): MaildropMessage[] {
  return inbox.messages.map(({ uid, size }) => ({ uid: String(uid), size, content: () => inbox.byUid(uid)?.raw }))
}

/** Messages that are gone by now need nothing. */
export function commit(inbox: Folder, { deleted, retrieved }: Commit): void {
  inbox.remove(stillIn(inbox, deleted))
  for (const message of stillIn(inbox, retrieved)) inbox.setFlags(message, { mode: 'add', flags: ['\\Seen'] })
}

function stillIn(inbox: Folder, messages: readonly MaildropMessage[]): Message[] {
  return messages.flatMap(({ uid }) => inbox.byUid(Number(uid)) ?? [])
}
