import { judged } from './judged.ts'
import { openImap } from './mailbox/imap/imap.ts'
import type { MailboxClient, OpenMailbox } from './mailbox/mailbox.ts'
import { openPop3 } from './mailbox/pop3/mailbox.ts'

/**
 * Connects, verifies the server, signs in once, over the endpoint's protocol. Throws `SparekeyError`: a finding's code
 * for the connection and for a refused sign-in (the server's words in `details.reply`), `sign-in-refused` where the cause is
 * not known, `bad-secret` for a secret that cannot be sent.
 */
export async function openMailbox(options: OpenMailbox): Promise<MailboxClient> {
  const { protocol } = options.endpoint
  if (protocol === 'smtp') throw new TypeError('SMTP has no mailbox to open.')
  return judged(options, () => (protocol === 'imap' ? openImap(options) : openPop3(options)))
}
