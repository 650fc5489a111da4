import type { CheckReport, Network, Protocol, Settings } from '@sparekey/core'
import type { Accounts } from '../../accounts/accounts.ts'
import type { StoredAccount } from '../../accounts/account.ts'
import type { LoginFlags } from './flags.ts'

/** What a sign-in starts from. */
export type Stage = {
  accounts: Accounts
  settings: Settings
  network: Network
  flags: LoginFlags
  /** The protocols that take a password at that date. */
  doors: readonly Protocol[]
}

/** An account that is remembered, and what the mail servers said to it; nothing if they could not be asked. */
export type SignedIn = { account: StoredAccount; report: CheckReport | undefined }

/** Whether at least one server let it in. */
export function wasLetIn({ protocols }: CheckReport): boolean {
  return protocols.some(({ steps }) => steps.some(({ step, outcome }) => step === 'sign-in' && outcome === 'ok'))
}
