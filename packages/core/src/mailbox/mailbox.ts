import type { Credentials } from '../credentials/credentials.ts'
import type { Network } from '../network/network.ts'
import type { Endpoint } from '../settings/settings.ts'
import type { MessageSummary, ReadMessage } from '../message/read.ts'

/** An open, signed-in mailbox, over whichever protocol. Nothing it does changes a message: not even \Seen. */
export interface MailboxClient extends AsyncDisposable {
  /**
   * The newest messages of a folder, newest first; `limit` 20 if not given.
   * Throws `folder-missing` (POP3 knows only INBOX).
   */
  list(options?: { folder?: string | undefined; limit?: number | undefined }): Promise<MessageSummary[]>
  /** A message, decoded. Throws `message-missing`, or `bad-message` if it cannot be read. */
  read(uid: string, options?: { folder?: string | undefined }): Promise<ReadMessage>
  /** A message's bytes, exactly as the server keeps them. Throws `message-missing`. */
  raw(uid: string, options?: { folder?: string | undefined }): Promise<Buffer>
  /** Signs off. What goes wrong in that no longer matters. */
  close(): Promise<void>
}

/** `secret` or `token` signs in; it is sent exactly as it is. */
export type OpenMailbox = Credentials & {
  /** The server's official name and port, and how TLS begins there. */
  endpoint: Endpoint
  network: Network
  /** A longer message is not taken; 160 MiB if not given, as Microsoft takes messages of up to 150 MB. */
  maxMessageBytes?: number | undefined
  signal?: AbortSignal | undefined
}

export const inbox = 'INBOX'
export const defaultLimit = 20
export const defaultMaxMessageBytes = 160 * 1024 * 1024
