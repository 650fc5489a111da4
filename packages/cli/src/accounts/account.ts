import type { AccountKind, Cloud } from '@sparekey/core'
import type { StoreKind } from './store.ts'

/** What is remembered of an account: everything but its secret. */
export type StoredAccount = {
  /** Whose servers it is at (`realm.ts`). */
  realm: string
  /** Its own name, as its servers know it. */
  address: string
  kind: AccountKind
  /** Where its secret is. */
  store: StoreKind
  /** When it signed in: ISO 8601, by the servers' clock. */
  since: string
} & SignIn

/** How it signs in; the secret is a refresh token or a password. */
export type SignIn = { signIn: 'oauth'; cloud: Cloud; tenant: string; clientId: string } | { signIn: 'app-password' }

/** What a program is told of an account. */
export function accountDocument(stored: StoredAccount): Record<string, unknown> {
  const { realm: _, kind, ...account } = stored
  return { ...account, account: kind }
}

/** Microsoft's addresses do not differ by case. */
export function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

export function isSameAccount(one: Pick<StoredAccount, 'realm' | 'address'>, other: StoredAccount): boolean {
  return one.realm === other.realm && sameAddress(one.address, other.address)
}

/** Under which name an account's secret is kept. A refresh token can never be taken for a password, nor the reverse. */
export function secretNameOf({ realm, address, signIn }: Pick<StoredAccount, 'realm' | 'address' | 'signIn'>): string {
  return `${realm} ${signIn} ${address.toLowerCase()}`
}
