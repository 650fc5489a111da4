/** The mailboxes of a running mock, for tests. */
import { arrival, type Awaited } from '../mail/arrival.ts'
import type { Message } from '../mail/message.ts'
import type { World } from '../world/world.ts'

export type Mail = {
  /** Puts a message into a folder as it is, and gives its UID. Throws `MailboxFull`. */
  append(address: string, folder: string, raw: Buffer | string): number
  /** The first message that matches, there already or within the time (10 s if unset); rejects if none comes. */
  waitFor(address: string, awaited: Awaited & { folder?: string; timeoutMs?: number }): Promise<Message>
}

/** @param closing ends every wait */
export function mailOf(world: World, closing: AbortSignal): Mail {
  return {
    append: (address, name, raw) => folderOf(world, address, name).append(Buffer.from(raw)).uid,
    waitFor: async (address, { folder: name = 'Inbox', timeoutMs = 10_000, ...awaited }) => {
      const folder = folderOf(world, address, name)
      const message = await arrival(folder, awaited, { timeoutMs, signal: closing })
      if (message) return message
      const why = closing.aborted ? 'before the mock was closed' : `within ${timeoutMs} ms`
      throw new Error(`no message like ${JSON.stringify(awaited)} came into ${folder.name} of ${address} ${why}`)
    },
  }
}

function folderOf(world: World, address: string, name: string) {
  const mailbox = world.mailbox(address)
  const folder = mailbox.folder(name)
  if (folder) return folder
  throw new Error(`${address} has no folder ${name}; it has ${mailbox.folders.map((other) => other.name).join(', ')}`)
}
