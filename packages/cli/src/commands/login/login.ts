import { parseAddress, settingsFor } from '@sparekey/core'
import { accountsFor } from '../../accounts/accounts-for.ts'
import type { Context } from '../../run/context.ts'
import { Failure, usageFailure } from '../../failure/failure.ts'
import { byMicrosoft } from './by-microsoft.ts'
import { byPassword } from './by-password.ts'
import type { LoginFlags } from './flags.ts'
import { planSignIn, type Plan, type Way } from './plan.ts'
import { serversFor } from '../../run/network.ts'
import { protocolNames } from '../../render/protocol-names.ts'
import { renderSignedIn, signedInDocument } from './render.ts'
import { wrap } from '../../render/wrap.ts'

/** `sparekey login ADDRESS`: chooses what can work for this account today, says why, and remembers it once it worked. */
export async function login(context: Context, flags: LoginFlags, typed: string): Promise<void> {
  const { out, say } = context
  const wish = wishOf(flags, context)
  context.address = parseAddress(typed).address
  const { network, clientId } = await serversFor(context)
  const settings = await settingsFor(typed, { network })
  context.account = settings.account
  const plan = planSignIn(settings.servers, wish)
  if (plan.way === 'none') throw new Failure('not-let-in', { finding: 'basic-auth-retired' })
  out.note(wrap(why(plan, settings.asOf, context), out.errorColumns))
  const accounts = accountsFor(context, network)
  await accounts.tryToKeep(settings.address, flags.store)
  const stage = { accounts, settings, network, flags, doors: plan.doors }
  const signedIn =
    plan.way === 'oauth'
      ? await byMicrosoft({ ...stage, mapClientId: clientId }, context)
      : await byPassword(stage, context)
  const { account } = signedIn
  if (account.store === 'file' && flags.store !== 'file') {
    out.warn(wrap(say.login.inFile(accounts.places.state), out.errorColumns))
  }
  if (out.json) out.document(signedInDocument(signedIn, context.lang))
  else out.result(renderSignedIn(signedIn, context))
}

/** A flag that only one way has use for is the wish for that way. */
function wishOf({ appPassword, passwordStdin, oauth, clientId }: LoginFlags, { say }: Context): Way | undefined {
  const password = appPassword ? '--app-password' : passwordStdin ? '--password-stdin' : undefined
  const microsoft = oauth !== undefined ? '--oauth' : clientId !== undefined ? '--client-id' : undefined
  if (password && microsoft) throw usageFailure(say.usage.notTogether(password, microsoft))
  return password ? 'app-password' : microsoft && 'oauth'
}

function why({ because, doors }: Plan, asOf: string, { say }: Context): string {
  return say.login.why[because](asOf, doors.map((door) => protocolNames[door]).join(', '))
}
