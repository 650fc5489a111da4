/** The accounts that are known, of all realms, in one file (`accounts.json`), without their secrets. */
import { join } from 'node:path'
import { Failure } from '../failure/failure.ts'
import { isSameAccount, type StoredAccount } from './account.ts'
import { withLock } from './lock.ts'
import { readPrivateFile, writePrivateFile } from './private-file.ts'

export class Register {
  readonly #path: string
  readonly #onWait: ((path: string) => void) | undefined

  constructor(state: string, onWait?: (path: string) => void) {
    this.#path = join(state, 'accounts.json')
    this.#onWait = onWait
  }

  /** In the order they signed in. Throws `store-not-private`, `store-damaged`, `file-unreadable`. */
  async read(): Promise<StoredAccount[]> {
    const text = await readPrivateFile(this.#path)
    if (text === undefined) return []
    const { parseRegister } = await import('./register-file.ts')
    try {
      return parseRegister(text)
    } catch (error) {
      throw new Failure('store-damaged', { path: this.#path }, error)
    }
  }

  /** Adds an account, in place of what was known of it. */
  put(account: StoredAccount): Promise<void> {
    return this.#change((accounts) => [...accounts.filter((known) => !isSameAccount(account, known)), account])
  }

  remove(account: StoredAccount): Promise<void> {
    return this.#change((accounts) => accounts.filter((known) => !isSameAccount(account, known)))
  }

  /** Throws what `put` would throw. */
  tryOut(): Promise<void> {
    return this.#alone(async () => void (await this.read()))
  }

  #change(change: (accounts: StoredAccount[]) => StoredAccount[]): Promise<void> {
    return this.#alone(async () => {
      const { formatRegister } = await import('./register-file.ts')
      await writePrivateFile(this.#path, formatRegister(change(await this.read())))
    })
  }

  #alone(work: () => Promise<void>): Promise<void> {
    return withLock(`${this.#path}.lock`, work, { onWait: this.#onWait })
  }
}
