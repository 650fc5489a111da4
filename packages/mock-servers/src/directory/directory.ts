/**
 * Everybody the mock knows: accounts by primary address and alias, tenants by domain. Addresses match whatever their
 * case. It takes specifications that were checked before (config.ts) and refuses only an address that is taken.
 */
import { randomUUID } from 'node:crypto'
import { Account, type AccountAspect, type AccountKind, type AccountSpec } from './account.ts'
import { domainOf, kindOf } from './personal-domains.ts'
import { SecretDigest } from './secret-digest.ts'
import { tenantFrom, type Tenant, type TenantSpec } from './tenant.ts'

export type AccountChange = { kind: 'created' | 'removed' | AccountAspect; account: Account }

/** The address belongs to an account already. */
export class AddressTaken extends Error {
  override name = 'AddressTaken'
  readonly address: string

  constructor(address: string) {
    super(`${address} belongs to an account already`)
    this.address = address
  }
}

export class Directory {
  readonly #now: () => Date
  readonly #digest = new SecretDigest()
  readonly #accounts = new Set<Account>()
  readonly #byAddress = new Map<string, Account>()
  /** Whoever still holds one of these may change it; nobody finds it again. */
  readonly #removed = new WeakSet<Account>()
  readonly #tenants = new Map<string, Tenant>()
  readonly #listeners = new Set<(change: AccountChange) => void>()

  /** @param options.now the mock's clock: app passwords are dated by it */
  constructor(options: { now: () => Date }) {
    this.#now = options.now
  }

  /** Throws `AddressTaken`, and then nothing has changed. */
  add(spec: AccountSpec): Account {
    const account = new Account(
      { ...spec, kind: spec.kind ?? kindOf(spec.address) },
      {
        digest: this.#digest,
        now: this.#now,
        claim: (owner, aliases) => this.#claim(owner, aliases),
        changed: (changed, aspect) => this.#tell({ kind: aspect, account: changed }),
      },
    )
    this.#accounts.add(account)
    this.#tell({ kind: 'created', account })
    return account
  }

  /** An account that nobody can find or sign in to: what the secrets for unknown addresses are compared with. */
  stranger(): Account {
    const spec = { address: '', password: randomUUID(), kind: 'personal' } as const
    return new Account(spec, { digest: this.#digest, now: this.#now, claim: () => undefined, changed: () => undefined })
  }

  /** By primary address or alias; undefined for whatever is not an address. */
  get(address: string): Account | undefined {
    return this.#byAddress.get(address.toLowerCase())
  }

  /** By primary address or alias. Returns whether there was one. */
  remove(address: string): boolean {
    const account = this.get(address)
    if (!account) return false
    this.#release(account)
    this.#accounts.delete(account)
    this.#removed.add(account)
    this.#tell({ kind: 'removed', account })
    return true
  }

  /** In the order they were made. */
  list(): Account[] {
    return [...this.#accounts]
  }

  /** The tenant of a domain; one that nobody has described has never touched a setting. */
  tenant(domain: string): Tenant {
    return this.#tenants.get(domain.toLowerCase()) ?? tenantFrom({ domain })
  }

  /** The tenant of a work account; a personal one has none. */
  tenantOf({ kind, address }: Pick<Account, 'kind' | 'address'>): Tenant | undefined {
    return kind === 'work' ? this.tenant(domainOf(address)) : undefined
  }

  /** The kind of the account with that address; where there is none, the kind its domain says. */
  kindOf(address: string): AccountKind {
    return this.get(address)?.kind ?? kindOf(address)
  }

  /** The tenants described, and those of work accounts, by domain. */
  tenants(): Tenant[] {
    const domains = this.list().flatMap(({ kind, address }) => (kind === 'work' ? [domainOf(address)] : []))
    return [...new Set([...this.#tenants.keys(), ...domains])].toSorted().map((domain) => this.tenant(domain))
  }

  /** Replaces whatever was said of that domain before. */
  setTenant(spec: TenantSpec): Tenant {
    const tenant = tenantFrom(spec)
    this.#tenants.set(tenant.domain, tenant)
    return tenant
  }

  /** Forgets every account and tenant. Each account is told as removed. */
  reset(): void {
    for (const account of this.list()) this.remove(account.address)
    this.#tenants.clear()
  }

  /** Calls back after every change, at once. Returns the way to stop listening. */
  onChange(listener: (change: AccountChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #claim(account: Account, aliases: readonly string[]): void {
    if (this.#removed.has(account)) return
    const addresses = [account.address, ...aliases]
    const own = new Set<string>()
    for (const address of addresses) {
      const owner = this.get(address)
      const key = address.toLowerCase()
      if ((owner && owner !== account) || own.has(key)) throw new AddressTaken(address)
      own.add(key)
    }
    this.#release(account)
    for (const key of own) this.#byAddress.set(key, account)
  }

  #release(account: Account): void {
    for (const address of [account.address, ...account.aliases]) this.#byAddress.delete(address.toLowerCase())
  }

  #tell(change: AccountChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}
