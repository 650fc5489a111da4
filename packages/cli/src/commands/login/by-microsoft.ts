import { check, SparekeyError, type CheckReport, type Network, type OAuthGrant } from '@sparekey/core'
import { sameAddress } from '../../accounts/account.ts'
import { clientIdFor } from '../../accounts/client-id.ts'
import type { Context } from '../../run/context.ts'
import { plainLine } from '../../render/plain.ts'
import { wrap } from '../../render/wrap.ts'
import type { SignedIn, Stage } from './signed-in.ts'
import { signInWithMicrosoft } from './with-microsoft.ts'

/**
 * Signs in with Microsoft and remembers the account under the name that Microsoft gives it, whatever was typed. Then one
 * real sign-in over IMAP: should that fail, the account stays, since the sign-in itself was right.
 */
export async function byMicrosoft(
  { accounts, settings, network, flags, mapClientId }: Stage & { mapClientId: string | undefined },
  context: Context,
): Promise<SignedIn> {
  const { out, say, host } = context
  const { address: typed, account: expected } = settings
  const clientId = await clientIdFor({ flag: flags.clientId, env: host.env, map: mapClientId, places: accounts.places })
  const options = { address: typed, account: expected, clientId, network }
  const grant = await signInWithMicrosoft(flags.oauth ?? 'device', options, context)
  const { username: address, cloud, tenant, refreshToken } = grant
  if (!sameAddress(address, typed)) {
    out.warn(wrap(say.login.otherName(plainLine(typed), plainLine(address)), out.errorColumns))
  }
  const since = network.now().toISOString()
  const kind = tenant === 'consumers' ? 'personal' : 'work'
  const about = { address, kind, since, signIn: 'oauth', cloud, tenant, clientId } as const
  const account = await accounts.keep(about, refreshToken, flags.store)
  return { account, report: await tryOut(grant, network) }
}

async function tryOut(grant: OAuthGrant, network: Network): Promise<CheckReport | undefined> {
  try {
    return await check({ address: grant.username, token: grant, protocols: ['imap'], network })
  } catch (error) {
    if (error instanceof SparekeyError) return undefined
    throw error
  }
}
