import { Accounts } from '../accounts/accounts.ts'
import type { Context } from '../context.ts'
import { networkFor } from '../network.ts'
import { accountDocument, renderAccounts } from '../render/accounts.ts'

/** `sparekey accounts`: who is signed in on this machine, at these servers. No secret is read for it. */
export async function accounts(context: Context, _flags: object): Promise<void> {
  const { out, say, host } = context
  const list = await new Accounts(host.env, await networkFor(context)).list()
  if (out.json) out.document({ accounts: list.map(accountDocument) })
  else out.result(renderAccounts(list, say, out))
}
