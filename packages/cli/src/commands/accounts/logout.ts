import { parseAddress } from '@sparekey/core'
import { accountsFor } from '../../accounts/accounts-for.ts'
import type { Context } from '../../run/context.ts'
import { networkFor } from '../../run/network.ts'
import { plainLine } from '../../render/plain.ts'
import { wrap } from '../../render/wrap.ts'

/** `sparekey logout ADDRESS`: forgets an account and its secret on this machine. */
export async function logout(context: Context, _flags: object, typed: string): Promise<void> {
  const { out, say } = context
  const { address } = parseAddress(typed)
  const accounts = accountsFor(context, await networkFor(context))
  const account = await accounts.get(address)
  await accounts.forget(account)
  if (out.json) return out.document({ address: account.address, signedOut: true })
  out.result(wrap(say.accounts.signedOut(plainLine(account.address)), out.columns))
  out.note(wrap(say.accounts.staysValid[account.signIn], out.errorColumns))
}
