import { check, normalizeSecret, secretShape, type CheckReport } from '@sparekey/core'
import { Failure } from '../../failure/failure.ts'
import type { Context } from '../../run/context.ts'
import { wrap } from '../../render/wrap.ts'
import { secretFor } from '../../accounts/secret.ts'
import { wasLetIn, type SignedIn, type Stage } from './signed-in.ts'

/** Remembers an app password once a server has let it in; before that, nothing is kept. */
export async function byPassword(
  { accounts, settings, network, flags, doors }: Stage,
  context: Context,
): Promise<SignedIn> {
  const { out, say } = context
  const { address, account: kind } = settings
  const secret = normalizeSecret(await secretFor(address, flags, context, 'login'))
  const report = await check({ address, secret, protocols: doors, network })
  if (!wasLetIn(report)) throw refused(report)
  if (secretShape(secret) !== 'app-password-shape') out.warn(wrap(say.login.normalPassword, out.errorColumns))
  const about = { address, kind, since: network.now().toISOString(), signIn: 'app-password' } as const
  return { account: await accounts.keep(about, secret, flags.store), report }
}

function refused({ finding: { code, evidence } }: CheckReport): Failure {
  return new Failure('not-let-in', { finding: code, ...(evidence?.by === 'server' && { reply: evidence.quote }) })
}
