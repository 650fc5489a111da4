/**
 * Everything the mock knows while it runs, without a single socket: clock, accounts, mail, tokens, sign-ins. Made from a
 * configuration, and made again from the same one by `reset`.
 */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Directory } from './directory/directory.ts'
import { Clock } from './clock/clock.ts'
import { type CompleteConfig, ConfigInvalid, jsonPath, type Mistake } from './config/config.ts'
import { Identity } from './identity/identity.ts'
import { parseInstant } from './clock/iso-time.ts'
import { type Mailbox, MailboxFull } from './mail/mailbox.ts'
import { MailStore } from './mail/store.ts'
import { Gate } from './sign-in/gate.ts'

/** What the configuration puts into one folder; `path` is the file's place in the configuration. */
type Seed = { address: string; folder: string; messages: { raw: Buffer; path: string }[] }

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
   * Rejects as `readFile` does (`ENOENT`, and always with the path) if one cannot be read, and with `ConfigInvalid` if
   * they are more than a mailbox holds.
   */
  static async from(config: CompleteConfig, directory: string): Promise<World> {
    const seeds: Seed[] = []
    for (const [address, folders] of Object.entries(config.mail)) {
      for (const [folder, files] of Object.entries(folders)) {
        const messages = []
        for (const [index, file] of files.entries()) {
          const raw = await readMessage(resolve(directory, file))
          messages.push({ raw, path: jsonPath(['mail', address, folder, index]) })
        }
        seeds.push({ address, folder, messages })
      }
    }
    return new World(config, seeds)
  }

  /** The mailbox behind an address or alias; throws if there is no such account. */
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
    const mistakes: Mistake[] = []
    for (const { address, folder: name, messages } of this.#seeds) {
      const mailbox = this.mailbox(address)
      const folder = mailbox.folder(name) ?? mailbox.create(name)
      if (typeof folder === 'string') {
        mistakes.push({ path: jsonPath(['mail', address, name]), message: 'is a folder too many' })
        continue
      }
      for (const { raw, path } of messages) {
        try {
          folder.append(raw)
        } catch (error) {
          if (!(error instanceof MailboxFull)) throw error
          mistakes.push({ path, message: `does not fit: ${error.message}` })
        }
      }
    }
    if (mistakes.length > 0) throw new ConfigInvalid(mistakes)
  }
}

async function readMessage(path: string): Promise<Buffer> {
  try {
    return withCrlf(await readFile(path))
  } catch (error) {
    // A folder's error does not say which one it was.
    throw Object.assign(error as NodeJS.ErrnoException, { path })
  }
}

/** Files are often kept with bare line feeds; mail has none (contract, section 6, "Bytes"). */
function withCrlf(raw: Buffer): Buffer {
  const text = raw.toString('latin1')
  return /(?<!\r)\n/.test(text) ? Buffer.from(text.replaceAll(/(?<!\r)\n/g, '\r\n'), 'latin1') : raw
}
