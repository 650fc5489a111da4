/**
 * What each account has permitted each application to do. Accounts are known by identity, not by address: one that was
 * removed and made again has permitted nothing.
 */
import type { Account } from '../directory/account.ts'
import type { Permission, ScopeRequest } from '../tokens/scopes.ts'

export class Consents {
  #permitted = new WeakMap<Account, Map<string, Set<Permission>>>()

  /** Adds to what was permitted before. */
  grant(account: Account, clientId: string, permissions: Iterable<Permission>): void {
    const clients = this.#permitted.get(account) ?? new Map<string, Set<Permission>>()
    this.#permitted.set(account, clients)
    clients.set(clientId, new Set([...(clients.get(clientId) ?? []), ...permissions]))
  }

  /** In the order they were granted. */
  of(account: Account, clientId: string): ReadonlySet<Permission> {
    return this.#permitted.get(account)?.get(clientId) ?? new Set()
  }

  /** Whether the account has said yes to this application at all, and to everything it asks for. */
  covers(account: Account, clientId: string, { permissions }: Pick<ScopeRequest, 'permissions'>): boolean {
    const granted = this.#permitted.get(account)?.get(clientId)
    return granted !== undefined && [...permissions].every((permission) => granted.has(permission))
  }

  reset(): void {
    this.#permitted = new WeakMap()
  }
}
