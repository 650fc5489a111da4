/**
 * Everything the mock knows while it runs, without a single socket: clock, accounts, mail, tokens, sign-ins. Made from a
 * configuration, and made again from the same one by `reset`.
 */
import { Directory } from '../directory/directory.ts'
import { Clock } from '../clock/clock.ts'
import { type CompleteConfig, ConfigInvalid } from '../config/config.ts'
import { Identity } from '../identity/identity.ts'
import { parseInstant } from '../clock/iso-time.ts'
import type { Mailbox } from '../mail/mailbox.ts'
import { MailStore } from '../mail/store.ts'
import { Gate } from '../sign-in/gate.ts'
import { readSeeds, sow, type Seed } from './seeds.ts'

export class World {
  readonly clock: Clock
  readonly directory: Directory
  readonly store: MailStore
  readonly identity: Identity
  readonly gate: Gate
  readonly #config: CompleteConfig
  readonly #seeds: readonly Seed[]

  private constructor(config: CompleteConfig, seeds: readonly Seed[]) {
    this.#config = config
    this.#seeds = seeds
    this.clock = new Clock(parseInstant(config.asOf)!)
    const now = () => this.clock.now()
    this.directory = new Directory({ now })
    this.store = new MailStore({ mailboxBytes: config.limits.mailboxBytes, now })
    const { clients, limits } = config
    this.identity = new Identity({ directory: this.directory, clients, deviceCodeInterval: limits.deviceCodeInterval })
    const { tokens } = this.identity
    this.gate = new Gate({
      directory: this.directory,
      clock: this.clock,
      limits,
      tokens: (token, attempt) => tokens.standing(token, attempt),
    })
    this.directory.onChange(({ kind, account }) => {
      if (kind === 'created') this.store.create(account.address, account.kind)
      if (kind === 'removed') this.store.remove(account.address)
    })
    this.#populate()
  }

  /**
   * @param directory what relative paths of `.eml` files start from
   * Rejects with `MessageUnreadable` if one cannot be read, and with `ConfigInvalid` if they are more than a mailbox holds.
   */
  static async from(config: CompleteConfig, directory: string): Promise<World> {
    return new World(config, await readSeeds(config.mail, directory))
  }

  /** The mailbox of an address or alias; throws if there is no such account. */
  mailbox(address: string): Mailbox {
    return this.store.mailbox(this.directory.get(address)?.address ?? address)
  }

  /**
   * Calls back, once for everything that happened together, when what the server map tells has changed: the time, or who
   * is there. Returns the way to stop listening.
   */
  onVisibleChange(listener: () => void): () => void {
    let pending = false
    const tell = () => {
      if (pending) return
      pending = true
      queueMicrotask(() => {
        pending = false
        listener()
      })
    }
    const stopClock = this.clock.onChange(tell)
    const stopDirectory = this.directory.onChange(({ kind }) => {
      if (kind === 'created' || kind === 'removed' || kind === 'aliases') tell()
    })
    return () => {
      stopClock()
      stopDirectory()
    }
  }

  /** Back to the start. Accounts and mailboxes are new ones: those somebody still holds belong to nobody. */
  reset(): void {
    this.directory.reset()
    this.store.forgetOutbound()
    this.identity.reset()
    this.gate.reset()
    this.clock.reset()
    this.#populate()
  }

  #populate(): void {
    for (const account of this.#config.accounts) this.directory.add(account)
    for (const tenant of this.#config.tenants) this.directory.setTenant(tenant)
    const mistakes = this.#seeds.flatMap((seed) => sow(seed, this.mailbox(seed.address)))
    if (mistakes.length > 0) throw new ConfigInvalid(mistakes)
  }
}
