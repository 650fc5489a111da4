import type { Network } from '@sparekey/core'
import { plainLine } from '../render/plain.ts'
import { wrap } from '../render/wrap.ts'
import type { Context } from '../run/context.ts'
import { Accounts } from './accounts.ts'

/** The accounts of a run. Whom another process keeps waiting is told what is waited for. */
export function accountsFor({ host, out, say }: Context, network: Pick<Network, 'ca'>): Accounts {
  return new Accounts(host.env, network, (path) => {
    out.warn(wrap(say.accounts.waiting(plainLine(path)), out.errorColumns))
  })
}
