/**
 * The accounts of one realm and their secrets: found, kept and forgotten together. One account changes at a time, over all
 * processes; whatever stops in between leaves an account as it was, or signed out, never with another one's secret.
 */
import { join } from 'node:path'
import type { Network, StoredSignIn, TokenVault } from '@sparekey/core'
import { Failure } from '../failure/failure.ts'
import { keepSecret, openStore, tryStore } from './secret-store.ts'
import type { StoreKind } from './store.ts'
import { sameAddress, secretNameOf, type SignIn, type StoredAccount } from './account.ts'
import { withLock } from './lock.ts'
import { placesFor, type Places } from './places.ts'
import { fileNameOf } from './private-file.ts'
import { realmOf } from './realm.ts'
import { Register } from './register.ts'

export class Accounts {
  readonly places: Places
  readonly #realm: string
  readonly #register: Register
  readonly #onWait: ((path: string) => void) | undefined

  /** @param onWait told the path of a lock that another process holds for long */
  constructor(
    env: Readonly<Record<string, string | undefined>>,
    network: Pick<Network, 'ca'>,
    onWait?: (path: string) => void,
  ) {
    this.places = placesFor(env)
    this.#realm = realmOf(network)
    this.#onWait = onWait
    this.#register = new Register(this.places.state, onWait)
  }

  /** In the order they signed in. */
  async list(): Promise<StoredAccount[]> {
    return (await this.#register.read()).filter(({ realm }) => realm === this.#realm)
  }

  /** By its own name alone: what else was typed at sign-in may have been another account's. */
  async find(name: string): Promise<StoredAccount | undefined> {
    return (await this.list()).find(({ address }) => sameAddress(name, address))
  }

  /** Throws `account-missing`. */
  async get(name: string): Promise<StoredAccount> {
    const account = await this.find(name)
    if (account === undefined) throw new Failure('account-missing', { address: name })
    return account
  }

  /** Its refresh token or password. Throws `account-missing` if its store has lost it, `keyring-unavailable` and the like. */
  async secretOf(account: StoredAccount): Promise<string> {
    const store = await openStore(account.store, this.places)
    const secret = await store.read(secretNameOf(account))
    if (secret === undefined) throw new Failure('account-missing', { address: account.address })
    return secret
  }

  /**
   * Finds out before a sign-in whether an account could be kept after it. Throws what `keep` would throw: a person should not
   * sign in for nothing.
   */
  tryToKeep(address: string, wanted: StoreKind | undefined): Promise<void> {
    return this.#alone(address, async () => {
      await this.#register.tryOut()
      await tryStore(`${this.#realm} ${address}`, { wanted, places: this.places })
    })
  }

  /** Remembers an account, in place of what was known of it. */
  keep(
    about: Omit<StoredAccount, 'realm' | 'store' | 'signIn'> & SignIn,
    secret: string,
    wanted: StoreKind | undefined,
  ): Promise<StoredAccount> {
    return this.#alone(about.address, async () => {
      const before = await this.find(about.address)
      const known = { ...about, realm: this.#realm }
      const account = {
        ...known,
        store: await keepSecret(secretNameOf(known), secret, { wanted, places: this.places }),
      }
      await this.#register.put(account)
      const moved = before && (before.store !== account.store || before.signIn !== account.signIn)
      if (moved) await this.#removeSecret(before)
      return account
    })
  }

  forget(account: StoredAccount): Promise<void> {
    return this.#alone(account.address, async () => {
      await this.#removeSecret(account)
      await this.#register.remove(account)
    })
  }

  async forgetAll(): Promise<void> {
    for (const account of await this.list()) await this.forget(account)
  }

  /** Sign-ins with Microsoft as core wants them kept; a key is an account's own name. */
  vault(): TokenVault {
    return {
      read: async (key) => {
        const account = await this.find(key)
        return account?.signIn === 'oauth' ? this.#signInOf(account) : undefined
      },
      write: async (key, { refreshToken }) => {
        const account = await this.get(key)
        await (await openStore(account.store, this.places)).write(secretNameOf(account), refreshToken)
      },
      withLock: (key, work) => this.#alone(key, work),
    }
  }

  async #signInOf(account: StoredAccount & { signIn: 'oauth' }): Promise<StoredSignIn> {
    const { address: username, cloud, tenant, clientId } = account
    return { username, cloud, tenant, clientId, refreshToken: await this.secretOf(account) }
  }

  async #removeSecret(account: StoredAccount): Promise<void> {
    await (await openStore(account.store, this.places)).remove(secretNameOf(account))
  }

  #alone<T>(address: string, work: () => Promise<T>): Promise<T> {
    const name = `${fileNameOf(`${this.#realm} ${address.toLowerCase()}`)}.lock`
    return withLock(join(this.places.state, 'locks', name), work, { onWait: this.#onWait })
  }
}
