/** The form of `accounts.json`. A module of its own: reading it takes code that most runs do not need. */
import * as v from 'valibot'
import type { StoredAccount } from './account.ts'

const common = {
  realm: v.string(),
  address: v.string(),
  kind: v.picklist(['personal', 'work', 'unknown']),
  store: v.picklist(['keyring', 'file']),
  since: v.string(),
}

const schema = v.object({
  version: v.literal(1),
  accounts: v.array(
    v.variant('signIn', [
      v.object({
        ...common,
        signIn: v.literal('oauth'),
        cloud: v.picklist(['global', 'us-government', 'china']),
        tenant: v.string(),
        clientId: v.string(),
      }),
      v.object({ ...common, signIn: v.literal('app-password') }),
    ]),
  ),
})

/** Throws whatever is wrong with it. */
export function parseRegister(text: string): StoredAccount[] {
  return v.parse(schema, JSON.parse(text)).accounts
}

export function formatRegister(accounts: readonly StoredAccount[]): string {
  return `${JSON.stringify({ version: 1, accounts }, undefined, 2)}\n`
}
