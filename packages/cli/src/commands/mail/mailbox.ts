import { openMailbox, settingsFor, type MailboxClient } from '@sparekey/core'
import { credentialsFor } from '../../accounts/credentials.ts'
import type { Context } from '../../run/context.ts'
import { usageFailure } from '../../failure/failure.ts'
import { networkFor } from '../../run/network.ts'

export type MailboxFlags = {
  account: string
  protocol: 'imap' | 'pop3'
  folder?: string
  passwordStdin: boolean
}

/** Signs in to the mailbox that the flags name; the caller closes it. */
export async function openMailboxFor(flags: MailboxFlags, context: Context): Promise<MailboxClient> {
  const { protocol, folder } = flags
  if (protocol === 'pop3' && folder !== undefined && folder.toLowerCase() !== 'inbox') {
    throw usageFailure(context.say.usage.onlyInbox)
  }
  context.address = flags.account
  const network = await networkFor(context)
  const { servers, account } = await settingsFor(flags.account, { network })
  context.account = account
  const endpoint = servers.find((server) => server.protocol === protocol)!
  const credentials = await credentialsFor(endpoint, flags, { context, network })
  return openMailbox({ ...credentials, endpoint, network })
}
