import { accountDocument } from '../../accounts/account.ts'
import { accountsFor } from '../../accounts/accounts-for.ts'
import type { Context } from '../../run/context.ts'
import { networkFor } from '../../run/network.ts'
import { renderAccounts } from './render.ts'

/** `sparekey accounts`: who is signed in on this machine, at these servers. No secret is read for it. */
export async function accounts(context: Context, _flags: object): Promise<void> {
  const { out, say } = context
  const list = await accountsFor(context, await networkFor(context)).list()
  if (out.json) out.document({ accounts: list.map(accountDocument) })
  else out.result(renderAccounts(list, say, out))
}
