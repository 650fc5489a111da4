import { accessTokenFor, parseAddress } from '@sparekey/core'
import { accountsFor } from '../../accounts/accounts-for.ts'
import type { Context } from '../../run/context.ts'
import { Failure } from '../../failure/failure.ts'
import { networkFor } from '../../run/network.ts'

/** `sparekey token ADDRESS`: a fresh access token for IMAP, POP3 and SMTP, for other programs; nothing else on stdout. */
export async function token(context: Context, _flags: object, typed: string): Promise<void> {
  const { out } = context
  const { address } = parseAddress(typed)
  context.address = address
  const network = await networkFor(context)
  const accounts = accountsFor(context, network)
  const account = await accounts.get(address)
  if (account.signIn !== 'oauth') throw new Failure('no-token', { address: account.address })
  const { username, accessToken, expiresAt, scopes } = await accessTokenFor(
    accounts.vault(),
    account.address,
    'outlook',
    network,
  )
  if (out.json) out.document({ address: username, accessToken, expiresAt: expiresAt.toISOString(), scopes })
  else out.result([accessToken])
}
