/** The accounts of a running mock, for tests. */
import { ConfigInvalid, parseAccount } from '../config/config.ts'
import type { Account, AccountSpec } from '../directory/account.ts'
import type { Directory } from '../directory/directory.ts'

export type Accounts = {
  /** By address or alias; throws if there is none. */
  get(address: string): Account
  /** Takes what the configuration takes. Throws `ConfigInvalid` or `AddressTaken`, and then nothing has changed. */
  add(spec: AccountSpec): Account
  remove(address: string): boolean
  list(): readonly Account[]
}

export function accountsOf(directory: Directory): Accounts {
  return {
    get: (address) => accountOf(directory, address),
    add: (spec) => {
      const parsed = parseAccount(spec)
      if (!parsed.ok) throw new ConfigInvalid(parsed.mistakes)
      return directory.add(parsed.value)
    },
    remove: (address) => directory.remove(address),
    list: () => directory.list(),
  }
}

export function accountOf(directory: Directory, address: string): Account {
  const account = directory.get(address)
  if (!account) throw new Error(`no account has the address ${address}`)
  return account
}
