import { openImap } from './imap.ts'
import type { MailboxClient, OpenMailbox } from './mailbox.ts'
import { openPop3 } from './pop3/mailbox.ts'

/**
 * Connects, verifies the server, signs in once. Throws `SparekeyError`: a finding's code for the connection,
 * `sign-in-refused` (the server's words in `details.reply`), `bad-secret` for a secret that cannot be sent.
 */
export async function openMailbox(options: OpenMailbox & { protocol: 'imap' | 'pop3' }): Promise<MailboxClient> {
  return options.protocol === 'imap' ? openImap(options) : openPop3(options)
}
